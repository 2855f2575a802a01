import { romeDate } from '../domain/calendar/zone.js';
import type { NoticeWave } from '../domain/wave.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import { composeWave } from './compose.js';
import { idOf } from './cycle-facts.js';
import type { Deps } from './deps.js';

/** Puts the mails of a wave in the ledger and answers their keys; those that are there already stay as they are. */
export async function planWave(deps: Deps, wave: NoticeWave): Promise<readonly string[]> {
  const composed = await composeWave(deps, wave);
  const notices: readonly NewNotice[] = composed.map(({ to, message }) => ({
    cycle: idOf(wave.ref),
    step: wave.step.id,
    kind: message.kind,
    occasion: wave.occasion,
    on: romeDate(wave.at),
    person: to.id,
    ...(to.actingFor === undefined ? {} : { actingFor: to.actingFor }),
    to: { name: to.name, address: to.email },
    message,
    simulated: message.simulated,
    dueAt: wave.at,
  }));
  return await planNotices(deps.register.db, notices, deps.post.domain);
}
