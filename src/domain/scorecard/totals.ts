import type { Policy } from '../policy.js';
import { type Rational, reduce, ZERO } from '../rational.js';
import type { CardNode } from './card-node.js';
import { leastCommonMultiple, type ScaledWeights } from './weights.js';

/** What is known of one leaf. `open` may still become anything between floor and cap. */
export type LeafState =
  | { readonly kind: 'assessed'; readonly counts: Rational }
  | { readonly kind: 'open'; readonly why: 'missing' | 'not-yet' | 'doubtful' }
  | { readonly kind: 'out'; readonly why: 'not-assessable' | 'neutralised' };

/** The exact figures of one node; percentages on 100. */
export interface Totals {
  /** Weight of what can be assessed, and of what counts in the achievement. */
  readonly weight: Rational;
  readonly counted: Rational;
  /** Absent when nothing counts, or when the policy wants everything first. */
  readonly achievement: Rational | undefined;
  /** Zero when there is nothing to assess. */
  readonly coverage: Rational;
  readonly worst: Rational;
  readonly best: Rational;
  /** Sum of weight × achievement of what counts. */
  readonly points: Rational;
}

/** Sums of a node on the common scale: weights × `weightScale`, points × `weightScale` × `valueScale`. */
interface Sums {
  readonly all: bigint;
  readonly assessed: bigint;
  readonly counted: bigint;
  readonly points: bigint;
  readonly blocked: boolean;
}

/**
 * Up to here one denominator serves every node. With values measured to the cent over values measured to the cent that of
 * a whole card has thousands of digits, and each node is put on its own.
 */
const SHORT = 10n ** 60n;

const NOTHING: Sums = { all: 0n, assessed: 0n, counted: 0n, points: 0n, blocked: false };

/** Sums nodes of a card for one set of results. */
export type Totaller = (node: CardNode) => Totals;

/**
 * Prepares the exact sums of one set of results. Weights and results are brought to whole numbers on common
 * denominators once, so that every node is a plain addition and no order of adding can change a total.
 * @param weights effective weights by leaf
 * @param states what is known, by leaf
 */
export function createTotaller(
  { units, scale: weightScale }: ScaledWeights,
  states: readonly LeafState[],
  policy: Pick<Policy, 'missing'>,
  limits: { readonly floor: Rational; readonly cap: Rational },
): Totaller {
  const values = states.map((s) => (s.kind === 'assessed' ? reduce(s.counts) : undefined));
  const valueScale = leastCommonMultiple([limits.floor.d, limits.cap.d, ...values.map((v) => v?.d ?? 1n)]);
  const onScale = (value: Rational): bigint => value.n * (valueScale / value.d);
  const floor = onScale(limits.floor);

  const leaves = states.map((state, i): Sums => {
    const all = units[i] ?? 0n;
    const value = values[i];
    if (value !== undefined) return { all, assessed: all, counted: all, points: all * onScale(value), blocked: false };
    // What is out has no weight left, and nothing to wait for.
    const why = state.kind === 'open' ? state.why : undefined;
    if (why === 'missing' && policy.missing === 'counts-as-floor') {
      return { all, assessed: 0n, counted: all, points: all * floor, blocked: false };
    }
    const awaited = why === 'missing' || why === 'doubtful';
    return { all, assessed: 0n, counted: 0n, points: 0n, blocked: awaited && policy.missing === 'blocks' };
  });

  const known = new Map<CardNode, Sums>();
  const sumOf = (node: CardNode): Sums => {
    if (node.leaf !== undefined) return leaves[node.leaf] ?? NOTHING;
    const before = known.get(node);
    if (before !== undefined) return before;
    let { all, assessed, counted, points, blocked } = NOTHING;
    for (const child of node.children) {
      const part = sumOf(child);
      all += part.all;
      assessed += part.assessed;
      counted += part.counted;
      points += part.points;
      blocked ||= part.blocked;
    }
    const sums = { all, assessed, counted, points, blocked };
    known.set(node, sums);
    return sums;
  };

  const short = valueScale <= SHORT;
  const cap = onScale(limits.cap);
  const scales = new Map<CardNode, bigint>();
  /** The common denominator of what stands under a node. */
  const scaleOf = (node: CardNode): bigint => {
    const before = scales.get(node);
    if (before !== undefined) return before;
    const own = node.leaf === undefined ? 1n : (values[node.leaf]?.d ?? 1n);
    const scale = leastCommonMultiple([own, limits.floor.d, limits.cap.d, ...node.children.map(scaleOf)]);
    scales.set(node, scale);
    return scale;
  };

  const totalsOf = (node: CardNode): Totals => {
    const sums = sumOf(node);
    if (short) return figures(sums, sums.points, valueScale, floor, cap);
    const scale = scaleOf(node);
    const factor = valueScale / scale;
    return figures(sums, sums.points / factor, scale, floor / factor, cap / factor);
  };

  const figures = (
    { all, assessed, counted, blocked }: Sums,
    points: bigint,
    scale: bigint,
    floor: bigint,
    cap: bigint,
  ): Totals => {
    const rest = all - counted;
    const bounds = (limit: bigint): Rational =>
      all === 0n ? { n: limit, d: scale } : { n: points + limit * rest, d: all * scale };
    return {
      weight: { n: all, d: weightScale },
      counted: { n: counted, d: weightScale },
      achievement: counted === 0n || blocked ? undefined : { n: points, d: counted * scale },
      coverage: all === 0n ? ZERO : { n: assessed * 100n, d: all },
      worst: bounds(floor),
      // What counts for the floor by rule may still arrive and be the best.
      best:
        all === 0n ? bounds(cap) : { n: points + cap * rest + (cap - floor) * (counted - assessed), d: all * scale },
      points: { n: points, d: weightScale * scale },
    };
  };

  const totals = new Map<CardNode, Totals>();
  return (node) => {
    const before = totals.get(node);
    if (before !== undefined) return before;
    const now = totalsOf(node);
    totals.set(node, now);
    return now;
  };
}
