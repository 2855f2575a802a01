import { never } from '../result.js';
import type { AmountClause } from './clause.js';
import { nounSense, shareSense } from './nouns.js';
import { excerpt, isSymbol, skipArticles, tidy, wholeSpan } from './phrases.js';
import { reason } from './reasons.js';
import { remainder } from './remainder.js';
import { rhythmIn } from './rhythm.js';
import { isDoing, isDone } from './role-words.js';
import { hasWords } from './roles.js';
import type { Token } from './tokens.js';
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
  /** The words were taken for what the target is about, and could be more. */
  readonly notes: readonly Reason[];
  /** `eliminazione delle attese superiori a 30 giorni`: the value is what must not be passed. */
  readonly negated: boolean;
}

/** In characters, for anything quoted inside a reading. */
export const LONGEST_WHAT = 240;

/** Vets the words before and after an amount and turns them into its noun and object. */
export function surroundings(work: Work, amount: AmountClause, before?: Span, after?: Span): Surroundings {
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
    notes: [...ahead.notes, ...behind.notes],
    negated,
  };
}

interface Vetted {
  readonly doubts: readonly Reason[];
  readonly notes: readonly Reason[];
}

const NOTHING: Vetted = { doubts: [], notes: [] };

const NEGATING =
  /^(?:eliminazion|azzerament|assenz|nessun|senza$|mancat|evitare$|eliminare$|azzerare$|annullament|zero$|non$|abolizion|divieto$)/;

/** `assenza di scostamenti superiori al 5%`, `nessuna pratica oltre i 30 giorni`. */
const negates = (work: Work, span: Span): boolean =>
  work.tokens.slice(...span).some((t) => t.kind === 'word' && NEGATING.test(t.text));

/** `consuntivo 80%`, `baseline 72%`: a value already had, not one to reach. */
const PAST = new Set(['baseline', 'consuntivo', 'storico', 'attuale', 'partenza', 'iniziale', 'ultimo', 'rilevato']);

/** `risparmio di € 10.000`: what is saved, or what may be spent? */
const SAVING = /^(?:risparmi|economi[ae]$|tagli|minor|maggior|sconto$)/;

/** Nouns that open the name of a measure. */
const MEASURE =
  /^(?:tass[oi]|grado|indic[ei]|percentuale|numero|n|nr|livello|tempo|tempi|durata|quota|rapporto|valore|media|punteggio|voto|giudizio|valutazione|customer|soddisfazione|gradimento|spesa|costo|importo|incidenza|copertura|scostamento|ritardo|avanzamento|sal)$/;

