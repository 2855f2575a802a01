import type { PostponementChange } from './calendar/postponement.js';
import type { CivilDate } from './calendar/types.js';
import type { Via } from './via.js';

/** One cycle: entity × exercise, in a space (`ciclo` in production, `prova_3` in a rehearsal). */
export interface CycleRef {
  readonly space: string;
  readonly entity: string;
  readonly exercise: number;
}

/** Who acts where nobody does, in the log and as the author of what the product does by itself. */
export const SYSTEM = 'sistema';

/** Who does something, and in whose place. Both are person ids. */
export interface Actor {
  readonly person: string;
  readonly actingFor?: string;
  /** By which way they asked, for the log. */
  readonly via?: Via;
  /** Key under which what they attached waits for the act; absent: nothing does. */
  readonly enclosed?: string;
}

/** `failed`: what runs the step broke down; it waits to be started again by controllo di gestione. */
export type StepStatus = 'waiting' | 'open' | 'late' | 'done' | 'cancelled' | 'failed';

export interface ExtendCommand {
  readonly step: string;
  readonly dueOn: CivilDate;
  readonly reason: string;
  readonly actor: Actor;
}

/** Declares that the law has postponed the budget, or takes the last declaration back. */
export interface PostponeCommand {
  /** The same order sent twice counts once. */
  readonly key: string;
  readonly actor: Actor;
  readonly change: PostponementChange;
}

export interface ReopenCommand {
  readonly step: string;
  readonly dueOn: CivilDate;
  readonly reason: string;
  readonly actor: Actor;
}

export interface RestartCommand {
  readonly step: string;
  readonly reason: string;
  readonly actor: Actor;
}

export interface CancelCommand {
  readonly reason: string;
  readonly actor: Actor;
}

export interface CompleteCommand {
  readonly key: string;
  readonly actor: Actor;
  readonly note: string;
}

export interface ResubmitCommand {
  readonly key: string;
  readonly actor: Actor;
  readonly note: string;
}

export interface ReturnValueCommand {
  readonly indicator: string;
  readonly remark: string;
  readonly actor: Actor;
}

export interface CloseCommand {
  readonly reason: string;
  readonly actor: Actor;
}

export interface RemindCommand {
  /** The same request sent twice reminds once. */
  readonly key: string;
  readonly actor: Actor;
  /** At a checkpoint: only who answers for these; absent: whoever is awaited. */
  readonly indicators?: readonly string[];
  /** What controllo di gestione says of its own in the mails. */
  readonly text?: string | undefined;
}

/** Takes back what was proposed, before the board has decided on it. */
export interface WithdrawCommand {
  /** The same request sent twice takes back once. */
  readonly key: string;
  readonly actor: Actor;
  /** Plan version that was proposed. */
  readonly planVersion: number;
  readonly reason: string;
}

export interface ProposeCommand {
  readonly key: string;
  readonly actor: Actor;
  /** Plan version already saved in the register as a draft. */
  readonly planVersion: number;
  readonly reason: string;
}
