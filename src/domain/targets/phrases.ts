import type { Match, Token } from './tokens.js';

/** A set of fixed phrases, longest match first. Built once, never changed. */
type Phrases<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

/** `{ 'non inferiore': '>=' }`: words are folded, separated by one space; punctuation counts as a word. */
export function phrases<T>(entries: readonly (readonly [string, T])[]): Phrases<T> {
  const byFirst = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    const list = byFirst.get(first) ?? [];
    list.push({ words, value });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** The longest phrase of the set that stands at `at`. */
export function matchPhrase<T>(set: Phrases<T>, tokens: readonly Token[], at: number): Match<T> | undefined {
  const first = tokens[at];
  if (first === undefined || first.kind === 'quoted' || first.kind === 'number') return undefined;
  const begun = set.get(first.text);
  if (begun === undefined) return undefined;
  for (const { words, value } of begun) {
    if (standsAt(words, tokens, at)) return { value, next: at + words.length };
  }
  return undefined;
}

function standsAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let i = 1; i < words.length; i++) if (tokens[at + i]?.text !== words[i]) return false;
  return true;
}

export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  if (token?.kind !== 'word') return false;
  for (let i = 0; i < words.length; i++) if (words[i] === token.text) return true;
  return false;
}

export function isSymbol(token: Token | undefined, ...symbols: readonly string[]): boolean {
  if (token?.kind !== 'symbol') return false;
  for (let i = 0; i < symbols.length; i++) if (symbols[i] === token.text) return true;
  return false;
}

export const GLUE = new Set(
  "a ad al allo all' alla ai agli alle di d' del dello dell' della dei degli delle il lo l' la i gli le".split(' '),
);

/** Skips articles and the prepositions joined to them. */
export function skipArticles(tokens: readonly Token[], at: number): number {
  let next = at;
  for (let token = tokens[next]; token?.kind === 'word' && GLUE.has(token.text); token = tokens[next]) {
    // `a.a. 2015/2016` is an abbreviation, not a preposition.
    if (isSymbol(tokens[next + 1], '.') && tokens[next + 1]?.glued === true) break;
    next += 1;
  }
  return next;
}

const LINKS = new Set(
  'e ed o od con per da in su a ad nel nella nei nelle sul sulla tra fra entro come che ogni n'.split(' '),
);

/** A span without the links that lead out of it, so that what is quoted is never half a sentence. */
export function wholeSpan(tokens: readonly Token[], [from, to]: readonly [number, number]): readonly [number, number] {
  const links = (token: Token | undefined): boolean =>
    token?.kind === 'symbol'
      ? !'()"'.includes(token.text)
      : token?.kind === 'word' && (LINKS.has(token.text) || GLUE.has(token.text));
  let end = to;
  while (end > from && links(tokens[end - 1])) end -= 1;
  let start = from;
  while (start < end && (isWord(tokens[start], 'e', 'ed', 'o', 'od') || isSymbol(tokens[start], ',', '+', '&', '/')))
    start += 1;
  return [start, end];
}

/** What a reading is of: nothing, where no words are left. */
export const unlessEmpty = (words: string): string | undefined => (words === '' ? undefined : words);

/** Normalises the text between two tokens for use inside a reading: one line, no guillemets, no loose ends. */
export function excerpt(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || to <= from) return '';
  return tidy(text.slice(first.start, last.end));
}

/** The form every free text inside a reading has; applying it twice changes nothing. */
export function tidy(text: string): string {
  // Guillemets quote the text inside a sentence, and dollars or backslashes would pair up as a formula there.
  const s = PLAIN.test(text) ? text : text.replace(/[«»]/g, '"').replace(/[$\\]/g, '').replace(/\s+/gu, ' ');
  let start = 0;
  let end = s.length;
  while (start < end && LOOSE.has(s[start] ?? '')) start += 1;
  while (end > start && LOOSE.has(s[end - 1] ?? '')) end -= 1;
  const trimmed = s.slice(start, end);
  // A bracket whose other half was left outside.
  if (trimmed.endsWith('(')) return tidy(trimmed.slice(0, -1));
  return trimmed.startsWith(')') ? tidy(trimmed.slice(1)) : trimmed;
}

/** Words with single spaces between them, as most are. */
const PLAIN = /^[^\s«»$\\]+(?: [^\s«»$\\]+)*$/u;

const LOOSE = new Set(' .,:;-');
