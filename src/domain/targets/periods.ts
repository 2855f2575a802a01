import type { Clause, DateMarker, PeriodUnit } from './clause.js';
import { dateAt, type WrittenDate } from './dates.js';
import { operatorBefore, skipCountMark } from './operators.js';
import { isSymbol, isWord, matchPhrase, phrases, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { unitAt } from './units.js';
import { valueAt, yearAt } from './value.js';

type Of<K extends Clause['kind']> = Omit<Extract<Clause, { kind: K }>, 'from' | 'to'>;

const spell = (marker: DateMarker, words: string): [string, DateMarker][] => words.split('|').map((w) => [w, marker]);

const MARKERS = phrases<DateMarker>([
  ...spell(
    'by',
    'entro|entro e non oltre|non oltre|al piu tardi|<=|non >|entro la data|entro e non oltre la data|al massimo',
  ),
  ...spell(
    'by',
    'al piu tardi entro|al piu tardi entro il|al massimo entro|massimo entro|max entro|entro la scadenza|non dopo|entro il giorno|entro il termine',
  ),
  ...spell('before', 'prima|<|antecedentemente|anteriormente|in data anteriore|entro prima|ante|in data antecedente'),
  ...spell('after', '>=|>|dopo|non prima|oltre|a partire|a decorrere|dal|successivamente|in data successiva'),
  ...spell('until', 'fino|sino|fino al|sino al'),
  ...spell('on', 'al|in data|alla data|nel mese|nel|a|ad|in|=|il'),
]);

/** A date with the words that introduce it. Forms that could be something else need a preposition. */
export function dateClauseAt(tokens: readonly Token[], at: number): Match<Of<'date'>> | undefined {
  const window = windowAt(tokens, at);
  if (window !== undefined) return window;
  const marker = matchPhrase(MARKERS, tokens, at);
  const start = marker === undefined ? at : skipArticles(tokens, marker.next);
  const found = dateAt(tokens, start) ?? (marker === undefined ? undefined : dateAt(tokens, marker.next));
  if (found === undefined) return undefined;
  const kind = marker?.value ?? 'none';
  const date = kind === 'before' ? { ...found, value: firstDayOf(found.value) } : found;
  const symbolic = marker !== undefined && tokens[at]?.kind === 'symbol';
  const needsWords = date.value.weak || date.value.day === undefined;
  if (date.value.weak && (kind === 'none' || kind === 'on' || symbolic)) return undefined;
  if (needsWords && symbolic) return undefined;
  // `entro 2000 euro` is money, not the end of the year 2000.
  if (date.value.weak && (unitAt(tokens, date.next) !== undefined || isSymbol(tokens[date.next], '%', '€')))
    return undefined;
  const next = isWord(tokens[date.next], 'compreso', 'incluso') ? date.next + 1 : date.next;
  return { value: { kind: 'date', marker: kind, date: date.value }, next };
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

/** `prima del secondo semestre` ends before the semester begins. */
function firstDayOf(date: WrittenDate): WrittenDate {
  return date.startMonth === undefined ? date : { ...date, month: date.startMonth, day: 1 };
}

const DURATIONS: Readonly<Record<string, PeriodUnit>> = { settimana: 'weeks', settimane: 'weeks' };

function durationAt(tokens: readonly Token[], at: number): Match<{ unit: PeriodUnit; times: number }> | undefined {
  const word = tokens[at];
  if (word?.kind === 'word' && Object.hasOwn(DURATIONS, word.text))
    return { value: { unit: 'weeks', times: 1 }, next: at + 1 };
  if (isWord(word, 'anno', 'anni')) return { value: { unit: 'months', times: 12 }, next: at + 1 };
  const unit = unitAt(tokens, at);
  if (unit === undefined) return undefined;
  const kind = unit.value.kind;
  if (kind === 'days' || kind === 'hours' || kind === 'months')
    return { value: { unit: kind, times: 1 }, next: unit.next };
  if (unit.value.kind === 'count' && unit.value.noun === 'giorni lavorativi')
    return { value: { unit: 'working-days', times: 1 }, next: unit.next };
  return undefined;
}

const EVENT_MARKS = new Set("dal dallo dall' dalla dai dagli dalle da".split(' '));

/** `entro 1 mese dall'evento`, `30 gg dalla richiesta`, `entro 48 ore dalla segnalazione`. */
export function periodClauseAt(tokens: readonly Token[], at: number): Match<Of<'period'>> | undefined {
  const before = operatorBefore(tokens, at);
  const value = valueAt(tokens, skipCountMark(tokens, before?.next ?? at), before !== undefined);
  const [text] = value?.value.values ?? [];
  if (value === undefined || text === undefined || value.value.doubt !== undefined || !/^[1-9][0-9]{0,3}$/.test(text))
    return undefined;
  const duration = durationAt(tokens, value.next);
  if (duration === undefined) return undefined;
  let next = duration.next;
  if (isWord(tokens[next], 'successivi', 'successive', 'successivo', 'decorrenti', 'a', 'dopo'))
    next = eventAfterAdverb(tokens, next);
  else if (tokens[next]?.kind === 'word' && EVENT_MARKS.has(tokens[next]?.text ?? '')) next += 1;
  else return undefined;
  const end = eventEnd(tokens, next);
  if (next < 0 || end <= next) return undefined;
  const operator = before?.value.operator;
  return {
    value: {
      kind: 'period',
      ...(operator === undefined ? {} : { operator }),
      amount: Number(text) * duration.value.times,
      unit: duration.value.unit,
      event: [next, end],
    },
    next: end,
  };
}

/** `successivi alla richiesta`, `a decorrere dalla ricezione`, `dopo l'approvazione`: index of the event, or -1. */
function eventAfterAdverb(tokens: readonly Token[], at: number): number {
  if (isWord(tokens[at], 'a') && isWord(tokens[at + 1], 'decorrere', 'partire'))
    return skipArticlesAndFrom(tokens, at + 2);
  if (isWord(tokens[at], 'a')) return -1;
  return skipArticlesAndFrom(tokens, at + 1);
}

const skipArticlesAndFrom = (tokens: readonly Token[], at: number): number => {
  const token = tokens[at];
  return token?.kind === 'word' && EVENT_MARKS.has(token.text) ? at + 1 : skipArticles(tokens, at);
};

/** The event's name runs to the next punctuation. */
function eventEnd(tokens: readonly Token[], at: number): number {
  let end = Math.max(at, 0);
  while (end < tokens.length && (tokens[end]?.kind === 'word' || tokens[end]?.kind === 'quoted')) end += 1;
  return end;
}

const WHOLE = phrases<true>([
  ["tutto l' anno", true],
  ["per tutto l' anno", true],
  ["durante tutto l' anno", true],
  ["l' intero anno", true],
  ["per l' intero anno", true],
  ['intero anno', true],
  ["nell' intero anno", true],
  ['tutto il', true],
  ['per tutto il', true],
  ["nell' arco dell' intero anno", true],
  ["nel corso dell' intero anno", true],
  ["tutto l' esercizio", true],
]);

/** `tutto l'anno 2016`, `dal 1/1/2016 al 31/12/2016`, `da gennaio a dicembre 2016`. */
export function throughoutAt(tokens: readonly Token[], at: number): Match<Of<'throughout'>> | undefined {
  const whole = matchPhrase(WHOLE, tokens, at);
  if (whole !== undefined) {
    const year = yearAt(tokens, whole.next);
    // `tutto il` needs its year: `tutto il personale` is somebody else's sentence.
    if (year === undefined && isWord(tokens[whole.next - 1], 'il')) return undefined;
    return year === undefined
      ? { value: { kind: 'throughout' }, next: whole.next }
      : { value: { kind: 'throughout', year }, next: whole.next + 1 };
  }
  if (!isWord(tokens[at], 'dal', 'da', "dall'")) return undefined;
  const start = dateAt(tokens, at + 1);
  if (start === undefined || start.value.weak || !isWord(tokens[start.next], 'al', 'a', "all'")) return undefined;
  const end = dateAt(tokens, start.next + 1);
  if (end === undefined || end.value.weak) return undefined;
  return { value: { kind: 'throughout', start: start.value, end: end.value }, next: end.next };
}
