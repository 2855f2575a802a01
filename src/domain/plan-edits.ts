import { withTarget } from './amend-plan.js';
import type { CivilDate } from './calendar/types.js';
import { sum } from './findings/number.js';
import type { Indicator, Plan } from './plan.js';
import { indicatorLists, type ListId, withLists } from './plan-lists.js';
import { exactText } from './rational.js';
import { sameValue } from './same-value.js';
import type { DecimalText, Reading } from './targets/types.js';

/** The plan with an indicator of a list replaced, added at the end when it is new, or taken away. */
export function withIndicator(plan: Plan, list: ListId, code: string, changed: Indicator | undefined): Plan {
  const lists = new Map(indicatorLists(plan));
  const there = lists.get(list) ?? [];
  const kept = there.flatMap((one) => (one.code !== code ? [one] : changed === undefined ? [] : [changed]));
  const isNew = changed !== undefined && !there.some((one) => one.code === code);
  lists.set(list, isNew ? [...kept, changed] : kept);
  return withLists(plan, lists);
}

/**
 * The plan with an indicator of a list as a form changed it, or without it. Rows elsewhere that repeat it follow where they said the
 * same, and leave with it: the plan must not contradict itself.
 * @param before the indicator as it stands; absent: it is new
 */
export function withFollowed(
  plan: Plan,
  list: ListId,
  before: Indicator | undefined,
  changed: Indicator | undefined,
): Plan {
  const code = before?.code ?? changed?.code ?? '';
  const next = withIndicator(plan, list, code, changed);
  if (before === undefined) return next;
  const lists = [...indicatorLists(next)].map(
    ([id, rows]) =>
      [
        id,
        rows.flatMap((row) =>
          row.repeats !== code ? [row] : changed === undefined ? [] : [followed(row, before, changed)],
        ),
      ] as const,
  );
  return withLists(next, new Map(lists));
}

/** The targets in which a row said what the indicator it repeats said, as that one says now. */
function followed(row: Indicator, before: Indicator, changed: Indicator): Indicator {
  const of = (indicator: Indicator, year: number) => indicator.targets.find((t) => t.year === year);
  const targets = row.targets.flatMap((target) => {
    const [was, is] = [of(before, target.year), of(changed, target.year)];
    if (was?.text !== target.text || sameValue(was, is)) return [target];
    return is === undefined ? [] : [is];
  });
  return { ...row, targets };
}

/** What a form says of an indicator. */
export interface IndicatorFields {
  readonly name: string;
  readonly office: string;
  /** Empty: none. */
  readonly weight: DecimalText | '';
  readonly perspective: string;
  readonly missioneProgramma: string;
  /** From when its value can be known; empty: at once. */
  readonly knownFrom: CivilDate | '';
  /** By year; an empty text takes the target away. */
  readonly targets: ReadonlyMap<number, string>;
}

/** An indicator as a form changes it; what the form does not show stays, and so does the reading of a text that stays. */
export function edited(indicator: Indicator, fields: IndicatorFields): Indicator {
  const { weight: _, perspective: __, missioneProgramma: ___, knownFrom: ____, attributed, ...rest } = indicator;
  const stillAttributed = attributed === true && fields.office === indicator.office;
  const plain: Indicator = {
    ...rest,
    name: fields.name,
    office: fields.office,
    weight: fields.weight === '' ? undefined : fields.weight,
    perspective: fields.perspective === '' ? undefined : fields.perspective,
    missioneProgramma: fields.missioneProgramma === '' ? undefined : fields.missioneProgramma,
    knownFrom: fields.knownFrom === '' ? undefined : fields.knownFrom,
    attributed: stillAttributed ? attributed : undefined,
  };
  let changed = plain;
  for (const [year, text] of fields.targets) {
    const there = changed.targets.find((t) => t.year === year);
    if (text === (there?.text ?? '')) continue;
    changed =
      text === ''
        ? { ...changed, targets: changed.targets.filter((t) => t.year !== year) }
        : withTarget(changed, year, text);
  }
  return changed;
}

/** The indicator with the reading of a year's target confirmed. */
export const confirmed = (indicator: Indicator, year: number, reading: Reading, by: string): Indicator => ({
  ...indicator,
  targets: indicator.targets.map((t) => (t.year === year ? { ...t, confirmed: reading, confirmedBy: by } : t)),
});

/** Something whose weight is written in the plan itself, with what the things below it weigh. */
export interface Weighed {
  /** Unique: name of its field. */
  readonly id: string;
  readonly level: 'perspective' | 'objective' | 'programme';
  readonly code: string;
  readonly title: string;
  readonly perspective?: string;
  readonly weight?: DecimalText;
  /** Sum of the weights below; absent when nothing below has one. */
  readonly below?: DecimalText;
}

/** The weights of a plan level by level, in its order. */
export function weighedIn(plan: Plan): readonly Weighed[] {
  const objectives = plan.areas.flatMap((area) => area.objectives);
  return [
    ...plan.perspectives.map((p) => ({
      id: `prospettiva.${p.id}`,
      level: 'perspective' as const,
      code: p.id,
      title: p.title,
      weight: p.weight,
      below: below(objectives.flatMap((o) => o.weights.filter((w) => w.perspective === p.id).map((w) => w.weight))),
    })),
    ...objectives.flatMap((o) => [
      ...o.weights.map((w) => ({
        id: `obiettivo.${o.code}.${w.perspective}`,
        level: 'objective' as const,
        code: o.code,
        title: o.title,
        perspective: w.perspective,
        weight: w.weight,
        below: below(o.programmes.filter((p) => p.perspective === w.perspective).flatMap(weightOf)),
      })),
      ...o.programmes.map((p) => ({
        id: `programma.${p.code}`,
        level: 'programme' as const,
        code: p.code,
        title: p.title,
        perspective: p.perspective,
        weight: p.weight,
        below: below(p.indicators.flatMap(weightOf)),
      })),
    ]),
  ];
}

const weightOf = ({ weight }: { readonly weight?: DecimalText }): readonly DecimalText[] =>
  weight === undefined ? [] : [weight];
const below = (weights: readonly DecimalText[]): DecimalText | undefined =>
  weights.length === 0 ? undefined : exactText(sum(weights));

/** The plan with other weights above the indicators, by the id of `weighedIn`; one that is not given stays. */
export function withWeights(plan: Plan, weights: ReadonlyMap<string, DecimalText>): Plan {
  const of = <T extends { readonly weight?: DecimalText }>(id: string, node: T): T => {
    const weight = weights.get(id);
    return weight === undefined ? node : { ...node, weight };
  };
  return {
    ...plan,
    perspectives: plan.perspectives.map((p) => of(`prospettiva.${p.id}`, p)),
    areas: plan.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((o) => ({
        ...o,
        weights: o.weights.map((w) => of(`obiettivo.${o.code}.${w.perspective}`, w)),
        programmes: o.programmes.map((p) => of(`programma.${p.code}`, p)),
      })),
    })),
  };
}
