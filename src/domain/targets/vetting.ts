import { never } from '../result.js';
import type { AmountClause } from './clause.js';
import { WHOLE } from './complements.js';
import { inName } from './in-name.js';
import { TRAILING, withoutLink } from './leading.js';
import type { Reason } from './outcome.js';
import { isSymbol, isWord } from './phrases.js';
import { reason } from './reasons.js';
import { remainder } from './remainder.js';
import { rhythmIn } from './rhythm.js';
import { isAction, isDegree, isDoing, isDone, isInfinitive, PREPOSITIONS, PRODUCT } from './role-words.js';
import { hasWords } from './roles.js';
import type { Token } from './tokens.js';
import type { Unit } from './types.js';
import type { Span, Work } from './work.js';

interface Vetted {
  readonly doubts: readonly Reason[];
  readonly notes: readonly Reason[];
}

export const NOTHING: Vetted = { doubts: [], notes: [] };

/** `consuntivo 80%`, `baseline 72%`: a value already had, not one to reach. */
const PAST = new Set(['baseline', 'consuntivo', 'storico', 'attuale', 'partenza', 'iniziale', 'ultimo', 'rilevato']);

/** `risparmio di € 10.000`: what is saved, or what may be spent? */
const SAVING = /^(?:risparmi|economi[ae]$|tagli|minor|maggior|sconto$)/;

/** `proroga di almeno …`, `ipotesi: almeno …`: what comes after may be undone, or not yet be promised. */
export const UNDOING =
  /^(?:prorog[ah]|revoc[ah]|annullament|sospension|falliment|perdit[ae]$|rinvi[oi]|rinunci|ipotesi$|bozz[ae]$|propost[ae]$|fuori$|anche$)/;

/** Nouns that open the name of a measure. */
const MEASURE =
  /^(?:tass[oi]|grado|indic[ei]|percentuale|numero|n|nr|livello|tempo|tempi|durata|quota|rapporto|valore|media|punteggio|voto|giudizio|valutazione|customer|soddisfazione|gradimento|spesa|costo|importo|incidenza|copertura|scostamento|ritardo|avanzamento|sal)$/;

const YES = /^(?:si|si'|no|ok|on|off)$/;

/** The words before an amount: a plain noun (`pratiche: almeno 80`) has its role; work to be done is read on trust. */
export function vetBefore(work: Work, amount: AmountClause, span: Span, after: Span | undefined): Vetted {
  if (!hasWords(work.tokens, ...span)) return symbolsIn(work, span);
  const words = work.tokens.slice(...span).filter((t) => t.kind === 'word');
  const shown = work.show(span);
  if (words.some((w) => YES.test(w.text))) return { doubts: [reason('two-answers')], notes: [] };
  if (words.some((w) => PAST.has(w.text))) return { doubts: [reason('not-understood', work.text)], notes: [] };
  if (words.some((w) => /^(?:tra|fra|o|od|come|cui)$/.test(w.text)))
    return { doubts: [reason('not-understood', shown)], notes: [] };
  if (words.some((w) => SAVING.test(w.text))) return { doubts: [reason('level-or-change', work.text)], notes: [] };
  const rest = withoutLink(work, span);
  // `valutazione media`, `tasso di copertura`: the measure itself, whatever words name it.
  const part = remainder(work.tokens, Math.min(span[0], rest[1]), rest[1], 'media');
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
      if (ownNoun && carriesOut(work, amount, rest)) return NOTHING;
      if (isLabel(work, amount, span, rest)) return NOTHING;
      if (part.kind === 'noun' && !ownNoun && isTimed(work, amount, rest)) return NOTHING;
      // `Approvazione del piano, almeno 3 riunioni`: one is done, the other is counted.
      if (doing && ownNoun && !led) return { doubts: [reason('several-targets')], notes: [] };
      return doing || (part.kind === 'loose' && !measure) || words.some((w) => UNDOING.test(w.text))
        ? { doubts: [], notes: [reason('words-around', shown)] }
        : NOTHING;
    default:
      return never(part);
  }
}

/**
 * `Adesione ≥ 60%`, `riscossione di almeno il 75%` for an indicator called so: its own name before its value. Beside a count
 * the name of an act would be one more promise.
 */
const isLabel = (work: Work, { operator, unit }: AmountClause, span: Span, rest: Span): boolean =>
  operator !== undefined &&
  unit !== undefined &&
  unit.kind !== 'count' &&
  inName(work, rest) &&
  work.tokens
    .slice(...span)
    .every((t) => (t.kind === 'word' ? !UNDOING.test(t.text) && !isDegree(t, undefined) : t.text === ':'));

/**
 * `evasione entro 5 giorni`, `istruttoria conclusa entro 30 giorni`: what is done, and the time it may take; no more is promised
 * than the time. `pratiche concluse entro 30 giorni` may be how many of them.
 */
const isTimed = ({ tokens }: Work, { within, unit }: AmountClause, [from, to]: Span): boolean => {
  const words = tokens.slice(from, to).filter((t) => t.kind === 'word');
  const lasts = unit !== undefined && (ELAPSING.has(unit.kind) || unit.kind === 'hours' || unit.kind === 'count');
  const [last = ''] = words.slice(-1).map((w) => w.text);
  const work = isDoing(words[0]?.text ?? '') ? !words.some((w) => isDone(w.text)) : isDone(last) && /[oa]$/.test(last);
  return within && lasts && work && !words.some((w) => UNDOING.test(w.text));
};

