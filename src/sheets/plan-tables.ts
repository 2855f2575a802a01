import { sheetWords } from '../words/sheets.js';
import type { Column, Table } from './table.js';

const { titles: t, sheets: s } = sheetWords.plan;
const columns = <K extends string>(of: Readonly<Record<K, Column>>) => of;

const text = (title: string, width?: number): Column => ({
  title,
  kind: 'text',
  width,
});
const needed = (title: string, width?: number): Column => ({ ...text(title, width), required: true });
const verbatim = (title: string, width?: number): Column => ({ ...text(title, width), kind: 'verbatim' });
const code = (title: string, width?: number): Column => ({ ...text(title, width), kind: 'code' });
const neededCode = (title: string, width?: number): Column => ({ ...code(title, width), required: true });
const decimal = (title: string): Column => ({ title, kind: 'decimal', width: 12 });
const amount = (title: string): Column => ({ title, kind: 'decimal', required: true, width: 15 });
const source = needed(t.source, 40);
const note: Column = { ...text(t.note, 40), later: true };
const accounting = columns({
  heading: needed(t.heading, 24),
  activity: verbatim(t.activity),
  function: needed(t.function, 24),
  costCentre: needed(t.costCentre, 24),
  product: needed(t.product, 24),
  description: needed(t.description, 40),
  amount: amount(t.amount),
  note,
  source,
});

/** The sheets of a plan's workbook, in order. */
export const PLAN_TABLES = {
  plan: { name: s.plan, columns: columns({ field: needed(t.field, 28), value: needed(t.value, 70) }) },
  perspectives: {
    name: s.perspectives,
    columns: columns({
      id: needed(t.id, 28),
      title: needed(t.title, 44),
      weight: decimal(t.weight),
      source: text(t.source, 40),
    }),
  },
  structure: {
    name: s.structure,
    columns: columns({
      level: needed(t.level, 14),
      code: neededCode(t.code, 11),
      title: text(t.title, 60),
      perspective: text(t.perspective, 28),
      weight: decimal(t.weight),
      missioneProgramma: text(t.missioneProgramma, 14),
      source: text(t.source, 40),
    }),
  },
  sheets: {
    name: s.sheets,
    columns: columns({
      programme: neededCode(t.programme, 12),
      title: needed(t.title, 60),
      offices: needed(t.offices, 30),
      officesAsWritten: text(t.officesAsWritten, 40),
      total: amount(t.total),
      planned: amount(t.planned),
      spent: decimal(t.spent),
      spentAsWritten: text(t.spentAsWritten),
      resourcesSource: text(t.resourcesSource, 30),
      abridged: { title: t.abridged, kind: 'flag', later: true, width: 12 },
      source,
    }),
  },
  ledger: {
    name: s.ledger,
    later: true,
    columns: columns({
      programme: neededCode(t.programme, 12),
      nature: needed(t.nature, 16),
      year: { title: t.year, kind: 'year', required: true, width: 8 },
      description: needed(t.description, 40),
      amount: amount(t.amount),
      function: text(t.function, 12),
      costCentre: text(t.costCentre, 16),
      product: text(t.product, 16),
      note,
      source,
    }),
  },
  links: {
    name: s.links,
    later: true,
    columns: columns({
      from: neededCode(t.cause, 12),
      to: neededCode(t.effect, 12),
      reason: needed(t.reason, 60),
    }),
  },
  owners: {
    name: s.owners,
    later: true,
    columns: columns({ objective: neededCode(t.objective, 12), owners: needed(t.owners, 60) }),
  },
  resources: {
    name: s.resources,
    columns: columns({ programme: neededCode(t.programme, 12), name: needed(t.name, 40), amount: amount(t.amount) }),
  },
  aims: {
    name: s.aims,
    later: true,
    columns: columns({
      programme: neededCode(t.programme, 12),
      kind: needed(t.aimKind, 18),
      text: needed(t.aim, 80),
    }),
  },
  individual: {
    name: s.individual,
    columns: columns({
      code: neededCode(t.code, 11),
      title: text(t.title, 60),
      role: needed(t.role, 24),
      area: neededCode(t.area, 8),
      weight: amount(t.weight),
      programme: neededCode(t.programme, 12),
      source,
    }),
  },
  otherTitles: {
    name: s.otherTitles,
    columns: columns({
      level: needed(t.level, 14),
      code: neededCode(t.code, 28),
      title: needed(t.otherTitle, 60),
      source,
    }),
  },
  budget: {
    name: s.budget,
    columns: columns({
      area: neededCode(t.area, 8),
      objective: neededCode(t.objective, 10),
      programme: code(t.programme, 12),
      ...accounting,
    }),
  },
  totals: {
    name: s.totals,
    columns: columns({
      of: neededCode(t.of, 12),
      level: needed(t.level, 14),
      title: text(t.title, 60),
      amount: amount(t.amount),
      source,
    }),
  },
  details: { name: s.details, columns: columns({ number: needed(t.number, 8), ...accounting }) },
  items: {
    name: s.items,
    columns: columns({
      number: needed(t.number, 8),
      description: needed(t.description, 50),
      amount: amount(t.amount),
      note,
      source,
    }),
  },
  acts: {
    name: s.acts,
    columns: columns({
      use: needed(t.use, 14),
      id: needed(t.id, 24),
      title: needed(t.title, 50),
      board: needed(t.board, 20),
      number: verbatim(t.actNumber),
      date: { title: t.date, kind: 'date', required: true, width: 12 },
      dueDate: { title: t.dueDate, kind: 'date', width: 12 },
      dueNorm: text(t.dueNorm, 30),
      source,
    }),
  },
  periods: {
    name: s.periods,
    columns: columns({
      of: needed(t.of, 20),
      title: needed(t.title, 40),
      from: { title: t.from, kind: 'year', required: true, width: 8 },
      to: { title: t.to, kind: 'year', width: 8 },
      source,
    }),
  },
  placements: {
    name: s.placements,
    columns: columns({
      about: needed(t.about, 40),
      perspective: needed(t.perspective, 28),
      indicators: neededCode(t.indicators, 40),
      source,
    }),
  },
  identity: {
    name: s.identity,
    later: true,
    columns: columns({ of: needed(t.of, 20), text: needed(t.stated, 60), source }),
  },
  legend: {
    name: s.legend,
    columns: columns({ label: needed(t.label, 24), threshold: verbatim(t.threshold, 30), source }),
  },
} as const satisfies Record<string, Table<string>>;

