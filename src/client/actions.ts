import {
  ApplicationFailure,
  type Client,
  type WorkflowHandle,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { STEERING } from '../access/roles.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Decision, DecisionReceipt } from '../domain/decision.js';
import { OFFICE_PREFIX } from '../domain/entity.js';
import { REFUSED } from '../domain/refusal.js';
import { err, ok, type Result } from '../domain/result.js';
import { refuseText } from '../register/accept.js';
import { cycleId } from '../register/cycles.js';
import type { Register } from '../register/database.js';
import { frozenOf } from '../register/frozen.js';
import {
  type Receipt,
  type Submission,
  type SubmissionRefusal,
  submitByMembership,
  submitMeasurements,
} from '../register/measurements.js';
import { capacitiesOf, holdersOf } from '../register/people.js';
import { stepOf } from '../register/steps.js';
import { viaNow } from '../register/via.js';
import * as ids from '../workflows/ids.js';
import {
  type Actor,
  arrivedSignal,
  type CycleRef,
  cancelUpdate,
  closeUpdate,
  completeUpdate,
  decideUpdate,
  extendUpdate,
  type ProposeCommand,
  proposeUpdate,
  remindUpdate,
  reopenUpdate,
  restartUpdate,
  resubmitUpdate,
  returnValueUpdate,
} from '../workflows/messages.js';
import { decideOnce } from './deciding.js';
import {
  type OverrideCommand,
  type OverrideReceipt,
  override,
  type WithdrawalCommand,
  withdraw,
} from './overriding.js';
import { createWaker } from './waker.js';

export interface ActionDeps {
  readonly temporal: Client;
  readonly register: Register;
  /** What the calendar shows now. */
  now(): Instant;
}

/** A refusal is a sentence in Italian for the person who asked. */
export type Answer<T> = Promise<Result<T, string>>;

/** Everything a person can do to a cycle, whichever page, mail, command or programme they do it from. */
export interface Actions {
  complete(ref: CycleRef, step: string, actor: Actor, note: string, key: string): Answer<void>;
  decide(ref: CycleRef, step: string, decision: Omit<Decision, 'recordedOn'>): Answer<DecisionReceipt>;
  resubmit(ref: CycleRef, step: string, actor: Actor, note: string, key: string): Answer<number>;
  submit(ref: CycleRef, form: Omit<Submission, 'cycle' | 'at'>): Promise<Result<Receipt, SubmissionRefusal>>;
  returnValue(ref: CycleRef, checkpoint: string, indicator: string, remark: string, actor: Actor): Answer<void>;
  closeCheckpoint(ref: CycleRef, checkpoint: string, reason: string, actor: Actor): Answer<void>;
  propose(ref: CycleRef, step: string, proposal: ProposeCommand): Answer<number>;
  /** @param indicators at a checkpoint, those whose officers are reminded; absent: whoever is awaited */
  remind(ref: CycleRef, step: string, actor: Actor, key: string, indicators?: readonly string[]): Answer<void>;
  extend(ref: CycleRef, step: string, dueOn: CivilDate, reason: string, actor: Actor): Answer<CivilDate>;
  reopen(ref: CycleRef, step: string, dueOn: CivilDate, reason: string, actor: Actor): Answer<number>;
  /** Starts again a step that broke down, or was cancelled outside the product. Answers its run. */
  restart(ref: CycleRef, step: string, reason: string, actor: Actor): Answer<number>;
  cancel(ref: CycleRef, reason: string, actor: Actor): Answer<void>;
  /** Fixes or neutralises the result of an indicator, by an act; the latest results are computed again with it. */
  override(ref: CycleRef, command: OverrideCommand, actor: Actor): Answer<OverrideReceipt>;
  /** Takes the override of an indicator out of force, by another act. */
  withdrawOverride(ref: CycleRef, command: WithdrawalCommand, actor: Actor): Answer<OverrideReceipt>;
}

export function createActions({ temporal, register, now }: ActionDeps): Actions {
  const handle = (ref: CycleRef, step?: string) =>
    temporal.workflow.getHandle(step === undefined ? ids.cycleId(ref) : ids.stepId(ref, step));

  const wake = createWaker((id) => temporal.workflow.getHandle(id).signal(arrivedSignal));

  /** Sends a command to a workflow, once it is sure that the register can keep every text in it. */
  const send = async <R, C extends object>(
    to: WorkflowHandle,
    update: UpdateDefinition<R, [C]>,
    command: C,
  ): Promise<R> => {
    const unwritable = Object.values(command)
      .map((value) => (typeof value === 'string' ? refuseText(value) : undefined))
      .find((refusal) => refusal !== undefined);
    if (unwritable !== undefined) throw ApplicationFailure.nonRetryable(unwritable, REFUSED);
    return await to.executeUpdate(update, { args: [withWay(command)] });
  };

  return {
    complete: (ref, step, actor, note, key) =>
      asOwner(ref, step, actor, () => send(handle(ref, step), completeUpdate, { key, actor, note })),
    decide: (ref, step, decision) =>
      asRecorder(ref, step, { person: decision.decidedBy, ...actingFor(decision.actingFor) }, () =>
        decideOnce(register.db, ref, step, decision, (content) =>
          send(handle(ref, step), decideUpdate, { ...content, recordedOn: romeDate(now()) }),
        ),
      ),
    resubmit: (ref, step, actor, note, key) =>
      asOwner(ref, step, actor, () => send(handle(ref, step), resubmitUpdate, { key, actor, note })),
    submit: async (ref, form) => {
      const submission = { ...form, cycle: cycleId(ref.entity, ref.exercise), at: now() };
      const receipt = await submitted(ref, submission);
      // The row is the receipt: whoever sent it does not wait for the checkpoint to wake. The receipt of a form sent before
      // is of then: a repetition brings nothing to wake for.
      if (receipt.ok && receipt.value.at === submission.at) wake(ids.stepId(ref, form.checkpoint));
      return receipt;
    },
    returnValue: (ref, checkpoint, indicator, remark, actor) =>
      asSteering(ref, actor, () => send(handle(ref, checkpoint), returnValueUpdate, { indicator, remark, actor })),
    closeCheckpoint: (ref, checkpoint, reason, actor) =>
      asSteering(ref, actor, () => send(handle(ref, checkpoint), closeUpdate, { reason, actor })),
    propose: (ref, step, proposal) =>
      asOwner(ref, step, proposal.actor, () => send(handle(ref, step), proposeUpdate, proposal)),
    remind: (ref, step, actor, key, indicators) =>
      asSteering(ref, actor, () =>
        send(handle(ref, step), remindUpdate, { key, actor, ...(indicators === undefined ? {} : { indicators }) }),
      ),
    extend: (ref, step, dueOn, reason, actor) =>
      asSteering(ref, actor, () => send(handle(ref), extendUpdate, { step, dueOn, reason, actor })),
    reopen: (ref, step, dueOn, reason, actor) =>
      asSteering(ref, actor, () => send(handle(ref), reopenUpdate, { step, dueOn, reason, actor })),
    restart: (ref, step, reason, actor) =>
      asSteering(ref, actor, () => send(handle(ref), restartUpdate, { step, reason, actor })),
    cancel: (ref, reason, actor) => asSteering(ref, actor, () => send(handle(ref), cancelUpdate, { reason, actor })),
    override: (ref, command, actor) => asSteering(ref, actor, () => override(register.db, ref, command, actor, now())),
    withdrawOverride: (ref, command, actor) =>
      asSteering(ref, actor, () => withdraw(register.db, ref, command, actor, now())),
  };

  /** An officer answers for the indicators of their own offices; controllo di gestione for any. */
  async function submitted(ref: CycleRef, submission: Submission): Promise<Result<Receipt, SubmissionRefusal>> {
    const { db } = register;
    const on = romeDate(submission.at);
    const usual = await submitByMembership(db, submission, { entity: ref.entity, on });
    if (usual !== 'not-by-membership') return usual;
    const roles = new Set(
      (await capacitiesOf(db, ref.entity, submission.officer, on))
        .filter((held) => held.actingFor === submission.actingFor)
        .map((held) => held.role),
    );
    if (roles.has(STEERING)) return await submitMeasurements(db, submission);
    const frozen = await frozenOf(db, submission);
    const rows = submission.rows.flatMap(({ indicator }) => {
      const office = frozen.get(indicator)?.office;
      if (office === undefined || roles.has(`${OFFICE_PREFIX}${office}`)) return [];
      return [
        { indicator, message: `l’indicatore è dell’ufficio ${office}, di cui ${submission.officer} oggi non risponde` },
      ];
    });
    if (rows.length === 0) return await submitMeasurements(db, submission);
    return err({ reason: 'invalid', message: 'il modulo contiene indicatori di altri uffici', rows });
  }

  async function asOwner<T>(ref: CycleRef, step: string, actor: Actor, act: () => Promise<T>): Answer<T> {
    const planned = (await stepOf(register.db, cycleId(ref.entity, ref.exercise), step))?.planned;
    if (planned === undefined) return err(`il ciclo ${ref.entity} ${ref.exercise} non ha un’attività «${step}»`);
    return await asHolderOf(ref, planned.owners, actor, act);
  }

  async function asRecorder<T>(ref: CycleRef, step: string, actor: Actor, act: () => Promise<T>): Answer<T> {
    const planned = (await stepOf(register.db, cycleId(ref.entity, ref.exercise), step))?.planned;
    if (planned?.recorder === undefined) {
      return err(`l’attività «${step}» del ciclo ${ref.entity} ${ref.exercise} non va all’esame di un organo`);
    }
    return await asHolderOf(ref, [planned.recorder], actor, act);
  }

  async function asSteering<T>(ref: CycleRef, actor: Actor, act: () => Promise<T>): Answer<T> {
    return await asHolderOf(ref, [STEERING], actor, act);
  }

  async function asHolderOf<T>(
    ref: CycleRef,
    roles: readonly string[],
    actor: Actor,
    act: () => Promise<T>,
  ): Answer<T> {
    const holders = await Promise.all(roles.map((role) => holdersOf(register.db, ref.entity, role, romeDate(now()))));
    const entitled = holders.flat().some((h) => h.id === actor.person && h.actingFor === actor.actingFor);
    if (!entitled) {
      const whom = actor.actingFor === undefined ? actor.person : `${actor.person} per ${actor.actingFor}`;
      return err(`${whom} non ricopre oggi nessuno dei ruoli che possono farlo: ${roles.join(', ')}`);
    }
    try {
      return ok(await act());
    } catch (cause) {
      return err(refusalIn(cause));
    }
  }
}

const actingFor = (person: string | undefined): { actingFor?: string } =>
  person === undefined ? {} : { actingFor: person };

/** A command that says by which way it came, so that the log can: where it is carried out nobody is asking any more. */
function withWay<C extends object>(command: C): C {
  const via = viaNow();
  if (via === undefined) return command;
  const actor = 'actor' in command ? command.actor : undefined;
  return typeof actor === 'object' ? { ...command, actor: { ...actor, via } } : { ...command, via };
}

/** The sentence of a refused update; anything else is broken and goes on. */
function refusalIn(cause: unknown): string {
  if (cause instanceof WorkflowNotFoundError)
    return 'l’attività non è aperta: non è ancora cominciata oppure è già conclusa';
  if (cause instanceof ApplicationFailure && cause.type === REFUSED) return cause.message;
  if (
    cause instanceof WorkflowUpdateFailedError &&
    cause.cause instanceof ApplicationFailure &&
    cause.cause.type === REFUSED
  ) {
    return cause.cause.message;
  }
  throw cause;
}
