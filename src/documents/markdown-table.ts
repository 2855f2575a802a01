import type { Tokens } from 'marked';
import { printedNumber } from '../domain/findings/number.js';
import { markdownWords as words } from '../words/markdown.js';
import type { Block, Table } from './content.js';
import { plainOf } from './narrative.js';

/** What the paragraph right before a table says it is called: `Tabella: Imprese per settore`. */
export function captionOf(before: Block | undefined): string | undefined {
  if (before?.kind !== 'paragraph') return undefined;
  const text = before.text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  const [, word, caption] = /^(\w+):\s+(\S.*)$/s.exec(text) ?? [];
  return word === words.caption ? caption : undefined;
}

/** A column is wider than another by what it holds, within reason. */
const [NARROW, WIDE] = [6, 40];
/** Rows whose lengths are looked at. */
const SOME = 100;

/** A table in pipes. A column is one of figures where the writer aligned it to the right, or it holds nothing else. */
export function tableOf({ header, rows, align }: Tokens.Table, said: Pick<Table, 'dataset' | 'caption'>): Table {
  const cells = rows.map((row) => header.map((_, at) => plainOf(row[at]?.tokens)));
  return {
    kind: 'table',
    ...said,
    columns: header.map((head, at) => {
      const column = cells.map((row) => row[at] ?? '').filter((cell) => cell !== '');
      const longest = Math.max(plainOf(head.tokens).length, ...column.slice(0, SOME).map((cell) => cell.length));
      return {
        title: plainOf(head.tokens),
        figures: at > 0 && (align[at] === 'right' || (column.length > 0 && column.every(isFigure))),
        share: Math.min(WIDE, Math.max(NARROW, longest)) / 10,
      };
    }),
    rows: cells.map((row) => ({ cells: row })),
  };
}

const isFigure = (cell: string): boolean => printedNumber(cell) !== undefined || /^(?:nd|n\.d\.|-|–)$/.test(cell);
