import type { Office } from './entity.js';
import { nearest } from './nearest.js';

/** Which office of the organisation a file means by what it writes. */
export type OfficeMatch =
  | { readonly kind: 'sure'; readonly office: string }
  /** It is like one, or like several: a person says which. */
  | { readonly kind: 'doubtful'; readonly office: string }
  | { readonly kind: 'unknown' };

/**
 * Looks an office up as a file writes it: by its title or its id, else by likeness.
 * @param known what somebody has said before of such a text, by `plainName`
 */
export function matchOffice(
  written: string,
  offices: readonly Office[],
  known: ReadonlyMap<string, string> = new Map(),
): OfficeMatch {
  const said = known.get(plainName(written));
  if (said !== undefined && offices.some(({ id }) => id === said)) return { kind: 'sure', office: said };
  const same = offices.filter(({ id, title }) => [id, title].some((one) => plainName(one) === plainName(written)));
  const [one, ...others] = same.length > 0 ? same : offices.filter(({ title }) => bare(title) === bare(written));
  if (one !== undefined) return { kind: others.length === 0 ? 'sure' : 'doubtful', office: one.id };
  const words = wordsOf(written);
  const within = offices.find(({ title }) => holds(wordsOf(title), words) || holds(words, wordsOf(title)));
  const like = nearest(
    bare(written),
    offices.map(({ title }) => bare(title)),
  );
  const found = within ?? offices.find(({ title }) => bare(title) === like) ?? sharing(words, offices);
  return found === undefined ? { kind: 'unknown' } : { kind: 'doubtful', office: found.id };
}

/** `Servizi Sociali – U.O. Minori` → `servizi sociali u o minori` */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** What an office is, which tells none from another; and what joins words. */
const COMMON =
  /^(?:ufficio|settore|servizio|servizi|area|direzione|dipartimento|unita|uo|struttura|e|ed|di|del|della|dei|delle|degli|dell|per|il|lo|la|i|gli|le|al|alla|alle|ai)$/;

const wordsOf = (text: string): readonly string[] =>
  plainName(text)
    .split(' ')
    .filter((word) => word !== '' && !COMMON.test(word));
/** A title of common words alone is what it is. */
const bare = (text: string): string => wordsOf(text).join(' ') || plainName(text);

/** Whether each of these words, cut short perhaps, is among those. */
const holds = (those: readonly string[], these: readonly string[]): boolean =>
  these.length > 0 && these.every((word) => those.some((one) => isShortOf(word, one)));

const isShortOf = (short: string, word: string): boolean =>
  short === word || (short.length >= 3 && word.startsWith(short));

/** The office whose title shares most words with what is written, if it is one alone. */
function sharing(words: readonly string[], offices: readonly Office[]): Office | undefined {
  const shared = offices.map((office) => ({
    office,
    count: words.filter((word) => wordsOf(office.title).some((one) => isShortOf(word, one) || isShortOf(one, word)))
      .length,
  }));
  const most = Math.max(1, ...shared.map(({ count }) => count));
  const [first, second] = shared.filter(({ count }) => count === most);
  return second === undefined ? first?.office : undefined;
}
