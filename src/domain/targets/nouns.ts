import {
  BAD,
  BURDEN,
  COMPLEMENT,
  COSTLY,
  DONE,
  EXPENSE,
  FILLER,
  has,
  OPEN,
  OPINION,
  OUTPUT,
  PARTICIPLE,
  POSITIVE,
  PROCESSED,
  pair,
  REALISATION,
  RESOLVED,
  SATISFACTION,
  SURELY_DONE,
  TURNED,
  WORK,
  wordsOf,
} from './name-words.js';

/** A direction the words of the target itself give: `3 incontri` is work to do, `2 reclami` is not. */
export function nounSense(text: string): 'more' | 'less' | undefined {
  const words = head(wordsOf(text));
  if (has(words, BAD) || pair(words, 'non', 'conformita')) return has(words, RESOLVED) ? undefined : 'less';
  if (has(words, TURNED) || has(words, OPEN)) return undefined;
  return isOutput(words, 2, true) ? 'more' : undefined;
}

/** Names whose full value is nothing to aim at: costs, deviations, rigidity. */
export const namesBurden = (name: string | undefined): boolean => name !== undefined && has(wordsOf(name), BURDEN);

/** Names of what a body pays or wastes: a ceiling is the likelier reading. */
export const namesCost = (name: string | undefined): boolean => name !== undefined && has(wordsOf(name), COSTLY);

/** As `nounSense`, for the whole a percent is taken of: only finished work and plain troubles have a direction. */
export function shareSense(text: string): 'more' | 'less' | undefined {
  const words = wordsOf(text);
  if (has(words, BAD) || pair(words, 'non', 'conformita')) return has(words, RESOLVED) ? undefined : 'less';
  if (has(words, TURNED) || has(words, EXPENSE)) return undefined;
  return isOutput(head(words), 4, false) ||
    timelyShare(words) ||
    has(words, SATISFACTION) ||
    has(words, REALISATION) ||
    (has(words, OPINION) && has(words, POSITIVE))
    ? 'more'
    : undefined;
}

/** The counted thing itself: `risorse stanziate` of `risorse stanziate per le iniziative realizzate`. */
export function head(words: readonly string[]): readonly string[] {
  const end = words.findIndex((w) => COMPLEMENT.test(w));
  return end < 0 ? words : words.slice(0, end);
}

/**
 * The counted thing is work to be done: `incontri`, `interventi realizzati`, `domande depositate`.
 * @param reach how many words from the start the noun may stand
 * @param alone whether a noun such as `interventi` counts without a participle, as it does in the target's own text
 */
export function isOutput(words: readonly string[], reach: number, alone: boolean): boolean {
  const opening = words.slice(0, reach);
  const output = has(opening, OUTPUT);
  const work = has(opening, WORK);
  const done = has(words, DONE);
  const unknown = words.some((w) => PARTICIPLE.test(w) && ![DONE, OUTPUT, WORK, FILLER].some((set) => set.test(w)));
  if (unknown) return false;
  return output || (work && (done || alone)) || has(words, SURELY_DONE);
}

/** `… evase in 5 gg`, `… entro i termini`, `… nei tempi previsti`: a share of what was done in time. */
export function timelyShare(words: readonly string[]): boolean {
  const done = has(words, PROCESSED);
  const inTime = words.some(
    (w, i) =>
      (['entro', 'in'].includes(w) &&
        /^[0-9]+$/.test(words[i + 1] ?? '') &&
        /^(gg|giorn|or[ae]|mes)/.test(words[i + 2] ?? '')) ||
      (['nei', 'entro'].includes(w) && ['termini', 'tempi'].includes(words[i + 1] ?? '')) ||
      (w === 'entro' && ['i'].includes(words[i + 1] ?? '') && ['termini', 'tempi'].includes(words[i + 2] ?? '')),
  );
  return done && inTime;
}
