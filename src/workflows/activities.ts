import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  condition,
  isCancellation,
  patched,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { LocalActivities, RemoteActivities } from '../activities/types.js';
import { REFUSED } from '../domain/refusal.js';

/**
 * How long each family of activities may take, and after how much silence the server gives it to another worker: a task can
 * be lost on its way, and is missed only then. The worker says every five seconds of each that it is alive, so that what may
 * take long is missed as soon as what is short.
 */
const PATIENCE = {
  /** One short transaction, in the process of the workflow itself. */
  atOnce: { startToCloseTimeout: '15 seconds' },
  /** The same, in any worker; a wait for a lock ends after 30 seconds. */
  forEver: { startToCloseTimeout: '40 seconds', heartbeatTimeout: '20 seconds' },
  /** Computations and documents. */
  office: { startToCloseTimeout: '5 minutes', heartbeatTimeout: '20 seconds' },
  /** Automatic sources: all of a checkpoint within four minutes. */
  collector: { startToCloseTimeout: '6 minutes', heartbeatTimeout: '20 seconds' },
  /** A wave of mails to a mail server that is slow. */
  post: { startToCloseTimeout: '2 hours', heartbeatTimeout: '20 seconds' },
} as const;

/** One short transaction on the register, tried a few times within seconds: these tries leave no events. */
const atOnce = proxyLocalActivities<LocalActivities>({
  ...PATIENCE.atOnce,
  localRetryThreshold: '20 seconds',
  retry: {
    initialInterval: '200 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '5 seconds',
    maximumAttempts: 6,
  },
});

/**
 * The same, tried for ever, because a register that is down comes back. A local activity that waits writes six events a
 * minute and the server ends the workflow within a week; the tries of a remote one are not in the history.
 */
const forEver = proxyActivities<LocalActivities>({
  ...PATIENCE.forEver,
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** What workflows write in the register: at once or, when it does not take it, as soon as it does. */
export const register: LocalActivities = {
  recordStep: lasting(atOnce.recordStep, forEver.recordStep),
  postponeBudget: lasting(atOnce.postponeBudget, forEver.postponeBudget),
  countFromAct: lasting(atOnce.countFromAct, forEver.countFromAct),
  redateStep: lasting(atOnce.redateStep, forEver.redateStep),
  roundsHeld: lasting(atOnce.roundsHeld, forEver.roundsHeld),
  recordDecision: lasting(atOnce.recordDecision, forEver.recordDecision),
  takeArrived: lasting(atOnce.takeArrived, forEver.takeArrived),
  returnValue: lasting(atOnce.returnValue, forEver.returnValue),
  closeCheckpoint: lasting(atOnce.closeCheckpoint, forEver.closeCheckpoint),
  recordProposal: lasting(atOnce.recordProposal, forEver.recordProposal),
  recordWithdrawal: lasting(atOnce.recordWithdrawal, forEver.recordWithdrawal),
  closeCycle: lasting(atOnce.closeCycle, forEver.closeCycle),
};

function lasting<A extends readonly unknown[], R>(
  first: (...args: A) => Promise<R>,
  then: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return (...args) =>
    first(...args).catch(async (cause: unknown) => {
      if (isCancellation(cause)) throw cause;
      const refused = refusalOf(cause);
      if (refused !== undefined) throw refused;
      return await then(...args).catch((later: unknown) => {
        throw refusalOf(later) ?? later;
      });
    });
}

/**
 * Writes how a step stands as `register` does, but goes on trying only until it is `over`: that a term has passed is not written
 * while clocks disagree, and who ends the step meanwhile is not to wait for it.
 * @returns whether it is on record
 */
export async function recordUnlessOver(
  over: () => boolean,
  ...args: Parameters<LocalActivities['recordStep']>
): Promise<boolean> {
  return await lasting(
    async () => {
      await atOnce.recordStep(...args);
      return true;
    },
    async () => {
      let ended = false;
      const attempts = new CancellationScope();
      const written = attempts
        .run(() => forEver.recordStep(...args))
        .finally(() => {
          ended = true;
        });
      // Awaited below; cancelled meanwhile, it must not reject with nobody there.
      written.catch(() => undefined);
      await condition(() => ended || over());
      const letGo = !ended && patched('late-is-let-go');
      if (letGo) attempts.cancel();
      return await written.then(
        () => true,
        (cause: unknown) => {
          if (letGo && isCancellation(cause)) return false;
          throw cause;
        },
      );
    },
  )();
}

/** The sentence for a person, when that is what an activity ended with. */
function refusalOf(cause: unknown): ApplicationFailure | undefined {
  const found = cause instanceof ActivityFailure ? cause.cause : undefined;
  return found instanceof ApplicationFailure && found.type === REFUSED ? found : undefined;
}

type Machinery = Omit<RemoteActivities, 'notify' | 'collectAutomatic'>;

/** Computations and documents, tried for as long as it takes. */
export const office = proxyActivities<Machinery>({
  ...PATIENCE.office,
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/**
 * What somebody who waits for an answer asks of computations and documents: a few times, and what still fails then is a sentence for
 * them, as a refusal is.
 */
export async function forWhoWaits<T>(work: () => Promise<T>, failed: string): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (isCancellation(cause)) throw cause;
    throw refusalOf(cause) ?? ApplicationFailure.nonRetryable(failed, REFUSED);
  }
}

/** The same, a few times: what still fails then is told to somebody before it goes on being tried. */
export const firstTries = proxyActivities<Machinery>({
  ...PATIENCE.office,
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumAttempts: 4 },
});

/** Automatic sources: what cannot be read soon is asked by hand, so this is not tried for ever. */
export const collector = proxyActivities<Pick<RemoteActivities, 'collectAutomatic'>>({
  ...PATIENCE.collector,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 5 },
});

/** Mail: an outage of days is ordinary; the ledger makes a retry resume where it stopped. */
export const post = proxyActivities<Pick<RemoteActivities, 'notify'>>({
  ...PATIENCE.post,
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
});
