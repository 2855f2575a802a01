import { isSymbol, isWord } from './phrases.js';
import type { Token } from './tokens.js';
import { yearAt } from './value.js';

/** A cell that lists a target per year: the text each year is given, empty where the cell is silent. */
export type YearCells = readonly { readonly year: number; readonly text: string }[];

/** `2016: 80%; 2017: 85%; 2018: -`, `80% (2016), 85% (2017)`. Nothing unless every piece carries its year. */
export function yearsIn(text: string, tokens: readonly Token[]): YearCells | undefined {
  const labels: number[] = [];
  for (let at = 0; at < tokens.length; at++) if (isYearLabel(tokens, at)) labels.push(at);
  if (labels[0] === 0) return leading(text, tokens, labels);
  const pieces = piecesOf(tokens, (t) => t.kind === 'break' || isSymbol(t, ';', '|', ','));
  if (pieces.length < 2) return undefined;
  const cells = pieces.map(([from, to]) => trailing(text, tokens, from, to));
  return cells.every((c) => c !== undefined) ? cells : undefined;
}

/** A year, with `target` or `anno` before it if anything, and a colon or an equals sign after. */
function isYearLabel(tokens: readonly Token[], at: number): boolean {
  const start = isWord(tokens[at], 'target', 'anno') ? at + 1 : at;
  if (start === at && isWord(tokens[at - 1], 'target', 'anno')) return false;
  return yearAt(tokens, start) !== undefined && isSymbol(tokens[start + 1], ':', '=', '->');
}

function leading(text: string, tokens: readonly Token[], labels: readonly number[]): YearCells | undefined {
  const cells = labels.map((label, i) => {
    const at = isWord(tokens[label], 'target', 'anno') ? label + 1 : label;
    const end = labels[i + 1] ?? tokens.length;
    return { year: yearAt(tokens, at) ?? 0, text: slice(text, tokens, at + 2, end) };
  });
  return new Set(cells.map((c) => c.year)).size === cells.length ? cells : undefined;
}

/** `80% (2016)`, `80% nel 2016`. */
function trailing(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { year: number; text: string } | undefined {
  const bracketed = isSymbol(tokens[to - 1], ')') && isSymbol(tokens[to - 3], '(');
  const at = bracketed ? to - 2 : to - 1;
  const year = yearAt(tokens, at);
  const introduced = isWord(tokens[at - 1], 'nel', 'per', 'anno', 'il');
  if (year === undefined || !(bracketed || introduced)) return undefined;
  const end = bracketed ? to - 3 : isWord(tokens[at - 2], 'per', 'nel', "nell'") ? at - 2 : at - 1;
  return end > from ? { year, text: slice(text, tokens, from, end) } : undefined;
}

/** Text of the separate promises in a cell, when it is laid out as a list; one piece or none is no list. */
export function listIn(text: string, tokens: readonly Token[]): readonly string[] {
  const numbered = enumerators(tokens);
  if (numbered.length >= 2 && numbered[0] === 0) {
    return numbered.map((at, i) => slice(text, tokens, at + 2, numbered[i + 1] ?? tokens.length));
  }
  const pieces = piecesOf(tokens, (t) => t.kind === 'break' || isSymbol(t, ';', '|'));
  return pieces.map(([from, to]) => slice(text, tokens, skipBullet(tokens, from, pieces.length), to));
}

const skipBullet = (tokens: readonly Token[], at: number, pieces: number): number =>
  pieces > 1 && isSymbol(tokens[at], '-', '•', '·', '*') && tokens[at + 1]?.glued === false ? at + 1 : at;

/** Places of `1)`, `2)` … or `a)`, `b)` … in order. */
function enumerators(tokens: readonly Token[]): readonly number[] {
  const found: number[] = [];
  if (!tokens.some((t) => t.text === ')')) return found;
  let expected = 0;
  tokens.forEach((token, at) => {
    const marks = [String(expected + 1), String.fromCharCode(97 + expected)];
    const opens = isSymbol(tokens[at - 1], '(');
    if (
      (token.kind === 'number' || token.kind === 'word') &&
      marks.includes(token.text) &&
      isSymbol(tokens[at + 1], ')') &&
      !opens
    ) {
      found.push(at);
      expected += 1;
    }
  });
  return found;
}

function piecesOf(
  tokens: readonly Token[],
  separates: (token: Token) => boolean,
): readonly (readonly [number, number])[] {
  const pieces: [number, number][] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    if (!separates(token)) return;
    if (at > from) pieces.push([from, at]);
    from = at + 1;
  });
  if (tokens.length > from) pieces.push([from, tokens.length]);
  return pieces;
}

function slice(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || to <= from ? '' : trimEnds(text.slice(first.start, last.end));
}

/** Without the separators a piece may still carry. */
const trimEnds = (text: string): string => text.replace(/^[\s;,|]+/u, '').replace(/[\s;,|]{1,20}$/u, '');
