import { partOfMonth } from './month-parts.js';
import { ORDINALS } from './ordinals.js';
import { otherYearAt } from './other-year.js';
import { isSymbol, isWord, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { yearAt } from './value.js';
import { fromExercise, monthAt, OTHER_YEARS, startingIn, type WrittenDate, withYear, written } from './written-date.js';

const PERIOD_MONTHS: readonly (readonly [string, number])[] = [
  ['semestre', 6],
  ['sem', 6],
  ['quadrimestre', 4],
  ['quadrim', 4],
  ['trimestre', 3],
  ['trim', 3],
  ['bimestre', 2],
];

/** `dicembre 2016`, `fine giugno`, `il mese di maggio`, `il primo semestre`, `III trimestre 2016`, `12/2016`. */
export function monthOrPeriod(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  // `il I semestre`: the Roman one looks like an article, so periods are tried before all articles are skipped.
  const period = periodAt(tokens, at) ?? (skipArticles(tokens, at) > at ? periodAt(tokens, at + 1) : undefined);
  if (period !== undefined) return period;
  let next = skipArticles(tokens, at);
  const part = partOfMonth(tokens, next);
  if (part !== undefined) return part;
  const half = isWord(tokens[next], 'meta');
  const end = isWord(tokens[next], 'fine', 'termine');
  if (half || end) {
    const ended = half ? undefined : (periodAt(tokens, next + 1) ?? periodAt(tokens, next + 2));
    if (ended !== undefined) return lastDayOf(ended);
    next = skipArticles(tokens, next + 1);
  }
  if (half) return middleOf(tokens, next);
  if (isWord(tokens[next], 'mese') && isWord(tokens[next + 1], 'di')) next += 2;
  const coming = isWord(tokens[next], 'prossimo', 'venturo', 'futuro') ? 1 : isWord(tokens[next], 'scorso') ? -1 : 0;
  const month = monthAt(tokens, coming === 0 ? next : next + 1);
  if (month !== undefined && coming !== 0) {
    const dated = withYear(tokens, month.next, month.value, undefined, false);
    return dated.value.year === undefined
      ? { ...dated, value: { ...dated.value, yearOffset: coming, counted: true } }
      : dated;
  }
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
  if (token?.kind === 'word') ordinal = ORDINALS.get(token.text);
  else if (token?.kind === 'number' && /^[1-6]$/.test(token.text)) {
    ordinal = Number(token.text);
    // `il 1 semestre` is the first; `1 semestre` may be six months.
    const marked = isSymbol(tokens[next], '°', '^') || isWord(tokens[at - 1], 'il', 'nel', 'del');
    // After more than one the noun would be plural.
    if (!marked && !(ordinal > 1 && /^(?:sem|trim|quadrim|bim)estre$/.test(tokens[next]?.text ?? ''))) return undefined;
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
export function endOfYear(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
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
  if (named && isWord(tokens[next], ...OTHER_YEARS)) return undefined;
  const span = isWord(tokens[next], 'triennio') ? 2 : isWord(tokens[next], 'biennio') ? 1 : 0;
  if (span > 0) return { value: { ...written(undefined, 12, 31, true, span), counted: true }, next: next + 1 };
  const year = yearAt(tokens, next);
  if (year === undefined && !named) return undefined;
  const whole = { value: written(year, 12, 31, !end), next: year === undefined ? next : next + 1 };
  return end ? whole : startingIn(1, whole);
}
