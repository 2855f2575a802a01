import { yearOf } from '../domain/calendar/civil-date.js';
import type { Refusal } from '../domain/refusal.js';
import { cycleOf, listCycles } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import type { Place } from './act.js';

/** How far ahead something can be changed, in exercises after that of the day. */
const YEARS_AHEAD = 10;

interface Words {
  far(exercise: number, last: number): string;
  /** @param rules version of the rules the cycle keeps */
  begun(exercise: number, rules: string): string;
}

/** Why nothing can be changed from an exercise on: a cycle that would be under it has begun, or nobody means so far a year. */
export async function notFrom(
  db: Db,
  { subject, today }: Pick<Place<string>, 'subject' | 'today'>,
  exercise: number,
  words: Words,
): Promise<readonly Refusal[]> {
  const last = yearOf(today) + YEARS_AHEAD;
  if (exercise > last) return [{ field: 'exercise', text: words.far(exercise, last) }];
  const [begun] = (await listCycles(db, subject)).filter((one) => one.status !== 'planned' && one.exercise >= exercise);
  const cycle = begun && (await cycleOf(db, begun.id));
  if (cycle === undefined) return [];
  return [{ field: 'exercise', text: words.begun(cycle.exercise, cycle.policy.version) }];
}
