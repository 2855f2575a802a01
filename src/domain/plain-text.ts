/**
 * A text as it is looked for: without accents and capitals, with one kind of apostrophe. Who searches writes `citta` for
 * `Città`. The register folds what it holds in the same way: `plainSql` of `src/register/reading/search.ts`.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('’', "'")
    .toLowerCase();

/** The words somebody looks for, each once; of a longer text only as many as anybody remembers. */
export function wordsIn(asked: string): readonly string[] {
  const words = plainText(asked)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS);
}

const MOST_WORDS = 12;
