import { percentUnits } from '../achievement/rounding.js';
import type { Rounding } from '../rational.js';
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
} from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import type { CardNode } from './card-node.js';
import type { Totals } from './totals.js';
import type { Contribution } from './types.js';

/** What a child brings to its parent, as numbers: what traces and the scorecard are written from. */
export interface Part {
  readonly node: string;
  readonly title: string;
  /** Of the parent's counted weight, percent. */
  readonly share: Rational;
  /** The child's own. */
  readonly achievement: Rational | undefined;
  /** Percentage points of the parent. */
  readonly brings: Rational;
  /** The same, rounded so that all parts add up. */
  readonly points: DecimalText;
}

/** A part as the scorecard keeps it. */
export const contributionOf = ({ node, title, share, brings, points }: Part): Contribution => ({
  node,
  title,
  share: fractionText(share),
  points,
  exact: fractionText(brings),
});

/**
 * How much of a node's achievement each child brings: child's points ÷ node's counted weight.
 * The exact parts add up to the exact achievement. The printed parts are rounded by largest remainder, ties by node id,
 * so that who adds the printed column finds the printed total.
 * @returns nothing when the node has no achievement
 */
export function partsOf(
  totals: Totals,
  children: readonly { readonly node: CardNode; readonly totals: Totals }[],
  rounding: Rounding,
): readonly Part[] {
  const { achievement, counted } = totals;
  if (achievement === undefined) return [];
  const brought = children.map((child) => divide(child.totals.points, counted));
  const printed = largestRemainder(
    brought,
    children.map((c) => c.node.id),
    percentUnits(achievement, rounding),
    rounding.decimals,
  );
  return children.map(({ node, totals: own }, i) => ({
    node: node.id,
    title: node.title,
    share: shareOf(own.counted, counted),
    achievement: own.achievement,
    brings: brought[i] ?? ZERO,
    points: unitsText(printed[i] ?? 0n, rounding.decimals),
  }));
}

/** Weights of one card stand on one denominator, which may be long and says nothing of their share. */
const shareOf = (part: Rational, whole: Rational): Rational =>
  part.d === whole.d ? { n: part.n * 100n, d: whole.n } : multiply(HUNDRED, divide(part, whole));

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
