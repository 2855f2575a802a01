import {
  compare,
  divide,
  fractionText,
  HUNDRED,
  multiply,
  powerOfTen,
  type Rational,
  roundedUnits,
  unitsText,
  ZERO,
} from '../achievement/rational.js';
import { percentUnits } from '../achievement/rounding.js';
import type { Rounding } from '../policy.js';
import type { CardNode } from './card.js';
import type { Totals } from './totals.js';
import type { Contribution } from './types.js';

/**
 * How much of a node's achievement each child brings: child's points ÷ node's counted weight.
 * The exact parts add up to the exact achievement. The printed parts are rounded by largest remainder, ties by node id,
 * so that who adds the printed column finds the printed total.
 * @returns nothing when the node has no achievement
 */
export function contributionsOf(
  totals: Totals,
  children: readonly { readonly node: CardNode; readonly totals: Totals }[],
  rounding: Rounding,
): readonly Contribution[] {
  const { achievement, counted } = totals;
  if (achievement === undefined) return [];
  const parts = children.map((child) => divide(child.totals.points, counted));
  const printed = largestRemainder(
    parts,
    children.map((c) => c.node.id),
    percentUnits(achievement, rounding),
    rounding.decimals,
  );
  return children.map(({ node, totals: own }, i) => ({
    node: node.id,
    title: node.title,
    share: fractionText(multiply(HUNDRED, divide(own.counted, counted))),
    points: unitsText(printed[i] ?? 0n, rounding.decimals),
    exact: fractionText(parts[i] ?? ZERO),
  }));
}

/** Each part cut to its last decimal, and the units still missing to `total` given where most was cut. */
function largestRemainder(
  parts: readonly Rational[],
  ids: readonly string[],
  total: bigint,
  decimals: number,
): readonly bigint[] {
  const units = parts.map((part) => roundedUnits(part, decimals, 'down'));
  const missing = total - units.reduce((a, b) => a + b, 0n);
  const scale = powerOfTen(decimals);
  const byLoss = parts
    .map((part, i) => ({ i, id: ids[i] ?? '', lost: { n: part.n * scale - (units[i] ?? 0n) * part.d, d: part.d } }))
    .sort((a, b) => compare(b.lost, a.lost) || (a.id < b.id ? -1 : 1));
  for (const { i } of byLoss.slice(0, Number(missing))) units[i] = (units[i] ?? 0n) + 1n;
  return units;
}
