import { BELOW_THOUSAND } from './number-words.js';
import { readNumber } from './numbers.js';
import { isSymbol, isWord } from './phrases.js';
import type { Match, Token } from './tokens.js';

/** How often something is to happen, said in the text. */
interface Rhythm {
  /** How many times in a year. */
  readonly times: number;
  /** One adjective or adverb says it: `mensile`, `settimanalmente`. */
  readonly adjective: boolean;
}

/** Times a year, by the stem of the adjective: `trimestral-e`, `quotidian-a`. */
const STEMS: readonly (readonly [string, string, number])[] = [
  ['quotidian', 'o a i e amente', 365],
  ['giornalier', 'o a i e mente amente', 365],
  ['settimanal', 'e i mente', 52],
  ['bisettimanal', 'e i mente', 104],
  ['decadal', 'e i mente', 36],
  ['quindicinal', 'e i mente', 24],
  ['bimensil', 'e i mente', 24],
  ['mensil', 'e i mente', 12],
  ['bimestral', 'e i mente', 6],
  ['trimestral', 'e i mente', 4],
  ['quadrimestral', 'e i mente', 3],
  ['semestral', 'e i mente', 2],
];

const ADJECTIVES: ReadonlyMap<string, number> = new Map(
  STEMS.flatMap(([stem, endings, times]) => endings.split(' ').map((e): [string, number] => [`${stem}${e}`, times])),
);

/** Whether a word names a stretch of the calendar: `kWh/anno` are kilowatt-hours, and when; `kWh/mq` are another unit. */
export const isPeriod = (word: string): boolean => /^(?:ann|mes|giorn|settiman|trimestr|semestr)/.test(word);

/** Times a year, by the period itself. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['giorno', 365],
  ['die', 365],
  ['settimana', 52],
  ['quindicina', 24],
  ['mese', 12],
  ['bimestre', 6],
  ['trimestre', 4],
  ['quadrimestre', 3],
  ['semestre', 2],
]);

/** How many of each make a year; fifteen days come round twice a month. */
const IN_A_YEAR: ReadonlyMap<string, number> = new Map([
  ['giorni', 360],
  ['gg', 360],
  ['settimane', 52],
  ['mesi', 12],
]);

/** An adjective or adverb of cadence. */
export const isCadence = (word: string): boolean => ADJECTIVES.has(word);

/** `mensile`, `al mese`, `a trimestre`, `per settimana`, `/mese`, `ogni mese`, `ogni 15 giorni`, `ogni due mesi`. */
function rhythmAt(tokens: readonly Token[], at: number): Match<Rhythm> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const said = token.kind === 'word' ? ADJECTIVES.get(token.text) : undefined;
  if (said !== undefined) return { value: { times: said, adjective: true }, next: at + 1 };
  if (!isWord(token, 'al', 'alla', "all'", 'a', 'per', 'ogni', 'ciascun', 'ciascuna', 'pro') && !isSymbol(token, '/'))
    return undefined;
  const period = tokens[at + 1];
  const times = period?.kind === 'word' ? PERIODS.get(period.text) : undefined;
  if (times !== undefined) return { value: { times, adjective: false }, next: at + 2 };
  const unit = tokens[at + 2];
  if (!isWord(token, 'ogni') || period === undefined || unit?.kind !== 'word') return undefined;
  const every = period.kind === 'number' ? Number(readNumber(period.text).values[0]) : BELOW_THOUSAND.get(period.text);
  const whole = IN_A_YEAR.get(unit.text);
  return whole === undefined || every === undefined || !(every > 0)
    ? undefined
    : { value: { times: Math.max(1, Math.round(whole / every)), adjective: false }, next: at + 3 };
}

/** The first rhythm said in a span, with its place. */
export function rhythmIn(
  tokens: readonly Token[],
  from: number,
  to: number,
): (Rhythm & { readonly from: number; readonly to: number }) | undefined {
  for (let at = from; at < to; at++) {
    const found = rhythmAt(tokens, at);
    if (found === undefined) continue;
    // `con cadenza mensile`, `a frequenza settimanale`: the words that announce it belong to it.
    const noun = isWord(tokens[at - 1], 'cadenza', 'frequenza', 'periodicita');
    const start = noun ? (isWord(tokens[at - 2], 'con', 'a', 'di') ? at - 2 : at - 1) : at;
    return { ...found.value, from: Math.max(from, start), to: found.next };
  }
  return undefined;
}
