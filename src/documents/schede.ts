import type { Plan, ProgrammeSheet } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { euro as euroText } from '../words/format.js';
import { type Block, type Cell, type Column, euros, type Section, type Table } from './content.js';
import { type Results, resultAndTargets } from './cruscotto.js';

/** The programme sheets (chapter 4.3 of the Piano), a section each: where it belongs, resources, who answers, indicators. */
export function sheetSections(plan: Plan, results?: Results): readonly Section[] {
  return plan.sheets.map((sheet) => ({
    level: 3,
    title: words.piano.sheet(sheet.programme, sheet.title),
    blocks: [factsOf(plan, sheet), indicatorsOf(plan, sheet, results)],
  }));
}

/** Resources of all sheets in one table: by programme, planned and spent. */
export function resourcesTable(plan: Plan): Table {
  return {
    kind: 'table',
    dataset: 'risorse',
    caption: words.budget.byProgramme,
    columns: [
      { title: words.column.code, dataOnly: true },
      { title: words.column.programme, share: 5, heads: true },
      { title: words.column.resources, figures: true, share: 1.4 },
      { title: words.column.ofWhich, share: 3 },
      { title: words.column.planned, figures: true, share: 1.4 },
      { title: words.column.spent, figures: true, share: 1.4 },
    ],
    rows: plan.sheets.map((sheet) => ({
      cells: [
        sheet.programme,
        `${sheet.programme} ${sheet.title}`,
        euros(sheet.resources.total),
        partsText(sheet),
        euros(sheet.resources.planned),
        spentOf(sheet),
      ],
    })),
  };
}

function factsOf(plan: Plan, sheet: ProgrammeSheet): Block {
  const area = plan.areas.find((a) => a.objectives.some((o) => o.programmes.some((p) => p.code === sheet.programme)));
  const line = area?.objectives.find((o) => o.programmes.some((p) => p.code === sheet.programme));
  return {
    kind: 'facts',
    facts: [
      ...(area === undefined ? [] : [{ label: words.piano.area, value: `${area.code} ${area.title}` }]),
      ...(line === undefined ? [] : [{ label: words.piano.line, value: `${line.code} ${line.title}` }]),
      { label: words.column.resources, value: euros(sheet.resources.total) },
      ...(sheet.resources.parts.length === 0 ? [] : [{ label: words.column.ofWhich, value: partsText(sheet) }]),
      { label: words.column.planned, value: euros(sheet.resources.planned) },
      { label: words.column.spent, value: spentOf(sheet) },
      { label: words.column.offices, value: sheet.officesAsWritten ?? sheet.offices.join(', ') },
    ],
  };
}

const spentOf = ({ resources }: ProgrammeSheet): Cell =>
  resources.spent === undefined ? (resources.spentAsWritten ?? '') : euros(resources.spent);

const partsText = ({ resources }: ProgrammeSheet): string =>
  resources.parts.map((part) => `${part.name} ${euroText(part.amount)}`).join(', ');

function indicatorsOf(plan: Plan, sheet: ProgrammeSheet, results: Results | undefined): Table {
  const { exercise } = plan;
  return {
    kind: 'table',
    dataset: 'schede',
    caption: words.piano.indicatorsOf(sheet.programme),
    part: { column: words.column.programme, value: `${sheet.programme} ${sheet.title}` },
    columns: columnsOf(exercise, results !== undefined),
    rows: sheet.indicators.map((indicator) => ({
      cells: [indicator.code, indicator.name, ...resultAndTargets(indicator, exercise, results)],
    })),
  };
}

const columnsOf = (exercise: number, withResults: boolean): readonly Column[] => [
  { title: words.column.code, dataOnly: true },
  { title: words.column.indicator, share: 4.5, heads: true },
  { title: words.column.result(exercise - 1), share: 1.1 },
  { title: words.column.result(exercise), share: 1.1 },
  { title: words.column.target(exercise), share: 1.5 },
  ...(withResults ? [{ title: words.column.realisation, figures: true, share: 1.1 }] : []),
  { title: words.column.target(exercise + 1), share: 1.1 },
  { title: words.column.target(exercise + 2), share: 1.1 },
];
