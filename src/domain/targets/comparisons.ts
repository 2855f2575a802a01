import { named, type Of, ofYears, referenceAt } from './baselines.js';
import { operatorBefore } from './operators.js';
import { isWord, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import type { Operator } from './types.js';
import { yearAt } from './value.js';

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
