import { describe, expect, test } from 'vitest';
import { boardWords } from '../../src/words/board.js';

describe('what changed since the round before, in a mail', () => {
  test('is what was remarked, what the preparers say, the sections and the plan version', () => {
    expect(
      boardWords.inShort({
        remarks: 'Mancano le risorse dell’area 3.',
        note: 'Aggiunte.',
        sections: ['Indirizzi', 'Risorse per area'],
        plan: { before: 1, after: 2, summary: '3 target modificati' },
      }),
    ).toBe(
      [
        'Osservazioni dell’organo: Mancano le risorse dell’area 3.',
        'Nota di chi ritrasmette: Aggiunte.',
        'Sezioni cambiate: Indirizzi; Risorse per area.',
        'Il piano da cui è scritto passa dalla versione 1 alla 2: 3 target modificati.',
      ].join('\n'),
    );
  });

  test('says that the text is the same only where it could be compared', () => {
    expect(boardWords.inShort({ sections: [] })).toBe('Il testo è identico.');
    expect(boardWords.inShort({ sections: undefined })).toBe('');
  });

  test('names twelve sections and counts the others', () => {
    const sections = Array.from({ length: 15 }, (_, i) => `S${i + 1}`);
    expect(boardWords.inShort({ sections })).toBe(`Sezioni cambiate: ${sections.slice(0, 12).join('; ')}; e 3 altre.`);
    expect(boardWords.inShort({ sections: sections.slice(0, 13) })).toMatch(/S12; e un’altra\.$/);
  });
});
