import { randomUUID } from 'node:crypto';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import type { Actions, Answer } from '../../acts/actions.js';
import { actId, NotYetRecorded } from '../../acts/awaited.js';
import { decideOnce } from '../../acts/board/deciding.js';
import { override, withdraw } from '../../acts/checkpoint/overriding.js';
import type { CycleRef } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { REAL_TIME } from '../../domain/clock.js';
import { cycleId } from '../../domain/cycle-id.js';
import { oneLineOf, Refused } from '../../domain/refusal.js';
import { ok } from '../../domain/result.js';
import { refuseText } from '../../register/accept.js';
import { awaitAct, awaitedAct } from '../../register/awaited-acts.js';
import { loadClock } from '../../register/clock.js';
import type { Register } from '../../register/database.js';
import { viaNow } from '../../register/via.js';
import { nobodyAnswers, pursueAct, refusalsIn, sendAct } from '../../worker/awaited-acts.js';
import * as ids from '../../workflows/ids.js';
import {
  arrivedSignal,
  cancelUpdate,
  closeUpdate,
  completeUpdate,
  decideUpdate,
  extendUpdate,
  postponeUpdate,
  proposeUpdate,
  remindUpdate,
  reopenUpdate,
  restartUpdate,
  resubmitUpdate,
  returnValueUpdate,
  transmitUpdate,
  withdrawProposalUpdate,
} from '../../workflows/messages.js';
import { askForCycle } from './cycles.js';
import { submitted } from './submitted.js';
import { createWaker } from './waker.js';

interface ActionDeps {
  readonly temporal: Client;
  readonly register: Register;
  /** What the calendar shows now. */
  now(): Instant;
  /** Wall milliseconds for which who acts waits for an answer; `PATIENCE_MS` unless said. */
  readonly patienceMs?: number;
}

/** A few seconds: a page that answers later is taken for broken and sent again. */
const PATIENCE_MS = 8_000;

/** Wall milliseconds for asking again, when somebody looks at what became of an act. */
const LOOK_MS = 3_000;

/** Wall milliseconds for asking which run of a workflow an act was meant for. */
const GLANCE_MS = 1_000;

