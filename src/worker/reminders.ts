import { deliverDue } from '../mail/deliver.js';
import { planAppointmentNotices } from '../office/appointment-notices.js';
import { COMPUTATION_NOTICES } from '../office/computation-notices.js';
import { planDelegationNotices } from '../office/delegation-notices.js';
import { DRAFT_REMARK_NOTICE, planRemarkNotices } from '../office/drafting/remark-notices.js';
import type { LookedAt } from '../office/each-due.js';
import { EVALUATION_NOTICES, planEvaluationNotices } from '../office/evaluation-notices.js';
import { planFollowUpNotices } from '../office/follow-up-notices.js';
import { planReceiptNotices } from '../office/receipt-notices.js';
import { planStepRemarkNotices, STEP_REMARK_NOTICE } from '../office/step-remark-notices.js';
import { planSubstitutionNotices } from '../office/substitution-notices.js';
import { planWeeklySummaries, SUMMARY_KIND } from '../office/weekly-summary.js';
import { alone } from '../register/alone.js';
import { DELEGATION_NOTICE } from '../register/delegations.js';
import { mailsToSendAgain } from '../register/mail-reports.js';
import { waitingNotices } from '../register/notices.js';
import { APPOINTMENT_NOTICE } from '../register/reading/mandates-to-tell.js';
import { RECEIPT_NOTICE } from '../register/reading/receipts-to-tell.js';
import { SUBSTITUTION_NOTICE } from '../register/reading/substitutions-to-tell.js';
import { sendCommunications } from './communication-mail.js';
import type { ReminderDeps } from './reminder-deps.js';
import { repeating } from './repeating.js';
import { sendTokenNotices } from './token-mail.js';

/**
 * Reminds who answers for obligations and improvement actions, which no workflow waits for: what is due is in the
 * register, and so is who has been reminded, so that asking again a minute later, or after a crash, sends nothing twice.
 * @returns stops the reminders, once what is in the air is written down
 */
export function startReminders(deps: ReminderDeps, everyMs: number): () => Promise<void> {
  const looked: LookedAt = new Map();
  return repeating(everyMs, (ending) =>
    remind(deps, ending, looked).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'the reminders of obligations and actions failed, they will be tried again'),
    ),
  );
}

/**
 * One round: sends what is told of tokens, plans today's reminders and the week's summary, if it is their hour, what waits for somebody
 * in the evaluation of people, what colleagues have remarked on drafts, what is delegated to whom, the receipts of what was done, what was said about steps, and sends what has not left; also of
 * what no wave stands behind: computations that failed, and what somebody asked to send again. Two workers may do it at once:
 * one of them plans, and what one has in hand the other leaves alone. Without a log the first fault ends the round.
 * @param looked what earlier rounds looked at: see `forEachDue`
 */
export async function remind(
  deps: Omit<ReminderDeps, 'log'> & Partial<Pick<ReminderDeps, 'log'>>,
  signal?: AbortSignal,
  looked?: LookedAt,
): Promise<void> {
  const { register, post, invitations, now, log, guard, hours } = deps;
  const { db } = register;
  const faults = log === undefined ? undefined : (what: object, cause: unknown) => log.warn({ ...what, cause }, FAULT);
  await sendTokenNotices(deps, signal);
  let planned: ReadonlyMap<string, readonly string[]> = new Map();
  if ((await guard?.doubt()) === undefined) {
    // What can not be told to some keeps nobody else from being told.
    const apart = (what: string, telling: Promise<unknown>): Promise<unknown> =>
      telling.catch((cause: unknown) => {
        if (faults === undefined) throw cause;
        faults({ what }, cause);
      });
    await apart('communications', sendCommunications(deps, signal));
    const failed = faults && ((cycle: string, cause: unknown) => faults({ cycle }, cause));
    await alone(db, 'promemoria', async () => {
      const round = { now: now(), failed, looked, hours };
      planned = await planFollowUpNotices(db, { ...post, invitations }, round);
      await apart('remarks on documents', planRemarkNotices(db, post, now()));
      await apart('weekly summaries', planWeeklySummaries(db, post, round));
      await apart('evaluations', planEvaluationNotices(db, post, round));
      await apart('substitutions', planSubstitutionNotices(db, { ...post, invitations }, now()));
      await apart('delegations', planDelegationNotices(db, { ...post, invitations }, now()));
      await apart('appointments', planAppointmentNotices(db, { ...post, invitations }, now()));
      await apart('receipts', planReceiptNotices(db, post, now()));
      await apart('remarks on steps', planStepRemarkNotices(db, post, now()));
    });
  }
  const waves = [
    ...planned.values(),
    await waitingNotices(db, [
      ...COMPUTATION_NOTICES,
      ...EVALUATION_NOTICES,
      SUMMARY_KIND,
      SUBSTITUTION_NOTICE,
      DELEGATION_NOTICE,
      APPOINTMENT_NOTICE,
      RECEIPT_NOTICE,
      STEP_REMARK_NOTICE,
      DRAFT_REMARK_NOTICE,
    ]),
    await mailsToSendAgain(db),
  ];
  for (const keys of waves.filter((wave) => wave.length > 0)) {
    try {
      await deliverDue({
        db,
        transport: post.transport,
        from: post.from,
        wave: { keys },
        now,
        signal,
      });
    } catch (cause) {
      if (faults === undefined) throw cause;
      faults({ keys: keys.length }, cause);
    }
  }
}

const FAULT = 'reminders failed, they will be tried again';
