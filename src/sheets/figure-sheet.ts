import { err, ok, type Result } from '../domain/result.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { firstOf, quoted } from '../files/messages.js';
import { seriesWords, figureSheetWords as words } from '../words/context.js';
import { fileWords } from '../words/files.js';
import { cellName, type Grid, type GridCell } from './grid.js';
import { openSheetFile } from './read-file.js';

/** A value found in a file, as if typed. */
interface SheetFigure {
  readonly row: string;
  readonly written: string;
  /** `foglio «Conti», C7` */
  readonly cell: string;
}

/**
 * Reads a file of figures, `.xlsx`, `.ods` or `.csv`: in some sheet a row with the titles *Codice* and *Valore*, below it a code and
 * a value a row. Other columns, and rows without a code or a value, are passed over.
 * @returns everything that is wrong, each with its place
 */
export async function readFigureSheet(bytes: Uint8Array): Promise<Result<readonly SheetFigure[], readonly string[]>> {
  const file = await openSheetFile(bytes);
  if (!file.ok) return err([file.error]);
  for (const sheet of file.value.sheets) {
    const grid = await sheet.grid();
    if (!grid.ok) return err([grid.error]);
    const read = figuresIn(grid.value);
    if (read !== undefined) return read;
  }
  return err([words.noHead]);
}

function figuresIn({ name, rows }: Grid): Result<readonly SheetFigure[], readonly string[]> | undefined {
  const head = rows.find(
    ({ cells }) => columnOf(cells, seriesWords.code) !== undefined && columnOf(cells, seriesWords.value) !== undefined,
  );
  if (head === undefined) return undefined;
  const [code, value] = [columnOf(head.cells, seriesWords.code) ?? 0, columnOf(head.cells, seriesWords.value) ?? 0];
  const figures: SheetFigure[] = [];
  const wrong: string[] = [];
  const codes = new Set<string>();
  for (const { row, cells } of rows) {
    const [coded, found] = [cells.get(code)?.shown.trim() ?? '', cells.get(value)];
    if (row <= head.row || coded === '' || found === undefined || found.shown.trim() === '') continue;
    const cell = `${name}, ${cellName(value, row)}`;
    const written = writtenIn(found);
    if (written === undefined || written.length > LIMITS.quoted) wrong.push(words.unusable(cell, quoted(found.shown)));
    else if (codes.has(coded)) wrong.push(words.twice(cell, quoted(coded)));
    else figures.push({ row: quoted(coded), written, cell });
    codes.add(coded);
  }
  return wrong.length > 0 ? err(firstOf(wrong, fileWords.more)) : ok(figures);
}

const columnOf = (cells: ReadonlyMap<number, GridCell>, title: string): number | undefined =>
  [...cells].find(([, { shown }]) => shown.trim().toLowerCase() === title.toLowerCase())?.[0];

/** As an officer would type it; undefined of what is no value. */
function writtenIn(cell: GridCell): string | undefined {
  switch (cell.kind) {
    case 'text':
      return cell.shown.trim();
    case 'number':
      return cell.value.replace('.', ',');
    case 'percent':
      return `${cell.value.replace('.', ',')}%`;
    case 'date':
    case 'boolean':
    case 'error':
      return undefined;
  }
}
