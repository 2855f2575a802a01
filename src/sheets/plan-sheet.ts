import type { Act, BudgetDetail, Indicator, OtherTitle, Plan, ProgrammeSheet } from '../domain/plan.js';
import { sentence } from '../domain/targets/sentence.js';
import { sheetWords } from '../words/sheets.js';
import { type IndicatorKey, indicatorTable, type PlanYears, PLAN_TABLES as T } from './plan-tables.js';
import { type Line, type Table, writeTable } from './table.js';
import { writeWorkbook } from './workbook-write.js';

export { type PastedPlan, type PastedRow, type PasteError, readPastedPlan } from './pasted-plan.js';
export { readPlanSheet } from './read-plan-sheet.js';

const { levels, lists, aims, identity, fields, uses, absent, natures } = sheetWords.plan;

/**
 * A plan as an `.xlsx` workbook, nothing left out: `readPlanSheet` gives the same plan back. Only a list that is there and
 * empty comes back as one that is not. From which plan it was begun stays with the draft.
 */
export function writePlanSheet(plan: Plan): Buffer {
  return writeWorkbook([
    // What most come for is what the workbook opens on; who reads it back goes by the names of the sheets.
    indicatorsSheet(plan),
    writeTable(T.plan, [
      { field: fields.entity, value: plan.entity },
      { field: fields.exercise, value: String(plan.exercise) },
      { field: fields.title, value: plan.title },
    ]),
    writeTable(T.perspectives, plan.perspectives),
    writeTable(T.structure, structure(plan)),
    writeTable(
      T.sheets,
      plan.sheets.map((sheet) => ({
        ...sheet,
        ...sheet.resources,
        offices: sheet.offices.join(', '),
        resourcesSource: sheet.resources.source,
        abridged: sheet.abridged === true ? 'sì' : undefined,
        source: sheet.source,
      })),
    ),
    writeTable(
      T.resources,
      plan.sheets.flatMap((sheet) => sheet.resources.parts.map((part) => ({ programme: sheet.programme, ...part }))),
    ),
    writeTable(T.aims, plan.sheets.flatMap(aimLines)),
    writeTable(T.individual, plan.individual),
    writeTable(T.otherTitles, otherTitles(plan)),
    writeTable(T.budget, plan.budget.lines),
    writeTable(T.totals, plan.budget.totals),
    writeTable(T.details, (plan.budget.details ?? []).map(detailLine)),
    writeTable(
      T.items,
      (plan.budget.details ?? []).flatMap((detail, i) =>
        detail.items.map((item) => ({ number: numbered(i), ...item })),
      ),
    ),
    writeTable(
      T.ledger,
      (plan.resources?.lines ?? []).map((line) => ({
        ...line,
        nature: natures[line.nature],
        year: String(line.year),
      })),
    ),
    writeTable(T.links, plan.links ?? []),
    writeTable(
      T.owners,
      plan.areas.flatMap((area) =>
        area.objectives.flatMap(({ code, owners = [] }) =>
          owners.length === 0 ? [] : [{ objective: code, owners: owners.join(', ') }],
        ),
      ),
    ),
    writeTable(T.acts, [
      ...(plan.approval === undefined ? [] : [actLine(uses.approval, plan.approval)]),
      ...(plan.acts ?? []).map((act) => actLine(uses.premise, act)),
    ]),
    writeTable(
      T.periods,
      (plan.periods ?? []).map((p) => ({
        ...p,
        from: String(p.from),
        to: p.to === undefined ? undefined : String(p.to),
      })),
    ),
    writeTable(
      T.placements,
      (plan.placements ?? []).map((p) => ({ ...p, indicators: p.indicators.join(', ') })),
    ),
    writeTable(
      T.identity,
      (plan.identity ?? []).map((stated) => ({ ...stated, of: identity[stated.of] })),
    ),
    writeTable(
      T.legend,
      (plan.legend?.entries ?? []).map((entry) => ({ ...entry, source: plan.legend?.source })),
    ),
  ]);
}

