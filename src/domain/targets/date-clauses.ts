import type { Clause, DateMarker } from './clause.js';
import { dateAt } from './dates.js';
import { isSymbol, isWord, matchPhrase, phrases, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { unitAt } from './units.js';
import { monthAt, type WrittenDate } from './written-date.js';

type Of<K extends Clause['kind']> = Omit<Extract<Clause, { kind: K }>, 'from' | 'to'>;

const spell = (marker: DateMarker, words: string): [string, DateMarker][] => words.split('|').map((w) => [w, marker]);

export const MARKERS = phrases<DateMarker>([
  ...spell(
    'by',
    'entro|entro e non oltre|non oltre|al piu tardi|<=|non >|entro la data|entro e non oltre la data|al massimo',
  ),
  ...spell(
    'by',
    'al piu tardi entro|al piu tardi entro il|al massimo entro|massimo entro|max entro|entro la scadenza|non dopo|entro il giorno|entro il termine',
  ),
  ...spell(
    'by',
    'non successivo|non successiva|in data non successiva|a data non successiva|non posteriore|in data non posteriore|non piu tardi|non piu tardi del',
  ),
  ...spell('before', 'prima|<|antecedentemente|anteriormente|in data anteriore|entro prima|ante|in data antecedente'),
  ...spell(
    'after',
    '>=|>|dopo|non prima|non anteriore|non antecedente|oltre|a partire|a decorrere|dal|successivamente|in data successiva',
  ),
  ...spell('until', 'fino|sino|fino al|sino al'),
  ...spell('on', 'al|in data|alla data|nel mese|nel|a|ad|in|=|il'),
]);

/** A date with the words that introduce it. Forms that could be something else need a preposition. */
export function dateClauseAt(tokens: readonly Token[], at: number): Match<Of<'date'>> | undefined {
  const window = windowAt(tokens, at);
  if (window !== undefined) return window;
  const marker = markerAt(tokens, at);
  const start = marker === undefined ? at : skipArticles(tokens, marker.next);
  const hour = hourAt(tokens, start);
  const onTheHour = hour === undefined ? undefined : dateAt(tokens, skipArticles(tokens, hour));
  if (onTheHour !== undefined && marker !== undefined)
    return { value: { kind: 'date', marker: 'until', date: onTheHour.value }, next: onTheHour.next };
  const span = spanAt(tokens, start, marker === undefined ? undefined : tokens[marker.next - 1]);
  if (span !== undefined) return { value: { kind: 'date', marker: 'until', date: span.value }, next: span.next };
  const found = dateAt(tokens, start) ?? (marker === undefined ? undefined : dateAt(tokens, marker.next));
  if (found === undefined) return undefined;
  const kind = marker?.value ?? 'none';
  const date = kind === 'before' ? { ...found, value: firstDayOf(found.value) } : found;
  const symbolic = marker !== undefined && tokens.slice(at, marker.next).some((t) => t.kind === 'symbol');
  const needsWords = date.value.weak || date.value.day === undefined;
  if (date.value.weak && (kind === 'none' || kind === 'on' || symbolic)) return undefined;
  if (needsWords && symbolic) return undefined;
  // `entro 2000 euro` is money, not the end of the year 2000.
  if (date.value.weak && (unitAt(tokens, date.next) !== undefined || isSymbol(tokens[date.next], '%', '€')))
    return undefined;
  const next = isWord(tokens[date.next], 'compreso', 'incluso') ? date.next + 1 : date.next;
  // `non oltre il 2023`: a year to finish in, or what was had in it.
  const limit = date.value.weak && isWord(tokens[at], 'non', 'al', 'massimo', 'max');
  return { value: { kind: 'date', marker: limit && kind === 'by' ? 'until' : kind, date: date.value }, next };
}

/** The words that introduce a date; `entro prima decade marzo` has a part of a month after `entro`. */
function markerAt(tokens: readonly Token[], at: number): Match<DateMarker> | undefined {
  const marker = matchPhrase(MARKERS, tokens, at);
  if (marker === undefined || marker.next <= at + 1 || !isWord(tokens[marker.next - 1], 'prima')) return marker;
  return dateAt(tokens, marker.next - 1) === undefined ? marker : { value: 'by', next: marker.next - 1 };
}

/** `tra il 1/6 e il 30/6`: the last day is the likelier promise, and it is asked. */
function windowAt(tokens: readonly Token[], at: number): Match<Of<'date'>> | undefined {
  if (!isWord(tokens[at], 'tra', 'fra')) return undefined;
  const led = skipArticles(tokens, at + 1) > at + 1;
  const first = dateAt(tokens, skipArticles(tokens, at + 1));
  if (first === undefined || !isWord(tokens[first.next], 'e', 'ed')) return undefined;
  const last = dateAt(tokens, skipArticles(tokens, first.next + 1));
  const days = first.value.day !== undefined && last?.value.day !== undefined;
  if (last === undefined || ((first.value.weak || last.value.weak) && !(led && days))) return undefined;
  return { value: { kind: 'date', marker: 'until', date: last.value }, next: last.next };
}

/** `prima del secondo semestre` ends before the semester begins, `prima della seconda decade` before the eleventh. */
function firstDayOf(date: WrittenDate): WrittenDate {
  return date.startMonth === undefined ? date : { ...date, month: date.startMonth, day: date.startDay ?? 1 };
}

/** `le ore 12 del 15/05`, `alle ore 13.00 del giorno`: index after the hour, which no calendar holds. */
function hourAt(tokens: readonly Token[], at: number): number | undefined {
  const named = isWord(tokens[at], 'ore', 'ora', 'h') && tokens[at + 1]?.kind === 'number' ? at + 2 : undefined;
  if (named === undefined) return undefined;
  const minutes = isSymbol(tokens[named], ':') && tokens[named + 1]?.kind === 'number' ? named + 2 : named;
  if (!isWord(tokens[minutes], 'del', "dell'", 'di', 'dello')) return undefined;
  return isWord(tokens[minutes + 1], 'giorno') ? minutes + 2 : minutes + 1;
}

/** `ottobre-dicembre 2024`, `10-12/2024`, `dal 10 al 12 maggio`: the last day of a stretch of days or months. */
function spanAt(tokens: readonly Token[], at: number, marker: Token | undefined): Match<WrittenDate> | undefined {
  const start = isWord(tokens[at], 'mesi') && isWord(tokens[at + 1], 'di') ? at + 2 : at;
  // A number alone is the commonest of all, and goes nowhere from here.
  const link = tokens[start + 1];
  const runs = tokens[start]?.kind === 'number' && (isSymbol(link, '-', '/') || isWord(link, 'al', 'a', "all'"));
  const first = monthAt(tokens, start) ?? (runs ? daysOrMonthAt(tokens, start) : undefined);
  if (first === undefined) return undefined;
  const spoken = isWord(marker, 'dal', 'da', "dall'") && isWord(tokens[first.next], 'al', 'a', "all'");
  const named = tokens[start]?.kind === 'word';
  if (!spoken && !isSymbol(tokens[first.next], '-') && !(named && isSymbol(tokens[first.next], '/'))) return undefined;
  const last = dateAt(tokens, first.next + 1);
  if (last === undefined || last.value.weak) return undefined;
  // `31-dic-16` is one day.
  if (!named && last.value.day === undefined && tokens[first.next + 1]?.kind !== 'number') return undefined;
  // `10-12 maggio` runs over days, `10-12/2024` over months.
  const until = named || last.value.day === undefined ? last.value.month : last.value.day;
  return !named && first.value >= until && last.value.year === undefined ? undefined : last;
}

/** The day or month a stretch begins with: `10`, `10/2024`. */
function daysOrMonthAt(tokens: readonly Token[], at: number): Match<number> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(?:0?[1-9]|[12][0-9]|3[01])$/.test(token.text)) return undefined;
  const dated = dateAt(tokens, at);
  if (dated !== undefined && !dated.value.weak && dated.value.day === undefined)
    return { value: dated.value.month, next: dated.next };
  return { value: Number(token.text), next: at + 1 };
}
