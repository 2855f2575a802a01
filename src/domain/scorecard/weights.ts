import {
  add,
  divide,
  fromInteger,
  greatestCommonDivisor,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../rational.js';

/** How the weights of siblings were found, for the trace. */
export type WeightSource = 'as-written' | 'equal-shares' | 'rest-shared' | 'unweighted';

export interface Shares {
  readonly weights: readonly Rational[];
  readonly source: WeightSource;
}

export const sum = (values: readonly Rational[]): Rational => values.reduce(add, ZERO);

export const optional = (text: string | undefined): Rational | undefined =>
  text === undefined ? undefined : rational(text);

/**
 * Weights of siblings, where those that have one keep it and the others share equally what is left of the parent's.
 * @param total the parent's weight; without it, or with nothing left, who has no weight weighs nothing
 */
export function shareOut(total: Rational | undefined, given: readonly (Rational | undefined)[]): Shares {
  const without = given.filter((w) => w === undefined).length;
  if (without === 0) return { weights: given.map((w) => w ?? ZERO), source: 'as-written' };
  const left = total === undefined ? ZERO : subtract(total, sum(given.filter((w) => w !== undefined)));
  if (left.n <= 0n) return { weights: given.map((w) => w ?? ZERO), source: 'unweighted' };
  const share = divide(left, fromInteger(without));
  return {
    weights: given.map((w) => w ?? share),
    source: without === given.length ? 'equal-shares' : 'rest-shared',
  };
}

/** Weights inside one objective, whose written weights count only against each other: they are brought to `total`. */
export function shareWithin(total: Rational, given: readonly (Rational | undefined)[]): Shares {
  const inside = shareOut(fromInteger(100), given);
  const all = sum(inside.weights);
  if (all.n === 0n) return inside;
  return { weights: inside.weights.map((w) => divide(multiply(w, total), all)), source: inside.source };
}

/** Weights as whole numbers on one common denominator: sums of them are plain additions. */
export interface ScaledWeights {
  readonly units: readonly bigint[];
  readonly scale: bigint;
}

export function scaled(weights: readonly Rational[]): ScaledWeights {
  const scale = leastCommonMultiple(weights.map((w) => w.d));
  return { units: weights.map((w) => w.n * (scale / w.d)), scale };
}

export function leastCommonMultiple(denominators: readonly bigint[]): bigint {
  let common = 1n;
  for (const d of denominators) {
    if (common % d !== 0n) common = (common / greatestCommonDivisor(common, d)) * d;
  }
  return common;
}
