import { addDays } from '../../../domain/calendar/civil-date.js';
import { castWords } from '../../../words/cast.js';
import { taskWords } from '../../../words/task.js';
import { NOTE as REVISION_NOTE } from '../../pages/duties/board/revise-page.js';
import { LATE_REASON, NOTE } from '../../pages/duties/task/page.js';
import { considerAll } from './considering.js';
import { firstNamed } from './people.js';
import { type CastDeps, morning, mornings, type Outcome, type Planned, report, within } from './planned.js';
import { isRecorded } from './recording.js';
import { publishRewards } from './rewards.js';
import type { SeenStep } from './seen-step.js';
import type { SeenDecision } from './standing.js';
import { openDuty } from './visiting.js';
import { isPrepared } from './writing.js';

const words = castWords.owner;

/** The owner of a task says on its page that it is done. */
export function completion(deps: CastDeps, step: SeenStep): Planned {
  const late = deps.script.late.find((l) => l.step === step.id);
  const extension = deps.script.extensions.find((e) => e.step === step.id);
  const usual =
    extension === undefined ? within(deps, step, `${step.id}/1`, 0.35, 0.95) : morning(addDays(extension.on, 7));
  const run = async (): Promise<Outcome> => {
    // What it prepares is ready first, or it would not end.
    if ((await isPrepared(deps, step)) === false) return 'waiting';
    if (!(await isRecorded(deps, step)) || (await considerAll(deps, step)) !== 'done') return 'waiting';
    const owner = await firstNamed(deps, step.owners);
    const visited = owner === undefined ? undefined : await openDuty(deps, owner, step);
    if (visited?.page.says(taskWords.byItself.published) === true) return await publishRewards(deps);
    // What ends when people's sheets are there ends by itself.
    if (visited?.page.says(taskWords.toSheets) === true) return 'done';
    const form = visited?.page.formTo('/conclusione');
    if (owner === undefined || visited === undefined || form === undefined) return 'waiting';
    const reason: Readonly<Record<string, string>> =
      form.fields.has(LATE_REASON) && late !== undefined ? { [LATE_REASON]: late.note } : {};
    const done = await visited.visitor.send(form, { [NOTE]: words.note, ...reason });
    return report(deps, words.done(step.title, owner.name) + visited.aside, done);
  };
  const at = late === undefined ? usual : mornings(step.dueOn, late.days);
  return [[`${step.id}/complete`, { at, step: step.id, by: `${step.id}/owner`, run }]];
}

/** What came back from its board is transmitted again, five days later. */
export function revision(deps: CastDeps, step: SeenStep, rejection: SeenDecision, ordinal: number): Planned {
  const run = async (): Promise<Outcome> => {
    const owner = await firstNamed(deps, step.owners);
    const visited = owner === undefined ? undefined : await openDuty(deps, owner, step, rejection.remarks);
    const form = visited?.page.formTo('/ritrasmissione');
    if (owner === undefined || visited === undefined || form === undefined) return 'waiting';
    const sent = await visited.visitor.send(form, { [REVISION_NOTE]: words.revised });
    return report(deps, words.resubmitted(step.title, owner.name) + visited.aside, sent);
  };
  const at = mornings(rejection.recordedOn, 5);
  return [[`${step.id}/resubmit/${ordinal}`, { at, step: step.id, by: `${step.id}/owner`, run }]];
}
