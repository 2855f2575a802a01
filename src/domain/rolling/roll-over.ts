import { knownAYearLater } from '../known-from.js';
import type { Indicator, Plan, PlanStart } from '../plan.js';
import { indicatorLists, withLists } from '../plan-lists.js';

/** Something of last year's plan that is not taken over. */
export interface Dropped {
  /** Of an indicator or a programme. */
  readonly code: string;
  readonly reason: string;
}

/** What next year's plan is begun from. */
export interface LastPlan {
  readonly plan: Plan;
  /** Version of it that was in force; absent: it came as a workbook. */
  readonly version?: number;
  /** What was measured at its end, as text, by indicator. */
  readonly results: ReadonlyMap<string, string>;
}

/**
 * Next year's plan from this year's: tree, weights, map and the targets already approved for the years to come, with this year's
 * results to start from. Nothing is confirmed: how its targets read is for somebody to say again. Amounts are not taken over, nor the
 * acts that approved the old plan: both are of their own year.
 */
export function rollOver({ plan, version, results }: LastPlan, title: string, dropped: readonly Dropped[]): Plan {
  const exercise = plan.exercise + 1;
  const gone = new Set(dropped.map(({ code }) => code));
  const kept = withoutDropped(plan, gone);
  const lists = new Map(
    [...indicatorLists(kept)].map(([id, list]) => [id, list.map((one) => moved(one, plan.exercise, results))]),
  );
  const { approval: _, acts: __, periods: ___, resources: ____, startedFrom: _____, ...rest } = withLists(kept, lists);
  return {
    ...rest,
    exercise,
    title,
    sheets: rest.sheets.map((sheet) => ({ ...sheet, resources: { total: '0', parts: [], planned: '0' } })),
    budget: { lines: [], totals: [] },
    startedFrom: { ...startOf(plan, version), dropped: named(plan, dropped) },
  };
}

const startOf = ({ exercise }: Plan, version: number | undefined): Pick<PlanStart, 'exercise' | 'version'> =>
  version === undefined ? { exercise } : { exercise, version };

/** Targets of the years still to come, unread; the result of the year that ends beside what stood there. */
function moved(indicator: Indicator, year: number, results: ReadonlyMap<string, string>): Indicator {
  const measured = results.get(indicator.code) ?? results.get(indicator.repeats ?? '');
  const before = (indicator.results ?? []).filter((one) => one.year < year && one.text !== '');
  const printed = (indicator.results ?? []).find((one) => one.year === year)?.text ?? '';
  const result = { year, text: measured ?? printed };
  return {
    ...indicator,
    targets: indicator.targets.filter((one) => one.year > year).map(({ year: of, text }) => ({ year: of, text })),
    knownFrom: knownAYearLater(indicator),
    results: [...before, result],
  };
}

/** Rows that repeat a dropped indicator leave with it, and a programme takes all it has. */
function withoutDropped(plan: Plan, gone: ReadonlySet<string>): Plan {
  const programmes = plan.areas.flatMap((a) => a.objectives.flatMap((o) => o.programmes));
  const codes = new Set([
    ...gone,
    ...programmes.flatMap((p) => (gone.has(p.code) ? p.indicators.map(({ code }) => code) : [])),
  ]);
  const left = ({ code, repeats }: Indicator): boolean => !codes.has(code) && !codes.has(repeats ?? '');
  const lists = new Map([...indicatorLists(plan)].map(([id, list]) => [id, list.filter(left)]));
  const listed = withLists(plan, lists);
  return {
    ...listed,
    areas: listed.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((objective) => ({
        ...objective,
        programmes: objective.programmes.filter(({ code }) => !gone.has(code)),
      })),
    })),
    sheets: listed.sheets.filter(({ programme }) => !gone.has(programme)),
    individual: listed.individual.filter(({ programme }) => !gone.has(programme)),
    placements: listed.placements
      ?.map((one) => ({ ...one, indicators: one.indicators.filter((code) => !codes.has(code)) }))
      .filter(({ indicators }) => indicators.length > 0),
  };
}

/** What was dropped, by name. */
function named(plan: Plan, dropped: readonly Dropped[]): PlanStart['dropped'] {
  const names = new Map(nameable(plan));
  return dropped.map(({ code, reason }) => ({ code, name: names.get(code) ?? '', reason }));
}

/** Codes that can be dropped, each with its name: programmes and indicators. */
export const nameable = (plan: Plan): readonly (readonly [code: string, name: string])[] => [
  ...plan.areas.flatMap((area) =>
    area.objectives.flatMap((objective) => objective.programmes.map(({ code, title }) => [code, title] as const)),
  ),
  ...[...indicatorLists(plan).values()].flat().map(({ code, name }) => [code, name] as const),
];
