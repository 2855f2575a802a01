import { isWord } from './phrases.js';
import { ARTICLES, isAction, isInfinitive, PARTNER, PREPOSITIONS, PRODUCT } from './role-words.js';
import type { Token } from './tokens.js';

/** `delle pratiche`, `sul totale`: the whole a share is taken of. */
export const WHOLE = new Set(
  "di del dello della dei degli delle d' dell' su sul sulla sui sulle sull' nel nello nella nei negli nelle nell'".split(
    ' ',
  ),
);

/** Prepositions that say how, with what, among whom or in spite of what: the promise holds then and not otherwise. */
const HOW =
  /^(?:tra|fra|tramite|mediante|attraverso|via|nonostante|malgrado|grazie|insieme|assieme|unitamente|congiuntamente|oltre|secondo)$/;

/** Heads of prepositions of more words: `per conto di`, `a cura di`, `ai sensi di`, `sulla base di`, `per via telematica`. */
const LOCUTION =
  /^(?:conto|cura|carico|mezzo|via|opera|nome|sensi|fini|base|luce|forza|virtu|causa|effetto|intesa|concerto|accordo|collaborazione|convenzione|partenariato)$/;

/** `a favore di`, `a tema`: for whom and of what, which belongs to the noun; `a distanza` is how. */
const FOR_WHOM_OR_WHAT = new Set('favore beneficio sostegno supporto tutela domicilio tema rischio bordo'.split(' '));

/** Nouns of what is done with somebody: `incontri con le scuole` names its partner, `95% con la ASL` does not. */
const SHARED =
  /^(?:incontr|riunion|tavol|convenzion|accord|protocoll|intes|collaborazion|partenariat|contratt|confront|convegn|event|seminar|iniziativ|progett|session|assemble|conferenz|colloqu|consultazion|conven|gemellagg|ret[ei]$|workshop|focus)/;

/**
 * Whether the preposition here opens a complement by which the promise holds for fewer, or in one way only. What ties a noun
 * to what it counts (`di`, `per le scuole`, `sulla sicurezza`, `alle imprese`) does not.
 */
export function narrows(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  const next = tokens[at + 1];
  if (word?.kind !== 'word') return false;
  if (HOW.test(word.text)) return !(word.text === 'secondo' && precededByLink(tokens[at - 1]));
  if (next?.kind !== 'word') return false;
  if (PREPOSITIONS.has(word.text) && LOCUTION.test(next.text) && word.text !== 'di') return true;
  if (word.text === 'a' || word.text === 'ad')
    return !ARTICLES.has(next.text) && !FOR_WHOM_OR_WHAT.has(next.text) && !isInfinitive(next.text);
  // `visite da remoto`, `da programma`; but `da realizzare`, `da enti`, `da parte di`.
  return word.text === 'da' && !isInfinitive(next.text) && !PARTNER.test(next.text);
}

const precededByLink = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (PREPOSITIONS.has(token.text) || ARTICLES.has(token.text));

/** Whether some complement of the span narrows what is promised. */
export const narrowed = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.some(
    (t, at) => at >= from && at < to && (narrows(tokens, at) || (isWord(t, 'con') && !isShared(tokens, from, at))),
  );

/** Whether something done with others stands before, on its own: `incontri di coordinamento con …`, not `d'intesa con …`. */
const isShared = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.some((t, at) => at >= from && at < to && t.kind === 'word' && SHARED.test(t.text) && !leads(tokens[at - 1]));

/** A preposition straight before a noun makes it part of a locution: `in collaborazione`, `d'intesa`. */
const leads = (token: Token | undefined): boolean => isWord(token, 'in', 'd', "d'", 'di', 'per', 'a');

/** What `con` adds: somebody the counted thing is done with, a second promise, or what narrows it. */
export function companion(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  at: number,
): 'partner' | 'second' | 'narrowing' {
  let next = at + 1;
  while (next < to && tokens[next]?.kind === 'word' && ARTICLES.has(tokens[next]?.text ?? '')) next += 1;
  const word = tokens[next];
  if (word?.kind !== 'word' || next >= to) return 'narrowing';
  if (PRODUCT.test(word.text)) return 'second';
  // `la Prefettura` ends as work does, and is somebody.
  if (PARTNER.test(word.text)) return isShared(tokens, from, at) ? 'partner' : 'narrowing';
  return isAction(word.text) ? 'second' : 'narrowing';
}
