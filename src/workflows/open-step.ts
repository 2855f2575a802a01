import type { Actor, StepStatus } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import type { StepChange } from '../domain/step-change.js';
import type { NoticeWave, WaveKind } from '../domain/wave.js';
import type { CheckpointStanding, StepInput } from './types.js';

type WaveExtra = Pick<NoticeWave, 'remark' | 'indicators' | 'byHand' | 'by'>;

/** What every kind of step has: its dates, its state in the register, its notices, the calendar. */
export interface OpenStep {
  readonly input: StepInput;
  /** With the due date as extended so far. */
  step(): DatedStep;
  now(): Instant;
  isClosed(): boolean;
  record(change: Pick<StepChange, 'action' | 'actor' | 'reason'>, status?: StepStatus): Promise<void>;
  /** A wave of mails about this step, as of now. */
  waveOf(kind: WaveKind, occasion: string, extra?: WaveExtra): NoticeWave;
  /** Sends a wave of mails beside the main flow; dropped when the step ends, because a reminder has then no purpose. */
  send(kind: WaveKind, occasion: string, extra?: WaveExtra): void;
  /** Runs something beside the main flow, cancelled when the step ends. */
  beside(work: () => Promise<void>): void;
  /**
   * Reminds, marks late and escalates by the calendar until `done`.
   * @param wakesAt when `done` may become true by the passing of time alone; before it the step is not marked late
   */
  promptUntil(done: () => boolean, wakesAt?: () => Instant | undefined): Promise<void>;
  /**
   * Has some machinery do its part. What still fails after a few tries is on record and told to controllo di gestione;
   * while it goes on being tried the step is late and escalated like any other.
   * @param first with a few tries
   * @param then the same, tried for as long as it takes
   */
  carryOut<T>(first: () => Promise<T>, then: () => Promise<T>): Promise<T>;
  /** Whether no letter is under way. */
  isQuiet(): boolean;
  /** What the next run must know to go on where this one is. */
  continuation(checkpoint: CheckpointStanding): StepInput;
  /** Waits for a calendar instant, or until `interrupted`. */
  waitUntil(instant: Instant, interrupted: () => boolean): Promise<void>;
}

/** How a step's work ended: in words, and after how many rounds before a board. */
export interface Ending {
  readonly outcome: string;
  /** Who ended it, where a person did. */
  readonly actor?: Actor;
  readonly roundsHeld?: number;
  /** Mails about how it ended: the cycle sends them, because they must arrive however long the mail server is down. */
  readonly announcements?: readonly NoticeWave[];
}
