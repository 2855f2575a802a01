import type { ImprovementItem, Transparency } from '../domain/annexes.js';
import type { DatedCalendar } from '../domain/calendar/types.js';
import type { Plan } from '../domain/plan.js';
import type { Series } from '../domain/series.js';
import { documentWords as words } from '../words/documents.js';
import { annexSections } from './budget.js';
import { type Block, type DocumentContent, type DocumentHeading, day, paragraph, type Section } from './content.js';
import { scorecardTables } from './cruscotto.js';
import { type Narrative, type NarrativeFile, readNarrative } from './narrative.js';
import { sheetSections } from './schede.js';
import { seriesSections } from './serie.js';

/** What stands beside the plan and is printed with it, where the body has it. */
export interface PianoBeside {
  readonly narrative?: readonly NarrativeFile[];
  readonly calendar?: DatedCalendar;
  readonly series?: Series;
  readonly transparency?: Transparency;
  readonly improvement?: readonly ImprovementItem[];
  /** Title of a role or office. */
  titleOf?(id: string): string;
}

/**
 * The Piano della performance in the order of the reference Piano: the chapters the body writes, and its measurable parts where
 * they belong (4 scorecard and sheets, 5 without the objectives of persons, 6 calendar and improvement, 7 acts and budget).
 */
export function pianoContent(heading: DocumentHeading, plan: Plan, beside: PianoBeside = {}): DocumentContent {
  const files = (beside.narrative ?? []).map((file) => ({ ...file, ...readNarrative(file.text) }));
  const chapter = (number: string, measured: readonly Section[] = []): readonly Section[] => {
    const [first, ...others] = files.filter((file) => file.name.startsWith(number));
    const sections = [...(first === undefined ? [] : titled(first)), ...others.flatMap(whole), ...measured];
    const opening = first?.parts.find((part) => part.title === undefined)?.blocks ?? [];
    if (opening.length === 0 && sections.length === 0) return [];
    const name = first?.title ?? words.piano.chapters[number] ?? number;
    return [{ level: 2, title: number === '0' ? name : `${number}. ${name}`, blocks: opening }, ...sections];
  };
  return {
    ...heading,
    landscape: true,
    sections: [
      ...chapter('0'),
      ...['1', '2', '3'].flatMap((number) => chapter(number, seriesSections(plan.entity, beside.series, number))),
      ...chapter('4', organisational(plan)),
      ...chapter('5', [{ level: 3, title: words.piano.assignment, blocks: [individualNote(plan)] }]),
      ...chapter('6', process(beside)),
      ...chapter('7', actsSection(plan)),
      ...annexSections(plan),
    ],
  };
}

/** The sections of a chapter's file that have a title of their own. */
const titled = (file: Narrative): readonly Section[] =>
  file.parts.flatMap(({ title, blocks }) => (title === undefined ? [] : [{ level: 3, title, blocks }]));

/** A second file of the same chapter: what it says before its first title stands under the file's own. */
const whole = (file: Narrative & NarrativeFile): readonly Section[] =>
  file.parts.map(({ title, blocks }) => ({ level: 3, title: title ?? file.title ?? file.name, blocks }));

function organisational(plan: Plan): readonly Section[] {
  return [
    { level: 3, title: words.piano.areas, blocks: [areasTable(plan)] },
    { level: 3, title: words.piano.map, blocks: [mapTable(plan)] },
    {
      level: 3,
      title: words.piano.scorecard,
      blocks: [paragraph(words.piano.noResults(plan.exercise)), ...scorecardTables(plan)],
    },
    { level: 3, title: words.piano.sheets, blocks: [] },
    ...sheetSections(plan).map((section) => ({ ...section, level: 4 as const })),
  ];
}

const areasTable = (plan: Plan): Block => ({
  kind: 'table',
  dataset: 'aree-obiettivi',
  caption: words.piano.areasCaption,
  columns: [
    { title: words.column.area, share: 3 },
    { title: words.column.objective, share: 5, heads: true },
  ],
  rows: plan.areas.flatMap((area) =>
    area.objectives.map((objective) => ({
      cells: [`${area.code} ${area.title}`, `${objective.code} ${objective.title}`],
    })),
  ),
});

