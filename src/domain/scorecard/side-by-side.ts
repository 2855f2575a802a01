import type { IndicatorAssessment, Rollup } from '../achievement/types.js';
import type { Indicator, Plan } from '../plan.js';
import { rational, roundedText, subtract } from '../rational.js';
import { slug } from '../slug.js';
import type { DecimalText } from '../targets/types.js';
import type { AppliedOverride } from './types.js';

/** What is put beside what: two exercises of one body, or two bodies. */
export type Compared = 'exercises' | 'bodies';

/** One side of a comparison: results on record, with the tree of the plan version they stand on. Nothing of single persons is in it. */
export interface Side {
  readonly exercise: number;
  readonly tree: Pick<Plan, 'areas'>;
  readonly rollups: readonly Rollup[];
  readonly indicators: readonly IndicatorAssessment[];
  readonly overrides: readonly AppliedOverride[];
}

/** A total of one side; without figures where the results have none for it. */
export interface SideTotal {
  readonly kind: 'entity' | 'perspective' | 'objective';
  /** Empty but for objectives. */
  readonly code: string;
  readonly title: string;
  readonly figures: Rollup | undefined;
}

/** An indicator of the scorecard of one side. */
export interface SideIndicator {
  readonly indicator: Indicator;
  /** Verbatim; empty where the plan says none for the exercise. */
  readonly target: string;
  readonly assessment: IndicatorAssessment | undefined;
  readonly override: AppliedOverride | undefined;
}

/** The same thing on both sides; what has no counterpart stands alone. */
export interface Pair<T> {
  readonly first: T | undefined;
  readonly second: T | undefined;
}

/**
 * The totals of two sides: the body, its perspectives, its strategic objectives. Perspectives are the same by title; objectives by
 * title, and between exercises of one body by code too, since a code that passed to another objective is not the same.
 */
export function totalsSideBySide(first: Side, second: Side, compared: Compared): readonly Pair<SideTotal>[] {
  const keyOf = ({ kind, code, title }: SideTotal): string =>
    kind === 'entity' ? kind : `${kind} ${compared === 'exercises' ? code : ''} ${sameText(title)}`;
  const [one, other] = [totalsOf(first), totalsOf(second)];
  return KINDS.flatMap((kind) => paired(one.filter(isOf(kind)), other.filter(isOf(kind)), keyOf));
}

/** The scorecard's indicators of two exercises: the same measure is one of the same code and name. */
export const indicatorsSideBySide = (first: Side, second: Side): readonly Pair<SideIndicator>[] =>
  paired(indicatorsOf(first), indicatorsOf(second), ({ indicator: { code, name } }) => `${code} ${sameText(name)}`);

/** How many points the second figure is above the first, to two decimals; undefined where one of them is missing. */
export function pointsBetween(
  first: DecimalText | undefined,
  second: DecimalText | undefined,
): DecimalText | undefined {
  if (first === undefined || second === undefined) return undefined;
  return roundedText(subtract(rational(second), rational(first)), { decimals: 2, mode: 'half-up' });
}

const KINDS = ['entity', 'perspective', 'objective'] as const;
const isOf =
  (kind: SideTotal['kind']) =>
  (total: SideTotal): boolean =>
    total.kind === kind;

/** Titles are the same but for capitals, accents, signs and spaces. */
const sameText = (text: string): string => slug(text) || text.trim();

function totalsOf({ tree, rollups }: Side): readonly SideTotal[] {
  const entity = rollups.find(({ node }) => node === 'entity');
  const under = new Map((entity === undefined ? [] : flat(entity)).map((rollup) => [rollup.node, rollup]));
  return [
    { kind: 'entity', code: '', title: '', figures: entity },
    ...rollups
      .filter(({ node }) => node.startsWith('perspective:'))
      .map((figures) => ({ kind: 'perspective' as const, code: '', title: figures.title, figures })),
    ...tree.areas.flatMap((area) =>
      area.objectives.map(({ code, title }) => ({
        kind: 'objective' as const,
        code,
        title,
        figures: under.get(`objective:${code}`),
      })),
    ),
  ];
}

const flat = (node: Rollup): readonly Rollup[] => [node, ...node.children.flatMap(flat)];

function indicatorsOf({ exercise, tree, indicators, overrides }: Side): readonly SideIndicator[] {
  const assessed = new Map(indicators.map((one) => [one.indicator, one]));
  const decided = new Map(overrides.map((one) => [one.override.indicator, one]));
  return tree.areas.flatMap((area) =>
    area.objectives.flatMap((objective) =>
      objective.programmes.flatMap((programme) =>
        programme.indicators.map((indicator) => ({
          indicator,
          target: indicator.targets.find(({ year }) => year === exercise)?.text ?? '',
          assessment: assessed.get(indicator.code),
          override: decided.get(indicator.code),
        })),
      ),
    ),
  );
}

/** The first side's order, then what only the second has; of several with one key the first goes with the first. */
function paired<T>(first: readonly T[], second: readonly T[], keyOf: (one: T) => string): readonly Pair<T>[] {
  const left = [...second];
  const pairs = first.map((one): Pair<T> => {
    const at = left.findIndex((other) => keyOf(other) === keyOf(one));
    return { first: one, second: at < 0 ? undefined : left.splice(at, 1)[0] };
  });
  return [...pairs, ...left.map((one): Pair<T> => ({ first: undefined, second: one }))];
}
