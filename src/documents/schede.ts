import type { CivilDate } from '../domain/calendar/types.js';
import type { Plan, ProgrammeSheet } from '../domain/plan.js';
import type { DecimalText } from '../domain/targets/types.js';
import { documentWords as words } from '../words/documents.js';
import { euro as euroText, italianDay } from '../words/format.js';
import { resourceWords } from '../words/resources.js';
import {
  type Block,
  type Cell,
  type Column,
  euros,
  paragraph,
  type Section,
  type Table,
  titledList,
} from './content.js';
import { type Results, resultAndTargets } from './cruscotto.js';

/** What programmes have spent of their resources, and up to which day, by programme's code. */
export type Spending = ReadonlyMap<string, { readonly amount: DecimalText; readonly upTo: CivilDate }>;

/**
 * The programme sheets (chapter 4.3 of the Piano), a section each: where it belongs, actions, expected results, resources, who
 * answers, indicators.
 * @param spending where some is on record, instead of what the plan writes
 */
export function sheetSections(plan: Plan, results?: Results, spending: Spending = new Map()): readonly Section[] {
  return plan.sheets.map((sheet) => ({
    level: 3,
    title: words.piano.sheet(sheet.programme, sheet.title),
    blocks: [
      placeOf(plan, sheet),
      ...(isAbridged(sheet) ? [paragraph(words.piano.abridged)] : []),
      ...aims(words.column.actions, sheet.actions),
      ...aims(words.column.expectedResults, sheet.expectedResults),
      resourcesOf(sheet, spending, results),
      indicatorsOf(plan, sheet, results),
    ],
  }));
}

/** Whether what it says of actions and expected results is shorter than in the document. */
const isAbridged = ({ abridged, actions, expectedResults }: ProgrammeSheet): boolean =>
  abridged === true && (actions !== undefined || expectedResults !== undefined);

const aims = (title: string, texts: readonly string[] = []): readonly Block[] =>
  texts.length === 0 ? [] : [titledList(title, texts)];

function placeOf(plan: Plan, sheet: ProgrammeSheet): Block {
  const area = plan.areas.find((a) => a.objectives.some((o) => o.programmes.some((p) => p.code === sheet.programme)));
  const line = area?.objectives.find((o) => o.programmes.some((p) => p.code === sheet.programme));
  return {
    kind: 'facts',
    facts: [
      ...(area === undefined ? [] : [{ label: words.piano.area, value: `${area.code} ${area.title}` }]),
      ...(line === undefined ? [] : [{ label: words.piano.line, value: `${line.code} ${line.title}` }]),
    ],
  };
}

function resourcesOf(sheet: ProgrammeSheet, spending: Spending, results: Results | undefined): Block {
  const recorded = spending.get(sheet.programme);
  return {
    kind: 'facts',
    facts: [
      { label: words.column.resources, value: euros(sheet.resources.total) },
      ...(sheet.resources.parts.length === 0 ? [] : [{ label: words.column.ofWhich, value: partsText(sheet) }]),
      { label: words.column.planned, value: euros(sheet.resources.planned) },
      {
        label: words.column.spent,
        value:
          recorded === undefined
            ? spentOf(sheet, results !== undefined)
            : words.piano.spentUpTo(euroText(recorded.amount), italianDay(recorded.upTo)),
      },
      { label: words.column.offices, value: sheet.officesAsWritten ?? sheet.offices.join(', ') },
    ],
  };
}

/** Beside results what nobody put on record is said to be so; before there are any it stands as the sheet has it. */
function spentOf({ resources: { spent, spentAsWritten = '' } }: ProgrammeSheet, withResults: boolean): Cell {
  if (spent !== undefined) return euros(spent);
  return withResults ? resourceWords.notSpent : spentAsWritten;
}

const partsText = ({ resources }: ProgrammeSheet): string =>
  resources.parts.map((part) => `${part.name} ${euroText(part.amount)}`).join(', ');

function indicatorsOf(plan: Plan, sheet: ProgrammeSheet, results: Results | undefined): Table {
  const { exercise } = plan;
  return {
    kind: 'table',
    dataset: 'schede',
    caption: words.piano.indicatorsOf(sheet.programme),
    part: { column: words.column.programme, value: `${sheet.programme} ${sheet.title}` },
    columns: columnsOf(exercise),
    rows: sheet.indicators.map((indicator) => ({
      cells: [indicator.code, indicator.name, ...resultAndTargets(indicator, exercise, results ?? new Map())],
    })),
  };
}

/** As the sheet has them also before there are results. */
const columnsOf = (exercise: number): readonly Column[] => [
  { title: words.column.code, dataOnly: true },
  { title: words.column.indicator, share: 4.5, heads: true },
  { title: words.column.before(exercise - 1), share: 1.5 },
  { title: words.column.result(exercise), share: 1.1 },
  { title: words.column.target(exercise), share: 1.5 },
  { title: words.column.realisation, figures: true, share: 1.1 },
  { title: words.column.target(exercise + 1), share: 1.1 },
  { title: words.column.target(exercise + 2), share: 1.1 },
];
