import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LONGEST_TARGET } from '../../../src/domain/targets/cut.js';
import type { TargetContext, TargetOutcome } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { otherBodies } from './other-bodies.js';
import { seedTargets } from './seed-targets.js';

const real = [...new Set([...seedTargets, ...otherBodies].map((row) => row.text))];
const parsedTexts = real.filter((text) => parseTarget(text).outcome === 'parsed');

/** A real target with a piece cut out, doubled, or replaced by a piece of another. */
const mutated = fc
  .tuple(fc.constantFrom(...real), fc.constantFrom(...real), fc.nat(60), fc.nat(60), fc.nat(2))
  .map(([a, b, from, to, how]) => {
    const [low, high] = from < to ? [from, to] : [to, from];
    const piece = a.slice(low, high);
    return how === 0
      ? a.slice(0, low) + a.slice(high)
      : how === 1
        ? a.slice(0, high) + piece + a.slice(high)
        : a.slice(0, low) + b.slice(low);
  });

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ' ',
        '\n',
        '5',
        '%',
        '€',
        '>',
        '=',
        '<',
        '/',
        '.',
        ',',
        '-',
        '+',
        'entro',
        'almeno',
        '2016',
        'gg',
        'dal',
        '«',
        '»',
        '$',
        '\\ge',
        '(',
        ')',
        ';',
        ':',
        'tra',
        'e',
      ),
    )
    .map((p) => p.join('')),
  mutated,
);

const context = fc.record(
  {
    name: fc.oneof(fc.string(), fc.constantFrom('N. iniziative', 'Tempo medio di evasione', 'Riduzione')),
    year: fc.integer(),
    previous: anyText,
  },
  { requiredKeys: [] },
);

/** What every outcome must be, whatever the text. */
function wellFormed(outcome: TargetOutcome, text: string, about: TargetContext = {}): void {
  expect(outcome.text).toBe(text);
  switch (outcome.outcome) {
    case 'parsed':
      expect(outcome.sentence).not.toBe('');
      break;
    case 'proposed':
      expect(outcome.evidence.length).toBeGreaterThan(0);
      expect(parseTarget(outcome.sentence)).toMatchObject({ outcome: 'parsed', reading: outcome.reading });
      break;
    case 'ambiguous':
      expect(outcome.reasons.length).toBeGreaterThan(0);
      for (const { code, message } of outcome.reasons) {
        expect(code).not.toBe('');
        // The place of a detail is filled, unless the texts themselves hold braces.
        if (!JSON.stringify([text, about.name, about.previous]).includes('{')) expect(message).not.toContain('{}');
      }
      for (const candidate of outcome.candidates)
        expect(parseTarget(candidate.sentence)).toMatchObject({ outcome: 'parsed', reading: candidate.reading });
      break;
    case 'not-measurable':
      expect(outcome.reason.message).not.toBe('');
  }
}

// Generous, so that a busy machine is not taken for a hang.
vi.setConfig({ testTimeout: 60_000 });

describe('any text at all', () => {
  it('gets an outcome: no exception, no empty reason, and every proposal can be confirmed', () => {
    fc.assert(
      fc.property(anyText, context, (text, about) => wellFormed(parseTarget(text, about), text, about)),
      { numRuns: 2_000 },
    );
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])(
    'that holds «%s», a word every object knows, is a text like any other',
    (word) => {
      for (const text of [`almeno 3 incontri ${word}`, `${word} entro il 30/06/2016`, `3 ${word}`, `${word} 3`, word])
        expect(() => parseTarget(text, { name: `${word} N. incontri ${word}`, year: 2016 })).not.toThrow();
    },
  );

  it('of a hundred thousand characters is answered at once', () => {
    const pieces = [
      ' ',
      '\n',
      ' \n',
      'a',
      '5',
      '>',
      '<=',
      '\\',
      '$',
      '&',
      '&ge;',
      ';',
      '"',
      "'",
      '.',
      ',',
      '«',
      '»',
      '{',
      '\u0301',
      'à',
      '+5% ',
      '31/12/2016 ',
      'almeno ',
      '1)',
      '👩‍👩‍👧',
    ];
    for (const piece of pieces) {
      const garbage = piece.repeat(Math.ceil(100_000 / piece.length));
      const outcome = parseTarget(`almeno 25${garbage}`);
      expect(outcome).toMatchObject(
        outcome.outcome === 'parsed' ? { reading: { value: '25' } } : { outcome: 'ambiguous' },
      );
    }
  });

  it('as long as the longest cell allowed is read in bounded work', () => {
    for (const piece of [
      'a ',
      '5 ',
      '5%;',
      'almeno ',
      'entro il ',
      '2016: ',
      '1) ',
      'dal 1/1 ',
      '«a» ',
      'tra 5 e ',
      '=',
      'a: 5, ',
      ': più è alto, meglio è',
    ]) {
      const text = piece.repeat(Math.floor(LONGEST_TARGET / piece.length));
      expect(parseTarget(text).outcome).toBe('ambiguous');
    }
  });
});

describe('a target that is read with certainty', () => {
  /** Words that take back, relax or double a promise. */
  const spoilers = [
    ', salvo proroghe',
    ' o altro valore',
    ' circa',
    ' (20 nel secondo semestre)',
    ' se finanziato',
    ', escluso agosto',
    ' oppure 3',
    ' e comunque non oltre 99',
    ' rispetto alla media',
    ' o più tardi',
    ' al mese',
    ' per ciascuna sede',
  ];

  it('is no longer certain, with the same reading, once a condition is added', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parsedTexts), fc.constantFrom(...spoilers), (text, spoiler) => {
        const plain = parseTarget(text);
        const spoiled = parseTarget(text + spoiler);
        if (spoiled.outcome === 'parsed' && plain.outcome === 'parsed')
          expect(spoiled.reading).not.toEqual(plain.reading);
      }),
      { numRuns: 1_500 },
    );
  });

  it('is read the same with other spaces, dashes, quotes and capitals', () => {
    const rewrites: readonly ((text: string) => string)[] = [
      (t) => `  ${t}  `,
      (t) => t.replaceAll(' ', '\u00a0'),
      (t) => t.replaceAll(' ', '   '),
      (t) => t.replaceAll("'", '’'),
      (t) => t.replaceAll('>=', '≥').replaceAll('<=', '≤'),
      (t) => t.replaceAll('>=', '> ='),
      (t) => t.normalize('NFD'),
      (t) => `${t};`,
      (t) => `Target: ${t}`,
    ];
    for (const text of parsedTexts) {
      const plain = parseTarget(text);
      for (const rewrite of rewrites) {
        const again = parseTarget(rewrite(text));
        expect(again.outcome === 'parsed' && again.reading, rewrite(text)).toEqual(
          plain.outcome === 'parsed' && plain.reading,
        );
      }
    }
  });
});
