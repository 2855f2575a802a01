import { sum } from './findings/number.js';
import { contextOf } from './findings/walk.js';
import type { Indicator, Plan, Programme } from './plan.js';
import { indicatorLists, type ListId, withLists } from './plan-lists.js';
import { exactText } from './rational.js';
import { err, ok, type Result } from './result.js';
import { sameValue } from './same-value.js';
import type { TargetOutcome } from './targets/outcome.js';
import { parseTarget } from './targets/parse.js';
import type { DecimalText, Reading } from './targets/types.js';

/** The same plan with every indicator passed through `change`: scorecard, programme sheets, individual objectives. */
export function mapIndicators(plan: Plan, change: (indicator: Indicator) => Indicator): Plan {
  return withLists(plan, new Map([...indicatorLists(plan)].map(([id, list]) => [id, list.map(change)])));
}

/** A new text for the target of one year; the reading confirmed for the old text goes with it. */
export function withTarget(indicator: Indicator, year: number, text: string): Indicator {
  const others = indicator.targets.filter((t) => t.year !== year);
  return { ...indicator, targets: [...others, { year, text }].sort((a, b) => a.year - b.year) };
}

/** Other targets and weights of a plan, by code of the indicator: what somebody supposes, to see what would come of it. */
export interface Amendment {
  /** New texts of the exercise's targets. */
  readonly targets: ReadonlyMap<string, string>;
  /** Readings a person confirms for targets of the amended plan, by indicator. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** New weights of indicators of the scorecard, percent of the whole. */
  readonly weights: ReadonlyMap<string, DecimalText>;
  /** Whether programmes and objectives touched by the new weights weigh what their indicators sum to. */
  readonly resum: boolean;
}

export const NO_AMENDMENT: Amendment = {
  targets: new Map(),
  readings: new Map(),
  weights: new Map(),
  resum: false,
};

/**
 * The plan as it would be. Rows elsewhere that repeat an indicator with the same target follow it: the plan must not
 * contradict itself.
 * @param by who confirms the readings
 * @returns the plan, or what in the amendment does not fit it, in Italian
 */
export function amendPlan(plan: Plan, amendment: Amendment, by: string): Result<Plan, readonly string[]> {
  const problems = misfits(plan, amendment);
  if (problems.length > 0) return err(problems);
  const followed = followedTargets(plan, amendment);
  const amended = mapIndicators(plan, (indicator) => amendIndicator(plan.exercise, indicator, amendment, followed, by));
  return ok(amendment.resum ? resummed(plan, amended) : amended);
}

/**
 * What the new or changed targets of an amendment are read as, by indicator: to be confirmed one by one.
 * @param plan the amended plan
 */
export function readAmended(plan: Plan, codes: ReadonlySet<string>): ReadonlyMap<string, TargetOutcome> {
  const found = new Map<string, TargetOutcome>();
  for (const list of indicatorLists(plan).values()) {
    for (const indicator of list) {
      const text = indicator.targets.find((t) => t.year === plan.exercise)?.text;
      if (codes.has(indicator.code) && text !== undefined)
        found.set(indicator.code, parseTarget(text, contextOf(indicator, plan.exercise)));
    }
  }
  return found;
}

/** A code for a new indicator of a programme: the next after the highest, `3.2.1-04`. */
export const nextCode = (plan: Plan, programme: string): string => nextCodeAfter(plan, `${programme}-`);

/** The same of any list, by what its codes begin with: `1.1.1-s02`. */
export function nextCodeAfter(plan: Plan, prefix: string): string {
  const numbers = [...indicatorLists(plan).values()]
    .flat()
    .filter((i) => i.code.startsWith(prefix))
    .map((i) => Number(i.code.slice(prefix.length)))
    .filter(Number.isInteger);
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

function misfits(plan: Plan, { targets, weights }: Amendment): readonly string[] {
  const codes = new Set([...indicatorLists(plan).values()].flat().map((i) => i.code));
  return [...new Set([...targets.keys(), ...weights.keys()])]
    .filter((code) => !codes.has(code))
    .map((code) => `il Piano non ha un indicatore «${code}»`);
}

const scorecard = (programme: string): ListId => `scorecard:${programme}`;

/** New texts for rows that repeat a changed indicator and said the same as it did. */
function followedTargets(plan: Plan, { targets }: Amendment): ReadonlyMap<string, string> {
  const all = [...indicatorLists(plan).values()].flat();
  const textOf = (code: string): string | undefined =>
    all.find((i) => i.code === code)?.targets.find((t) => t.year === plan.exercise)?.text;
  return new Map(
    all.flatMap((row) => {
      if (row.repeats === undefined || targets.has(row.code)) return [];
      const text = targets.get(row.repeats);
      return text === undefined || textOf(row.code) !== textOf(row.repeats) ? [] : [[row.code, text] as const];
    }),
  );
}

function amendIndicator(
  year: number,
  indicator: Indicator,
  amendment: Amendment,
  followed: ReadonlyMap<string, string>,
  by: string,
): Indicator {
  const text = amendment.targets.get(indicator.code) ?? followed.get(indicator.code);
  const weight = amendment.weights.get(indicator.code);
  const retargeted = text === undefined ? indicator : withTarget(indicator, year, text);
  const reweighed = weight === undefined ? retargeted : { ...retargeted, weight };
  return confirm(year, reweighed, amendment, by, followed.has(indicator.code) ? indicator.repeats : undefined);
}

/** Puts the confirmed reading of an indicator, or of the one it follows, beside its target of the year. */
function confirm(year: number, indicator: Indicator, { readings }: Amendment, by: string, follows?: string): Indicator {
  const reading = readings.get(indicator.code) ?? (follows === undefined ? undefined : readings.get(follows));
  if (reading === undefined) return indicator;
  return {
    ...indicator,
    targets: indicator.targets.map((t) => (t.year === year ? { ...t, confirmed: reading, confirmedBy: by } : t)),
  };
}

/** Programmes whose indicators changed weight weigh what these sum to, and their objectives what their programmes do. */
function resummed(before: Plan, after: Plan): Plan {
  const old = indicatorLists(before);
  const touched = (p: Programme): boolean =>
    p.weight !== undefined &&
    p.indicators.every((i) => i.weight !== undefined) &&
    !sameValue(weightsIn(p.indicators), weightsIn(old.get(scorecard(p.code)) ?? []));
  return {
    ...after,
    areas: after.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((objective) => {
        const perspectives = new Set(objective.programmes.filter(touched).map((p) => p.perspective));
        const programmes = objective.programmes.map((p) =>
          touched(p) ? { ...p, weight: exactText(sum(weightsIn(p.indicators))) } : p,
        );
        const weights = objective.weights.map((w) => {
          const under = programmes.filter((p) => p.perspective === w.perspective);
          return perspectives.has(w.perspective) ? { ...w, weight: exactText(sum(weightsIn(under))) } : w;
        });
        return { ...objective, programmes, weights };
      }),
    })),
  };
}

const weightsIn = (weighed: readonly { readonly weight?: DecimalText }[]): readonly DecimalText[] =>
  weighed.flatMap((w) => (w.weight === undefined ? [] : [w.weight]));
