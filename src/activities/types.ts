import type { CivilDate, DatedStep, Instant, NoticeKind } from '../domain/calendar/types.js';
import type { Decision, FrozenDocument } from '../domain/decision.js';
import type { Actor, CycleInput, CycleRef, LauncherInput, StepStatus } from '../workflows/messages.js';

/** What one wave of mails is about. Who receives it is looked up when it leaves. */
export type WaveKind =
  | NoticeKind
  | 'deferred-again'
  | 'to-revise'
  | 'value-returned'
  | 'corrective-action'
  | 'not-computed'
  | 'computation-failed'
  | 'decision-taken'
  | 'published'
  | 'stuck'
  | 'failed';

export interface NoticeWave {
  readonly ref: CycleRef;
  readonly step: DatedStep;
  readonly kind: WaveKind;
  /** Calendar instant of the wave. */
  readonly at: Instant;
  /** Tells apart two waves of the same kind on the same step: run, round, date. */
  readonly occasion: string;
  /** Free text the mail quotes: remarks, reason. */
  readonly remark?: string;
  /** Indicators the mail is about, when not all of the officer's. */
  readonly indicators?: readonly string[];
}

export interface WaveOutcome {
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
}

/** A change of a step's state, with the line it leaves in the log. */
export interface StepChange {
  /** Tells apart two changes of the same kind in the same second; the same for every attempt at this one. */
  readonly key?: string;
  readonly at: Instant;
  readonly run: number;
  readonly status: StepStatus;
  readonly dueOn: CivilDate;
  readonly dueAt: Instant;
  /**
   * What happened: `opened`, `late`, `completed`, `extended`, `reopened`, `cancelled`, `resubmitted`; `stuck` and `unstuck`,
   * `failed`, `restarting` and `resumed`.
   */
  readonly action: string;
  readonly actor?: Actor;
  readonly reason?: string;
}

export interface CheckpointProgress {
  readonly expected: number;
  readonly missing: number;
  /** Forms this very call took from the inbox. */
  readonly taken?: number;
  /** At the opening: automatic sources of the body. Absent: not counted. */
  readonly sources?: number;
}

/** Whether a checkpoint is closed; by itself it does not close while a value is missing. */
export interface CheckpointClosure extends CheckpointProgress {
  readonly closed: boolean;
}

export interface CheckpointOutcome {
  /** Percent with two decimals, or undefined when nothing could be assessed. */
  readonly achievement?: string;
  readonly coverage: string;
  readonly red: readonly string[];
}

export interface CollectionOutcome {
  /** How many sources the body has. */
  readonly sources: number;
  readonly read: number;
  readonly failed: number;
}

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
  ): Promise<{ readonly title: string; readonly hash: string }>;
}

export type Activities = LocalActivities & RemoteActivities;
