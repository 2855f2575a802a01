import { type OtherYear, otherYearAt } from './other-year.js';
import { isSymbol, isWord, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { yearAt } from './value.js';

/** A date as written; what is missing is still missing. The day is the last one of a month or a period. */
export interface WrittenDate {
  readonly year?: number;
  /** `dell'anno successivo` is 1; it stands on the exercise. */
  readonly yearOffset: number;
  readonly month: number;
  /** Absent for a whole month or period: its last day is meant. */
  readonly day?: number;
  /** First month of a whole month, period or year: `prima di giugno` is before its first day. */
  readonly startMonth?: number;
  /** It takes a preposition to make it a date: `4/5` can also be a fraction, `2016` a quantity. */
  readonly weak: boolean;
  /** It falls in a year the text counts from the exercise, and offices count differently: `N+1`, `il triennio`. */
  readonly counted?: true;
  /** Day 0 or year 1900: what a spreadsheet shows for an empty date. */
  readonly excelZero: boolean;
}

const MONTHS = 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre'.split(
  '|',
);

const ORDINALS: Readonly<Record<string, number>> = {
  primo: 1,
  prima: 1,
  i: 1,
  secondo: 2,
  seconda: 2,
  ii: 2,
  terzo: 3,
  terza: 3,
  iii: 3,
  quarto: 4,
  iv: 4,
  quinto: 5,
  sesto: 6,
};

const PERIOD_MONTHS: readonly (readonly [string, number])[] = [
  ['semestre', 6],
  ['sem', 6],
  ['quadrimestre', 4],
  ['quadrim', 4],
  ['trimestre', 3],
  ['trim', 3],
  ['bimestre', 2],
];

/** Month named at this token: whole, or its first letters (`dic`, `sett`), with an optional point. */
function monthAt(tokens: readonly Token[], at: number): Match<number> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.length < 3) return undefined;
  const index = MONTHS.findIndex((m) => m === token.text || (token.text.length <= 4 && m.startsWith(token.text)));
  if (index < 0) return undefined;
  const abbreviated = token.text !== MONTHS[index];
  return { value: index + 1, next: abbreviated && isSymbol(tokens[at + 1], '.') ? at + 2 : at + 1 };
}

/** Reads a date in any usual Italian form, with or without its year. */
export function dateAt(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const start = skipWeekday(tokens, at);
  return (
    numericDate(tokens, start) ?? dayAndMonth(tokens, start) ?? monthOrPeriod(tokens, start) ?? endOfYear(tokens, start)
  );
}

const WEEKDAYS = new Set('lunedi martedi mercoledi giovedi venerdi sabato domenica'.split(' '));

const skipWeekday = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.kind === 'word' && WEEKDAYS.has(tokens[at]?.text ?? '') ? at + 1 : at;

