import type { DatedPhase } from '../../../domain/calendar/types.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { Day, Due } from '../kit/parts/due.js';
import { Parties, partyText } from '../kit/parts/people.js';
import { State } from '../kit/parts/state.js';
import { type Column, columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';

const own = takeAwayWords.steps;
const { text, status, day, count } = columnsOf<StepView>();

/** Name of the table of steps: below the address of the cycle too, `attivita.xlsx`. */
export const STEPS_TABLE = 'attivita';

interface StepsTableProps {
  readonly assets: Assets;
  readonly exercise: number;
  readonly phases: readonly DatedPhase[];
  readonly steps: readonly StepView[];
  readonly directory: Directory;
  readonly hrefOf: (step: StepView) => string;
  readonly unmet: (step: StepView) => readonly StepView[];
  /** Number of the note that holds a citation, for those many rows share. */
  readonly noteOf: (citation: string) => number | undefined;
}

/** The steps, one a row, phase by phase: all that is known of where each stands. Taken away they are one table. */
export function StepsTable(props: StepsTableProps) {
  const columns = stepColumns(props);
  return (
    <>
      <TableAway name={STEPS_TABLE} caption={own.title(props.exercise)} />
      {props.phases.map((phase) => {
        const title = words.cycle.phase(phase.number, phase.title);
        return (
          <DataTable
            name={STEPS_TABLE}
            kind="steps"
            caption={title}
            part={{ column: own.phase, value: title }}
            columns={columns}
            rows={props.steps.filter((step) => step.planned.phase === phase.id)}
            markOf={(step) => `row-${step.status}`}
            empty={null}
          />
        );
      })}
    </>
  );
}

function stepColumns(props: StepsTableProps): readonly Column<StepView>[] {
  const { assets, directory, hrefOf, unmet, noteOf } = props;
  const names = (ids: readonly string[]): string => directory.parties(ids).map(partyText).join('; ');
  const inFile = { only: 'file' } as const;
  return [
    text(words.columns.step, ({ planned }) => `${planned.number}. ${planned.title}`, {
      show: (step) => (
        <span class="ciclo-step-name">
          <a href={hrefOf(step)}>{`${step.planned.number}. ${step.planned.title}`}</a>
          <small>{words.stepKind[step.planned.kind]}</small>
        </span>
      ),
    }),
    text(own.kind, (step) => words.stepKind[step.planned.kind], inFile),
    status(words.columns.state, (step) => words.stepStatus[step.status], {
      show: (step) => (
        <span class="ciclo-state-cell">
          <State assets={assets} step={step} />
          <Waited step={step} directory={directory} before={unmet(step)} hrefOf={hrefOf} />
        </span>
      ),
    }),
    text(words.columns.window, (step) => step.planned.window),
    day(words.columns.opens, (step) => step.planned.opensOn, {
      only: 'page',
      show: (step) => <Opening step={step} />,
    }),
    day(own.opensOn, (step) => step.planned.opensOn, inFile),
    day(own.openedOn, (step) => step.openedOn, inFile),
    day(own.plannedDueOn, (step) => step.planned.dueOn, inFile),
    day(words.columns.due, (step) => step.dueOn, {
      only: 'page',
      show: (step) => <Due assets={assets} step={step} note={noteOf(step.planned.norm.citation)} />,
    }),
    day(own.dueOn, (step) => step.dueOn, inFile),
    day(words.columns.ended, (step) => step.completedOn),
    count(own.lateDays, (step) => step.lateDays, inFile),
    text(own.norm, (step) => step.planned.norm.citation, inFile),
    text(words.columns.owners, (step) => names(step.planned.owners), {
      show: (step) => <Parties parties={directory.parties(step.planned.owners)} />,
    }),
    text(words.columns.waitingFor, (step) => (isRunning(step) ? names(step.waitingFor) : undefined), inFile),
  ];
}

const isRunning = ({ status }: StepView): boolean => status === 'open' || status === 'late';

/** For whom an open step waits, and for which steps one that has not opened. */
function Waited({
  step,
  directory,
  before,
  hrefOf,
}: Pick<StepsTableProps, 'directory' | 'hrefOf'> & { step: StepView; before: readonly StepView[] }) {
  // An amendment stays open all year for whoever proposes one: nobody is behind.
  if (step.planned.kind === 'amendment' && step.status === 'open') return null;
  if (isRunning(step)) {
    return <small>{words.step.waitsFor(directory.parties(step.waitingFor).map(partyText).join('; '))}</small>;
  }
  if (step.status !== 'waiting' || before.length === 0) return null;
  return (
    <small>
      {before.map((other, index) => (
        <>
          {index === 0 ? words.step.after : ', '}
          <a href={hrefOf(other)}>{other.planned.title}</a>
        </>
      ))}
    </small>
  );
}

/** The planned opening, and the actual one where it was another day. */
function Opening({ step }: { step: StepView }) {
  const { opensOn } = step.planned;
  return (
    <span class="ciclo-actual">
      <Day date={opensOn} />
      {step.openedOn !== undefined && step.openedOn !== opensOn && (
        <small>{words.step.openedOn(italianDay(step.openedOn))}</small>
      )}
    </span>
  );
}
