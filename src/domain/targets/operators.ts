import { isSymbol, isWord, matchPhrase, phrases, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import type { Operator } from './types.js';

/** A comparison as found in the text. `entro` before a number only makes sense of durations, shares and money. */
interface OperatorHit {
  readonly operator: Operator;
  readonly within: boolean;
  /** `fino a`: a ceiling of a time, a size of anything else. */
  readonly upTo: boolean;
}

const hit = (operator: Operator, within = false, upTo = false): OperatorHit => ({ operator, within, upTo });

const spell = (operator: Operator, words: string): [string, OperatorHit][] =>
  words.split('|').map((phrase) => [phrase, hit(operator)]);

/** `maggiore o uguale`, `magg. o ug.`, `sup./ug.`: a comparison that takes its end in. */
const together = (words: string): string =>
  words
    .split('|')
    .flatMap((word) =>
      ['o', '/', 'od', 'e / o'].flatMap((link) =>
        ['uguale', 'uguali', 'ug .', 'ug', 'eguale', 'eguali', '='].map((equal) => `${word} ${link} ${equal}`),
      ),
    )
    .join('|');

export const PREFIXES = phrases<OperatorHit>([
  ...spell('>=', '>=|non <|almeno|minimo|min|min .|come minimo|un minimo|quantomeno|quanto meno|perlomeno|per lo meno'),
  ...spell('>=', together('maggiore|maggiori|magg .|magg|superiore|superiori|sup .|sup')),
  ...spell('<=', together('minore|minori|min .|min|inferiore|inferiori|inf .|inf')),
  ...spell('>=', 'alm|alm .|mai meno|mai inferiore|mai inferiori|mai sotto|mai al di sotto'),
  ...spell('<=', 'mai piu|mai superiore|mai superiori|mai oltre|mai sopra|mai al di sopra'),
  ...spell('>=', 'non meno|non inferiore|non inferiori|non minore|non minori|non sotto|non al di sotto'),
  ...spell(
    '>=',
    'maggiore o uguale|maggiori o uguali|maggiore uguale|maggiore / uguale|maggiore o pari|uguale o maggiore',
  ),
  ...spell('>=', 'superiore o uguale|superiori o uguali|superiore / uguale|superiore o pari|uguale o superiore'),
  ...spell(
    '>=',
    'almeno uguale|almeno uguali|pari o superiore|pari o superiori|pari o maggiore|pari almeno|almeno pari|pari ad almeno',
  ),
  ...spell(
    '>',
    ">|oltre|piu di|piu del|piu dell'|piu della|piu dei|piu delle|piu degli|maggiore|maggiori|superiore|superiori|al di sopra|sopra|eccedente",
  ),
  ...spell(
    '<=',
    '<=|non >|al massimo|massimo|un massimo|max|max .|al piu|non piu|non oltre|non superiore|non superiori',
  ),
  ...spell('<=', 'non maggiore|non maggiori|non eccedente|non sopra|nel limite|entro il limite|nel limite massimo'),
  ...spell('<=', 'minore o uguale|minori o uguali|minore uguale|minore / uguale|minore o pari|uguale o minore'),
  ...spell('<=', 'inferiore o uguale|inferiori o uguali|inferiore / uguale|inferiore o pari|uguale o inferiore'),
  ...spell(
    '<=',
    'pari o inferiore|pari o inferiori|pari o minore|entro un massimo|entro max|entro massimo|entro il massimo',
  ),
  ...spell('<=', 'entro max .|entro al massimo|entro il limite massimo|massimo entro|max entro'),
  ...spell(
    '<',
    "<|meno di|meno del|meno dell'|meno della|meno dei|meno delle|inferiore|inferiori|minore|minori|al di sotto|sotto",
  ),
  ...spell('=', '=|pari|uguale|uguali|esattamente'),
  ...spell(
    '<=',
    'massima|massime|massimi|fino a un massimo|fino ad un massimo|sino a un massimo|sino ad un massimo|fino al massimo|sino al massimo|fino a max|fino a max .|per un massimo|soglia massima|valore massimo|limite massimo|tetto massimo',
  ),
  ...spell(
    '>=',
    'minima|minime|minimi|valore minimo|soglia minima|per almeno|a partire da un minimo|non inferiore o uguale|da almeno|in numero non inferiore|in misura non inferiore|in numero almeno pari',
  ),
  ...spell(
    '<=',
    'max :|max . :|massimo :|massima :|massimi :|massime :|tetto :|non oltre :|limite massimo :|valore massimo :',
  ),
  ...spell('>=', 'min :|min . :|minimo :|minima :|minimi :|minime :|almeno :|valore minimo :|soglia minima :'),
  // `non inferiore a 3 né superiore a 5`
  ...spell('<=', 'ne superiore|ne superiori|ne maggiore|ne maggiori|ne oltre|ne piu'),
  ...spell('>=', 'ne inferiore|ne inferiori|ne minore|ne minori|ne meno'),
  ['fino', hit('<=', false, true)],
  ['sino', hit('<=', false, true)],
  ['entro', hit('<=', true)],
  ['entro e non oltre', hit('<=', true)],
]);

const AFTER: readonly (readonly [string, OperatorHit])[] = [
  ...spell(
    '>=',
    'almeno|minimo|o piu|e piu|o superiore|o superiori|o maggiore|o maggiori|e oltre|ed oltre|o oltre|in su|in poi|come minimo|quanto meno|a salire|+',
  ),
  ...spell(
    '<=',
    'massimo|max|max .|o meno|o inferiore|o inferiori|o minore|o minori|al massimo|al piu|come massimo|e non oltre|a scendere|in giu',
  ),
];

/** `90% (minimo)`; of `15 (min)` nobody knows whether these are minutes. */
const BRACKETED = [
  ...spell('>=', '( minimo )|( come minimo )|( almeno )'),
  ...spell('<=', '( massimo )|( max )|( max . )|( al massimo )'),
];

const SUFFIXES = phrases<OperatorHit>([...AFTER, ...BRACKETED]);

/** After a noun `min` can not be minutes, and the adjective may stand for the adverb: `10 controlli minimi`. */
const CLOSINGS = phrases<OperatorHit>([
  ...AFTER,
  ...BRACKETED,
  ...spell('>=', 'min|min .|minimi|minime|minima|come min|come min .'),
  ...spell('<=', 'massimi|massime|massima|come max|come max .'),
]);

/** A comparison before a value, with the articles that lead to it: `non inferiore all'`, `>= al`, `almeno il`. */
export function operatorBefore(tokens: readonly Token[], at: number): Match<OperatorHit> | undefined {
  const found = matchPhrase(PREFIXES, tokens, at);
  if (found === undefined) return undefined;
  const next = skipArticles(tokens, found.next);
  return { value: found.value, next };
}

/** A comparison after a value: `5 o più`, `80% minimo`, `25+`. */
export function operatorAfter(tokens: readonly Token[], at: number): Match<OperatorHit> | undefined {
  const found = matchPhrase(SUFFIXES, tokens, at);
  // `25+` is glued; `25 + 3` is a sum nobody wrote a rule for. `5 o più` must not swallow a following comparison.
  if (found === undefined || (isSymbol(tokens[at], '+') && tokens[at]?.glued !== true)) return undefined;
  // `min 5 max 7`: a comparison with a number after it belongs to that number.
  return tokens[found.next]?.kind === 'number' ? undefined : found;
}

/** `5 corsi o più`, `3 reclami al massimo`, `10 controlli minimo`: a comparison that closes a span. */
export function operatorClosing(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): (Match<OperatorHit> & { readonly from: number }) | undefined {
  // The longest phrase of the table has three words.
  for (let at = Math.max(from, to - 4); at < to; at++) {
    const found = matchPhrase(CLOSINGS, tokens, at);
    if (found?.next === to) return { ...found, from: at };
  }
  return undefined;
}

/** `n.`, `n°`, `nr`, `n.ro`, `num.`, `numero` before a count. Answers the index after it, or `at`. */
export function skipCountMark(tokens: readonly Token[], at: number): number {
  if (isWord(tokens[at], 'numero')) return at + 1;
  if (!isWord(tokens[at], 'n', 'nr', 'nro', 'num')) return at;
  let next = at + 1;
  while (isSymbol(tokens[next], '.', '°') || (isWord(tokens[next], 'ro', 'o', 'r') && tokens[next]?.glued === true))
    next += 1;
  return next;
}
