import { deliverDue } from '../mail/deliver.js';
import { COMMUNICATION_NOTICES, planCommunicationNotices, planPhaseNotices } from '../office/communication-notices.js';
import { eachApart, throwAll } from '../office/each-apart.js';
import { planReportNotices } from '../office/report-notices.js';
import { alone } from '../register/alone.js';
import { waitingNotices } from '../register/notices.js';
import type { ReminderDeps } from './reminder-deps.js';

/**
 * Sends what somebody has communicated, and tells the participants of phases and the OIV: no workflow waits for any of it. What is in the ledger
 * goes whoever put it there, so that a mail server that was away is asked again.
 */
export async function sendCommunications(
  { register: { db }, post, now }: Pick<ReminderDeps, 'register' | 'post' | 'now'>,
  signal?: AbortSignal,
): Promise<void> {
  let failures: readonly Error[] = [];
  await alone(db, 'comunicazioni', async () => {
    const plans = { communications: planCommunicationNotices, phases: planPhaseNotices, reports: planReportNotices };
    failures = await eachApart(
      Object.entries(plans),
      ([what]) => what,
      ([, plan]) => plan(db, post, now()),
    );
  });
  const keys = await waitingNotices(db, COMMUNICATION_NOTICES);
  if (keys.length > 0)
    await deliverDue({ db, transport: post.transport, from: post.from, wave: { keys }, now, signal });
  throwAll(failures);
}