const YES = /^(?:si|si'|no|ok|on|off)$/;

/** The words before an amount: a plain noun (`pratiche: almeno 80`) has its role; work to be done is read on trust. */
function vetBefore(work: Work, amount: AmountClause, span: Span, after: Span | undefined): Vetted {
  if (!hasWords(work.tokens, ...span)) return symbolsIn(work, span);
  const words = work.tokens.slice(...span).filter((t) => t.kind === 'word');
  const shown = work.show(span);
  if (words.some((w) => YES.test(w.text))) return { doubts: [reason('two-answers')], notes: [] };
  if (words.some((w) => PAST.has(w.text))) return { doubts: [reason('not-understood', work.text)], notes: [] };
  if (words.some((w) => /^(?:tra|fra|o|od|come)$/.test(w.text)))
    return { doubts: [reason('not-understood', shown)], notes: [] };
  if (words.some((w) => SAVING.test(w.text))) return { doubts: [reason('level-or-change', work.text)], notes: [] };
  const rest = withoutLink(work, span);
  // `valutazione media`, `tasso di copertura`: the measure itself, whatever words name it.
  const part = remainder(work.tokens, ...rest, 'media');
  const measure = MEASURE.test(words[0]?.text ?? '');
  const doing = !measure && words.some((w) => isDoing(w.text) || isDone(w.text));
  const last = work.tokens[span[1] - 1];
  // `dell'80%`: the article already belongs to the amount.
  const led = [last, work.tokens[span[1]]].some((t) => t?.kind === 'word' && TRAILING.has(t.text));
  const ownNoun = after !== undefined && hasWords(work.tokens, ...after);
  switch (part.kind) {
    case 'spoils':
      return { doubts: vet(work, amount, span, part.word), notes: [] };
    case 'second':
      return { doubts: [reason('several-targets')], notes: [] };
    case 'loose':
    case 'noun':
      // `Approvazione del piano, almeno 3 riunioni`: one is done, the other is counted.
      if (doing && ownNoun && !led) return { doubts: [reason('several-targets')], notes: [] };
      return doing || (part.kind === 'loose' && !measure)
        ? { doubts: [], notes: [reason('words-around', shown)] }
        : NOTHING;
    default:
      return never(part);
  }
}

/** The words after an amount: the noun it counts, or what its share is taken of. */
function vetAfter(work: Work, amount: AmountClause, span: Span): Vetted {
  if (!hasWords(work.tokens, ...span)) return symbolsIn(work, span);
  const rhythm = rhythmIn(work.tokens, ...span);
  // `3 report quadrimestrali` is one per period of the year; `1 report mensile` is twelve, or one.
  const agrees = rhythm?.adjective === true && String(rhythm.times) === amount.value.values[0];
  if (rhythm !== undefined && !agrees)
    return { doubts: [reason('periodic', work.show([rhythm.from, rhythm.to]))], notes: [] };
  const words = work.tokens.slice(...span).filter((t) => t.kind === 'word');
  const part = remainder(work.tokens, span[0], span[1], agrees ? work.tokens[rhythm.to - 1]?.text : undefined);
  switch (part.kind) {
    case 'spoils':
      return { doubts: vet(work, amount, span, part.word), notes: [] };
    case 'second':
      return { doubts: [reason('several-targets')], notes: [] };
    case 'loose':
    case 'noun':
      if (amount.unit?.kind === 'percent' && words.some((w) => /^annu[aioe]$/.test(w.text)))
        return { doubts: [reason('not-understood', work.show(span))], notes: [] };
      return part.kind === 'noun' && opensAsNoun(amount, words[0])
        ? NOTHING
        : { doubts: [], notes: [reason('words-around', work.show(span))] };
    default:
      return never(part);
  }
}

/** A count opens with its noun, a share with `delle …` or the things themselves; `80% approvazione` ties nothing together. */
function opensAsNoun(amount: AmountClause, first: Token | undefined): boolean {
  if (first === undefined) return true;
  return amount.unit === undefined ? !OPENS_BADLY.has(first.text) : !isDoing(first.text);
}

const OPENS_BADLY = new Set('tra fra con per in su da presso verso a ad come'.split(' '));

const symbolsIn = (work: Work, span: Span): Vetted =>
  work.tokens.slice(...span).every((t) => /^[.,;:()-]$/.test(t.text))
    ? NOTHING
    : { doubts: [reason('not-understood', work.show(span))], notes: [] };

function senseOf(amount: AmountClause, noun: string, what: string, head: string): 'more' | 'less' | undefined {
  if (noun !== '') return nounSense(noun);
  if (amount.unit?.kind === 'percent') return shareSense(what);
  return amount.unit === undefined && head !== '' ? nounSense(head) : undefined;
}

const APPROXIMATE = /^(circa|ca|indicativamente|approssimativamente|orientativamente|presumibilmente|stimat[oa])$/;

const YEARS_TOTAL = /^(?:biennio|triennio|quadriennio|quinquennio|regime)$/;

function vet(work: Work, amount: AmountClause, span: Span, word: string): readonly Reason[] {
  if (word === 'punti' || word === 'punto') return [reason('points-unclear', amount.value.values[0])];
  if (/^un[oa']?$/.test(word)) return [reason('several-targets')];
  if (YEARS_TOTAL.test(word)) return [reason('several-years-total', work.text)];
  return [APPROXIMATE.test(word) ? reason('approximate', word) : reason('not-understood', work.show(span))];
}

const TRAILING = new Set([
  'per',
  'in',
  'con',
  'di',
  'del',
  "dell'",
  'della',
  'delle',
  'dei',
  'degli',
  'dello',
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
const leading = (work: Work, span: Span): string => excerpt(work.text, work.tokens, ...withoutLink(work, span));

function withoutLink(work: Work, [from, to]: Span): Span {
  let end = to;
  for (let last = work.tokens[end - 1]; end > from && last !== undefined; last = work.tokens[end - 1]) {
    if (last.kind !== 'symbol' && !(last.kind === 'word' && TRAILING.has(last.text))) break;
    end -= 1;
  }
  return wholeSpan(work.tokens, [skipArticles(work.tokens, from), end]);
}

/** `delle pratiche evase` → `pratiche evase`. */
export const withoutPreposition = (text: string): string =>
  tidy(text.replace(/^(di|del|dello|della|dei|degli|delle) |^(dell|d)'/i, ''));
