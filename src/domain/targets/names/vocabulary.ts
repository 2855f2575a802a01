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
  /** A phrase about time may begin with it. */
  readonly timing: boolean;
  /** It may open a name together with the words after it. */
  readonly opening: boolean;
  /** What else it does between the words that say something. */
  readonly joins: Joining | undefined;
  /** It only names or says what was done: no rule of several words begins with it, and it joins nothing. */
  readonly content: boolean;
}

/** A word that joins others without being a preposition. */
type Joining = 'not' | 'article' | 'that' | 'without' | 'separator' | 'comparing' | 'taken' | 'carrying';

/* The words the rules of a name look for by themselves. */

/** Words that leave a `non` standing: `non ancora evase`, `che non hanno superato`. */
export const CARRIES_NEGATION =
  /^(?:e|sono|ancora|stat[oaie]|essere|ha|hanno|aver|avere|si|risultan?o?|veng[oa]n?o?|piu|del|tutto|piena?mente)$/;

const JOINING: readonly (readonly [RegExp, Joining])[] = [
  [/^non$/, 'not'],
  [/^(?:il|lo|la|i|gli|le|l'|un|uno|una|un')$/, 'article'],
  [/^che$/, 'that'],
  [/^senza$/, 'without'],
  [/^[:–—-]$/, 'separator'],
  [/^(?:inferior|superior)[ei]$/, 'comparing'],
  [/^pres[oaie]$/, 'taken'],
  [CARRIES_NEGATION, 'carrying'],
];

/** Looks a word up once for all the rules: a name is read word by word, and its words come back in other names. */
export const known = (word: string): Known => (isFigure(word) ? FIGURE : knownWord(word));

/** There is no end of figures, and none says anything by itself. */
const isFigure = (word: string): boolean => word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57;

const FIGURE: Known = {
  noun: 'thing',
  pairs: false,
  treatment: undefined,
  link: undefined,
  timing: false,
  opening: false,
  joins: undefined,
  content: true,
};

const knownWord = remembered((word: string): Known => {
  const link = linkOf(word);
  const joins = JOINING.find(([form]) => form.test(word))?.[1];
  const [timing, opening] = [opensTiming(word), mayOpen(word)];
  return {
    noun: rootRole(word),
    pairs: mayPair(word),
    treatment: wordTreatment(word),
    link,
    timing,
    opening,
    joins,
    content: link === undefined && joins === undefined && !timing && !opening,
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
