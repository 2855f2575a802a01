import { type Reference, referencesIn } from './references.js';

/** A piece of normalised text. */
export interface Token {
  readonly kind: 'number' | 'word' | 'symbol' | 'quoted' | 'reference' | 'break';
  /**
   * Words lower-case and without accents, comparisons in one spelling (`>=`), numbers as written, quotes' content,
   * references by their class (`#law`).
   */
  readonly text: string;
  /** Place in the normalised text, end excluded. */
  readonly start: number;
  readonly end: number;
  /** Nothing stands between the token before and this one. */
  readonly glued: boolean;
}

/** A rule's answer: what it read, and the index of the token after it. */
export interface Match<T> {
  readonly value: T;
  readonly next: number;
}

const LETTER = /\p{L}/u;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** In characters, how long the letter at `at` is; 0 where none stands. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const lower = code | 32;
  if (code < 128) return lower >= 97 && lower <= 122 ? 1 : 0;
  const point = codePoint(text, at);
  return LETTER.test(point) ? point.length : 0;
}

/** Cuts normalised text into tokens, in one pass. Every character but spaces ends up in a token. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const references = referencesIn(text);
  let reference = 0;
  let at = 0;
  while (at < text.length) {
    const c = text[at] ?? '';
    if (c === ' ') {
      at += 1;
      continue;
    }
    const named = references[reference];
    if (named?.start === at) reference += 1;
    const [kind, end, folded] = named?.start === at ? asReference(named) : scan(text, at, c);
    tokens.push({ kind, text: folded, start: at, end, glued: at > 0 && tokens.at(-1)?.end === at });
    at = end;
  }
  return tokens;
}

type Scanned = readonly [Token['kind'], number, string];

const asReference = ({ kind, end }: Reference): Scanned => ['reference', end, `#${kind}`];

function scan(text: string, at: number, c: string): Scanned {
  if (c === '\n') return ['break', at + 1, '\n'];
  if (isDigit(text.charCodeAt(at))) return scanNumber(text, at);
  if (letterAt(text, at) > 0) return scanWord(text, at);
  if (c === '«') {
    const close = text.indexOf('»', at + 1);
    if (close > 0) return ['quoted', close + 1, text.slice(at + 1, close)];
  }
  if (c === '>' || c === '<' || c === '=') return scanComparison(text, at, c);
  if (c === '-' && text[at + 1] === '>') return ['symbol', at + 2, '->'];
  if (text.startsWith('+/-', at)) return ['symbol', at + 3, '±'];
  const point = codePoint(text, at);
  return ['symbol', at + point.length, point];
}

const SPACED = /[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9'%/]|[.][0-9])(?:,[0-9]+)?/y;

/** Digits with the separators between them: `1.234,5`, `31.12.2016`, `1'000`, `1 500`. */
function scanNumber(text: string, at: number): Scanned {
  SPACED.lastIndex = at;
  const spaced = SPACED.exec(text);
  if (spaced !== null) return ['number', at + spaced[0].length, spaced[0]];
  let end = at + 1;
  while (end < text.length) {
    const c = text[end];
    if (isDigit(text.charCodeAt(end))) end += 1;
    else if ((c === '.' || c === ',' || c === "'") && isDigit(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return ['number', end, text.slice(at, end)];
}

/** Letters, and digits glued after them (`P11`); an apostrophe ends the word it elides (`dall'`). */
function scanWord(text: string, at: number): Scanned {
  let end = at;
  while (end < text.length) {
    const letter = letterAt(text, end);
    if (letter === 0 && !(end > at && isDigit(text.charCodeAt(end)))) break;
    end += Math.max(1, letter);
  }
  if (text[end] === "'") end += 1;
  return ['word', end, fold(text.slice(at, end))];
}

/** `>=` however it is spelt: `> =`, `=>`, `>/=`, `> o =`. */
function scanComparison(text: string, at: number, first: string): Scanned {
  let end = skipSpaces(text, at + 1);
  if (text[end] === '/' || (text[end] === 'o' && /[ =<>]/.test(text[end + 1] ?? ''))) end = skipSpaces(text, end + 1);
  const second = text[end];
  const joined =
    second === '=' && first !== '='
      ? `${first}=`
      : first === '=' && (second === '>' || second === '<')
        ? `${second}=`
        : '';
  if (joined !== '') {
    // `≥ =` was written out as `>= =`.
    const after = skipSpaces(text, end + 1);
    return ['symbol', text[after] === '=' && first !== '=' ? after + 1 : end + 1, joined];
  }
  if (first === '=' && text[at + 1] === '=') return ['symbol', at + 2, '='];
  return ['symbol', at + 1, first];
}

function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end += 1;
  return end;
}

function codePoint(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Lower-case, without accents: `Sì` → `si`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most texts are plain ASCII, which holds no accents.
  return /^[ -~]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}
