import { MOST_WORDS, remembered } from '../remembered.js';
import { mayPair, pairAt, rootRole } from './lexicon.js';
import { type Link, linkOf } from './links.js';
import { mayOpen } from './openings.js';
import type { NounRole, TreatmentRole } from './roles.js';
import { opensTiming } from './timing.js';
import { isDodged, wordTreatment } from './treatments.js';

/** What is known of a folded word wherever it stands in a name. */
export interface Known {
  /** What it names; `thing` when nothing is known of it. */
  readonly noun: NounRole;
  /** A word after it may give it another sense. */
  readonly pairs: boolean;
  /** What it says was done, if it says so. */
  readonly treatment: TreatmentRole | undefined;
  /** How the words after it bear on the thing, when it is a preposition. */
  readonly link: Link | undefined;
  /** It only names or says what was done: no rule of several words begins with it, and it joins nothing. */
  readonly content: boolean;
}

/* The words the rules of a name look for by themselves. */

/** Words that leave a `non` standing: `non ancora evase`, `che non hanno superato`. */
export const CARRIES_NEGATION =
  /^(?:e|sono|ancora|stat[oaie]|essere|ha|hanno|aver|avere|si|risultan?o?|veng[oa]n?o?|piu|del|tutto|piena?mente)$/;
export const ARTICLE = /^(?:il|lo|la|i|gli|le|l'|un|uno|una|un')$/;
export const SEPARATOR = /^[:–—-]$/;
export const COMPARING = /^(?:inferior|superior)[ei]$/;
export const TAKEN = /^pres[oaie]$/;
const JOINING = [CARRIES_NEGATION, ARTICLE, SEPARATOR, COMPARING, TAKEN, /^(?:che|senza|non)$/];

/** Looks a word up once for all the rules: a name is read word by word, and its words come back in other names. */
export const known = remembered((word: string): Known => {
  const link = linkOf(word);
  const joins = link !== undefined || JOINING.some((form) => form.test(word));
  return {
    noun: rootRole(word),
    pairs: mayPair(word),
    treatment: wordTreatment(word),
    link,
    content: !joins && !opensTiming(word) && !mayOpen(word),
  };
}, MOST_WORDS);

/** The role of the noun at `at`, with the words that follow it. */
export function nounAt(words: readonly string[], at: number): NounRole {
  const { pairs, noun } = known(words[at] ?? '');
  return (pairs ? pairAt(words, at) : undefined) ?? noun;
}

/** What a word says was done to the thing named by `noun`, if it says so. */
export const treatmentOf = (word: string, noun = ''): TreatmentRole | undefined =>
  isDodged(word, noun) ? 'failed' : known(word).treatment;
