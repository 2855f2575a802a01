import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { DecimalText } from '../domain/targets/types.js';

/** The act a decision over a result rests on, and who puts it on record. */
export interface OverrideAct {
  /** Chosen by whoever sends it: the same key sent twice is the same act. */
  readonly key?: string;
  /** Body or person that decided, as the act names it: `Giunta camerale`. */
  readonly decidedBy: string;
  readonly reason: string;
  readonly actNumber: string;
  readonly actDate: CivilDate;
  readonly recordedBy: string;
  readonly actingFor?: string;
  readonly at: Instant;
}

export type NewOverride = OverrideAct & OverrideEffect & { readonly cycle: string; readonly indicator: string };

export type NewWithdrawal = OverrideAct & { readonly cycle: string; readonly indicator: string };

/** What is decided over the result of an indicator. */
export type OverrideEffect =
  | { readonly kind: 'forced' /** Percent of achievement. */; readonly value: DecimalText }
  | { readonly kind: 'neutralised' };
