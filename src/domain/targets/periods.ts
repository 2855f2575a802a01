import type { Clause, PeriodUnit } from './clause.js';
import { dateAt } from './dates.js';
import { operatorBefore, skipCountMark } from './operators.js';
import { isSymbol, isWord, matchPhrase, phrases, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { unitAt } from './units.js';
import { valueAt, yearAt } from './value.js';

type Of<K extends Clause['kind']> = Omit<Extract<Clause, { kind: K }>, 'from' | 'to'>;

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
  const place = skipCountMark(tokens, before?.next ?? at);
  // Most numbers are followed by a sign or by nothing: no time passes there.
  if (tokens[place]?.kind === 'number' && !mayGoOn(tokens[place + 1])) return undefined;
  const value = valueAt(tokens, place, before !== undefined);
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
      operator,
      amount: Number(text) * duration.value.times,
      unit: duration.value.unit,
      event: [next, end],
    },
    next: end,
  };
}

/** Whether a unit, or the number again in words, may stand here. */
const mayGoOn = (token: Token | undefined): boolean => token?.kind === 'word' || isSymbol(token, '(');

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
  const goesOn = (token: Token | undefined): boolean =>
    token?.kind === 'quoted' || (token?.kind === 'word' && !isWord(token, 'entro', 'comunque'));
  while (goesOn(tokens[end])) end += 1;
  while (end > at && isWord(tokens[end - 1], 'e', 'ed', 'ma')) end -= 1;
  return end;
}

export const WHOLE = phrases<true>([
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
