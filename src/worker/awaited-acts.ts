import {
  ActivityFailure,
  ApplicationFailure,
  type Client,
  isGrpcServiceError,
  WorkflowFailedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Logger } from 'pino';
import { oneLineOf, REFUSED, type Refusal, Refused } from '../domain/refusal.js';
import {
  type ActOutcome,
  type AwaitedAct,
  actsInWaiting,
  noteFailure,
  type SentAct,
  settleAct,
} from '../register/awaited-acts.js';
import type { Db } from '../register/database.js';
import { dropForgottenEnclosures } from '../register/enclosures.js';
import { awaitedWords } from '../words/awaited.js';
import { repeating } from './repeating.js';

/** Acts looked at in one round of the sweep: the next goes on from there, and from the oldest after the last. */
const A_ROUND = 50;

/** Workflows asked at once. */
const LANES = 4;

/** Wall milliseconds for one act in the sweep: nobody waits for it. */
const PATIENCE_MS = 10_000;

/**
 * Sends an act to its workflow, for as long as `patienceMs` of wall time. Under one id it is carried out once, however often
 * it is sent.
 * @returns what the workflow answered
 * @throws what the client throws: see `refusalIn` and `nobodyAnswers`
 */
export async function sendAct<R>(temporal: Client, sent: SentAct, patienceMs: number): Promise<R> {
  const handle = temporal.workflow.getHandle(sent.workflow, undefined, {
    firstExecutionRunId: sent.run ?? undefined,
  });
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await temporal.withDeadline(deadline, () =>
        handle.executeUpdate<R, [object]>(sent.act, { args: [sent.command], updateId: sent.id }),
      );
    } catch (cause) {
      if (!isUpset(cause) || Date.now() + AGAIN_MS > deadline) throw cause;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Wall milliseconds before an act is sent again that met a workflow task which had to be done anew. */
const AGAIN_MS = 200;

/**
 * Whether the workflow task that was to take an act had to be done anew, as when a signal comes while its workflow ends: nothing is
 * said of the act, and the next task takes it.
 */
const isUpset = (cause: unknown): boolean => isDownTo(cause, (one) => isGrpcServiceError(one) && one.code === 9);

/** Whether something is so of a failure, or of what caused it. */
const isDownTo = (cause: unknown, is: (one: unknown) => boolean): boolean =>
  is(cause) || (cause instanceof Error && cause.cause !== undefined && isDownTo(cause.cause, is));

/** Whether an act failed for want of somebody to carry it out: the server, or a worker, has not answered in time. */
export const nobodyAnswers = (cause: unknown): boolean =>
  isDownTo(
    cause,
    (one) =>
      one instanceof WorkflowUpdateRPCTimeoutOrCancelledError || (isGrpcServiceError(one) && SILENT.has(one.code)),
  );

/** Of gRPC: deadline exceeded, out of resources, upset still when the patience was over (`isUpset`), aborted, unavailable. */
const SILENT: ReadonlySet<number> = new Set([4, 8, 9, 10, 14]);

/** Why an act was refused, for the person, each reason at its field where that is known; undefined when it is no refusal. */
export function refusalsIn(cause: unknown): readonly Refusal[] | undefined {
  if (cause instanceof Refused) return cause.refusals;
  if (cause instanceof WorkflowNotFoundError) return [{ text: awaitedWords.ended }];
  if (
    cause instanceof WorkflowUpdateFailedError ||
    cause instanceof WorkflowFailedError ||
    cause instanceof ActivityFailure
  )
    return refusalsIn(cause.cause);
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return undefined;
  const [told] = cause.details ?? [];
  // Written by `refuse`, in a workflow of ours; an older one only has its sentence.
  return Array.isArray(told) ? (told as readonly Refusal[]) : [{ text: cause.message }];
}

/** The same in one sentence. */
function refusalIn(cause: unknown): string | undefined {
  const refusals = refusalsIn(cause);
  return refusals && oneLineOf(refusals);
}

/** What came of sending an act again: `unknown` when something failed that says nothing of the act. */
type Pursued = ActOutcome | 'silence' | { readonly state: 'unknown'; readonly failure: string };

/** Sends an act again of which nobody knows what became, and writes it down when that is known. */
export async function pursueAct(
  { temporal, db, log }: { readonly temporal: Client; readonly db: Db; readonly log: Pick<Logger, 'error'> },
  sent: SentAct,
  patienceMs: number,
): Promise<Pursued> {
  const outcome = await outcomeOf(temporal, sent, patienceMs, log);
  if (typeof outcome === 'object' && outcome.state === 'unknown') await noteFailure(db, sent.id, outcome.failure);
  else if (typeof outcome === 'object') await settleAct(db, sent.id, outcome);
  return outcome;
}

async function outcomeOf(
  temporal: Client,
  sent: SentAct,
  patienceMs: number,
  log: Pick<Logger, 'error'>,
): Promise<Pursued> {
  try {
    await sendAct(temporal, sent, patienceMs);
    return { state: 'recorded' };
  } catch (cause) {
    if (nobodyAnswers(cause)) return 'silence';
    if (cause instanceof WorkflowNotFoundError) {
      const done = await wasCarriedOut(temporal, sent, patienceMs);
      if (done !== false) return done === undefined ? 'silence' : { state: 'recorded' };
    }
    const refusal = refusalIn(cause);
    if (refusal !== undefined) return { state: 'refused', refusal };
    log.error({ cause, act: sent.act, workflow: sent.workflow }, 'an awaited act broke');
    // The workflow took it and it broke there: sent again it would be answered the same.
    if (cause instanceof WorkflowUpdateFailedError) return { state: 'refused', refusal: awaitedWords.broken };
    return { state: 'unknown', failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Whether a workflow that has ended had carried this act out, which may have been its last; undefined when that is not said. */
async function wasCarriedOut(temporal: Client, sent: SentAct, patienceMs: number): Promise<boolean | undefined> {
  try {
    const handle = temporal.workflow.getHandle(sent.workflow);
    await temporal.withDeadline(Date.now() + patienceMs, () => handle.getUpdateHandle(sent.id).result());
    return true;
  } catch (cause) {
    // Refused or never received is the same to who asks whether it was done; silence, or any other failure, is not.
    const said = cause instanceof WorkflowNotFoundError || cause instanceof WorkflowUpdateFailedError;
    return said ? false : undefined;
  }
}

interface Pursuit {
  readonly temporal: Client;
  readonly db: Db;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/**
 * Rounds of the sweep, one at each call: each goes on where the one before ended. A workflow that does not answer keeps only
 * its own acts waiting, which stay in the order they were asked.
 * @returns a round; `asked` to stop, it ends after the acts under way
 */
export function pursuit(deps: Pursuit): (asked?: AbortSignal) => Promise<void> {
  let from: string | undefined;
  return async (asked) => {
    if (from === undefined) await dropForgottenEnclosures(deps.db);
    const acts = await actsInWaiting(deps.db, A_ROUND, from);
    from = acts.length < A_ROUND ? undefined : acts.at(-1)?.id;
    const byWorkflow = new Map<string, AwaitedAct[]>();
    for (const act of acts) byWorkflow.set(act.workflow, [...(byWorkflow.get(act.workflow) ?? []), act]);
    const workflows = byWorkflow.values();
    const lane = async (): Promise<void> => {
      for (const ofOne of workflows) await pursueInOrder(deps, ofOne, asked);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };
}

async function pursueInOrder(deps: Pursuit, acts: readonly AwaitedAct[], asked?: AbortSignal): Promise<void> {
  for (const { command, ...act } of acts) {
    if (asked?.aborted === true) return;
    if (command === null) continue;
    try {
      if ((await pursueAct(deps, { ...act, command }, PATIENCE_MS)) === 'silence') return;
    } catch (cause) {
      deps.log.warn({ cause, act: act.act, workflow: act.workflow }, 'an awaited act will be sent again');
    }
  }
}

/**
 * Sends again the acts of which nobody knows what became, whether or not somebody looks.
 * @returns stops it
 */
export function startPursuit(deps: Pursuit, everyMs = 5_000): () => Promise<void> {
  const round = pursuit(deps);
  return repeating(everyMs, (asked) =>
    round(asked).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'awaited acts could not be read, it will be tried again'),
    ),
  );
}
