import { err, ok, type Result } from '../domain/result.js';
import { sheetWords } from '../words/sheets.js';
import { readCsv } from './csv.js';
import type { Grid } from './grid.js';
import { readWorkbook } from './workbook-read.js';

/** Largest file taken, in bytes: what an upload may be. */
export const MAX_SHEET_BYTES = 5_000_000;

/**
 * The sheets of a file somebody sent, by what it holds and not by its name: `.xlsx`, or a CSV as one sheet.
 * @returns an Italian sentence for any other file
 */
export async function readSheetFile(
  bytes: Uint8Array,
): Promise<Result<{ readonly type: 'xlsx' | 'csv'; readonly grids: readonly Grid[] }, string>> {
  if (bytes.length === 0) return err(sheetWords.file.empty);
  if (bytes.length > MAX_SHEET_BYTES) return err(sheetWords.file.tooLarge);
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  // The old Excel format; also a new one under a password.
  if (head === 'd0cf11e0') return err(sheetWords.file.oldExcel);
  if (head === '504b0304') {
    const grids = await readWorkbook(bytes);
    return grids.ok ? ok({ type: 'xlsx', grids: grids.value }) : grids;
  }
  if (head === '25504446') return err(sheetWords.file.pdf);
  const grid = readCsv(bytes);
  return grid.ok ? ok({ type: 'csv', grids: [grid.value] }) : grid;
}
