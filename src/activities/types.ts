import type { Actor, CycleRef, PostponeCommand, WithdrawCommand } from '../domain/acting.js';
import type { CivilDate, DatedStep, Instant } from '../domain/calendar/types.js';
import type {
  CheckpointClosure,
  CheckpointOutcome,
  CheckpointProgress,
  CollectionOutcome,
} from '../domain/checkpoint-progress.js';
import type { CycleInput, LauncherInput } from '../domain/cycle-input.js';
import type { Decision, FrozenDocument } from '../domain/decision.js';
import type { MissingSection } from '../domain/drafting/section.js';
import type { TransmitCommand } from '../domain/drafting/transmission.js';
import type { StepChange } from '../domain/step-change.js';
import type { NoticeWave, WaveOutcome } from '../domain/wave.js';

/**
 * What workflows ask of the world. Each is idempotent by a natural key of its arguments, so a retry changes nothing.
 * Those in `LocalActivities` are one short transaction on the register.
 */
export interface LocalActivities {
  /** Refuses an extension of a step that has ended. */
  recordStep(ref: CycleRef, step: DatedStep, change: StepChange): Promise<void>;
  /** How many rounds before its board a step has had settled. */
  roundsHeld(ref: CycleRef, step: string): Promise<number>;
  /** The step with another due date: deadlines and notices recomputed by the calendar's own rules. */
  redateStep(ref: CycleRef, step: DatedStep, dueOn: CivilDate, openFrom: Instant): Promise<DatedStep>;
  /**
   * Puts on record that the law has postponed the budget, or that it has not after all, with the new dates of what counts from it.
   * Answers the steps that have other dates; refuses what the calendar cannot carry.
   */
  postponeBudget(ref: CycleRef, command: PostponeCommand, at: Instant): Promise<readonly DatedStep[]>;
  /** Dates what counts from the act a step has ended with, from the day of the act. Answers the steps that count from it. */
  countFromAct(ref: CycleRef, step: string, at: Instant): Promise<readonly DatedStep[]>;
  /**
   * Puts the decision on record and, with it, what it does to a plan version. Returns when a deferred document comes back.
   */
  recordDecision(
    ref: CycleRef,
    step: DatedStep,
    round: number,
    document: FrozenDocument,
    decision: Decision,
    at: Instant,
  ): Promise<{ readonly askAgainAt?: Instant }>;
  takeArrived(ref: CycleRef, checkpoint: string): Promise<CheckpointProgress>;
  returnValue(
    ref: CycleRef,
    checkpoint: string,
    indicator: string,
    remark: string,
    actor: Actor,
    at: Instant,
  ): Promise<CheckpointProgress>;
  /**
   * From when this answers `closed` nothing more enters the inbox and all that has a receipt is taken. Nobody's closing is
   * not done while a value is missing.
   */
  closeCheckpoint(
    ref: CycleRef,
    checkpoint: string,
    by: { readonly actor: Actor; readonly reason: string } | undefined,
    at: Instant,
  ): Promise<CheckpointClosure | undefined>;
  recordProposal(
    ref: CycleRef,
    step: DatedStep,
    planVersion: number,
    reason: string,
    actor: Actor,
    at: Instant,
  ): Promise<void>;
  /** Who proposed it has taken it back: the board has nothing to decide, and the version is a draft again. */
  recordWithdrawal(ref: CycleRef, step: DatedStep, round: number, command: WithdrawCommand, at: Instant): Promise<void>;
  closeCycle(ref: CycleRef, status: 'closed' | 'cancelled', at: Instant, actor?: Actor, reason?: string): Promise<void>;
}

export interface RemoteActivities {
  /** Plans the calendar of the exercise and saves the cycle in the register; of one that is there, answers what is on record. */
  prepareCycle(input: LauncherInput, firedAt: Instant): Promise<CycleInput>;
  notify(wave: NoticeWave): Promise<WaveOutcome>;
  /** Writes the document of the step from one snapshot and freezes it. */
  freezeDocument(
    ref: CycleRef,
    step: DatedStep,
    round: number,
    at: Instant,
    planVersion?: number,
  ): Promise<FrozenDocument>;
  /** Puts on record that the preparers transmit the document of the step; refused when it is not complete, or not changed. */
  transmitDocument(ref: CycleRef, step: DatedStep, round: number, command: TransmitCommand, at: Instant): Promise<void>;
  /** The last round of a step that was transmitted; 0 for none. */
  roundsTransmitted(ref: CycleRef, step: string): Promise<number>;
  /** What is not ready of the document that a task prepares. */
  sectionsMissing(ref: CycleRef, step: DatedStep): Promise<readonly MissingSection[]>;
  /** The same; where all is ready, the document is frozen unless a board is to receive it. */
  concludeDraft(ref: CycleRef, step: DatedStep, run: number, at: Instant): Promise<readonly MissingSection[]>;
  /** Freezes the plan version in force and opens the inbox. */
  openCheckpoint(ref: CycleRef, step: DatedStep, at: Instant): Promise<CheckpointProgress>;
  /** Reads the automatic sources of what the checkpoint lacks; what fails is left for the officers. */
  collectAutomatic(ref: CycleRef, step: DatedStep, run: number, at: Instant): Promise<CollectionOutcome>;
  assess(ref: CycleRef, step: DatedStep, at: Instant): Promise<CheckpointOutcome>;
  publish(
    ref: CycleRef,
    step: DatedStep,
    run: number,
    at: Instant,
  ): Promise<{
    readonly title: string;
    readonly hash: string;
    /** Whether it was found where it should be; absent in what was published before anybody looked. */
    readonly verified?: boolean;
  }>;
}

export type Activities = LocalActivities & RemoteActivities;
