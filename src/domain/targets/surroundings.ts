import type { AmountClause } from './clause.js';
import { withoutLink } from './leading.js';
import { nounSense, shareSense, turnedDown } from './nouns.js';
import type { Reason } from './outcome.js';
import { excerpt, isSymbol, tidy, wholeSpan } from './phrases.js';
import { reason } from './reasons.js';
import { NOTHING, vetAfter, vetBefore } from './vetting.js';
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
  /** The words were taken for what the target is about, and could be more. */
  readonly notes: readonly Reason[];
  /** `eliminazione delle attese superiori a 30 giorni`: the value is what must not be passed. */
  readonly negated: boolean;
}

/** In characters, for anything quoted inside a reading. */
export const LONGEST_WHAT = 240;

/** Most targets are an amount with nothing around it. */
const ALONE: Surroundings = { noun: '', what: '', sense: undefined, doubts: [], notes: [], negated: false };

/** Vets the words before and after an amount and turns them into its noun and object. */
export function surroundings(work: Work, amount: AmountClause, before?: Span, after?: Span): Surroundings {
  if (before === undefined && after === undefined) return ALONE;
  const negated = before !== undefined && negates(work, before);
  const ahead = before === undefined || negated ? NOTHING : vetBefore(work, amount, before, after);
  const behind = after === undefined ? NOTHING : vetAfter(work, amount, after);
  const doubts = [...ahead.doubts, ...behind.doubts];
  if (negated) doubts.push(reason('negated', work.text));
  const vague = doubts.some((d) => d.code === 'approximate');
  const kept = !vague && !negated && ahead.doubts.length === 0;
  const head = before !== undefined && kept ? leading(work, before) : '';
  const tail = after === undefined ? '' : excerpt(work.text, work.tokens, ...wholeSpan(work.tokens, after));
  const remark = after !== undefined && isSymbol(work.tokens[after[0]], '(', ',', ':');
  const counted = amount.unit === undefined && tail !== '' && !remark;
  const noun = counted ? tail : '';
  const object = counted ? '' : head === '' ? withoutPreposition(tail) : tail;
  const what = tidy(`${head} ${object}`);
  if (what.length > LONGEST_WHAT || noun.length > LONGEST_WHAT) doubts.push(reason('too-long'));
  // `Delibera 45`: a naked number after words that count nothing may be anything.
  if (head !== '' && amount.operator === undefined && amount.unit === undefined && nounSense(head) === undefined) {
    doubts.push(reason('not-understood', work.text));
  }
  return {
    noun,
    what,
    sense: senseOf(amount, noun, what, head),
    doubts,
    notes: [...ahead.notes, ...behind.notes, ...turned(amount, noun === '' ? what : noun)],
    negated,
  };
}

/** `almeno 80% delle istanze respinte`: to refuse more, or to have more that were refused, is nothing plain. */
function turned({ operator }: AmountClause, counted: string): readonly Reason[] {
  const floor = operator === '>=' || operator === '>';
  return floor && counted !== '' && turnedDown(counted) ? [reason('words-around', counted)] : [];
}

const NEGATING =
  /^(?:eliminazion|azzerament|assenz|nessun|senza$|mancat|evitare$|eliminare$|azzerare$|annullament|zero$|non$|abolizion|divieto$|niente$|stop$)/;

/** `assenza di scostamenti superiori al 5%`, `nessuna pratica oltre i 30 giorni`. */
const negates = (work: Work, span: Span): boolean =>
  work.tokens.slice(...span).some((t) => t.kind === 'word' && NEGATING.test(t.text));

function senseOf(amount: AmountClause, noun: string, what: string, head: string): 'more' | 'less' | undefined {
  if (noun !== '') return nounSense(noun);
  if (amount.unit?.kind === 'percent') return shareSense(what);
  return amount.unit === undefined && head !== '' ? nounSense(head) : undefined;
}

/** The words before an amount, without the preposition that leads to it. */
const leading = (work: Work, span: Span): string => excerpt(work.text, work.tokens, ...withoutLink(work, span));

/** `delle pratiche evase` → `pratiche evase`. */
export const withoutPreposition = (text: string): string =>
  tidy(text.replace(/^(di|del|dello|della|dei|degli|delle) |^(dell|d)'/i, ''));
