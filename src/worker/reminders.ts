import type { Logger } from 'pino';
import { COMPUTATION_NOTICES } from '../activities/computation-notices.js';
import { planFollowUpNotices } from '../activities/follow-up-notices.js';
import type { Instant } from '../domain/calendar/types.js';
import { deliverDue } from '../mail/deliver.js';
import type { Mailbox, MailTransport } from '../mail/transport.js';
import type { Register } from '../register/database.js';
import { mailsToSendAgain } from '../register/mail-reports.js';
import { waitingNotices } from '../register/notices.js';
import { seeingEveryBody } from '../register/sight.js';
import { sendTokenNotices } from './token-mail.js';

/** What the reminders are made from. */
export interface ReminderDeps {
  readonly register: Register;
  readonly post: {
    readonly transport: MailTransport;
    readonly from: Mailbox;
    readonly domain: string;
    readonly consoleUrl: string;
  };
  readonly log: Logger;
  /** What the calendar shows now. */
  now(): Instant;
}

/**
 * Reminds who answers for obligations and improvement actions, which no workflow waits for: what is due is in the
 * register, and so is who has been reminded, so that asking again a minute later, or after a crash, sends nothing twice.
 * @returns stops the reminders, once what is in the air is written down
 */
export function startReminders(deps: ReminderDeps, everyMs: number): () => Promise<void> {
  const ending = new AbortController();
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!ending.signal.aborted) {
      await seeingEveryBody(() => remind(deps, ending.signal)).catch((cause: unknown) =>
        deps.log.warn({ cause }, 'the reminders of obligations and actions failed, they will be tried again'),
      );
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    ending.abort();
    wake();
    await running;
  };
}

/**
 * One round: sends what is told of tokens, plans today's reminders, if it is their hour, and sends what has not left; also of
 * what no wave stands behind: computations that failed, and what somebody asked to send again.
 */
export async function remind(deps: Omit<ReminderDeps, 'log'>, signal?: AbortSignal): Promise<void> {
  const { register, post, now } = deps;
  const { db } = register;
  await sendTokenNotices(deps, signal);
  const waves = [
    ...(await planFollowUpNotices(db, post, now())).values(),
    await waitingNotices(db, COMPUTATION_NOTICES),
    await mailsToSendAgain(db),
  ];
  for (const keys of waves.filter((wave) => wave.length > 0)) {
    await deliverDue({
      db,
      transport: post.transport,
      from: post.from,
      wave: { keys },
      now,
      ...(signal === undefined ? {} : { signal }),
    });
  }
}
