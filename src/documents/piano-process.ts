import type { ImprovementItem, Transparency } from '../domain/annexes.js';
import type { DatedCalendar } from '../domain/calendar/types.js';
import type { Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, day, paragraph, type Section } from './content.js';
import { moneyOf } from './resources.js';

/** What chapter 6 is told from, where the body has it. */
export interface ProcessBeside {
  readonly calendar?: DatedCalendar;
  readonly transparency?: Transparency;
  readonly improvement?: readonly ImprovementItem[];
  /** Title of a role or office. */
  titleOf?(id: string): string;
}

/** Chapter 6: phases with who acts and when, where the money is, the improvement, the publication obligations. */
export function process(
  plan: Plan,
  { calendar, transparency, improvement = [], titleOf = (id) => id }: ProcessBeside,
): readonly Section[] {
  return [
    ...(calendar === undefined ? [] : [phasesSection(calendar, titleOf)]),
    { level: 3, title: words.piano.coherence, blocks: [paragraph(words.piano.coherenceText), ...moneyOf(plan)] },
    ...(improvement.length === 0
      ? []
      : [{ level: 3 as const, title: words.piano.checkUp, blocks: [paragraph(words.piano.checkUpText)] }]),
    ...(transparency === undefined ? [] : [transparencySection(transparency)]),
  ];
}

/** 6.1: a table for each phase, as the process is told in the reference Piano. */
export const phasesSection = (calendar: DatedCalendar, titleOf: (id: string) => string): Section => ({
  level: 3,
  title: words.piano.phases,
  blocks: calendar.phases.flatMap((phase): readonly Block[] => {
    const steps = calendar.steps.filter((step) => step.phase === phase.id);
    if (steps.length === 0) return [];
    return [
      {
        kind: 'table',
        dataset: 'fasi',
        caption: phase.title,
        part: { column: words.piano.phase, value: phase.title },
        columns: [
          { title: words.piano.number, share: 0.4 },
          { title: words.piano.step, share: 5, heads: true },
          { title: words.piano.window, share: 1.2 },
          { title: words.piano.due, share: 1 },
          { title: words.piano.who, share: 4 },
        ],
        rows: steps.map((step) => ({
          cells: [`${step.number}.`, step.title, step.window, day(step.dueOn), actorsOf(step).map(titleOf).join(', ')],
        })),
      },
    ];
  }),
});

const actorsOf = (step: DatedCalendar['steps'][number]): readonly string[] =>
  [...step.owners, ...step.participants, ...(step.board === undefined ? [] : [step.board])].filter(
    (id, at, all) => all.indexOf(id) === at,
  );

/** 6.4: the publication obligations, and where each stands. */
export const transparencySection = ({ asOf, groups }: Transparency): Section => ({
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
