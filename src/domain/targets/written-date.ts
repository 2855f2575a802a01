import { operatorBefore } from './operators.js';
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
  /** Its first day there, where it does not begin with the month. */
  readonly startDay?: number;
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

/** Years that begin and end when lessons do, or when the body says. */
export const OTHER_YEARS = ['scolastico', 'accademico', 'formativo', 'educativo', 'sportivo', 'pastorale'] as const;

/** Whole, or by its first three or four letters. */
export const MONTHS_AS_WRITTEN: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((month, index) =>
    [month, month.slice(0, 3), month.slice(0, 4)]
      // Eight and nine are no months.
      .filter((w) => w !== 'otto' && w !== 'nove')
      .map((w): [string, number] => [w, index]),
  ),
);

/** Month named at this token: whole, or its first letters (`dic`, `sett`), with an optional point. */
export function monthAt(tokens: readonly Token[], at: number): Match<number> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.length < 3) return undefined;
  const index = MONTHS_AS_WRITTEN.get(token.text);
  if (index === undefined) return undefined;
  const abbreviated = token.text !== MONTHS[index];
  // `magg. o ug.` compares.
  if (abbreviated && operatorBefore(tokens, at) !== undefined) return undefined;
  return { value: index + 1, next: abbreviated && isSymbol(tokens[at + 1], '.') ? at + 2 : at + 1 };
}

export const written = (
  year: number | undefined,
  month: number,
  day: number | undefined,
  weak = false,
  yearOffset = 0,
): WrittenDate => ({
  year,
  month,
  day,
  yearOffset,
  weak,
  excelZero: false,
});

export const startingIn = (
  startMonth: number,
  { value, next }: Match<WrittenDate>,
  startDay = 1,
): Match<WrittenDate> => ({
  value: { ...value, startMonth, startDay },
  next,
});

export const fromExercise = (month: number, day: number | undefined, { offset, counted }: OtherYear): WrittenDate => ({
  ...written(undefined, month, day, false, offset),
  counted: counted || undefined,
});

/** Reads the year after a day and month: `2016`, `del 2016`, `dell'anno 2016`, `di ogni anno`, `/16`. */
export function withYear(
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
