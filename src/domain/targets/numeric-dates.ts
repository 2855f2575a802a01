import { isSymbol, isWord } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { yearAt } from './value.js';
import { monthAt, startingIn, type WrittenDate, withYear, written } from './written-date.js';

/** `31/12/2016`, `31.12.16`, `2016-12-31`, `30/06`, `12/2016`. */
export function numericDate(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const first = tokens[at];
  if (first?.kind !== 'number') return undefined;
  const dotted = /^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})$/.exec(first.text);
  if (dotted !== null) {
    return { value: dayMonthYear(Number(dotted[1]), Number(dotted[2]), dotted[3] ?? ''), next: at + 1 };
  }
  // `entro il 30.06`: weak, because `30.06` alone is a number.
  const short = /^([0-9]{1,2})\.([0-9]{2})$/.exec(first.text);
  if (short !== null && Number(short[2]) >= 1 && Number(short[2]) <= 12) {
    return withYear(tokens, at + 1, Number(short[2]), Number(short[1]), true);
  }
  const separator = tokens[at + 1];
  const second = tokens[at + 2];
  if (!isSymbol(separator, '/', '-') || separator === undefined || !isDigits(second)) return undefined;
  const third = tokens[at + 4];
  if (isSymbol(tokens[at + 3], separator.text) && isDigits(third)) {
    if (/^[0-9]{4}$/.test(first.text)) return iso(first.text, second.text, third.text, at + 5);
    // `70-80-90` lists values.
    if (Number(first.text) > 31 || Number(second.text) > 31) return undefined;
    const numeric =
      /^[0-9]{1,2}$/.test(first.text) && second.text.length <= 2 && /^([0-9]{4}|[0-9]{2})$/.test(third.text);
    if (!numeric) return undefined;
    return { value: dayMonthYear(Number(first.text), Number(second.text), third.text), next: at + 5 };
  }
  if (separator.text === '-') return undefined;
  const day = Number(first.text);
  const month = Number(second.text);
  if (/^[0-9]{1,2}$/.test(first.text) && yearAt(tokens, at + 2) !== undefined && day >= 1 && day <= 12) {
    return startingIn(day, { value: written(month, day, undefined), next: at + 3 });
  }
  if (!/^[0-9]{1,2}$/.test(first.text) || second.text.length > 2 || month < 1 || month > 12 || day < 1 || day > 31)
    return undefined;
  // A fraction is at most one: `31/12` can only be a date, `4/5` can be both, `24/7` is neither.
  return withYear(tokens, at + 3, month, day, day <= month || (day === 24 && month === 7));
}

const isDigits = (token: Token | undefined): token is Token =>
  token?.kind === 'number' && /^[0-9]{1,4}$/.test(token.text);

function iso(year: string, month: string, day: string, next: number): Match<WrittenDate> | undefined {
  return month.length <= 2 && day.length <= 2
    ? { value: written(Number(year), Number(month), Number(day)), next }
    : undefined;
}

function dayMonthYear(day: number, month: number, year: string): WrittenDate {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return { ...written(full, month, day), excelZero: full === 1900 || (day === 0 && full <= 2000) };
}

/** `31 dicembre 2016`, `1° marzo`, `primo marzo`, `15-dic-16`. */
export function dayAndMonth(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const token = tokens[at];
  const spelled = isWord(token, 'primo');
  if (!spelled && !(token?.kind === 'number' && /^[0-9]{1,2}$/.test(token.text))) return undefined;
  let next = at + 1;
  if (isSymbol(tokens[next], '°', '^')) next += 1;
  const dashed = isSymbol(tokens[next], '-', '/');
  // `15 del mese di marzo`
  const led = isWord(tokens[next], 'del') && isWord(tokens[next + 1], 'mese') && isWord(tokens[next + 2], 'di');
  const month = monthAt(tokens, led ? next + 3 : dashed ? next + 1 : next);
  if (month === undefined) return undefined;
  const date = withYear(tokens, month.next, month.value, spelled ? 1 : Number(token?.text), false);
  // `entro 3 sett.` may be three weeks.
  return isWord(tokens[dashed ? next + 1 : next], 'sett') && date.value.year === undefined ? undefined : date;
}
