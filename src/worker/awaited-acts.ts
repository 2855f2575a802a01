import {
  ApplicationFailure,
  type Client,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Logger } from 'pino';
import { REFUSED } from '../domain/refusal.js';
import { type ActOutcome, actsInWaiting, type SentAct, settleAct } from '../register/awaited-acts.js';
import type { Db } from '../register/database.js';
import { awaitedWords } from '../words/awaited.js';
import { repeating } from './repeating.js';

/** Acts looked at in one round of the sweep: after a long absence of workers they go in order. */
const A_ROUND = 50;

/** Wall milliseconds for one act in the sweep: nobody waits for it. */
const PATIENCE_MS = 10_000;

/**
 * Sends an act to its workflow, for as long as `patienceMs` of wall time. Under one id it is carried out once, however often
 * it is sent.
 * @returns what the workflow answered
 * @throws what the client throws: see `refusalIn` and `nobodyAnswers`
 */
export async function sendAct<R>(temporal: Client, sent: SentAct, patienceMs: number): Promise<R> {
  const options = sent.run === null ? {} : { firstExecutionRunId: sent.run };
  const handle = temporal.workflow.getHandle(sent.workflow, undefined, options);
  return await temporal.withDeadline(Date.now() + patienceMs, () =>
    handle.executeUpdate<R, [object]>(sent.act, { args: [sent.command], updateId: sent.id }),
  );
}

/** Whether an act failed for want of somebody to carry it out: the server, or a worker, has not answered in time. */
export const nobodyAnswers = (cause: unknown): boolean =>
  cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  (isGrpcServiceError(cause) && SILENT.has(cause.code)) ||
  (cause instanceof Error && cause.cause !== undefined && nobodyAnswers(cause.cause));

/** Of gRPC: deadline exceeded, out of resources, aborted, unavailable. */
const SILENT: ReadonlySet<number> = new Set([4, 8, 10, 14]);

/** The sentence of a refused act, for the person; undefined when it is no refusal. */
export function refusalIn(cause: unknown): string | undefined {
  if (cause instanceof WorkflowNotFoundError) return awaitedWords.ended;
  if (cause instanceof ApplicationFailure && cause.type === REFUSED) return cause.message;
  if (cause instanceof WorkflowUpdateFailedError) return refusalIn(cause.cause);
  return undefined;
}

/**
 * Sends an act again of which nobody knows what became, and writes it down when that is known.
 * @returns undefined while nobody answers
 */
export async function pursueAct(
  { temporal, db, log }: { readonly temporal: Client; readonly db: Db; readonly log: Pick<Logger, 'error'> },
  sent: SentAct,
  patienceMs: number,
): Promise<ActOutcome | undefined> {
  const outcome = await outcomeOf(temporal, sent, patienceMs, log);
  if (outcome !== undefined) await settleAct(db, sent.id, outcome);
  return outcome;
}

async function outcomeOf(
  temporal: Client,
  sent: SentAct,
  patienceMs: number,
  log: Pick<Logger, 'error'>,
): Promise<ActOutcome | undefined> {
  try {
    await sendAct(temporal, sent, patienceMs);
    return { state: 'recorded' };
  } catch (cause) {
    if (nobodyAnswers(cause)) return undefined;
    if (cause instanceof WorkflowNotFoundError) {
      const done = await wasCarriedOut(temporal, sent, patienceMs);
      if (done !== false) return done === undefined ? undefined : { state: 'recorded' };
    }
    const refusal = refusalIn(cause);
    if (refusal === undefined) log.error({ cause, act: sent.act, workflow: sent.workflow }, 'an awaited act broke');
    return { state: 'refused', refusal: refusal ?? awaitedWords.broken };
  }
}

/** Whether a workflow that has ended had carried this act out, which may have been its last; undefined in silence. */
async function wasCarriedOut(temporal: Client, sent: SentAct, patienceMs: number): Promise<boolean | undefined> {
  try {
    const handle = temporal.workflow.getHandle(sent.workflow);
    await temporal.withDeadline(Date.now() + patienceMs, () => handle.getUpdateHandle(sent.id).result());
    return true;
  } catch (cause) {
    // Refused or never received is the same to who asks whether it was done; silence is not.
    return nobodyAnswers(cause) ? undefined : false;
  }
}

interface Pursuit {
  readonly temporal: Client;
  readonly db: Db;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** One round: every act in waiting is sent again. One that fails does not keep the others waiting. */
export async function pursueActs(deps: Pursuit): Promise<void> {
  for (const { command, ...act } of await actsInWaiting(deps.db, A_ROUND)) {
    if (command === null) continue;
    await pursueAct(deps, { ...act, command }, PATIENCE_MS).catch((cause: unknown) =>
      deps.log.warn({ cause, act: act.act, workflow: act.workflow }, 'an awaited act will be sent again'),
    );
  }
}

/**
 * Sends again the acts of which nobody knows what became, whether or not somebody looks.
 * @returns stops it
 */
export function startPursuit(deps: Pursuit, everyMs = 5_000): () => Promise<void> {
  return repeating(everyMs, () =>
    pursueActs(deps).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'awaited acts could not be read, it will be tried again'),
    ),
  );
}