/** Words that only say that what is counted takes place. */
const TAKES_PLACE = ['realizzazione', 'effettuazione', 'organizzazione', 'svolgimento', 'esecuzione'] as const;

/** `svolgimento di almeno 6 seminari`: at least six seminars, and nothing else. Of a ceiling it may be said of something more. */
const carriesOut = ({ tokens }: Work, { operator, unit }: AmountClause, [from, to]: Span): boolean =>
  to === from + 1 &&
  isWord(tokens[from], ...TAKES_PLACE) &&
  isWord(tokens[to], 'di') &&
  unit === undefined &&
  (operator === '>=' || operator === '>');

/** The words after an amount: the noun it counts, or what its share is taken of. */
export function vetAfter(work: Work, amount: AmountClause, span: Span): Vetted {
  if (!hasWords(work.tokens, ...span)) return symbolsIn(work, span);
  const rhythm = rhythmIn(work.tokens, ...span);
  // `3 report quadrimestrali` is one per period of the year; `1 report mensile` is twelve, or one.
  const agrees = rhythm?.adjective === true && String(rhythm.times) === amount.value.values[0];
  if (rhythm !== undefined && !agrees)
    return { doubts: [reason('periodic', work.show([rhythm.from, rhythm.to]))], notes: [] };
  const words = work.tokens.slice(...span).filter((t) => t.kind === 'word');
  if (goesOn(work, amount, span)) return { doubts: [reason('several-targets')], notes: [] };
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
      // `≥ 95%, iscritti`: what stands apart may be what is measured, or more.
      return part.kind === 'noun' && opensAsNoun(amount, words) && !isSymbol(work.tokens[span[0]], ',', '+', '&', '/')
        ? NOTHING
        : { doubts: [], notes: [reason('words-around', work.show(span))] };
    default:
      return never(part);
  }
}

/** A count opens with its noun, a share with `delle …` or the things themselves; `80% approvazione` ties nothing together. */
function opensAsNoun({ unit }: AmountClause, words: readonly Token[]): boolean {
  const [first] = words;
  if (first === undefined) return true;
  if (unit === undefined) return !OPENS_BADLY.has(first.text);
  if (unit.kind === 'percent') return !isDoing(first.text) && (WHOLE.has(first.text) || !PREPOSITIONS.has(first.text));
  // `20 giorni per il rilascio`, but `20 giorni per le scuole`: for the others nothing is said.
  if (ELAPSING.has(unit.kind) && isWord(first, 'per', ...TO_WHOM))
    return isWord(first, 'per') && words.slice(1, 3).some((w) => isDoing(w.text));
  // `20 giorni utili`, `€ 50.000 contestati`: which of them, and whether those are all.
  return PREPOSITIONS.has(first.text) || isDone(first.text) || HAD.test(first.text);
}

const ELAPSING: ReadonlySet<Unit['kind']> = new Set(['days', 'months']);
const TO_WHOM = ['a', 'ad', 'al', 'allo', 'alla', 'ai', 'agli', 'alle', "all'"] as const;

/** What hours and money come to when they are had. */
const HAD = /^(?:erogat|incassat|riscoss|ottenut|liquidat|raccolt|fruit|spes)[oaie]$/;

/** `massimo 20 giorni e relazione`: joined to a value whose unit is said, it is a second promise. */
function goesOn({ tokens }: Work, { unit }: AmountClause, [from]: Span): boolean {
  const word = tokens[from + 1]?.kind === 'word' ? (tokens[from + 1]?.text ?? '') : '';
  if (isSymbol(tokens[from], ',', '+', '&', '/')) return PRODUCT.test(word) || isAction(word) || isInfinitive(word);
  return unit !== undefined && isWord(tokens[from], 'e', 'ed', 'nonche', 'oltre');
}

const OPENS_BADLY = new Set('tra fra con per in su da presso verso a ad come'.split(' '));

const symbolsIn = (work: Work, span: Span): Vetted =>
  work.tokens.slice(...span).every((t) => /^[.,;:()-]$/.test(t.text))
    ? NOTHING
    : { doubts: [reason('not-understood', work.show(span))], notes: [] };

const APPROXIMATE = /^(circa|ca|indicativamente|approssimativamente|orientativamente|presumibilmente|stimat[oa])$/;

const YEARS_TOTAL = /^(?:biennio|triennio|quadriennio|quinquennio|regime)$/;

function vet(work: Work, amount: AmountClause, span: Span, word: string): readonly Reason[] {
  // `almeno 7,5 punti` of an opinion are points of its mark: there is no share they could be points of.
  if (word === 'punti' || word === 'punto')
    return work.hints.opinion && !work.hints.percent && amount.unit === undefined
      ? []
      : [reason('points-unclear', amount.value.values[0])];
  if (/^un[oa']?$/.test(word)) return [reason('several-targets')];
  if (YEARS_TOTAL.test(word)) return [reason('several-years-total', work.text)];
  return [APPROXIMATE.test(word) ? reason('approximate', word) : reason('not-understood', work.show(span))];
}
