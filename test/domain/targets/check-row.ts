import { expect } from 'vitest';
import { candidatesOf, type TargetOutcome } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import type { Row } from './expected.js';

/** Parses a row and holds it against what was expected; every proposed sentence must read back to its reading. */
export function checkRow({ text, context, expected }: Row): void {
  const outcome = parseTarget(text, context);
  expect(outcome.text).toBe(text);
  switch (expected.outcome) {
    case 'parsed':
      expect(outcome).toMatchObject({ outcome: 'parsed' });
      expect(outcome.outcome === 'parsed' && outcome.reading).toEqual(expected.reading);
      break;
    case 'proposed':
      expect(outcome).toMatchObject({ outcome: 'proposed' });
      if (outcome.outcome !== 'proposed') break;
      expect(outcome.reading).toEqual(expected.reading);
      expect(outcome.evidence.map((r) => r.code)).toEqual(expected.evidence);
      break;
    case 'ambiguous':
      expect(outcome).toMatchObject({ outcome: 'ambiguous' });
      if (outcome.outcome !== 'ambiguous') break;
      expect(outcome.reasons.map((r) => r.code)).toEqual(expect.arrayContaining([...expected.codes]));
      if (expected.first !== undefined) expect(outcome.candidates[0]?.reading).toEqual(expected.first);
      break;
    case 'not-measurable':
      expect(outcome).toMatchObject({ outcome: 'not-measurable', reason: { code: expected.code } });
  }
  checkSentences(outcome);
}

/** Every sentence proposed to a person reads back to the reading it says. */
export function checkSentences(outcome: TargetOutcome): void {
  for (const { reading, sentence } of candidatesOf(outcome)) {
    expect(parseTarget(sentence)).toMatchObject({ outcome: 'parsed', reading, sentence });
  }
}
