import type { DatedPhase } from '../../../domain/calendar/types.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import type { Assets } from '../assets.js';
import type { Directory } from '../model/directory.js';
import type { StepView } from '../model/step-view.js';
import { Day, Due } from './due.js';
import { Parties } from './people.js';
import { StackTable } from './stack-table.js';
import { State } from './state.js';

interface PhaseTableProps {
  readonly assets: Assets;
  readonly phase: DatedPhase;
  readonly steps: readonly StepView[];
  readonly directory: Directory;
  readonly hrefOf: (step: StepView) => string;
  readonly unmet: (step: StepView) => readonly StepView[];
}

/** The steps of a phase, one a row: all that is known of where each stands. */
export function PhaseTable({ assets, phase, steps, directory, hrefOf, unmet }: PhaseTableProps) {
  if (steps.length === 0) return null;
  return (
    <StackTable
      caption={words.cycle.phase(phase.number, phase.title)}
      columns={[
        { title: words.columns.step },
        { title: words.columns.state },
        { title: words.columns.window },
        { title: words.columns.opens },
        { title: words.columns.due },
        { title: words.columns.owners },
        { title: words.columns.waitingFor },
        { title: words.columns.actual },
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
          <State assets={assets} step={step} />,
          step.planned.window,
          <Day date={step.planned.opensOn} />,
          <Due assets={assets} step={step} />,
          <Parties parties={directory.parties(step.planned.owners)} />,
          <WaitingFor step={step} directory={directory} before={unmet(step)} hrefOf={hrefOf} />,
          <Actual step={step} />,
        ],
      }))}
    />
  );
}

function WaitingFor({
  step,
  directory,
  before,
  hrefOf,
}: Pick<PhaseTableProps, 'directory' | 'hrefOf'> & { step: StepView; before: readonly StepView[] }) {
  if (step.status === 'open' || step.status === 'late') {
    const ids = step.waitingFor.length > 0 ? step.waitingFor : step.planned.owners;
    return <Parties parties={directory.parties(ids)} />;
  }
  if (step.status !== 'waiting' || before.length === 0) return <span>–</span>;
  return (
    <ul class="ciclo-parties">
      {before.map((other) => (
        <li>
          <a href={hrefOf(other)}>{other.planned.title}</a>
        </li>
      ))}
    </ul>
  );
}

function Actual({ step }: { step: StepView }) {
  if (step.openedOn === undefined) return <span>{words.step.notYet}</span>;
  return (
    <span class="ciclo-actual">
      <span>{words.step.openedOn(italianDay(step.openedOn))}</span>
      {step.completedOn !== undefined && (
        <span>
          {step.status === 'cancelled'
            ? words.step.cancelledOn(italianDay(step.completedOn))
            : words.step.completedOn(italianDay(step.completedOn))}
        </span>
      )}
    </span>
  );
}
