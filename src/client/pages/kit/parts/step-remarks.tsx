import type { AnyAct } from '../../../../acts/act.js';
import { closeStepRemark, remarkStep, replyToRemark } from '../../../../acts/step/remark-step.js';
import type { CycleName } from '../../../../register/reading/cycles.js';
import type { Directory } from '../../../../register/reading/directory.js';
import type { StepRemark, StepReply } from '../../../../register/step-remarks.js';
import { italianMoment } from '../../../../words/format.js';
import { stepRemarkWords as words } from '../../../../words/step-remarks.js';
import { indicatorPath, stepPath } from '../paths.js';

interface StepRemarksProps {
  readonly cycle: CycleName;
  readonly remarks: readonly StepRemark[];
  readonly directory: Directory;
  /** Whether who reads has part in what is said. */
  readonly speaks: boolean;
  /** Address of the step where one more is made; absent: nowhere now. */
  readonly step: string | undefined;
  readonly none: string;
}

/** What colleagues say to each other: threads that are open first, and how to go on with them. */
export function StepRemarks({ cycle, remarks, directory, speaks, step, none }: StepRemarksProps) {
  const open = remarks.filter(({ closed }) => closed === undefined);
  const closed = remarks.filter((one) => one.closed !== undefined);
  const listed = (of: readonly StepRemark[]) => (
    <ol class="ciclo-remarks">
      {of.map((remark) => (
        <Thread {...{ cycle, remark, directory, speaks }} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby="osservazioni-colleghi">
      <h2 id="osservazioni-colleghi">{words.title}</h2>
      {remarks.length === 0 && <p>{none}</p>}
      {open.length > 0 && listed(open)}
      {closed.length > 0 && (
        <details data-keep="osservazioni-chiuse">
          <summary>{words.closed(closed.length)}</summary>
          {listed(closed)}
        </details>
      )}
      {speaks && step !== undefined && (
        <p>
          <a href={`${stepPath(cycle, step)}/${remarkStep.path}`}>{remarkStep.words.title}</a>
        </p>
      )}
    </section>
  );
}

function Thread({
  cycle,
  remark,
  directory,
  speaks,
}: Pick<StepRemarksProps, 'cycle' | 'directory' | 'speaks'> & { readonly remark: StepRemark }) {
  const { id, closed, indicator } = remark;
  const address = (act: AnyAct): string => `${stepPath(cycle, remark.step)}/osservazioni-colleghi/${id}/${act.path}`;
  return (
    <li id={`osservazione-${id}`} class="ciclo-card">
      <p class="ciclo-remark-head">
        <span class={`ciclo-tag ciclo-${closed === undefined ? 'open' : 'done'}`}>
          {closed === undefined ? words.open : words.shut}
        </span>{' '}
        {indicator !== null && <a href={indicatorPath(cycle, indicator)}>{words.onIndicator(indicator)}</a>}
      </p>
      <Saying said={remark} directory={directory} />
      {remark.replies.map((reply) => (
        <div class="ciclo-remark-answer">
          <Saying said={reply} directory={directory} />
        </div>
      ))}
      {closed !== undefined && <p>{words.closedBy(directory.person(closed.person), italianMoment(closed.at))}</p>}
      {speaks && closed === undefined && (
        <p class="ciclo-remark-acts">
          {[replyToRemark, closeStepRemark].map((act: AnyAct) => (
            <a href={address(act)}>
              {act.words.title}
              <span class="visually-hidden">{`: ${words.of(id)}`}</span>
            </a>
          ))}
        </p>
      )}
    </li>
  );
}

function Saying({ said, directory }: { readonly said: StepReply; readonly directory: Directory }) {
  const name = directory.person(said.person);
  const who = said.actingFor === null ? name : `${name} (per ${directory.person(said.actingFor)})`;
  return (
    <>
      <p>{words.by(who, italianMoment(said.at))}</p>
      <blockquote class="ciclo-quote">{said.text}</blockquote>
    </>
  );
}
