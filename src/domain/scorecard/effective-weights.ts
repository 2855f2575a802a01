import type { Policy } from '../policy.js';
import { divide, multiply, type Rational, reduce, ZERO } from '../rational.js';
import type { Card } from './card.js';
import type { Leaf } from './card-node.js';
import { type ScaledWeights, scaled, sum } from './weights.js';

/**
 * What each leaf weighs once those that are `out` have left, by the policy's rule: their weight leaves the card, or goes
 * to the nearest circle of siblings (programme, objective, perspective, card) that still holds something to assess.
 */
export function effectiveWeights(
  { leaves, nominal }: Pick<Card, 'leaves' | 'nominal'>,
  out: readonly boolean[],
  rule: Policy['notAssessable'],
): ScaledWeights {
  if (!out.includes(true)) return nominal;
  if (rule === 'leaves-card') {
    return { scale: nominal.scale, units: nominal.units.map((units, i) => (out[i] === true ? 0n : units)) };
  }
  const widest = Math.max(...leaves.map((leaf) => leaf.circles.length));
  // From the nearest circle outwards: each gives back to its own what it lost, if it has anybody left.
  let weights: readonly Rational[] = leaves.map((leaf, i) => (out[i] === true ? ZERO : leaf.weight));
  for (let level = 0; level < widest; level++) weights = refill(leaves, weights, level);
  return scaled(weights);
}

function refill(leaves: readonly Leaf[], weights: readonly Rational[], level: number): readonly Rational[] {
  const members = new Map<string, number[]>();
  leaves.forEach((leaf, i) => {
    const circle = leaf.circles[level];
    if (circle !== undefined) members.set(circle, [...(members.get(circle) ?? []), i]);
  });
  const refilled = [...weights];
  for (const inside of members.values()) {
    const due = sum(inside.map((i) => leaves[i]?.weight ?? ZERO));
    const left = sum(inside.map((i) => weights[i] ?? ZERO));
    if (left.n === 0n) continue;
    // The sum of many fractions is long before it is in lowest terms, and the factor is used for each of them.
    const factor = reduce(divide(due, left));
    for (const i of inside) refilled[i] = reduce(multiply(weights[i] ?? ZERO, factor));
  }
  return refilled;
}
