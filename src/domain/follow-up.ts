import { addMonths } from './calendar/civil-date.js';
import type { CivilDate } from './calendar/types.js';
import type { SourcePlace } from './plan.js';
import type { SeriesTable } from './series.js';

/** What a body follows beside its cycles. */
export type FollowedKind = 'obligation' | 'improvement';

/** How an obligation of publication stands. */
export type ObligationState = 'fulfilled' | 'updating' | 'unfulfilled';
/** How an action of the improvement plan stands. */
export type ImprovementState = 'planned' | 'under-way' | 'done' | 'abandoned';
export type FollowedState = ObligationState | ImprovementState;

export const STATES_OF: Readonly<Record<FollowedKind, readonly FollowedState[]>> = {
  obligation: ['fulfilled', 'updating', 'unfulfilled'],
  improvement: ['planned', 'under-way', 'done', 'abandoned'],
};

/** An obligation or action as the data files give it. */
export interface FollowedItem {
  readonly kind: FollowedKind;
  /** `personale/8`, `rendicontazione/2` */
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly source: SourcePlace;
  readonly norm?: string;
  /** What the document says of it, verbatim; empty when it says nothing. */
  readonly stated: string;
  readonly statedOn?: CivilDate;
  /** Role or `ufficio:<id>` that answers for it. */
  readonly owner?: string;
  /** How often it falls due again. */
  readonly everyMonths?: number;
  readonly dueOn?: CivilDate;
}

/** A chapter of the body's series. */
export interface SeriesChapter {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly SeriesTable[];
}

/** Who the body is and what has been observed of it, beside any exercise. */
export interface BodyProfile {
  readonly mission?: string;
  readonly vision?: string;
  readonly source?: SourcePlace;
  readonly chapters: readonly SeriesChapter[];
  /** Those whose opinion is asked for, as the body names them. */
  readonly stakeholders: readonly string[];
}

/**
 * How an obligation stands by the words of the document, when they are the usual ones; an empty cell, or other words,
 * say nothing for certain.
 */
export function stateAsWritten(stated: string): ObligationState | undefined {
  const words = stated.trim().toLowerCase();
  if (words.startsWith('compliance')) return 'fulfilled';
  return words === 'in aggiornamento' ? 'updating' : undefined;
}

/** Whether nothing more has to be done: an obligation that comes round again is never over. */
export const isOver = (state: FollowedState | undefined): boolean => state === 'done' || state === 'abandoned';

/**
 * When something falls due next after it was settled on a day: the first term of its rhythm after that day, counted from
 * the term it had. Undefined when it does not come round.
 */
export function nextDue(dueOn: CivilDate | undefined, everyMonths: number | undefined, settledOn: CivilDate) {
  if (everyMonths === undefined) return undefined;
  const start = dueOn ?? settledOn;
  for (let turn = dueOn === undefined ? 1 : 0; ; turn++) {
    const due = addMonths(start, turn * everyMonths);
    if (due > settledOn) return due;
  }
}