/** The columns of an indicator that do not depend on the plan's years. */
const INDICATOR = columns({
  list: needed(t.list, 14),
  under: neededCode(t.under, 11),
  code: neededCode(t.code, 12),
  name: needed(t.indicator, 60),
  weight: decimal(t.weight),
  perspective: text(t.perspective, 28),
  office: needed(t.office, 24),
  attributed: { title: t.attributed, kind: 'flag', width: 12 },
  repeats: code(t.repeats, 12),
  history: text(t.history, 14),
  missioneProgramma: text(t.missioneProgramma, 14),
  knownFrom: { title: t.knownFrom, kind: 'date', later: true, width: 14 },
  source,
});

export type IndicatorKey =
  | keyof typeof INDICATOR
  | `target${number}`
  | `reading${number}`
  | `confirmedBy${number}`
  | `result${number}`;

/** Years that have a column. */
export interface PlanYears {
  readonly targets: readonly number[];
  readonly results: readonly number[];
}

/** The sheet of the indicators, with the columns of these years. */
export function indicatorTable({ targets, results }: PlanYears): Table<IndicatorKey> {
  const byYear: [IndicatorKey, Column][] = [
    ...results.map((y): [IndicatorKey, Column] => [`result${y}`, verbatim(t.result(y), 14)]),
    ...targets.flatMap((y): [IndicatorKey, Column][] => [
      [`target${y}`, verbatim(t.target(y), 24)],
      [`reading${y}`, text(t.reading(y), 34)],
      [`confirmedBy${y}`, text(t.confirmedBy(y), 18)],
    ]),
  ];
  const { list, under, code, name, ...rest } = INDICATOR;
  // The keys are those just made for these years.
  const all = Object.fromEntries([...Object.entries({ list, under, code, name }), ...byYear, ...Object.entries(rest)]);
  return { name: s.indicators, columns: all as Record<IndicatorKey, Column> };
}

/** The years a sheet of indicators has columns of, by its titles. */
export function yearsIn(titles: readonly string[]): PlanYears {
  const of = (title: (year: number) => string): readonly number[] =>
    titles.flatMap((found) => {
      const year = Number(/\d{4}$/.exec(found.trim())?.[0]);
      return title(year).toLowerCase() === found.trim().toLowerCase() ? [year] : [];
    });
  return { targets: of(t.target), results: of(t.result) };
}
