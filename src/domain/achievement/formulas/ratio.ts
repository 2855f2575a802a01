import {
  absolute,
  add,
  compare,
  divide,
  HUNDRED,
  isZero,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from '../../rational.js';

/**
 * A percentage before strictness, cap and floor. `unbounded`: as good as it can be, with no finite ratio.
 * `undefined-at-zero`: the target is zero and no ratio to it exists; the policy says what then.
 */
export type RawScore = Rational | 'unbounded' | 'undefined-at-zero';

/**
 * More is better: actual ÷ target.
 * Written as 1 + (actual − target) ÷ |target| so that it also holds for negative targets (a loss of 3 against an
 * expected loss of 5 is 140%, not 60%).
 * Source: actual/target is the common form (SAP Strategy Management, "Achievement Scores"; Stratec, upward polarity).
 */
export function increasingRatio(actual: Rational, target: Rational): RawScore {
  if (isZero(target)) return 'undefined-at-zero';
  return percentAround(subtract(actual, target), target);
}

/**
 * Less is better: target ÷ actual. 15 days against 10 is 66.67%.
 * Nothing (or less than nothing) of what had to stay under a positive target is as good as can be: no finite ratio.
 * With a negative target (payments expected 5 days early: −5) a quotient would reward the worse value, so the
 * symmetric form holds there.
 * Source: Totvs, decreasing polarity.
 */
export function decreasingRatio(actual: Rational, target: Rational): RawScore {
  if (isZero(target)) return 'undefined-at-zero';
  if (target.n < 0n) return decreasingSymmetric(actual, target);
  return actual.n <= 0n ? 'unbounded' : multiply(HUNDRED, divide(target, actual));
}

/**
 * Less is better, symmetric: (2·target − actual) ÷ target. 15 days against 10 is 50%, 20 is 0%, 5 is 150%.
 * Written as 1 − (actual − target) ÷ |target|: for a negative target it is actual ÷ target, as the sign rule wants
 * (DPCM 22/09/2014, art. 9: average payment delay, negative when payments come before the due date).
 * Source: Infor CPM, decreasing value types; Stratec, downward polarity (200 − actual·100 ÷ target).
 */
export function decreasingSymmetric(actual: Rational, target: Rational): RawScore {
  if (isZero(target)) return 'undefined-at-zero';
  return percentAround(subtract(target, actual), target);
}

/**
 * Straight line from 0 at the floor to 100 at the target, and on beyond it.
 * Works for both directions: the floor lies under a target to be reached and over one not to be exceeded.
 * Source: the usual normalisation between a minimum and a target, "soglia" and "target" in Italian systems.
 */
export function linearBetween(actual: Rational, target: Rational, floor: Rational): RawScore {
  const span = subtract(target, floor);
  if (isZero(span)) return 'undefined-at-zero';
  return multiply(HUNDRED, divide(subtract(actual, floor), span));
}

/**
 * The floor of `linearBetween` given as percent of the target: 50% of 80 is 40; 200% of 10 days is 20 days.
 * A distance from the target, so that a negative target has its floor on the right side too.
 */
export function floorAtPercent(target: Rational, percent: Rational): Rational {
  const distance = multiply(absolute(target), divide(subtract(percent, HUNDRED), HUNDRED));
  return add(target, distance);
}

/** All or nothing: 100 when met, 0 when not. */
export const allOrNothing = (met: boolean): Rational => (met ? HUNDRED : ZERO);

/** A step holds from its `from`, included, to the next one's; under the first nothing is scored. Steps rise. */
export function onSteps(
  ratio: Rational,
  steps: readonly { readonly from: Rational; readonly score: Rational }[],
): Rational {
  return steps.findLast((step) => compare(ratio, step.from) >= 0)?.score ?? ZERO;
}

/** 100·(1 + gain ÷ |target|), where `gain` is how much better than the target the actual is. */
function percentAround(gain: Rational, target: Rational): Rational {
  return multiply(HUNDRED, add({ n: 1n, d: 1n }, divide(gain, absolute(target))));
}
