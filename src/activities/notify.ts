import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure, Context } from '@temporalio/activity';
import { type Clock, wallDelay } from '../domain/clock.js';
import type { WaveKind } from '../domain/wave.js';
import { deliverDue } from '../mail/deliver.js';
import type { Deps } from '../office/deps.js';
import { planWave } from '../office/plan-wave.js';
import { withdrawNotices } from '../register/notice-withdrawals.js';
import { registerWords } from '../words/register.js';
import type { RemoteActivities } from './types.js';

/** Waves that ask for something at a step: those that come together are one mail to each person. */
const PROMPTS: readonly WaveKind[] = ['opening', 'reminder', 'due-today', 'late'];

/** Waves of one moment are waited for as long, of wall or of calendar time: in a rehearsal hours are milliseconds. */
const GATHERING = { wallMs: 1_500, calendarMs: 6 * 3_600_000 } as const;

const gatheringMs = ({ speed }: Clock): number => Math.min(GATHERING.wallMs, GATHERING.calendarMs / speed);

/** Told to leave while it waits: delivery, which comes next, says what becomes of the mails. */
const leaving = (cause: unknown): void => {
  if (!(cause instanceof Error && cause.name === 'AbortError')) throw cause;
};

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
      // What begins or falls due with it, asked by the workflows of other steps, comes into the ledger in the same moment.
      if (PROMPTS.includes(wave.kind) && context.info.attempt === 1)
        await pause(gatheringMs(post.clock()), undefined, { signal: cancellationSignal }).catch(leaving);
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
        nextRetryDelay:
          report.nextAttemptAt === undefined
            ? undefined
            : wallDelay(post.clock(), Date.now(), report.nextAttemptAt) + 100,
      });
    },
  };
}
