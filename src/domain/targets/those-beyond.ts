import type { Amount, Solid } from './clause.js';
import type { Draft } from './draft.js';
import { noneOf } from './elimination.js';
import { isDuration } from './holding.js';
import { isOffered } from './names/times.js';
import { nounSense } from './nouns.js';
import { excerpt, isWord, skipArticles, tidy } from './phrases.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { hasWords } from './roles.js';
import { threshold } from './threshold.js';
import type { Token } from './tokens.js';
import type { Reading, Unit } from './types.js';
import type { Work } from './work.js';

/** Words by which a target asks for less of something. */
const LESS_OF =
  /^(?:riduzion[ei]|ridurre|diminuzion[ei]|diminuire|abbattiment[oi]|abbattere|conteniment[oi]|contenere|decrement[oi]|calo|taglio|tagliare|limitazion[ei]|limitare|minimizzazion[ei]|minimizzare|contrasto|contrastare|combattere|meno)$/;

/** What is said to be longer, dearer or older than a limit. */
const ASPECT = ['durata', 'attesa', 'permanenza', 'giacenza', 'ritardo', 'anzianita', 'importo', 'valore'] as const;

/** What has been done to things, or what they do: `durati`, `giacenti`. */
const PARTICIPLES = /(?:at|ut|it|st|tt|ent)[ie]$/;

/** Verbs of what goes beyond a limit. */
const EXCEED = [
  'supera',
  'superano',
  'superino',
  'eccede',
  'eccedono',
  'oltrepassa',
  'oltrepassano',
  'sfora',
  'sforano',
] as const;

/** Words for a limit that is said after them: `oltre il termine di 30 giorni`. */
const LIMITS = ['termine', 'termini', 'limite', 'soglia', 'scadenza', 'tempo', 'importo', 'valore'] as const;

/**
 * `abbattimento delle code superiori a 20 minuti`, `controllo delle fatture oltre 5.000 euro`: a limit that tells which things are
 * meant is no goal to pass. It is asked: of what there should be less, the limit as a ceiling or none of them; of what is done with them, that it
 * is done too.
 */
export function thoseBeyond(work: Work, solids: readonly Solid[], draft: Draft): Draft {
  const at = solids[0]?.kind === 'change' ? 1 : 0;
  const amount = solids[at];
  const moved = moveOfThose(work, solids);
  if (moved !== undefined) return moved;
  if (amount?.kind !== 'amount' || !saysBeyond(work, amount)) return draft;
  const opening = openingOf(work);
  const things = skipArticles(work.tokens, opening);
  if (!hasWords(work.tokens, things, amount.from)) return draft;
  const limit = threshold(work, { amount: { ...amount, operator: '<=' }, at: [amount.from, amount.to] });
  const most = limit.readings.slice(0, 1);
  const what = tidy(excerpt(work.text, work.tokens, things, solids[at + 1]?.from ?? work.tokens.length));
  if (opening > 0) {
    // Where the name counts them, or the limit is of what each has, they are counted; elsewhere the limit is likelier what is measured.
    const fewer =
      work.hints.counter || isWord(work.tokens[amount.from - 1], 'con')
        ? [noneOf(what), ...most]
        : [...most, noneOf(what)];
    // Alone the amount says nothing else; beside a term or a share of theirs it is still the limit.
    const others = solids.length === at + 1 ? [] : draft.readings;
    return { readings: [...fewer, ...others], doubts: [reason('fewer-beyond', what)], notes: [] };
  }
  if (!isMeasured(work, amount)) return draft;
  if (nameThings(work, amount)) {
    const done: Reading = { kind: 'yes-no', expected: true, what };
    return asked([...draft.readings, ...most, done], draft, what);
  }
  return arePast(work, amount) ? asked([...most, noneOf(what), ...draft.readings], draft, what) : draft;
}

/** `ridurre del 10% i ricoveri che durano più di 30 giorni`: ten per cent is what is promised, of those beyond the limit. */
function moveOfThose(work: Work, [change, amount, limit, base, other]: readonly Solid[]): Draft | undefined {
  if (change?.kind !== 'change' || amount?.kind !== 'amount' || limit?.kind !== 'amount') return undefined;
  if ((base !== undefined && base.kind !== 'baseline') || other !== undefined) return undefined;
  if (!saysBeyond(work, limit) || !hasWords(work.tokens, amount.to, limit.from)) return undefined;
  const { readings, doubts, notes } = relative(work, { sense: change.sense, amount, baseline: base?.baseline });
  const what = tidy(excerpt(work.text, work.tokens, skipArticles(work.tokens, amount.to), limit.to));
  return { readings, doubts: [...doubts, reason('which-ones', what)], notes };
}

