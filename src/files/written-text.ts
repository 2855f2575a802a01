import { markdownWords as words } from '../words/markdown.js';
import { FILE_LIMITS as LIMITS } from './limits.js';

/**
 * What is too much in the text of a section, as sentences; empty when nothing is. It looks at lines alone, so that a text
 * of any size is answered at once.
 */
export function tooMuchIn(text: string): readonly string[] {
  const problems: string[] = [];
  const cells = largestTable(text);
  if (cells > LIMITS.textCells) problems.push(words.largeTable(cells, LIMITS.textCells));
  const figures = text.match(/\]\(\s*<?(?:figura|grafico):/g)?.length ?? 0;
  if (figures > LIMITS.textFigures) problems.push(words.tooManyFigures(figures, LIMITS.textFigures));
  if (problems.length === 0 && text.length > LIMITS.section) problems.push(words.tooLong(LIMITS.section));
  const why = unreadable(text);
  return problems.length > 0 || why === undefined ? problems : [why];
}

/** What reading Markdown goes back to, in what stands together, for each of them. */
const SIGNS = /[*_[\]!`~<@\\]/g;
/** What opens a quotation or a list, as often as a line has it at its beginning. */
const OPENING = /^(?:[ \t]*(?:>|[-*+](?=\s|$)|\d{1,9}[.)]))+/;
/** Lines that begin an item whatever stands before them; after an item with a number, any number does. */
const ITEM = /^ {0,3}(?:[-*+]|1[.)])\s+\S/;
const NUMBERED = /^ {0,3}\d{1,9}[.)]\s+\S/;

/**
 * Why a text cannot be read as Markdown in a reasonable time, or at all: what stands together (a paragraph, an item, a row of a table)
 * is gone through as often as it has signs, and what is nested as deep as it goes. Looks at each line once.
 * @returns a sentence; undefined when it can
 */
export function unreadable(text: string): string | undefined {
  if (text.length > LIMITS.run) return words.tooLong(LIMITS.section);
  let [letters, signs, began, numbered] = [0, 0, 1, false];
  const lines = text.split(/\r\n?|\n/);
  const rows = rowsOf(lines);
  for (const [at, line] of lines.entries()) {
    if (line.length > LIMITS.textLine) return words.longLine(at + 1, LIMITS.textLine);
    const opening = OPENING.exec(line)?.[0] ?? '';
    if ((opening.match(/[>*+-]|\d+/g)?.length ?? 0) > LIMITS.textDepth) return words.tooDeep(at + 1, LIMITS.textDepth);
    const item = ITEM.test(line) || (numbered && NUMBERED.test(line));
    numbered = NUMBERED.test(line) && (item || numbered);
    const blank = line.trim() === '';
    if (blank || item || rows.has(at)) [letters, signs, began] = [0, 0, blank ? at + 2 : at + 1];
    letters += line.length;
    signs += line.match(SIGNS)?.length ?? 0;
    if (letters * signs > LIMITS.textEffort) return words.tooManySigns(began);
  }
  return undefined;
}

/** Indexes of the lines that are rows of a table and nothing else: below a line of titles and one of dashes, with pipes at their start. */
function rowsOf(lines: readonly string[]): ReadonlySet<number> {
  const rows = new Set<number>();
  const [pipes, dashes] = [/^\|/, /^\|[\s|:-]*-[\s|:-]*$/];
  for (const [at, line] of lines.entries()) {
    if (!pipes.test(line)) continue;
    const [titles = '', before = ''] = [lines[at - 1], lines[at - 2]];
    const head = before.trim() === '' && pipes.test(titles) && dashes.test(line) && cellsIn(titles) === cellsIn(line);
    if (head || rows.has(at - 1)) rows.add(at);
  }
  return rows;
}

/** Cells of the largest table: lines with pipes that follow one another. */
function largestTable(text: string): number {
  let [largest, current] = [0, 0];
  for (const line of text.split('\n')) {
    const cells = cellsIn(line);
    current = cells === 0 ? 0 : current + cells;
    largest = Math.max(largest, current);
  }
  return largest;
}

/** Cells of a line with pipes; 0: it has none. */
function cellsIn(line: string): number {
  const pipes = line.match(/(?<!\\)\|/g)?.length ?? 0;
  return pipes === 0 ? 0 : Math.max(1, /^\s*\|/.test(line) ? pipes - 1 : pipes + 1);
}
