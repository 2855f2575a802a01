import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { normalise } from '../../../src/domain/targets/normalise.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { sentence } from '../../../src/domain/targets/sentence.js';
import { tokenise } from '../../../src/domain/targets/tokens.js';
import { anyReading } from './arbitraries.js';

// Generous, so that a busy machine is not taken for a hang.
vi.setConfig({ testTimeout: 60_000 });

describe('the sentence of a reading', () => {
  it('is read back to the same reading, whatever the reading', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        const outcome = parseTarget(sentence(reading));
        expect(outcome).toMatchObject({ outcome: 'parsed' });
        expect(outcome.outcome === 'parsed' && outcome.reading).toEqual(reading);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the indicator it is confirmed for', () => {
    const contexts = [
      { name: 'Riduzione dei tempi medi', year: 2016, previous: '<= 3' },
      { name: 'N. iniziative realizzate' },
    ];
    fc.assert(
      fc.property(anyReading, fc.constantFrom(...contexts), (reading, context) => {
        const outcome = parseTarget(sentence(reading), context);
        expect(outcome.outcome === 'parsed' && outcome.reading).toEqual(reading);
      }),
    );
  });
});

describe('normalising', () => {
  it('twice is the same as once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves no character of the text outside the tokens but spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = normalise(text);
        let end = 0;
        for (const token of tokenise(plain)) {
          expect(plain.slice(end, token.start).trim()).toBe('');
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(plain.slice(end).trim()).toBe('');
      }),
    );
  });
});
