import type { ChangeSense, Clause } from './clause.js';
import { operatorBefore } from './operators.js';
import { isSymbol, isWord, matchPhrase, phrases } from './phrases.js';
import type { Match, Token } from './tokens.js';

type Change = Omit<Extract<Clause, { kind: 'change' }>, 'from' | 'to'>;

const spell = (sense: ChangeSense, words: string): [string, ChangeSense][] => words.split('|').map((w) => [w, sense]);

const CHANGES = phrases<ChangeSense>([
  ...spell(
    'up',
    'incremento|aumento|crescita|incrementare|aumentare|in aumento|in crescita|incremento in misura|+ incremento',
  ),
  ...spell(
    'down',
    'riduzione|diminuzione|decremento|contenimento|calo|abbattimento|ridurre|diminuire|in diminuzione|in calo|in riduzione',
  ),
  ...spell(
    'keep',
    'mantenimento|mantenere|conferma|confermare|invariato|invariata|stabile|costante|stabilita|in linea|allineato|allineata',
  ),
  ...spell('better', 'miglioramento|migliorare|in miglioramento'),
  // What must not fall, or not grow, may stay as it was: which of the two is right, the name says.
  ...spell('keep', 'non diminuire|non ridurre|non peggiorare|non calare|non aumentare|non crescere'),
]);

/** What may be counted by mistake: `al massimo una riduzione`. */
const NOUNS = phrases<ChangeSense>([
  ...spell('up', 'incremento|aumento|crescita'),
  ...spell('down', 'riduzione|diminuzione|decremento|calo|abbattimento|contrazione|flessione'),
]);

const TRENDS = phrases<ChangeSense>([
  ...spell('up', 'in aumento|in crescita|in incremento|in rialzo|crescente|aumento|crescita|incremento'),
  ...spell('down', 'in diminuzione|in calo|in riduzione|in decremento|decrescente|diminuzione|riduzione|calo'),
  ...spell('better', 'in miglioramento|migliorativo|migliorativa|miglioramento'),
  ...spell('keep', 'stabile|in linea|costante'),
]);

/** A word that asks for a change. Only meaningful at the start of a target; elsewhere it describes the work. */
export function changeAt(tokens: readonly Token[], at: number): Match<Change> | undefined {
  const found = matchPhrase(CHANGES, tokens, at);
  return found === undefined
    ? limitedChangeAt(tokens, at)
    : { value: { kind: 'change', sense: found.value }, next: found.next };
}

/** `al massimo una riduzione del 5%`, `un aumento del 3%`: one of them is no count. */
function limitedChangeAt(tokens: readonly Token[], at: number): Match<Change> | undefined {
  if (isWord(tokens[at], 'tendenza', 'trend', 'andamento')) {
    const led = isWord(tokens[at + 1], 'al', 'alla', "all'") ? at + 2 : at + 1;
    const trend = matchPhrase(TRENDS, tokens, led);
    return trend === undefined ? undefined : { value: { kind: 'change', sense: trend.value }, next: trend.next };
  }
  const before = operatorBefore(tokens, at);
  let next = before?.next ?? at;
  if (isWord(tokens[next], 'un', 'una', "un'", 'uno', 'la', 'il', 'lo')) next += 1;
  const found = next === at ? undefined : matchPhrase(NOUNS, tokens, next);
  if (found === undefined) return undefined;
  const operator = before?.value.operator;
  return {
    value: { kind: 'change', sense: found.value, operator },
    next: found.next,
  };
}

/** `… e comunque in aumento`, `…, in crescita rispetto al 2015`, `… con tendenza al miglioramento`: a trend beside a level. */
export function trendAt(tokens: readonly Token[], at: number): Match<Change> | undefined {
  let next = at;
  while (isSymbol(tokens[next], ',', ';') || isWord(tokens[next], 'e', 'ed', 'ma', 'con', 'purche')) next += 1;
  if (next === at) return undefined;
  while (
    isWord(tokens[next], 'comunque', 'sempre', 'un', 'una', 'tendenza', 'trend', 'andamento', 'al', 'alla', "all'")
  )
    next += 1;
  const found = matchPhrase(TRENDS, tokens, next);
  // `e riduzione del 5%` is a change with its size, and a promise of its own.
  if (found === undefined || tokens.slice(found.next, found.next + 2).some((t) => t.kind === 'number'))
    return undefined;
  return { value: { kind: 'change', sense: found.value, trend: true }, next: found.next };
}
