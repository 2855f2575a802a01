import type { Clause, WrittenBaseline } from './clause.js';
import { dateAt } from './dates.js';
import { excerpt, isSymbol, isWord, matchPhrase, phrases, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { unitAt } from './units.js';
import { yearAt } from './value.js';

export type Of<K extends Clause['kind']> = Omit<Extract<Clause, { kind: K }>, 'from' | 'to'>;

export const CONNECTORS = phrases<true>([
  ['rispetto a', true],
  ['rispetto al', true],
  ["rispetto all'", true],
  ['rispetto alla', true],
  ['rispetto ai', true],
  ['rispetto alle', true],
  ['rispetto allo', true],
  ['rispetto agli', true],
  ['rispetto ad', true],
  ['in confronto a', true],
  ['in confronto al', true],
  ["in confronto all'", true],
]);

/** These link to a baseline only when a year follows: `sul totale` is a share. */
export const YEAR_CONNECTORS = phrases<true>([
  ['su', true],
  ['sul', true],
  ["sull'", true],
  ['vs', true],
  ['vs .', true],
  ['verso', true],
  ['del', true],
  ["dell'", true],
  ['dei', true],
  ['delle', true],
  ['della', true],
  ['il', true],
  ['i', true],
  ['lo', true],
  ['gli', true],
]);

/** `rispetto al 2015`, `rispetto al consuntivo 2015`, `rispetto all'anno precedente`, `sul 2015`. */
export function baselineAt(text: string, tokens: readonly Token[], at: number): Match<Of<'baseline'>> | undefined {
  // `in linea con il 2015`
  const aligned = isWord(tokens[at], 'con') && isWord(tokens[at - 1], 'linea') ? { next: at + 1 } : undefined;
  const plain = matchPhrase(CONNECTORS, tokens, at) ?? aligned;
  if (plain !== undefined) {
    const known = referenceAt(tokens, plain.next);
    if (known !== undefined && closes(tokens[known.next])) return asBaseline(known);
    return named(text, tokens, plain.next);
  }
  const linked = matchPhrase(YEAR_CONNECTORS, tokens, at) ?? (isValue(tokens[at]) ? { next: at } : undefined);
  if (linked === undefined) return undefined;
  // `mantenimento dei livelli 2015`; but `dell'anno 2015` only says which year is meant.
  const owning = isWord(tokens[at], 'del', "dell'", 'dei', 'delle', 'della', 'il', 'i', 'lo', 'gli');
  const measure = tokens[linked.next];
  if (
    owning &&
    !(measure?.kind === 'word' && MEASURES.has(measure.text) && !isWord(measure, 'anno', 'esercizio', 'annualita'))
  ) {
    return undefined;
  }
  const known = referenceAt(tokens, linked.next);
  return known === undefined ? undefined : asBaseline(known);
}

/** `mantenimento valore 2015`: the noun alone names the base. */
const isValue = (token: Token | undefined): boolean =>
  isWord(token, 'valore', 'valori', 'dato', 'dati', 'risultato', 'risultati', 'livello', 'livelli', 'standard');

const asBaseline = (m: Match<WrittenBaseline>): Match<Of<'baseline'>> => ({
  value: { kind: 'baseline', baseline: m.value },
  next: m.next,
});

const closes = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'break' ||
  isSymbol(token, ',', ';', '.', ')', ':') ||
  isWord(token, 'entro', 'e');

/** Nouns that a year makes a base: `il consuntivo 2015`. */
export const MEASURES: ReadonlySet<string> = new Set(
  'valore valori dato dati risultato risultati consuntivo livello livelli anno annualita esercizio rilevazione performance numero quanto media standard quello quella quelli quelle'.split(
    ' ',
  ),
);

/** What a year stands for on its own: the value measured in it. `media 2013-2015` is not one year. */
export function referenceAt(tokens: readonly Token[], at: number): Match<WrittenBaseline> | undefined {
  let next = skipArticles(tokens, at);
  let target = false;
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[next];
    if (isWord(token, 'target', 'obiettivo')) target = true;
    else if (isWord(token, 'media')) return undefined;
    else if (!(token?.kind === 'word' && (MEASURES.has(token.text) || ADJECTIVES.has(token.text)))) break;
    next = skipArticles(tokens, next + 1);
  }
  if (
    isWord(tokens[next - 1], 'anno', 'esercizio', 'annualita') &&
    isWord(tokens[next], 'precedente', 'scorso', 'passato')
  ) {
    return { value: target ? { kind: 'previous-target' } : { kind: 'previous-year' }, next: next + 1 };
  }
  if (isWord(tokens[next], 'precedente') && isWord(tokens[next + 1], 'anno', 'esercizio')) {
    return { value: target ? { kind: 'previous-target' } : { kind: 'previous-year' }, next: next + 2 };
  }
  if (isWord(tokens[next], 'nel') && yearAt(tokens, next + 1) !== undefined) next += 1;
  const year = yearAt(tokens, next);
  if (year === undefined || isSymbol(tokens[next + 1], '-', '/', '%') || unitAt(tokens, next + 1) !== undefined)
    return undefined;
  return target ? undefined : { value: { kind: 'year', year }, next: next + 1 };
}

const ADJECTIVES = new Set(
  'raggiunto raggiunti ottenuto ottenuti registrato registrati rilevato rilevati conseguito conseguiti medio storico'.split(
    ' ',
  ),
);

/** `2015`, the `15` of `2013-15`. */
export const ofYears = (tokens: readonly Token[], at: number): boolean =>
  yearAt(tokens, at) !== undefined || (isSymbol(tokens[at - 1], '-', '/') && yearAt(tokens, at - 2) !== undefined);

const LONGEST_NAME = 12;

/** Anything else named as a baseline, to the end of the phrase: `preventivo 2016`, `media del triennio`. */
export function named(text: string, tokens: readonly Token[], at: number): Match<Of<'baseline'>> | undefined {
  const start = skipArticles(tokens, at);
  let end = start;
  while (
    end < tokens.length &&
    end - start < LONGEST_NAME &&
    !isSymbol(tokens[end], ',', ';', '(', ')', ':', '%', '+', '<', '>', '<=', '>=', '=')
  ) {
    const token = tokens[end];
    if (token?.kind === 'break' || isWord(token, 'entro')) break;
    end += 1;
  }
  const what = excerpt(text, tokens, start, end);
  // A day is a base that can be measured; a bare number is not.
  if (what === '' || (tokens[start]?.kind === 'number' && dateAt(tokens, start)?.value.weak !== false))
    return undefined;
  return { value: { kind: 'baseline', baseline: { kind: 'named', what } }, next: end };
}
