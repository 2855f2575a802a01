import { describe, expect, it } from 'vitest';
import { mayOpen } from '../../../src/domain/targets/clause-openings.js';
import { normalise } from '../../../src/domain/targets/normalise.js';
import { clauseAt } from '../../../src/domain/targets/scan.js';
import { tokenise } from '../../../src/domain/targets/tokens.js';
import { blindSixty } from './blind-sixty.js';
import { blindThreeHundred } from './blind-three-hundred.js';
import { furtherTargets, plainTargets, trickyTargets } from './field-strings.js';
import * as kinds from './kinds.js';
import * as kindsOfPractice from './kinds-of-practice.js';
import * as otherBodies from './other-bodies.js';
import { seedTargets } from './seed-targets.js';

const tables = [
  ...[blindSixty, blindThreeHundred, plainTargets, trickyTargets, furtherTargets, seedTargets],
  ...[kinds, kindsOfPractice, otherBodies].flatMap((module) => Object.values(module)),
];
const texts = [...new Set(tables.flat().map(({ text }) => text))];

describe('the words that may open a clause', () => {
  it('are looked for in many targets', () => expect(texts.length).toBeGreaterThan(1000));

  it('leave no clause out: where none of them stands, no rule reads one', () => {
    const missed = texts.flatMap((text) => {
      const plain = normalise(text);
      const tokens = tokenise(plain);
      return tokens.flatMap((token, at) =>
        !mayOpen(tokens, at) && token.kind === 'word' && clauseAt(plain, tokens, at, false) !== undefined
          ? [`«${token.text}» in «${text}»`]
          : [],
      );
    });
    expect(missed).toEqual([]);
  });
});
