import type { Instant } from '../calendar/types.js';

/** What controllo di gestione makes of a target an office proposes: takes it, takes another, leaves the draft as it is. */
export type SettledOutcome = 'taken' | 'changed' | 'left';

export const SETTLED_OUTCOMES = ['taken', 'changed', 'left'] as const satisfies readonly SettledOutcome[];

/** A target an office proposes for an indicator of its own. */
export interface TargetProposal {
  readonly id: number;
  readonly entity: string;
  readonly exercise: number;
  readonly indicator: string;
  readonly name: string;
  readonly office: string;
  /** Year the target is of. */
  readonly year: number;
  readonly text: string;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
  /** Absent while nobody has decided. */
  readonly settled?: {
    readonly outcome: SettledOutcome;
    /** The target the draft has; absent where it was left. */
    readonly text?: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  };
}

/** Years a plan of an exercise has targets of. */
export const targetYears = (exercise: number): readonly number[] => [exercise, exercise + 1, exercise + 2];