const aimLines = ({ programme, actions = [], expectedResults = [] }: ProgrammeSheet) => [
  ...actions.map((text) => ({ programme, kind: aims.action, text })),
  ...expectedResults.map((text) => ({ programme, kind: aims.expectedResult, text })),
];

const numbered = (i: number): string => String(i + 1);

const detailLine = (detail: BudgetDetail, i: number) => ({ number: numbered(i), ...withoutItems(detail) });
const withoutItems = ({ items: _, ...rest }: BudgetDetail) => rest;

const actLine = (use: string, { due, ...act }: Act) => ({ use, ...act, dueDate: due?.date, dueNorm: due?.norm });

type KeysOf<X> = X extends Table<infer K> ? K : never;

/** Top down, as the tree prints: an objective has one line for itself and one for each perspective it weighs in. */
const structure = (plan: Plan): readonly Line<KeysOf<typeof T.structure>>[] =>
  plan.areas.flatMap((area) => [
    { level: levels.area, code: area.code, title: area.title, source: area.source },
    ...area.objectives.flatMap(({ code, title, source, weights, programmes }) => [
      { level: levels.objective, code, title, source },
      ...weights.map((weight) => ({ level: levels.weight, code, ...weight })),
      ...programmes.map(({ indicators: _, otherTitles: __, ...programme }) => ({
        level: levels.programme,
        ...programme,
      })),
    ]),
  ]);

function otherTitles(plan: Plan): readonly Line<KeysOf<typeof T.otherTitles>>[] {
  const of = (level: string, code: string, titles: readonly OtherTitle[] = []) =>
    titles.map((title) => ({ level, code, ...title }));
  return [
    ...plan.perspectives.flatMap((p) => of(levels.perspective, p.id, p.otherTitles)),
    ...plan.areas.flatMap((area) => [
      ...of(levels.area, area.code, area.otherTitles),
      ...area.objectives.flatMap((objective) => [
        ...of(levels.objective, objective.code, objective.otherTitles),
        ...objective.programmes.flatMap((p) => of(levels.programme, p.code, p.otherTitles)),
      ]),
    ]),
  ];
}

function indicatorsSheet(plan: Plan) {
  const placed = [
    ...plan.areas.flatMap((area) =>
      area.objectives.flatMap((o) => o.programmes.flatMap((p) => under(lists.scorecard, p.code, p.indicators))),
    ),
    ...plan.sheets.flatMap((sheet) => under(lists.sheet, sheet.programme, sheet.indicators)),
    ...plan.individual.flatMap((o) => under(lists.individual, o.code, o.indicators)),
  ];
  const years: PlanYears = {
    targets: distinct(placed.flatMap((p) => p.indicator.targets.map((target) => target.year))),
    results: distinct(placed.flatMap((p) => (p.indicator.results ?? []).map((result) => result.year))),
  };
  return writeTable(
    indicatorTable(years),
    placed.map(({ list, under: code, indicator }) => indicatorLine(list, code, indicator, years)),
  );
}

const under = (list: string, code: string, indicators: readonly Indicator[]) =>
  indicators.map((indicator) => ({ list, under: code, indicator }));

const distinct = (years: readonly number[]): readonly number[] => [...new Set(years)].sort((a, b) => a - b);

function indicatorLine(list: string, code: string, indicator: Indicator, years: PlanYears): Line<IndicatorKey> {
  const { targets, results, attributed, ...plain } = indicator;
  const line: { [key in IndicatorKey]?: string | undefined } = { list, under: code, ...plain };
  if (attributed === true) line.attributed = 'sì';
  for (const year of years.results) line[`result${year}`] = results?.find((r) => r.year === year)?.text ?? absent;
  for (const year of years.targets) {
    const target = targets.find((found) => found.year === year);
    line[`target${year}`] = target?.text ?? absent;
    if (target?.confirmed !== undefined) line[`reading${year}`] = sentence(target.confirmed);
    if (target?.confirmedBy !== undefined) line[`confirmedBy${year}`] = target.confirmedBy;
  }
  return line;
}
