import { endOfYear, monthOrPeriod } from './calendar-periods.js';
import { dayAndMonth, numericDate } from './numeric-dates.js';
import type { Match, Token } from './tokens.js';
import type { WrittenDate } from './written-date.js';

/** Reads a date in any usual Italian form, with or without its year. */
export function dateAt(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const start = skipWeekday(tokens, at);
  if (isPlainValue(tokens[start], tokens[start + 1])) return undefined;
  return (
    numericDate(tokens, start) ?? dayAndMonth(tokens, start) ?? monthOrPeriod(tokens, start) ?? endOfYear(tokens, start)
  );
}

/** `80%`, `≥ 25`: digits that no sign or word carries on to a date, as most numbers of targets are. */
const isPlainValue = (number: Token | undefined, next: Token | undefined): boolean =>
  number?.kind === 'number' &&
  SHORT_NUMBER.test(number.text) &&
  (next === undefined || (next.kind === 'symbol' && !CARRIES_ON.has(next.text)));

/** Four digits may be a year, and a point may part a day from its month. */
const SHORT_NUMBER = /^[0-9]{1,3}$/;
const CARRIES_ON: ReadonlySet<string> = new Set(['/', '-', '°', '^', '.', ',', '(']);

export const WEEKDAYS = new Set('lunedi martedi mercoledi giovedi venerdi sabato domenica'.split(' '));

const skipWeekday = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.kind === 'word' && WEEKDAYS.has(tokens[at]?.text ?? '') ? at + 1 : at;
