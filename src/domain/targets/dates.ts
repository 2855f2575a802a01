import { endOfYear, monthOrPeriod } from './calendar-periods.js';
import { dayAndMonth, numericDate } from './numeric-dates.js';
import type { Match, Token } from './tokens.js';
import type { WrittenDate } from './written-date.js';

/** Reads a date in any usual Italian form, with or without its year. */
export function dateAt(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const start = skipWeekday(tokens, at);
  return (
    numericDate(tokens, start) ?? dayAndMonth(tokens, start) ?? monthOrPeriod(tokens, start) ?? endOfYear(tokens, start)
  );
}

export const WEEKDAYS = new Set('lunedi martedi mercoledi giovedi venerdi sabato domenica'.split(' '));

const skipWeekday = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.kind === 'word' && WEEKDAYS.has(tokens[at]?.text ?? '') ? at + 1 : at;