const asked = (readings: readonly Reading[], { doubts, notes }: Draft, what: string): Draft => ({
  readings,
  doubts: [...doubts, reason('which-ones', what)],
  notes,
});

/** How many tokens ask for less, an adjective before them included; 0 when the text does not begin so. */
function openingOf({ tokens }: Work): number {
  const at = tokens.slice(0, 2).findIndex((t) => LESS_OF.test(t.text));
  return at + 1;
}

/**
 * What lies beyond a limit is spoken of in the plural, by its length or amount, or by what it has or does: `code con più di 20 persone`,
 * `pratiche che superano i 90 giorni`. `riduzione dei costi superiore al 5%` is a reduction by more than that, and so are one `di oltre 10 giorni`
 * and one `oltre il 10%`.
 */
function saysBeyond(work: Work, { from, operator, unit }: Amount): boolean {
  const { tokens } = work;
  if (unit?.kind === 'percent') return false;
  if (exceeds(tokens, from)) return true;
  if (operator !== '>' && operator !== '>=') return false;
  if (isWord(tokens[from - 1], 'con', 'da', 'in') || tokens.slice(0, from).some((token) => isWord(token, 'che')))
    return true;
  if (PARTICIPLES.test(tokens[from - 1]?.text ?? '')) return true;
  if (isWord(tokens[from], 'superiore', 'maggiore', 'eccedente')) return isWord(tokens[from - 1], ...ASPECT);
  return (
    isWord(tokens[from], 'superiori', 'maggiori', 'eccedenti', 'oltre', 'sopra') &&
    !isWord(tokens[from - 1], 'di', 'del', "dell'", 'pari', 'per')
  );
}

/**
 * `che superano i 90 giorni`: the verb before the amount, an article between them; `pagate dopo 30 giorni`; `evase oltre il termine di 30
 * giorni`.
 */
function exceeds(tokens: readonly Token[], from: number): boolean {
  if (isWord(tokens[from - 1], 'dopo')) return true;
  if (isWord(tokens[from - 1], ...LIMITS))
    return [from - 2, from - 3].some((at) => isWord(tokens[at], 'oltre', 'sopra', 'dopo'));
  const verb = isArticle(tokens[from - 1]) ? from - 2 : from - 1;
  return isWord(tokens[verb], ...EXCEED) && isWord(tokens[verb - 1], 'che');
}

const isArticle = (token: Token | undefined): boolean => isWord(token, 'i', 'gli', 'le', 'il', 'la', 'lo', "l'");

/** Days, hours and euro are no number of the things before them, nor is what these have: `imprese con più di 50 addetti`. */
const isMeasured = ({ tokens }: Work, { from, unit }: Amount): boolean =>
  isWord(tokens[from - 1], 'con') || unit?.kind === 'euro' || lasts(unit);

const lasts = (unit: Unit | undefined): boolean => unit !== undefined && isDuration(unit);

/** Money that was had or given, of which more may be wanted. */
const HAD = /^(?:incassat|riscoss|ottenut|recuperat|raccolt|risparmiat|erogat|liquidat|spes|investit|assegnat)[oaie]$/;

/**
 * `fatture oltre 30 giorni`, `appalti sopra i 40.000 euro`: things that are past a limit, not how much of them there is to be. Of `apertura` and
 * `entrate` the more the better.
 */
function arePast({ tokens }: Work, { from, unit }: Amount): boolean {
  const words = tokens.slice(0, from).map((token) => token.text);
  if (lasts(unit)) return !isOffered(words);
  return unit?.kind === 'euro' && nounSense(words.join(' ')) === undefined && !words.some((word) => HAD.test(word));
}

/** `controllo delle fatture`, `gestire i reclami`: something is done with things, or something of things is meant; `incassi`, `ore annue`. */
function nameThings({ tokens }: Work, { from }: Amount): boolean {
  const start = skipArticles(tokens, 0);
  for (let at = start + 1; at < from - 1; at++) if (skipArticles(tokens, at) > at) return true;
  return false;
}
