import { civilDate, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { HUNDRED, type Rational } from '../rational.js';
import type { PartYearRule } from './types.js';

/** Days of a stay in a post that count: all of it, both ends included, less those of absence that do not count. Never under zero. */
export function daysInPost(from: CivilDate, to: CivilDate, absent: number): number {
  return Math.max(0, daysBetween(from, to) + 1 - absent);
}

const daysOf = (exercise: number): number => daysBetween(civilDate(exercise, 1, 1), civilDate(exercise, 12, 31)) + 1;

/** Whether somebody was there too little to be evaluated. */
export const isTooShort = (days: number, rule: PartYearRule): boolean => days < rule.minimumDays;

/** Share of the exercise's pay that a stay gives title to, percent, exact. */
export function shareOfYear(days: number, exercise: number, rule: PartYearRule): Rational {
  const year = daysOf(exercise);
  if (rule.pay === 'whole' || days >= year) return HUNDRED;
  return { n: BigInt(days) * 100n, d: BigInt(year) };
}
