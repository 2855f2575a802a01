import { HTMLElement } from 'node-html-parser';
import { inlineMarkdown } from './docx-inline.js';

interface WrittenTable {
  readonly lines: readonly string[];
  /** Cells that were one over several. */
  readonly merged: number;
  /** Whether one of its cells holds a table. */
  readonly nested: boolean;
  readonly pictures: readonly string[];
  /** The only cell of a table that is a frame around text. */
  readonly single: HTMLElement | undefined;
}

const PICTURE = /!\[[^\]]*\]\([^)]*\)/g;

/** A table in pipes; a cell over several leaves the others empty. The first row heads it. */
export function tableMarkdown(table: HTMLElement): WrittenTable {
  const rows = rowsOf(table);
  const cells = rows.flatMap(cellsOf);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) {
    return { lines: [], merged: 0, nested: false, pictures: [], single: only };
  }
  const pictures: string[] = [];
  const taken = new Map<number, number>();
  let merged = 0;
  const grid = rows.map((row) => {
    const line: string[] = [];
    // Columns that a cell above still covers stay empty.
    const skip = () => {
      for (let left = taken.get(line.length) ?? 0; left > 0; left = taken.get(line.length) ?? 0) {
        taken.set(line.length, left - 1);
        line.push('');
      }
    };
    for (const cell of cellsOf(row)) {
      skip();
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      if (across > 1 || down > 1) merged += 1;
      const text = textOf(cell);
      pictures.push(...(text.match(PICTURE) ?? []));
      for (let at = 0; at < across; at++) {
        if (down > 1) taken.set(line.length, down - 1);
        line.push(at === 0 ? text.replace(PICTURE, '').trim().replaceAll('|', '\\|') : '');
      }
    }
    skip();
    return line;
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  const written = grid.map((line) => `| ${Array.from({ length: width }, (_, at) => line[at] ?? '').join(' | ')} |`);
  const [head, ...body] = written;
  return {
    lines: head === undefined || width === 0 ? [] : [head, `|${' --- |'.repeat(width)}`, ...body],
    merged,
    nested: table.querySelector('table') !== null,
    pictures,
    single: undefined,
  };
}

const within = (of: HTMLElement): readonly HTMLElement[] =>
  of.childNodes.filter((node): node is HTMLElement => node instanceof HTMLElement);

const rowsOf = (table: HTMLElement): readonly HTMLElement[] =>
  within(table).flatMap((one) => (one.tagName === 'TR' ? [one] : within(one).filter((row) => row.tagName === 'TR')));

const cellsOf = (row: HTMLElement): readonly HTMLElement[] => within(row).filter((one) => /^T[HD]$/.test(one.tagName));

/** As many columns as a sheet may have: what a file declares is not yet so. */
const MOST = 200;

const spanOf = (cell: HTMLElement, name: string): number => {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MOST) : 1;
};

/** Everything in a cell on one line: its paragraphs, the items of its lists, the cells of a table within it. */
function textOf(cell: HTMLElement): string {
  const inner = cell.querySelectorAll('li, table td, table th').map((one) => inlineMarkdown(one));
  return [inlineMarkdown(cell), ...inner].filter((text) => text !== '').join('; ');
}
