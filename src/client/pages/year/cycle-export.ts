import type { Handler } from 'hono';
import { type Cell, day, number, type Table } from '../../../documents/content.js';
import { type CycleSteps, cycleSteps } from '../../../register/reading/cycle-steps.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords } from '../../../words/console.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { frameOf } from '../kit/frame.js';
import { partyText } from '../kit/parts/people.js';
import { cycleIdIn, type Site } from '../kit/site.js';
import { formNamed, headingNow, tableContent, takenAway } from '../kit/take-away.js';

const words = takeAwayWords.steps;

/** Name of the table of steps, and of the file it is taken away as. */
export const STEPS_TABLE = 'attivita';

/** Every step of the cycle with its dates, planned and actual, its norm and who answers for it, as a file. */
export function exportSteps({ deps, assets }: Site): Handler {
  return async (c) => {
    const form = formNamed(STEPS_TABLE, c.req.param('file'));
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined || form === undefined) return c.notFound();
    const heading = headingNow(frame, cycle, STEPS_TABLE, words.title(cycle.exercise));
    const table = tableOf(await cycleSteps(deps.register.db, cycle, frame), heading.title);
    return takenAway(
      c,
      tableContent(heading, table),
      STEPS_TABLE,
      form,
      words.fileName(cycle.entity, cycle.exercise, form),
    );
  };
}

function tableOf({ phases, steps, directory }: CycleSteps, caption: string): Table {
  const phaseTitles = new Map(phases.map((phase) => [phase.id, consoleWords.cycle.phase(phase.number, phase.title)]));
  const names = (ids: readonly string[]): string => directory.parties(ids).map(partyText).join('; ');
  return {
    kind: 'table',
    dataset: STEPS_TABLE,
    caption,
    columns: [
      { title: words.phase, share: 2 },
      { title: consoleWords.columns.step, share: 4, heads: true },
      { title: words.kind },
      { title: consoleWords.columns.state },
      { title: consoleWords.columns.window },
      { title: words.opensOn },
      { title: words.openedOn },
      { title: words.plannedDueOn },
      { title: words.dueOn },
      { title: consoleWords.columns.ended },
      { title: words.lateDays, figures: true },
      { title: words.norm, share: 3 },
      { title: consoleWords.columns.owners, share: 2 },
      { title: consoleWords.columns.waitingFor, share: 2 },
    ],
    rows: steps.map((step) => ({
      cells: [
        phaseTitles.get(step.planned.phase) ?? step.planned.phase,
        `${step.planned.number}. ${step.planned.title}`,
        consoleWords.stepKind[step.planned.kind],
        consoleWords.stepStatus[step.status],
        step.planned.window,
        day(step.planned.opensOn),
        step.openedOn === undefined ? '' : day(step.openedOn),
        day(step.planned.dueOn),
        day(step.dueOn),
        step.completedOn === undefined ? '' : day(step.completedOn),
        number(step.lateDays),
        step.planned.norm.citation,
        names(step.planned.owners),
        isRunning(step) ? names(step.waitingFor) : '',
      ] satisfies readonly Cell[],
    })),
  };
}

const isRunning = ({ status }: StepView): boolean => status === 'open' || status === 'late';
