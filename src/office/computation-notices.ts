import { SYSTEM } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import type { NoticeWave } from '../domain/wave.js';
import { deliverDue } from '../mail/deliver.js';
import type { MessageKind } from '../mail/message.js';
import { assessmentOf } from '../register/assessments.js';
import { appendLog } from '../register/log.js';
import type { Deps } from './deps.js';
import { planWave } from './plan-wave.js';

/** The computation a notice is about; asked again, it is the same one. */
type About = Pick<NoticeWave, 'ref' | 'step' | 'at'>;

/** Notices that no wave of the workflow stands behind: what the server did not take is tried again by the reminders. */
export const COMPUTATION_NOTICES: readonly MessageKind[] = ['not-computed', 'computation-failed'];

/**
 * Writes to controllo di gestione about the indicators that the computation just recorded could not compute, once. Where
 * all are computed there is nothing to tell, and no notice is made.
 */
export async function tellNotComputed(deps: Deps, about: About): Promise<void> {
  const results = await assessmentOf(deps.register.db, { cycle: cycleId(about.ref), checkpoint: about.step.id });
  if (results?.indicators.some((one) => one.state === 'not-computed') !== true) return;
  await tell(deps, { ...about, kind: 'not-computed', occasion: about.at });
}

/**
 * Says that a checkpoint could not be computed: on the page of its step and by mail to controllo di gestione, once for
 * each computation however often it is tried. A register or a mail server that is away must not hide the first failure.
 */
export async function tellFailure(deps: Deps, about: About, cause: unknown): Promise<void> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const cycle = cycleId(about.ref);
  try {
    await appendLog(deps.register.db, {
      key: `${cycle}/${about.step.id}/assessment-failed/${about.at}`,
      at: about.at,
      actor: SYSTEM,
      action: 'assessment-failed',
      subject: about.step.title,
      cycle,
      step: about.step.id,
      detail: { reason },
    });
    await tell(deps, { ...about, kind: 'computation-failed', occasion: about.at, remark: reason });
  } catch (failure) {
    deps.log.error({ failure, cause, step: about.step.id }, 'nobody could be told that a checkpoint is not computed');
  }
}

async function tell(deps: Deps, wave: NoticeWave): Promise<void> {
  const { register, post, now } = deps;
  const keys = await planWave(deps, wave);
  if (keys.length === 0) return;
  await deliverDue({ db: register.db, transport: post.transport, from: post.from, wave: { keys }, now });
}
