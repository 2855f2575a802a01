import { add, compare, exactText, HUNDRED, isNegative, isZero, rational, ZERO } from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/**
 * Why these weights can not stand together: each is above zero, and they sum to 100.
 * @param of what is weighed, in Italian: `gli obiettivi`
 * @returns a sentence; undefined when they can
 */
export function refuseWeights(of: string, weights: readonly DecimalText[]): string | undefined {
  const exact = weights.map(rational);
  if (exact.some((weight) => isNegative(weight) || isZero(weight)))
    return `${of}: ogni peso deve essere maggiore di zero`;
  const sum = exact.reduce(add, ZERO);
  if (compare(sum, HUNDRED) === 0) return undefined;
  return `${of}: i pesi devono sommare a 100, qui sommano a ${exactText(sum).replace('.', ',')}`;
}