export function createActions({ temporal, register, now, patienceMs = PATIENCE_MS }: ActionDeps): Actions {
  const wake = createWaker((id) => temporal.workflow.getHandle(id).signal(arrivedSignal));

  /** Sends a command to a workflow, once it is sure that the register can keep every text in it. */
  const send = async <R, C extends object>(to: To, update: UpdateDefinition<R, [C]>, command: C): Promise<R> => {
    const unwritable = Object.values(command)
      .map((value) => (typeof value === 'string' ? refuseText(value) : undefined))
      .find((refusal) => refusal !== undefined);
    if (unwritable !== undefined) throw new Refused({ text: unwritable });
    const workflow = to.step === undefined ? ids.cycleWorkflow(to.ref) : ids.stepWorkflow(to.ref, to.step);
    const id = actId(workflow, update.name, to.key ?? randomUUID(), to.content ?? command);
    const act = { id, workflow, run: null, act: update.name, command: withWay(command) };
    try {
      return await sendAct<R>(temporal, act, patienceMs);
    } catch (cause) {
      if (!nobodyAnswers(cause)) throw cause;
      const cycle = cycleId(to.ref);
      const step = to.step ?? ('step' in command && typeof command.step === 'string' ? command.step : undefined);
      const asked = { cycle, step, person: to.person, askedAt: now(), run: await runOf(workflow) };
      throw new NotYetRecorded(await awaitAct(register.db, { ...act, ...asked }));
    }
  };

  /** First run of the chain a workflow is in; null when nobody says. */
  const runOf = async (workflow: string): Promise<string | null> => {
    try {
      const { raw } = await temporal.withDeadline(Date.now() + GLANCE_MS, () =>
        temporal.workflow.getHandle(workflow).describe(),
      );
      return raw.workflowExecutionInfo?.firstRunId || null;
    } catch {
      // Then the act is meant for whichever runs: that is how it was sent.
      return null;
    }
  };

  return {
    begin: (ref, actor) =>
      answering(async () => {
        const clock = (await loadClock(register.db))?.clock ?? REAL_TIME;
        return await askForCycle(temporal, { ...ref, clock, actor: { ...actor, via: viaNow() } }, patienceMs);
      }),
    complete: (ref, step, actor, note, key) =>
      answering(() => send({ ref, step, key, person: actor.person }, completeUpdate, { key, actor, note })),
    decide: (ref, step, decision) =>
      answering(() =>
        decideOnce(register.db, ref, step, decision, (content) =>
          send({ ref, step, key: content.key, person: content.decidedBy, content }, decideUpdate, {
            ...content,
            recordedOn: romeDate(now()),
          }).catch(endedOr),
        ),
      ),
    resubmit: (ref, step, actor, note, key) =>
      answering(() => send({ ref, step, key, person: actor.person }, resubmitUpdate, { key, actor, note })),
    transmit: (ref, step, command) =>
      answering(() => send({ ref, step, key: command.key, person: command.actor.person }, transmitUpdate, command)),
    submit: async (ref, form) => {
      const submission = { ...form, cycle: cycleId(ref), at: now() };
      const receipt = await submitted(register.db, ref, submission);
      // The row is the receipt: whoever sent it does not wait for the checkpoint to wake. The receipt of a form sent before
      // is of then: a repetition brings nothing to wake for.
      if (receipt.ok && receipt.value.at === submission.at) wake(ids.stepWorkflow(ref, form.checkpoint));
      return receipt;
    },
    returnValue: (ref, checkpoint, indicator, remark, actor, key) =>
      answering(() =>
        send({ ref, step: checkpoint, key, person: actor.person }, returnValueUpdate, { indicator, remark, actor }),
      ),
    closeCheckpoint: (ref, checkpoint, reason, actor, key) =>
      answering(() => send({ ref, step: checkpoint, key, person: actor.person }, closeUpdate, { reason, actor })),
    propose: (ref, step, proposal) =>
      answering(() => send({ ref, step, key: proposal.key, person: proposal.actor.person }, proposeUpdate, proposal)),
    withdrawProposal: (ref, step, command) =>
      answering(() =>
        send({ ref, step, key: command.key, person: command.actor.person }, withdrawProposalUpdate, command),
      ),
    remind: (ref, step, actor, key, indicators, text) =>
      answering(() =>
        send({ ref, step, key, person: actor.person }, remindUpdate, {
          key,
          actor,
          indicators,
          text,
        }),
      ),
    extend: (ref, step, dueOn, reason, actor, key) =>
      answering(() => send({ ref, key, person: actor.person }, extendUpdate, { step, dueOn, reason, actor })),
    postpone: (ref, change, actor, key) =>
      answering(() => send({ ref, key, person: actor.person }, postponeUpdate, { key, change, actor })),
    reopen: (ref, step, dueOn, reason, actor, key) =>
      answering(() => send({ ref, key, person: actor.person }, reopenUpdate, { step, dueOn, reason, actor })),
    restart: (ref, step, reason, actor, key) =>
      answering(() => send({ ref, key, person: actor.person }, restartUpdate, { step, reason, actor })),
    cancel: (ref, reason, actor, key) =>
      answering(() => send({ ref, key, person: actor.person }, cancelUpdate, { reason, actor })),
    override: (ref, command, actor) => answering(() => override(register.db, ref, command, actor, now())),
    withdrawOverride: (ref, command, actor) => answering(() => withdraw(register.db, ref, command, actor, now())),
    becameOf: async (secret) => {
      const act = await awaitedAct(register.db, secret);
      if (act?.command == null) return act;
      const deps = { temporal, db: register.db, log: { error: () => undefined } };
      await pursueAct(deps, { ...act, command: act.command }, LOOK_MS);
      return await awaitedAct(register.db, secret);
    },
  };
}

/** What a workflow answered, or every refusal of it. Who may ask has been looked at: see `carryOut`. */
async function answering<T>(act: () => Promise<T>): Answer<T> {
  try {
    return ok(await act());
  } catch (cause) {
    const refusals = refusalsIn(cause);
    if (refusals === undefined) throw cause;
    return { ok: false, error: oneLineOf(refusals), refusals };
  }
}

/** Where an act goes and whose it is; what tells it from others is its form's key and its content. */
interface To {
  readonly ref: CycleRef;
  /** Absent: to the cycle itself. */
  readonly step?: string;
  /** Absent: nobody sends it twice. */
  readonly key?: string | undefined;
  readonly person: string;
  /** The command as it was asked, where something is added to it at every attempt; absent: the command. */
  readonly content?: object;
}

/** The step a decision goes to has ended, and with it the workflow that could take it. */
function endedOr(cause: unknown): 'ended' {
  if (cause instanceof WorkflowNotFoundError) return 'ended';
  throw cause;
}

/** A command that says by which way it came, so that the log can: where it is carried out nobody is asking any more. */
function withWay<C extends object>(command: C): C {
  const via = viaNow();
  if (via === undefined) return command;
  const actor = 'actor' in command ? command.actor : undefined;
  return typeof actor === 'object' ? { ...command, actor: { ...actor, via } } : { ...command, via };
}
