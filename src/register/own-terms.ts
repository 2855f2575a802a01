import type { OwnTerm } from '../domain/calendar/own-terms.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Db } from './database.js';

/*
 * The terms of the calendar a body has changed: the log says it, by the lines of two acts. The last line about a step of an exercise counts.
 */

/** Actions of the log by which a term is changed from an exercise on, and is what the calendar says again. */
export const OWN_TERM = { changed: 'calendar-term-changed', withdrawn: 'calendar-term-withdrawn' } as const;

/** A calendar that was changed longer ago has been written anew since. */
const YEARS_BACK = 15;

/** What a body has changed of its calendar for an exercise, from it or from an earlier one on. One indexed query. */
export async function ownTermsOf(db: Db, entity: string, exercise: number): Promise<readonly OwnTerm[]> {
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => exercise - back);
  const byCycle = new Map(years.map((year) => [cycleId({ entity, exercise: year }), year]));
  const lines = await db
    .selectFrom('log')
    .select(['action', 'cycle', 'step', 'detail'])
    .where('cycle', 'in', [...byCycle.keys()])
    .where('action', 'in', Object.values(OWN_TERM))
    .orderBy('id')
    .execute();
  const found = new Map<string, OwnTerm>();
  for (const { action, cycle, step, detail } of lines) {
    const fromExercise = byCycle.get(cycle ?? '');
    if (step === null || fromExercise === undefined) continue;
    const key = `${cycle}/${step}`;
    found.delete(key);
    // Written by the act that changes it, and never changed: the log is append-only.
    if (action === OWN_TERM.changed)
      found.set(key, { step, fromExercise, ...(detail as { term: Omit<OwnTerm, 'step' | 'fromExercise'> }).term });
  }
  return [...found.values()].sort((a, b) => a.fromExercise - b.fromExercise);
}
