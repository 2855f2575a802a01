import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import type { NoticeWave } from '../domain/wave.js';
import type { Message } from '../mail/message.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import type { noticeKinds } from '../words/console.js';
import { composeWave } from './compose.js';
import type { Deps } from './deps.js';

/** What a mail is in the ledger: one that somebody sends by hand has a kind of its own, whatever it asks. */
export const kindInLedger = ({ kind, byHand }: Message): keyof typeof noticeKinds =>
  byHand === undefined ? kind : 'reminder-by-hand';

/** Puts the mails of a wave in the ledger and answers their keys; those that are there already stay as they are. */
export async function planWave(deps: Deps, wave: NoticeWave): Promise<readonly string[]> {
  const composed = await composeWave(deps, wave);
  const notices: readonly NewNotice[] = composed.map(({ to, message }) => ({
    cycle: cycleId(wave.ref),
    step: wave.step.id,
    kind: kindInLedger(message),
    occasion: wave.occasion,
    on: romeDate(wave.at),
    person: to.id,
    actingFor: to.actingFor,
    to: { name: to.name, address: to.email },
    message,
    simulated: message.simulated,
    dueAt: wave.at,
  }));
  return await planNotices(deps.register.db, notices, deps.post.domain);
}
