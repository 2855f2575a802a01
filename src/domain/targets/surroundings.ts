import type { AmountClause } from './clause.js';
import { nounSense, shareSense } from './nouns.js';
import { excerpt, isSymbol, isWord, tidy } from './phrases.js';
import { cadence, hasWords } from './prose.js';
import { reason } from './reasons.js';
import type { Reason } from './types.js';
import type { Span, Work } from './work.js';

/** What the words around an amount say. */
export interface Surroundings {
  /** Counted noun, when the number has no unit of its own. */
  readonly noun: string;
  /** What the target is about, when it says so: `risorse stanziate`. */
  readonly what: string;
  /** The direction the target's own words give. */
  readonly sense: 'more' | 'less' | undefined;
  readonly doubts: readonly Reason[];
}

/** In tokens. */
const LONGEST_NOUN = 14;
/** In characters, for anything quoted inside a reading. */
export const LONGEST_WHAT = 240;

/** Vets the words before and after an amount and turns them into its noun and object. */
export function surroundings(work: Work, amount: AmountClause, before?: Span, after?: Span): Surroundings {
  const doubts = [before, after].flatMap((span) => (span === undefined ? [] : vet(work, amount, span)));
  const vague = doubts.some((d) => d.code === 'approximate');
  const head = before === undefined || vague ? '' : leading(work, before);
  const tail = after === undefined || !hasWords(work.tokens, ...after) ? '' : excerpt(work.text, work.tokens, ...after);
  const remark = after !== undefined && isSymbol(work.tokens[after[0]], '(', ',', ':');
  const counted = amount.unit === undefined && tail !== '' && !remark;
  const noun = counted ? tail : '';
  const object = counted ? '' : head === '' ? withoutPreposition(tail) : tail;
  const what = tidy(`${head} ${object}`);
  if (counted && after !== undefined && after[1] - after[0] > LONGEST_NOUN) doubts.push(reason('not-understood', tail));
  if (counted && after !== undefined && isList(work, after)) doubts.push(reason('several-targets'));
  if (what.length > LONGEST_WHAT || noun.length > LONGEST_WHAT) doubts.push(reason('too-long'));
  if (before !== undefined && work.tokens.slice(...before).some((t) => t.kind === 'word' && PAST.has(t.text))) {
    doubts.push(reason('not-understood', work.text));
  }
  // `Delibera 45`: a naked number after words that count nothing may be anything.
  if (head !== '' && amount.operator === undefined && amount.unit === undefined && nounSense(head) === undefined) {
    doubts.push(reason('not-understood', work.text));
  }
  return { noun, what, sense: senseOf(amount, noun, what, head), doubts };
}

function senseOf(amount: AmountClause, noun: string, what: string, head: string): 'more' | 'less' | undefined {
  if (noun !== '') return nounSense(noun);
  if (amount.unit?.kind === 'percent') return shareSense(what);
  return amount.unit === undefined && head !== '' ? nounSense(head) : undefined;
}

const OPENS_COMPLEMENT = new Set(
  'con per di del dello della dei degli delle da dal su sul in nel nella nei nelle tra fra presso al alla alle ai agli a anche'.split(
    ' ',
  ),
);

/** `3 incontri e relazione finale` may be two promises; `3 incontri con imprese e associazioni` is one. */
function isList(work: Work, [from, to]: Span): boolean {
  for (let at = from; at < to; at++) {
    const token = work.tokens[at];
    if (token === undefined || (token.kind === 'word' && OPENS_COMPLEMENT.has(token.text))) return false;
    const next = work.tokens[at + 1];
    const goesOn = next?.kind === 'word' && !OPENS_COMPLEMENT.has(next.text) && at + 1 < to;
    if ((isWord(token, 'e', 'ed') || isSymbol(token, ',', '&')) && goesOn) return true;
  }
  return false;
}

/** `consuntivo 80%`, `baseline 72%`: a value already had, not one to reach. */
const PAST = new Set(['baseline', 'consuntivo', 'storico', 'attuale', 'partenza', 'iniziale', 'ultimo', 'rilevato']);

const APPROXIMATE = /^(circa|ca|indicativamente|approssimativamente|orientativamente|presumibilmente|stimat[oa])$/;

function vet(work: Work, amount: AmountClause, span: Span): Reason[] {
  const rhythm = cadence(work.tokens, ...span);
  // `3 report quadrimestrali` is one per period of the year; `1 report mensile` is twelve, or one.
  const agrees = rhythm !== undefined && String(rhythm.times) === amount.value.values[0];
  const loaded = work.offending(span, agrees ? rhythm.word : undefined);
  if (rhythm !== undefined && !agrees) return [reason('periodic', rhythm.word)];
  if (loaded === undefined) return [];
  if (loaded === 'punti' || loaded === 'punto') return [reason('points-unclear', amount.value.values[0])];
  return [APPROXIMATE.test(loaded) ? reason('approximate', loaded) : reason('not-understood', work.show(span))];
}

const TRAILING = new Set([
  'per',
  'in',
  'con',
  'di',
  'del',
  "dell'",
  'della',
  'al',
  "all'",
  'pari',
  'a',
  'ad',
  'nel',
  'nella',
  'n',
  'il',
  "l'",
]);

/** The words before an amount, without the preposition that leads to it. */
function leading(work: Work, [from, to]: Span): string {
  let end = to;
  for (let last = work.tokens[end - 1]; end > from && last !== undefined; last = work.tokens[end - 1]) {
    if (last.kind !== 'symbol' && !(last.kind === 'word' && TRAILING.has(last.text))) break;
    end -= 1;
  }
  return excerpt(work.text, work.tokens, from, end);
}

/** `delle pratiche evase` → `pratiche evase`. */
export const withoutPreposition = (text: string): string =>
  tidy(text.replace(/^(di|del|dello|della|dei|degli|delle) |^(dell|d)'/i, ''));
