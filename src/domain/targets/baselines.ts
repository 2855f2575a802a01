import type { Clause, WrittenBaseline } from './clause.js';
import { dateAt } from './dates.js';
import { operatorBefore } from './operators.js';
import { excerpt, isSymbol, isWord, matchPhrase, phrases, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import type { Operator } from './types.js';
import { unitAt } from './units.js';
import { yearAt } from './value.js';

type Of<K extends Clause['kind']> = Omit<Extract<Clause, { kind: K }>, 'from' | 'to'>;

export const CONNECTORS = phrases<true>([
  ['rispetto a', true],
  ['rispetto al', true],
  ["rispetto all'", true],
  ['rispetto alla', true],
  ['rispetto ai', true],
  ['rispetto alle', true],
  ['rispetto allo', true],
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

const MEASURES = new Set(
  'valore valori dato dati risultato risultati consuntivo livello livelli anno annualita esercizio rilevazione performance numero quanto media standard quello quella quelli quelle'.split(
    ' ',
  ),
);

/** What a year stands for on its own: the value measured in it. `media 2013-2015` is not one year. */
function referenceAt(tokens: readonly Token[], at: number): Match<WrittenBaseline> | undefined {
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
const ofYears = (tokens: readonly Token[], at: number): boolean =>
  yearAt(tokens, at) !== undefined || (isSymbol(tokens[at - 1], '-', '/') && yearAt(tokens, at - 2) !== undefined);

const LONGEST_NAME = 12;

/** Anything else named as a baseline, to the end of the phrase: `preventivo 2016`, `media del triennio`. */
function named(text: string, tokens: readonly Token[], at: number): Match<Of<'baseline'>> | undefined {
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

const MEASURED =
  /^(?:spes[ae]|cost[oi]|media|entrate|incass[oi]|consum[oi]|ricav[oi]|preventivo|budget|stanziamento|impegn[oi])$/;

/** `<= spesa 2015`, `>= media 2013-2015`: a measure of other years, that the plan must supply. */
function comparedWith(
  text: string,
  tokens: readonly Token[],
  { value, next }: Match<{ operator: Operator }>,
): Match<Of<'compare'>> | undefined {
  const measure = tokens[next];
  if (measure?.kind !== 'word' || !MEASURED.test(measure.text)) return undefined;
  const found = named(text, tokens, next);
  const known = found?.value.baseline;
  if (found === undefined || known?.kind !== 'named' || found.next === next + 1) return undefined;
  // `almeno media 7,5` is an amount; `spesa 2015` and `media 2013-2015` are of their years.
  const others = tokens.slice(next, found.next).some((t, i) => t.kind === 'number' && !ofYears(tokens, next + i));
  if (others) return undefined;
  const baseline = { kind: 'named', what: known.what } as const;
  const end = found.next;
  return { value: { kind: 'compare', operator: value.operator, baseline, certainty: 'unsure' }, next: end };
}

/** `come il 2015`, `come nel 2015` */
function likeAt(tokens: readonly Token[], at: number): ReturnType<typeof operatorBefore> {
  if (!isWord(tokens[at], 'come')) return undefined;
  const next = isWord(tokens[at + 1], 'nel', "nell'") ? at + 2 : skipArticles(tokens, at + 1);
  return yearAt(tokens, next) === undefined && !isWord(tokens[next], 'anno', 'esercizio')
    ? undefined
    : { value: { operator: '=', within: false, upTo: false }, next };
}

/** `almeno uguale al 2015`, `non inferiore al valore 2015`, `>= dato anno precedente`, `mantenimento` has its own rule. */
export function compareAt(text: string, tokens: readonly Token[], at: number): Match<Of<'compare'>> | undefined {
  const before = operatorBefore(tokens, at) ?? likeAt(tokens, at);
  if (before === undefined || before.value.within) return undefined;
  const reference = referenceAt(tokens, before.next);
  if (reference === undefined) return comparedWith(text, tokens, before);
  const bareYear = yearAt(tokens, before.next) !== undefined;
  const equality = tokens.slice(at, before.next).some((t) => isWord(t, 'uguale', 'uguali', 'pari'));
  const article = isWord(tokens[before.next - 1], 'al', 'del', 'il');
  const certainty = !bareYear || (equality && article) ? 'sure' : article ? 'with-exercise' : 'unsure';
  return {
    value: { kind: 'compare', operator: before.value.operator, baseline: reference.value, certainty },
    next: reference.next,
  };
}