function numericDate(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
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

const written = (
  year: number | undefined,
  month: number,
  day: number | undefined,
  weak = false,
  yearOffset = 0,
): WrittenDate => ({
  ...(year === undefined ? {} : { year }),
  month,
  ...(day === undefined ? {} : { day }),
  yearOffset,
  weak,
  excelZero: false,
});

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
function dayAndMonth(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const token = tokens[at];
  const spelled = isWord(token, 'primo');
  if (!spelled && !(token?.kind === 'number' && /^[0-9]{1,2}$/.test(token.text))) return undefined;
  let next = at + 1;
  if (isSymbol(tokens[next], '°', '^')) next += 1;
  const dashed = isSymbol(tokens[next], '-', '/');
  const month = monthAt(tokens, dashed ? next + 1 : next);
  if (month === undefined) return undefined;
  const date = withYear(tokens, month.next, month.value, spelled ? 1 : Number(token?.text), false);
  // `entro 3 sett.` may be three weeks.
  return isWord(tokens[dashed ? next + 1 : next], 'sett') && date.value.year === undefined ? undefined : date;
}

/** `dicembre 2016`, `fine giugno`, `il mese di maggio`, `il primo semestre`, `III trimestre 2016`, `12/2016`. */
function monthOrPeriod(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  // `il I semestre`: the Roman one looks like an article, so periods are tried before all articles are skipped.
  const period = periodAt(tokens, at) ?? (skipArticles(tokens, at) > at ? periodAt(tokens, at + 1) : undefined);
  if (period !== undefined) return period;
  let next = skipArticles(tokens, at);
  const half = isWord(tokens[next], 'meta');
  const end = isWord(tokens[next], 'fine', 'termine');
  if (half || end) {
    const ended = half ? undefined : (periodAt(tokens, next + 1) ?? periodAt(tokens, next + 2));
    if (ended !== undefined) return lastDayOf(ended);
    next = skipArticles(tokens, next + 1);
  }
  if (half) return middleOf(tokens, next);
  if (isWord(tokens[next], 'mese') && isWord(tokens[next + 1], 'di')) next += 2;
  const month = monthAt(tokens, next);
  if (month !== undefined) {
    const whole = startingIn(month.value, withYear(tokens, month.next, month.value, undefined, false));
    return end ? lastDayOf(whole) : whole;
  }
  const number = tokens[next];
  if (number?.kind === 'number' && /^(0?[1-9]|1[0-2])$/.test(number.text) && isSymbol(tokens[next + 1], '/')) {
    const year = yearAt(tokens, next + 2);
    if (year !== undefined)
      return startingIn(Number(number.text), { value: written(year, Number(number.text), undefined), next: next + 3 });
  }
  return periodAt(tokens, next);
}

const startingIn = (startMonth: number, { value, next }: Match<WrittenDate>): Match<WrittenDate> => ({
  value: { ...value, startMonth },
  next,
});

/** `la fine del semestre` is its last day, and no longer the whole of it. */
function lastDayOf({ value, next }: Match<WrittenDate>): Match<WrittenDate> {
  const { startMonth: _, ...end } = value;
  return { value: end, next };
}

/** `metà giugno` is the fifteenth, `metà anno` the end of June: offices differ, so it is asked. */
function middleOf(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const month = monthAt(tokens, at);
  if (month !== undefined) {
    const middle = withYear(tokens, month.next, month.value, 15, false);
    return { ...middle, value: { ...middle.value, counted: true } };
  }
  if (!isWord(tokens[at], 'anno', 'esercizio')) return undefined;
  const year = yearAt(tokens, at + 1);
  return { value: { ...written(year, 6, 30), counted: true }, next: year === undefined ? at + 1 : at + 2 };
}

function periodAt(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const token = tokens[at];
  let ordinal: number | undefined;
  let next = at + 1;
  if (token?.kind === 'word') ordinal = Object.hasOwn(ORDINALS, token.text) ? ORDINALS[token.text] : undefined;
  else if (token?.kind === 'number' && /^[1-6]$/.test(token.text)) {
    ordinal = Number(token.text);
    // `il 1 semestre` is the first; `1 semestre` may be six months.
    if (!isSymbol(tokens[next], '°', '^') && !isWord(tokens[at - 1], 'il', 'nel', 'del')) return undefined;
  }
  if (ordinal === undefined) return undefined;
  if (isSymbol(tokens[next], '°', '^')) next += 1;
  const months = PERIOD_MONTHS.find(([name]) => isWord(tokens[next], name))?.[1];
  if (months === undefined || ordinal * months > 12) return undefined;
  next += 1;
  if (isSymbol(tokens[next], '.')) next += 1;
  return startingIn((ordinal - 1) * months + 1, withYear(tokens, next, ordinal * months, undefined, false));
}

/** `la fine dell'anno`, `fine esercizio`, `l'anno 2016`, `il 2016`; a bare year is weak. */
function endOfYear(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  let next = skipArticles(tokens, at);
  const end = isWord(tokens[next], 'fine', 'termine');
  if (end) next = skipArticles(tokens, next + 1);
  const other = otherYearAt(tokens, next);
  if (
    other !== undefined &&
    other.value.offset > 0 &&
    tokens.slice(next, other.next).some((t) => isWord(t, 'anno', 'esercizio'))
  ) {
    const year = { value: { ...fromExercise(12, 31, other.value), weak: !end }, next: other.next };
    return end ? year : startingIn(1, year);
  }
  const named = isWord(tokens[next], 'anno', 'esercizio');
  if (named) next += 1;
  if (named && isWord(tokens[next], 'solare', 'corrente')) next += 1;
  if (named && isWord(tokens[next], 'in') && isWord(tokens[next + 1], 'corso')) next += 2;
  // It ends when lessons do, or when the body says.
  if (named && isWord(tokens[next], 'scolastico', 'accademico', 'formativo', 'educativo', 'sportivo', 'pastorale'))
    return undefined;
  const span = isWord(tokens[next], 'triennio') ? 2 : isWord(tokens[next], 'biennio') ? 1 : 0;
  if (span > 0) return { value: { ...written(undefined, 12, 31, true, span), counted: true }, next: next + 1 };
  const year = yearAt(tokens, next);
  if (year === undefined && !named) return undefined;
  const whole = { value: written(year, 12, 31, !end), next: year === undefined ? next : next + 1 };
  return end ? whole : startingIn(1, whole);
}

const fromExercise = (month: number, day: number | undefined, { offset, counted }: OtherYear): WrittenDate => ({
  ...written(undefined, month, day, false, offset),
  ...(counted ? { counted } : {}),
});

/** Reads the year after a day and month: `2016`, `del 2016`, `dell'anno 2016`, `di ogni anno`, `/16`. */
function withYear(
  tokens: readonly Token[],
  at: number,
  month: number,
  day: number | undefined,
  weak: boolean,
): Match<WrittenDate> {
  const short = tokens[at + 1];
  if (isSymbol(tokens[at], '-', '/') && tokens[at]?.glued === true && short?.kind === 'number' && short.glued) {
    const year = yearAt(tokens, at + 1);
    if (year !== undefined) return { value: written(year, month, day), next: at + 2 };
    if (/^[0-9]{2}$/.test(short.text)) return { value: written(2000 + Number(short.text), month, day), next: at + 2 };
  }
  const next = skipArticles(tokens, isSymbol(tokens[at], ',') ? at + 1 : at);
  if (isWord(tokens[next], 'ogni', 'ciascun', 'stesso') && isWord(tokens[next + 1], 'anno')) {
    return { value: written(undefined, month, day, weak), next: next + 2 };
  }
  const named = isWord(tokens[next], 'anno', 'esercizio');
  const after = named ? next + 1 : next;
  const slash = isSymbol(tokens[after], '/', '-') ? after + 1 : after;
  if (isWord(tokens[slash], 'n') && isSymbol(tokens[slash + 1], '+') && tokens[slash + 2]?.text === '1')
    return { value: { ...written(undefined, month, day, false, 1), counted: true }, next: slash + 3 };
  const year = yearAt(tokens, after);
  if (year !== undefined) return { value: written(year, month, day), next: after + 1 };
  const other = otherYearAt(tokens, at);
  if (other !== undefined) return { value: fromExercise(month, day, other.value), next: other.next };
  if (named && isWord(tokens[after], 'corrente')) return { value: written(undefined, month, day), next: after + 1 };
  if (named && isWord(tokens[after], 'in') && isWord(tokens[after + 1], 'corso')) {
    return { value: written(undefined, month, day), next: after + 2 };
  }
  return { value: written(undefined, month, day, weak), next: at };
}
