import type { Actor, CycleRef, ProposeCommand, WithdrawCommand } from '../domain/acting.js';
import type { PostponementChange } from '../domain/calendar/postponement.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Launch } from '../domain/cycle-input.js';
import type { Decision, DecisionReceipt } from '../domain/decision.js';
import type { TransmitCommand } from '../domain/drafting/transmission.js';
import type { Refusal } from '../domain/refusal.js';
import type { Result } from '../domain/result.js';
import type { AwaitedAct } from '../register/awaited-acts.js';
import type { Receipt, SubmissionRefusal } from '../register/measurements.js';
import type { Submission } from '../register/submission.js';
import type { OverrideCommand, OverrideReceipt, WithdrawalCommand } from './checkpoint/overriding.js';

/** A refusal is a sentence in Italian for the person who asked; `refusals` are the same, each at its field where that is known. */
export type Answer<T> = Promise<
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly refusals?: readonly Refusal[] }
>;

/**
 * What acts ask for that no transaction of theirs carries out: updates of workflows, the inbox of forms, computing again. What a
 * workflow has to carry out is one act for each key and content, however often it is asked.
 * @throws NotYetRecorded when nobody carries it out in time; the act is kept
 */
export interface Actions {
  /** Begins a cycle, or lets one that broke down go on. `asked`: nobody has answered yet, and it begins when somebody does. */
  begin(ref: CycleRef, actor: Actor): Answer<Launch | 'asked'>;
  complete(ref: CycleRef, step: string, actor: Actor, note: string, key: string): Answer<void>;
  decide(ref: CycleRef, step: string, decision: Omit<Decision, 'recordedOn'>): Answer<DecisionReceipt>;
  resubmit(ref: CycleRef, step: string, actor: Actor, note: string, key: string): Answer<number>;
  /** Transmits the document of a step to its board. Answers the round. */
  transmit(ref: CycleRef, step: string, command: TransmitCommand): Answer<number>;
  submit(ref: CycleRef, form: Omit<Submission, 'cycle' | 'at'>): Promise<Result<Receipt, SubmissionRefusal>>;
  returnValue(
    ref: CycleRef,
    checkpoint: string,
    indicator: string,
    remark: string,
    actor: Actor,
    key?: string,
  ): Answer<void>;
  closeCheckpoint(ref: CycleRef, checkpoint: string, reason: string, actor: Actor, key?: string): Answer<void>;
  propose(ref: CycleRef, step: string, proposal: ProposeCommand): Answer<number>;
  /** Takes back what is before the board. */
  withdrawProposal(ref: CycleRef, step: string, command: WithdrawCommand): Answer<void>;
  /**
   * @param indicators at a checkpoint, those whose officers are reminded; absent: whoever is awaited
   * @param text what controllo di gestione says of its own in the mails
   */
  remind(
    ref: CycleRef,
    step: string,
    actor: Actor,
    key: string,
    indicators?: readonly string[],
    text?: string,
  ): Answer<void>;
  extend(ref: CycleRef, step: string, dueOn: CivilDate, reason: string, actor: Actor, key?: string): Answer<CivilDate>;
  /** The budget is postponed by law, or is not after all. Answers how many steps have other dates. */
  postpone(ref: CycleRef, change: PostponementChange, actor: Actor, key: string): Answer<number>;
  reopen(ref: CycleRef, step: string, dueOn: CivilDate, reason: string, actor: Actor, key?: string): Answer<number>;
  /** Starts again a step that broke down, or was cancelled outside the product. Answers its run. */
  restart(ref: CycleRef, step: string, reason: string, actor: Actor, key?: string): Answer<number>;
  cancel(ref: CycleRef, reason: string, actor: Actor, key?: string): Answer<void>;
  /** Fixes or neutralises the result of an indicator, by an act; the latest results are computed again with it. */
  override(ref: CycleRef, command: OverrideCommand, actor: Actor): Answer<OverrideReceipt>;
  /** Takes the override of an indicator out of force, by another act. */
  withdrawOverride(ref: CycleRef, command: WithdrawalCommand, actor: Actor): Answer<OverrideReceipt>;
  /** What became of an act that was not recorded in time: asked once more before answering. Undefined when there is none. */
  becameOf(secret: string): Promise<AwaitedAct | undefined>;
}
