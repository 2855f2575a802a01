import { rootRole } from './lexicon.js';
import { linkOf } from './links.js';

/** Words that say together what one noun would: `mancata riscossione`, `assenza di barriere`, `minori entrate`. */
interface Opening {
  readonly shown: string;
  readonly role: 'good' | 'bad';
  readonly kind: 'missed' | 'lacking' | 'nonconformity';
  /** In words. */
  readonly length: number;
}

const MISSED = /^mancat[oaie]$/;
const LESSER = /^minor[ei]?$/;
const LACK = /^(?:assenza|mancanza|carenza)$/;

/** Whether an opening may begin with this word. */
export const mayOpen = (word: string): boolean =>
  word === 'non' || MISSED.test(word) || LESSER.test(word) || LACK.test(word);

/** The opening at `at`: what is missed or falls short is bad, unless it is something nobody wants. */
export function openingAt(words: readonly string[], at: number): Opening | undefined {
  const [word, next] = [words[at] ?? '', words[at + 1] ?? ''];
  if (word === 'non' && next === 'conformita')
    return { shown: 'non conformità', role: 'bad', kind: 'nonconformity', length: 2 };
  if (MISSED.test(word)) return { shown: `${word} ${next}`.trim(), role: 'bad', kind: 'missed', length: 2 };
  if (LESSER.test(word)) {
    // Of `Minori presi in carico` it is a noun.
    const role = rootRole(next);
    if (role !== 'good' && role !== 'cost' && role !== 'bad') return undefined;
    return { shown: `${word} ${next}`, role: role === 'good' ? 'bad' : 'good', kind: 'lacking', length: 2 };
  }
  if (!LACK.test(word)) return undefined;
  const length = words.slice(at + 1, at + 4).findIndex((w) => linkOf(w) === undefined) + 1;
  // `Tasso di assenza`: of nothing that is named, it is the staff's.
  const lacked = length === 0 ? '' : (words[at + length] ?? '');
  return rootRole(lacked) === 'bad'
    ? { shown: `${word} di ${lacked}`, role: 'good', kind: 'lacking', length: length + 1 }
    : { shown: word, role: 'bad', kind: 'lacking', length: 1 };
}
