import { never, ok, type Result } from '../../domain/result.js';
import { quoted } from '../../files/messages.js';
import { fillPeriod, type SourcePeriod } from '../../seeds/source-period.js';
import type { SourceReading } from '../../seeds/sources.js';
import { cellPlace, type Grid, type GridCell, type GridRow } from '../../sheets/grid.js';
import { openSheetFile } from '../../sheets/read-file.js';
import { fileWords } from '../../words/files.js';
import { sourceWords } from '../../words/sources.js';
import { type Failure, failed } from './failure.js';
import { type FoundValue, findInTable, placesOf, type RawValue, usable } from './table.js';

const say = sourceWords.failed;
/** Sheets named when the one wanted is not there. */
const MOST_NAMES = 20;

/** The value in a workbook, `.xlsx` or `.ods`: in a table under a row of headings, or in cells named by their address. */
export async function findInWorkbook(
  bytes: Uint8Array,
  reading: Extract<SourceReading, { kind: 'xlsx' | 'xlsx-cell' }>,
  period: SourcePeriod,
): Promise<Result<readonly FoundValue[], Failure>> {
  const grid = await gridOf(bytes, reading.sheet === undefined ? undefined : fillPeriod(reading.sheet, period));
  if (!grid.ok) return grid;
  const places = placesOf(reading.value);
  if (reading.kind === 'xlsx-cell') return cellsAt(grid.value, places);
  const at = reading.headerRow ?? grid.value.rows[0]?.row;
  const head = grid.value.rows.find(({ row }) => row === at);
  if (head === undefined) return failed(say.noHeader);
  const width = Math.max(...grid.value.rows.map(({ cells }) => Math.max(...cells.keys()) + 1));
  const headings = Array.from({ length: width }, (_, column) => head.cells.get(column)?.shown ?? '');
  const below = grid.value.rows.filter(({ row }) => row > head.row);
  const rows: (RawValue | null)[][] = [];
  for (const row of below) rows.push(headings.map((_, column) => rawOf(row, column)));
  return findInTable({ headings, rows }, reading.row, places, period);
}

/** Only the sheet that is named is read. */
async function gridOf(bytes: Uint8Array, name: string | undefined): Promise<Result<Grid, Failure>> {
  const unusable = (reason: string) => failed(say.workbook(reason.split(':')[0] ?? ''));
  const file = await openSheetFile(bytes);
  // After the colon comes advice to an officer who sent the file by hand.
  if (!file.ok) return unusable(file.error);
  const { sheets, type } = file.value;
  if (type === 'csv') return unusable(fileWords.notWorkbook);
  const sheet = name === undefined ? sheets[0] : sheets.find((one) => one.name.trim() === name.trim());
  if (sheet === undefined) {
    return failed(
      say.noSheet(
        quoted(name ?? ''),
        sheets.slice(0, MOST_NAMES).map((one) => quoted(one.name)),
      ),
    );
  }
  const grid = await sheet.grid();
  return grid.ok ? grid : unusable(grid.error);
}

function cellsAt(grid: Grid, places: readonly string[]): Result<readonly FoundValue[], Failure> {
  const found: FoundValue[] = [];
  for (const where of places) {
    const place = cellPlace(where);
    const cell = grid.rows.find(({ row }) => row === place?.row)?.cells.get(place?.column ?? -1);
    if (cell === undefined) return failed(say.emptyCell(where));
    const value = usable(where, rawValue(cell));
    if (!value.ok) return value;
    found.push(value.value);
  }
  return ok(found);
}

const rawOf = (row: GridRow, column: number): RawValue | null => {
  const cell = row.cells.get(column);
  return cell === undefined ? null : rawValue(cell);
};

function rawValue(cell: GridCell): RawValue {
  switch (cell.kind) {
    case 'text':
      return cell.shown;
    case 'number':
      return { number: cell.value };
    case 'percent':
      return { number: cell.value, percent: true };
    case 'date':
      return { date: cell.value };
    case 'boolean':
      return cell.value;
    case 'error':
      return { problem: cell.problem };
    default:
      return never(cell);
  }
}
