import type { DatedPhase } from '../../../domain/calendar/types.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import type { Assets } from '../kit/assets.js';
import { Day, Due } from '../kit/parts/due.js';
import { Parties, partyText } from '../kit/parts/people.js';
import { StackTable } from '../kit/parts/stack-table.js';
import { State } from '../kit/parts/state.js';

interface PhaseTableProps {
  readonly assets: Assets;
  readonly phase: DatedPhase;
  readonly steps: readonly StepView[];
  readonly directory: Directory;
  readonly hrefOf: (step: StepView) => string;
  readonly unmet: (step: StepView) => readonly StepView[];
  /** Number of the note that holds a citation, for those many rows share. */
  readonly noteOf: (citation: string) => number | undefined;
}

/** The steps of a phase, one a row: all that is known of where each stands. */
export function PhaseTable({ assets, phase, steps, directory, hrefOf, unmet, noteOf }: PhaseTableProps) {
  if (steps.length === 0) return null;
  return (
    <StackTable
      kind="steps"
      caption={words.cycle.phase(phase.number, phase.title)}
      columns={[
        { title: words.columns.step },
        { title: words.columns.state },
        { title: words.columns.window },
        { title: words.columns.opens },
        { title: words.columns.due },
        { title: words.columns.ended },
        { title: words.columns.owners },
      ]}
      rows={steps.map((step) => ({
        mark: `row-${step.status}`,
        head: (
          <span class="ciclo-step-name">
            <a href={hrefOf(step)}>{`${step.planned.number}. ${step.planned.title}`}</a>
            <small>{words.stepKind[step.planned.kind]}</small>
          </span>
        ),
        cells: [
          <span class="ciclo-state-cell">
            <State assets={assets} step={step} />
            <Waited step={step} directory={directory} before={unmet(step)} hrefOf={hrefOf} />
          </span>,
          step.planned.window,
          <Opening step={step} />,
          <Due assets={assets} step={step} note={noteOf(step.planned.norm.citation)} />,
          step.completedOn === undefined ? <span>–</span> : <Day date={step.completedOn} />,
          <Parties parties={directory.parties(step.planned.owners)} />,
        ],
      }))}
    />
  );
}

/** For whom an open step waits, and for which steps one that has not opened. */
function Waited({
  step,
  directory,
  before,
  hrefOf,
}: Pick<PhaseTableProps, 'directory' | 'hrefOf'> & { step: StepView; before: readonly StepView[] }) {
  // An amendment stays open all year for whoever proposes one: nobody is behind.
  if (step.planned.kind === 'amendment' && step.status === 'open') return null;
  if (step.status === 'open' || step.status === 'late') {
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
