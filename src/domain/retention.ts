import { addDays, addMonths } from './calendar/civil-date.js';
import type { CivilDate, Instant } from './calendar/types.js';

/** What has a term of its own. */
export const RETAINED = [
  'sessions',
  'drafts',
  'mail-texts',
  'files',
  'remarks',
  'log-texts',
  'individual-results',
  'public-voices',
] as const;
export type Retained = (typeof RETAINED)[number];

/** How long something is kept: one of the three. */
type Period = { readonly years: number } | { readonly months: number } | { readonly days: number };

export interface RetentionRule {
  readonly what: Retained;
  readonly keep: Period;
  /** Whether it goes by itself, or an act is needed: records of a public body are not discarded without one. */
  readonly apply: 'automatic' | 'on-act';
  /** Norm or decision the term comes from. */
  readonly source: string;
}

/** How long a body keeps what is of persons: a rule for each. */
export interface Retention {
  readonly id: string;
  readonly version: string;
  readonly rules: readonly RetentionRule[];
}

/** What was over by the end of this day is no longer kept today. */
export function overBy(today: CivilDate, keep: Period): CivilDate {
  if ('years' in keep) return addMonths(today, -12 * keep.years);
  if ('months' in keep) return addMonths(today, -keep.months);
  return addDays(today, -keep.days);
}

/** Why something is erased. Without an act nothing goes but what goes by itself when its time is over. */
export type ErasureOrder = {
  /** Whose it is; `*` for what is of no body. */
  readonly entity: string;
  readonly reason: string;
  /** Id of a person, `sistema`, or `terminale:<user>`. */
  readonly by: string;
  readonly at: Instant;
} & (
  | { readonly basis: 'retention'; readonly act?: string }
  | { readonly basis: 'wrong-upload' | 'request'; readonly act: string }
);
