import type { CycleRef } from './acting.js';
import type { DatedStep, Instant, NoticeKind } from './calendar/types.js';

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
  | 'proposal-withdrawn'
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
  /** Who did what the mail tells, a person's id. */
  readonly by?: string;
  /** Indicators the mail is about, when not all of the officer's. */
  readonly indicators?: readonly string[];
  /** Somebody sends it, and not the calendar: who, and what they say in it of their own. */
  readonly byHand?: { readonly by: string; readonly text?: string | undefined };
}

export interface WaveOutcome {
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
}