const mapTable = (plan: Plan): Block => ({
  kind: 'table',
  dataset: 'mappa',
  caption: words.piano.mapCaption,
  columns: [
    { title: words.column.objective, share: 3, heads: true },
    ...plan.perspectives.map((perspective) => ({ title: perspective.title, share: 2.5 })),
  ],
  rows: plan.areas
    .flatMap((area) => area.objectives)
    .map((objective) => ({
      cells: [
        `${objective.code} ${objective.title}`,
        ...plan.perspectives.map((perspective) =>
          objective.programmes
            .filter((programme) => programme.perspective === perspective.id)
            .map((programme) => `${programme.code} ${programme.title}`)
            .join('; '),
        ),
      ],
    })),
});

const individualNote = (plan: Plan): Block => paragraph(words.piano.individual(plan.individual.length));

function process({ calendar, transparency, improvement, titleOf = (id) => id }: PianoBeside): readonly Section[] {
  return [
    ...(calendar === undefined ? [] : [phasesSection(calendar, titleOf)]),
    ...(improvement === undefined || improvement.length === 0 ? [] : [improvementSection(improvement)]),
    ...(transparency === undefined ? [] : [transparencySection(transparency)]),
  ];
}

function phasesSection(calendar: DatedCalendar, titleOf: (id: string) => string): Section {
  const phaseTitle = (id: string): string => calendar.phases.find((phase) => phase.id === id)?.title ?? id;
  return {
    level: 3,
    title: words.piano.phases,
    blocks: [
      {
        kind: 'table',
        dataset: 'fasi',
        caption: words.piano.phasesCaption,
        columns: [
          { title: words.piano.phase, share: 2 },
          { title: words.piano.step, share: 4, heads: true },
          { title: words.piano.window, share: 1 },
          { title: words.piano.due, share: 1.1 },
          { title: words.piano.who, share: 4 },
        ],
        rows: calendar.steps.map((step) => ({
          cells: [
            phaseTitle(step.phase),
            `${step.number}. ${step.title}`,
            step.window,
            day(step.dueOn),
            [...step.owners, ...step.participants, ...(step.board === undefined ? [] : [step.board])]
              .filter((id, at, all) => all.indexOf(id) === at)
              .map(titleOf)
              .join(', '),
          ],
        })),
      },
    ],
  };
}

const improvementSection = (items: readonly ImprovementItem[]): Section => ({
  level: 3,
  title: words.piano.improvement,
  blocks: [
    {
      kind: 'table',
      dataset: 'miglioramento',
      caption: words.piano.improvement,
      columns: [
        { title: words.piano.improvementSubject, share: 2, heads: true },
        { title: words.piano.improvementActions, share: 6 },
      ],
      rows: items.map((item) => ({ cells: [item.subject, item.actions.join('; ')] })),
    },
  ],
});

const transparencySection = ({ asOf, groups }: Transparency): Section => ({
  level: 3,
  title: words.piano.transparency(asOf),
  blocks: groups.map((group) => ({
    kind: 'table',
    dataset: 'trasparenza',
    caption: group.title,
    part: { column: words.piano.transparencyGroup, value: group.title },
    columns: [
      { title: words.piano.obligation, share: 6, heads: true },
      { title: words.piano.state, share: 2 },
    ],
    rows: group.obligations.map((obligation) => ({
      cells: [
        `${obligation.number}) ${obligation.text}`,
        obligation.state === '' ? words.piano.notStated : obligation.state,
      ],
    })),
  })),
});

function actsSection({ acts = [] }: Plan): readonly Section[] {
  if (acts.length === 0) return [];
  return [
    {
      level: 3,
      title: words.piano.acts,
      blocks: [
        {
          kind: 'table',
          dataset: 'atti',
          caption: words.piano.acts,
          columns: [
            { title: words.piano.act, share: 4, heads: true },
            { title: words.piano.board, share: 2 },
            { title: words.piano.actNumber },
            { title: words.piano.actDate },
          ],
          rows: acts.map((act) => ({
            cells: [act.title, act.board, act.number === '' ? words.piano.notStated : act.number, day(act.date)],
          })),
        },
      ],
    },
  ];
}
