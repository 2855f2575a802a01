import { ApplicationFailure, Context } from '@temporalio/activity';
import { romeDate } from '../domain/calendar/zone.js';
import { type Clock, wallDelay } from '../domain/clock.js';
import { deliverDue } from '../mail/deliver.js';
import type { Mailbox, MailTransport } from '../mail/transport.js';
import { type NewNotice, planNotices, withdrawNotices } from '../register/notices.js';
import { registerWords } from '../words/register.js';
import { composeWave } from './compose.js';
import type { Deps } from './deps.js';
import { idOf } from './record.js';
import type { NoticeWave, RemoteActivities } from './types.js';

/** How mail leaves this installation. */
export interface Post {
  readonly transport: MailTransport;
  readonly from: Mailbox;
  /** Right-hand side of the Message-IDs. */
  readonly domain: string;
  /** What links in mails begin with, without a slash at the end. */
  readonly consoleUrl: string;
  readonly clock: () => Clock;
}

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

/**
 * Sends one wave: who receives it is looked up now, each mail is a row of the ledger, and what the server does not take
 * is tried again by Temporal, days long if need be, from where the ledger stands.
 */
export function notifying(deps: Deps): Pick<RemoteActivities, 'notify'> {
  const { register, post, now } = deps;
  return {
    notify: async (wave) => {
      const context = Context.current();
      const { heartbeat, cancellationSignal } = context;
      const keys = await planWave(deps, wave);
      if (keys.length === 0) return { sent: 0, failed: 0, uncertain: 0 };
      const filter = { keys };
      const report = await deliverDue({
        db: register.db,
        transport: post.transport,
        from: post.from,
        wave: filter,
        now,
        heartbeat: (sent) => heartbeat(sent),
        signal: cancellationSignal,
      });
      if (context.cancellationDetails?.cancelRequested === true) {
        await withdrawNotices(register.db, filter, registerWords.stepEnded);
        throw cancellationSignal.reason;
      }
      // The worker leaves, or the server took it for dead: what has not been handed over stays for the next one, at once.
      if (cancellationSignal.aborted && report.waiting > 0) {
        throw ApplicationFailure.create({
          message: `${report.waiting} mail da consegnare: il worker si ferma`,
          type: 'WorkerLeaving',
          nextRetryDelay: 100,
        });
      }
      if (report.waiting === 0) return { sent: report.sent, failed: report.failed, uncertain: report.uncertain };
      throw ApplicationFailure.create({
        message: `${report.waiting} mail in attesa del server di posta`,
        type: 'MailWaiting',
        ...(report.nextAttemptAt === undefined
          ? {}
          : { nextRetryDelay: wallDelay(post.clock(), Date.now(), report.nextAttemptAt) + 100 }),
      });
    },
  };
}
