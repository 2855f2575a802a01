import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remarksBySection } from '../../../src/domain/drafting/remarks.js';

const SECTIONS = [
  { id: 'contesto', title: 'Il contesto' },
  { id: 'esterno', title: 'Il contesto esterno' },
  { id: 'risorse', title: 'Risorse per area strategica' },
];

test.each([
  ['una frase sola è del documento', 'mancano le risorse', [[null, 'mancano le risorse']]],
  ['il titolo con i due punti', 'Il contesto: mancano le imprese', [['contesto', 'Il contesto: mancano le imprese']]],
  ['il titolo più lungo vince', 'il contesto esterno: da rifare', [['esterno', 'il contesto esterno: da rifare']]],
  [
    'il titolo tra virgolette',
    'rivedere «Risorse per area strategica»',
    [['risorse', 'rivedere «Risorse per area strategica»']],
  ],
  [
    'più righe: quelle che non nominano nulla seguono la precedente',
    'Il contesto: mancano le imprese\nanche quelle artigiane\nRisorse per area strategica: area 3',
    [
      ['contesto', 'Il contesto: mancano le imprese\nanche quelle artigiane'],
      ['risorse', 'Risorse per area strategica: area 3'],
    ],
  ],
  [
    'prima il documento, poi una sezione',
    'Nel complesso va bene.\nIl contesto: poco',
    [
      [null, 'Nel complesso va bene.'],
      ['contesto', 'Il contesto: poco'],
    ],
  ],
  ['nulla', '  ', []],
])('%s', (_, remarks, expected) => {
  expect(remarksBySection(remarks, SECTIONS).map(({ section, text }) => [section, text])).toEqual(expected);
});

test('no word of a board is lost, whatever it wrote', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom(...SECTIONS.map(({ title }) => `${title}: da rivedere`)));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
      const said = remarksBySection(lines.join('\n'), SECTIONS).map(({ text }) => text);
      expect(words(said.join('\n'))).toEqual(words(lines.join('\n')));
    }),
  );
});
