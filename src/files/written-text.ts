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
  const figures = text.match(/\]\((?:figura|grafico):/g)?.length ?? 0;
  if (figures > LIMITS.textFigures) problems.push(words.tooManyFigures(figures, LIMITS.textFigures));
  if (problems.length === 0 && text.length > LIMITS.section) problems.push(words.tooLong(LIMITS.section));
  return problems;
}

/** Cells of the largest table: lines with pipes that follow one another. */
function largestTable(text: string): number {
  let [largest, current] = [0, 0];
  for (const line of text.split('\n')) {
    const pipes = line.match(/(?<!\\)\|/g)?.length ?? 0;
    current = pipes === 0 ? 0 : current + Math.max(1, /^\s*\|/.test(line) ? pipes - 1 : pipes + 1);
    largest = Math.max(largest, current);
  }
  return largest;
}
