import { excerpt, skipArticles, tidy, unlessEmpty } from './phrases.js';
import type { Token } from './tokens.js';
import type { Reading } from './types.js';
import type { Work } from './work.js';

/** Words by which a target asks that nothing of something be left. */
const NOTHING_OF =
  /^(?:azzerament|azzerare$|eliminazion|eliminare$|assenza$|assenze$|mancanza$|abolizion|esauriment|nessun|zero$|senza$)/;

/** `azzeramento delle liste d'attesa`, `eliminazione delle attese oltre 30 giorni`: none of them, where they are counted. */
export function nothingLeft(work: Work): readonly Reading[] {
  if (!NOTHING_OF.test(work.tokens[0]?.text ?? '')) return [];
  const from = skipArticles(work.tokens, 1);
  const end = work.tokens.findIndex((t, i) => i >= from && !isPart(t, i > from));
  const what = tidy(excerpt(work.text, work.tokens, from, end < 0 ? work.tokens.length : end));
  return [noneOf(what)];
}

/** None of some things, where they are counted. @param what the things, in the words of the text; empty: those of the name */
export const noneOf = (what: string): Reading => ({
  kind: 'threshold',
  operator: '<=',
  value: '0',
  unit: { kind: 'number' },
  direction: 'less-is-better',
  what: unlessEmpty(what),
});

/** What belongs to the thing that must go: words, and the measure that tells which; a deadline does not. */
const isPart = (token: Token, inside: boolean): boolean =>
  token.kind === 'word' ? token.text !== 'entro' : inside && (token.kind === 'number' || token.text === '%');
