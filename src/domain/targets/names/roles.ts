import { never } from '../../result.js';

/** What a noun of a name stands for, before anything is done to it. */
export type NounRole =
  /** Nobody wants more of it: errors, delays, abandonment. */
  | 'bad'
  /** What is paid or used up. */
  | 'cost'
  /** A result wanted in itself: coverage, income, attendance. */
  | 'good'
  | 'opinion'
  /** Work planned in order to be done: meetings, reports, checks. */
  | 'output'
  /** Work only together with what is done to it: files, projects, acts. */
  | 'work'
  /** What people ask of the body. */
  | 'demand'
  /** Acts of authority and of life of the body: more of them is neither good nor bad. */
  | 'civic'
  /** Work done upon the noun that follows: recovery of arrears, cover of absences. */
  | 'remedy'
  /** Good between two ends: balances, deviations. */
  | 'range'
  | 'rank'
  | 'age'
  /** A time that passes until something happens. */
  | 'elapsed'
  /** Names nothing by itself: cases of, episodes of. */
  | 'container'
  /** Takes its sense from the adjective after it: `esito favorevole`. */
  | 'outcome'
  | 'thing';

/** What is said of a noun after it: what was done to it, how, or when. */
export type TreatmentRole =
  | 'fixed'
  | 'done'
  /** Money that reached its purpose. */
  | 'spent'
  /** Says that the thing is there, and nothing of what was done with it. */
  | 'kept'
  /** Came to light: of trouble, that there is some, or that somebody looks for it. */
  | 'found'
  | 'failed'
  /** Failure of a credit or a fine, everyday work of a drug. */
  | 'lapsed'
  /** What was asked is given: of an appeal, against the body. */
  | 'granted'
  | 'refused'
  /** Good of some things, bad of others: struck off, archived. */
  | 'unclear'
  | 'fair'
  | 'poor'
  /** Shaped like a participle, and no more is known. */
  | 'unknown'
  | 'timely'
  | 'late';

export type Sense = 'more' | 'less';

/**
 * How far a sense can be trusted: for whatever value; for a share of what there was (a count of it depends on how much
 * came in); or only as the likelier of two.
 */
export type Trust = 'any' | 'share' | 'weak';

/** Nouns that decide alone. */
export const TRUSTED: ReadonlySet<NounRole> = new Set<NounRole>(['bad', 'cost', 'good', 'opinion', 'output', 'remedy']);

/** The way a noun alone points. */
export function senseOfNoun(role: NounRole): Sense | undefined {
  switch (role) {
    case 'bad':
    case 'cost':
    case 'age':
    case 'elapsed':
    case 'rank':
      return 'less';
    case 'good':
    case 'opinion':
    case 'output':
    case 'remedy':
      return 'more';
    case 'work':
    case 'demand':
    case 'civic':
    case 'range':
    case 'container':
    case 'outcome':
    case 'thing':
      return undefined;
    default:
      return never(role);
  }
}

/** Roles of words: whole ones, and stems by their first letters, the longest first. */
interface Stems<R extends string> {
  readonly whole: ReadonlyMap<string, R>;
  readonly begun: ReadonlyMap<string, readonly (readonly [string, R])[]>;
}

/** In letters: every stem has at least as many. */
const KEY = 3;

/** One table of stems by role: a stem ending in a point is the whole word, any other begins it. */
export function stems<R extends string>(lists: Readonly<Partial<Record<R, string>>>): Stems<R> {
  const whole = new Map<string, R>();
  const begun = new Map<string, (readonly [string, R])[]>();
  for (const [role, list] of Object.entries(lists) as [R, string][]) {
    for (const stem of list.split(/\s+/).filter((s) => s !== '')) {
      if (stem.endsWith('.')) whole.set(stem.slice(0, -1), role);
      else begun.set(stem.slice(0, KEY), [...(begun.get(stem.slice(0, KEY)) ?? []), [stem, role]]);
    }
  }
  for (const list of begun.values()) list.sort(([a], [b]) => b.length - a.length);
  return { whole, begun };
}

/** The role of a folded word, by its longest stem. */
export function roleOf<R extends string>(word: string, { whole, begun }: Stems<R>): R | undefined {
  const known = whole.get(word);
  if (known !== undefined) return known;
  const stems = begun.get(word.slice(0, KEY));
  if (stems === undefined) return undefined;
  for (const [stem, role] of stems) if (word.startsWith(stem)) return role;
  return undefined;
}
