import { err, ok, type Result } from '../domain/result.js';
import { openArchive } from '../files/archive.js';
import { Budget } from '../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { fileWords as words } from '../words/files.js';
import { type CsvTitles, readCsv } from './csv.js';
import type { Grid } from './grid.js';
import { isOpenDocument, openOpenDocument } from './ods-read.js';
import { lazySheet, type SheetFile } from './sheet-file.js';
import { openWorkbook } from './workbook-read.js';

/**
 * Opens a file somebody sent, by what it holds and not by its name: `.xlsx`, `.ods`, or a CSV as one sheet.
 * @param budget what reading it may cost; the limits of one file unless given
 * @param titles of a CSV: whether it has those of our own tables
 * @returns an Italian sentence for any other file
 */
export async function openSheetFile(
  bytes: Uint8Array,
  budget = new Budget(),
  titles: CsvTitles = 'ours',
): Promise<Result<SheetFile, string>> {
  if (bytes.length === 0) return err(words.empty);
  if (bytes.length > LIMITS.sheet) return err(words.tooLarge(LIMITS.sheet / 1_000_000));
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  // The old Excel format; also a new one under a password.
  if (head === 'd0cf11e0') return err(words.oldExcel);
  if (head === '504b0304') {
    const archive = await openArchive(bytes);
    if (!archive.ok) return archive;
    return isOpenDocument(archive.value)
      ? await openOpenDocument(archive.value, budget)
      : await openWorkbook(archive.value, budget);
  }
  if (head === '25504446') return err(words.pdf);
  const grid = readCsv(bytes, budget, titles);
  return grid.ok ? ok({ type: 'csv', sheets: [lazySheet(grid.value.name, async () => grid)] }) : grid;
}

/** All the sheets of a file; the first that can not be read speaks for it. */
export async function allGrids({ sheets }: SheetFile): Promise<Result<readonly Grid[], string>> {
  const grids: Grid[] = [];
  for (const sheet of sheets) {
    const grid = await sheet.grid();
    if (!grid.ok) return grid;
    grids.push(grid.value);
  }
  return ok(grids);
}
