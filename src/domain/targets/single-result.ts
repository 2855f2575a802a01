import { movesAQuantity } from './multiples.js';
import { otherYearAt } from './other-year.js';
import type { Reason } from './outcome.js';
import { isSymbol, isWord } from './phrases.js';
import { reason } from './reasons.js';
import { ARTICLES, isAction, isDegree, isInfinitive, PRODUCT } from './role-words.js';
import type { Token } from './tokens.js';
import type { Work } from './work.js';

/** What keeps words from being one result that is there or is not: to be asked, or read on trust. */
interface Divided {
  readonly doubts: readonly Reason[];
  readonly notes: readonly Reason[];
}

/** Holds a text made of words against what a yes or a no can not answer: a degree, a time, a quantity, two results. */
export function divided(work: Work): Divided {
  const { tokens, text } = work;
  const doubts: Reason[] = [];
  const moved = movesAQuantity(tokens.map((t) => t.text).join(' '));
  if (moved !== undefined) doubts.push(moved);
  const degree = tokens.find((t, at) => isDegree(t, tokens[at - 1]));
  if (degree !== undefined) doubts.push(reason('approximate', work.text.slice(degree.start, degree.end)));
  if (tokens.some((_, at) => setsATime(tokens, at))) doubts.push(reason('date-marker-unclear', text));
  const links = tokens.map((_, at) => joined(tokens, at));
  if (links.includes('second')) doubts.push(reason('several-targets'));
  const loose =
    links.includes('loose') ||
    tokens.some((t, at) => t.kind === 'word' && (isAdverb(t.text) || (at > 0 && UNFINISHED.test(t.text))));
  return { doubts, notes: loose ? [reason('words-around', text)] : [] };
}

/** `approvato in bozza`, `approvata con riserva`: done, and not quite. */
const UNFINISHED =
  /^(?:bozz[ae]|riserv[ae]|prescrizion[ei]|condizion[ei]|osservazion[ei]|emendament[oi]|ecc|etc|eccetera|nota)$/;

const isAdverb = (word: string): boolean => /[a-z]{3}mente$/.test(word);

const INSIDE = [
  'in',
  'nel',
  'nello',
  "nell'",
  'nella',
  'nei',
  'nelle',
  'per',
  'durante',
  'tra',
  'fra',
  'dopo',
  'prima',
];
const TIMES =
  /^(?:bienni[oi]|trienni[oi]|quadrienni[oi]|quinquenni[oi]|decenni[oi]|mes[ei]|giorn[oi]|giornat[ae]|settiman[ae]|trimestr[ei]|semestr[ei]|quadrimestr[ei]|bimestr[ei]|anni|autunno|estate|inverno|primavera|period[oi]|stagion[ei]|mandato|legislatura|or[ae]|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)$/;

/** `nel biennio`, `in un mese`, `nell'autunno`, `l'anno prossimo`: when, which nobody can read as a last day. */
function setsATime(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const other = otherYearAt(tokens, at);
  if (other !== undefined && tokens.slice(at, other.next).some((t) => isWord(t, 'anno', 'esercizio'))) return true;
  if (!TIMES.test(token.text)) return false;
  return [1, 2, 3].some((back) => isWord(tokens[at - back], ...INSIDE));
}

const joins = (token: Token | undefined): boolean =>
  isWord(token, 'e', 'ed', 'nonche', 'poi', 'quindi', 'oltre') || isSymbol(token, ',', '+', '&', ';', '/');

/** What a link leads to: a second result, or words that may be one more of the same. */
function joined(tokens: readonly Token[], at: number): 'second' | 'loose' | undefined {
  // A comma after a yes or before a reference separates nothing.
  // `con avvio dei corsi` promises it too; `con le scuole` says with whom.
  const companion = tokens[at + 1]?.kind === 'word' ? (tokens[at + 1]?.text ?? '') : '';
  if (at > 0 && isWord(tokens[at], 'con') && isAction(companion)) return 'second';
  if (!joins(tokens[at]) || at === 0 || at + 1 >= tokens.length || isWord(tokens[at - 1], 'si', "si'"))
    return undefined;
  let next = at + 1;
  while (joins(tokens[next])) next += 1;
  const article = tokens[next]?.kind === 'word' && ARTICLES.has(tokens[next]?.text ?? '');
  const word = tokens[article ? next + 1 : next];
  if (word?.kind !== 'word') return undefined;
  if (article || isInfinitive(word.text) || isAction(word.text) || PRODUCT.test(word.text)) return 'second';
  if (/[aeio]r(?:l[aeio]|ne|ci|si|gli)$/.test(word.text)) return 'second';
  if (
    isWord(word, 'in', 'nel', "nell'", 'nella', 'nei', 'nelle', 'a', 'ad', 'al', 'alla', "all'", 'presso', 'su', 'con')
  )
    return 'second';
  return 'loose';
}
