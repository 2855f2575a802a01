import { err, ok, type Result } from '../domain/result.js';
import { ownPlanWords as words } from '../words/own-plan.js';
import { sheetWords } from '../words/sheets.js';
import { readCsv } from './csv.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { type Meaning, recognised } from './own-headings.js';
import { openSheetFile } from './read-file.js';

/** Stands, in a table, in each row that shares the cell above it: a cell over several rows. */
const DITTO = '〃';
/** How people write the same. */
export const isDitto = (text: string): boolean => /^(?:〃|″|"|''|idem|c\.\s?s\.|come sopra)$/i.test(text.trim());

/** A table of indicators in an office's own file: its headings, and what stands below them. */
export interface OwnTable {
  /** Empty of what has no sheets. */
  readonly sheet: string;
  readonly columns: readonly OwnColumn[];
  readonly rows: readonly GridRow[];
}

interface OwnColumn {
  /** From 0. */
  readonly at: number;
  /** Over two rows both, `Target 2026`. */
  readonly heading: string;
  /** As its words say; undefined when they say nothing that is known. */
  readonly meaning: Meaning | undefined;
}

interface Looked {
  readonly exercise: number;
  /** What has been said of headings before, by `headingKey`. */
  readonly known?: ReadonlyMap<string, string> | undefined;
}

/** Rows looked through for headings: above them stand titles and notes. */
const HEAD_WITHIN = 60;
/** Letters of a table that is sent back from a page. */
const LONGEST = 200_000;

/** Whether a file is a workbook as `writePlanSheet` writes them, even when one of its sheets is lost. */
export async function isPlanWorkbook(bytes: Uint8Array): Promise<boolean> {
  const file = await openSheetFile(bytes, undefined, 'any');
  if (!file.ok) return false;
  const { plan, structure, indicators } = sheetWords.plan.sheets;
  const names = new Set(file.value.sheets.map(({ name }) => name.trim().toLowerCase()));
  return [plan, structure, indicators].filter((name) => names.has(name.toLowerCase())).length >= 2;
}

/**
 * Finds the table of indicators in a file, `.xlsx`, `.ods` or `.csv`, whatever else is in it.
 * @param sheet the one to take where several have such a table; empty: the only one
 * @returns an Italian sentence where there is none, or where it is not clear which
 */
export async function openOwnTable(
  bytes: Uint8Array,
  sheet: string,
  looked: Looked,
): Promise<Result<OwnTable, string>> {
  const file = await openSheetFile(bytes, undefined, 'any');
  if (!file.ok) return file;
  const found: OwnTable[] = [];
  let lacks: string | undefined;
  for (const one of file.value.sheets) {
    const grid = await one.grid();
    if (!grid.ok) return grid;
    const table = tableIn(withDittos(grid.value), looked);
    if (table.ok) found.push(file.value.type === 'csv' ? { ...table.value, sheet: '' } : table.value);
    else lacks ??= table.error;
  }
  const named =
    sheet === '' ? found : found.filter((one) => one.sheet.trim().toLowerCase() === sheet.trim().toLowerCase());
  const [one, ...others] = named;
  const names = found.map((table) => table.sheet);
  if (one === undefined) return err(found.length === 0 ? (lacks ?? words.noTable) : words.noSheet(sheet, names));
  return others.length === 0 ? ok(one) : err(words.severalSheets(names));
}

/** The same of a table that was pasted, or is sent back from the page that showed it. */
export function readOwnTable(text: string, sheet: string, looked: Looked): Result<OwnTable, string> {
  const grid = readCsv(new TextEncoder().encode(text), undefined, 'any');
  if (!grid.ok) return grid;
  const table = tableIn(grid.value, looked);
  return table.ok ? ok({ ...table.value, sheet }) : table;
}

/** The table as text, cells between tabs, each row on its own line of the same number: what a page keeps of a file. */
export function tableText({ columns, rows }: OwnTable): Result<string, string> {
  const last = rows.at(-1)?.row ?? 0;
  const head = (rows[0]?.row ?? 2) - 1;
  if (last > LONGEST) return err(words.tooLong);
  const lines = Array.from({ length: last }, () => '');
  const line = (texts: ReadonlyMap<number, string>): string =>
    Array.from({ length: Math.max(...texts.keys(), 0) + 1 }, (_, at) => quotedCell(texts.get(at) ?? '')).join('\t');
  lines[head - 1] = line(new Map(columns.map(({ at, heading }) => [at, heading])));
  const kept = new Set(columns.map(({ at }) => at));
  for (const { row, cells } of rows)
    lines[row - 1] = line(new Map([...cells].filter(([at]) => kept.has(at)).map(([at, cell]) => [at, cell.shown])));
  const text = lines.join('\n');
  return text.length > LONGEST ? err(words.tooLong) : ok(text);
}

const quotedCell = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A sheet in which each row says of its own that a cell above holds for it too. */
function withDittos({ name, rows, merged = [] }: Grid): Grid {
  if (merged.length === 0) return { name, rows };
  const coming = [...merged].sort((a, b) => a.from - b.from);
  const open = new Map<number, number>();
  let next = 0;
  const shared = ({ row, cells }: GridRow): GridRow => {
    for (let one = coming[next]; one !== undefined && one.from < row; one = coming[++next])
      open.set(one.column, one.to);
    const dittos: [number, GridCell][] = [];
    for (const [column, to] of open) {
      if (to < row) open.delete(column);
      else dittos.push([column, { kind: 'text', shown: DITTO }]);
    }
    return dittos.length === 0 ? { row, cells } : { row, cells: new Map([...cells, ...dittos]) };
  };
  return { name, rows: rows.map(shared) };
}

function tableIn(grid: Grid, looked: Looked): Result<OwnTable, string> {
  let best: { readonly columns: readonly OwnColumn[]; readonly after: number; readonly score: number } | undefined;
  // Two rows are read as one heading only where together they name more than one of them does.
  for (const size of [1, 2])
    for (let at = 0; at < Math.min(HEAD_WITHIN, grid.rows.length - size + 1); at++) {
      const columns = columnsOf(grid.rows.slice(at, at + size), looked);
      const score = scoreOf(columns);
      if (score > (best?.score ?? 1)) best = { columns, after: at + size, score };
    }
  if (best === undefined) return err(words.noTable);
  const rows = grid.rows.slice(best.after);
  if (rows.length === 0) return err(words.noRows);
  return ok({ sheet: grid.name, columns: best.columns, rows });
}

/** How many different things the headings name; of headings that name no indicator, nothing. */
function scoreOf(columns: readonly OwnColumn[]): number {
  const named = columns.flatMap(({ meaning }) => (meaning === undefined || meaning.kind === 'ignora' ? [] : [meaning]));
  if (!named.some(({ kind }) => kind === 'indicatore' || kind === 'target')) return 0;
  return new Set(named.map((one) => ('year' in one ? `${one.kind} ${one.year}` : one.kind))).size;
}

/** The columns below one row of headings, or two: what stands over several is said of each. */
function columnsOf([top, below]: readonly GridRow[], { exercise, known }: Looked): readonly OwnColumn[] {
  const text = (row: GridRow | undefined, at: number): string => {
    const shown = headed(row?.cells.get(at));
    return isDitto(shown) ? '' : shown.replaceAll(/[\s=]+/g, ' ');
  };
  // A row of a table is no row of headings: those have no sentence, and numbers only where they are years.
  if (below !== undefined && ![...below.cells.values()].every((cell) => isHeading(headed(cell), exercise))) return [];
  const last = Math.max(...(top?.cells.keys() ?? []), ...(below?.cells.keys() ?? []), -1);
  const columns: OwnColumn[] = [];
  let over = '';
  for (let at = 0; at <= last; at++) {
    const [own, under] = [text(top, at), text(below, at)];
    if (own !== '' || under === '') over = own;
    const heading = [under === '' ? own : over, under].filter((one) => one !== '').join(' ');
    if (heading === '') continue;
    const alone = under === '' ? undefined : recognised(under, exercise, known);
    const meaning = recognised(heading, exercise, known) ?? alone;
    columns.push({ at, heading, meaning });
  }
  return columns;
}

/** A cell as a heading: a year in it is no number of thousands. */
const headed = (cell: GridCell | undefined): string =>
  cell?.kind === 'number' ? cell.value : (cell?.shown.trim() ?? '');

const isHeading = (shown: string, exercise: number): boolean =>
  isDitto(shown) || /^\(?(?:19|20)\d\d\)?$/.test(shown) || recognised(shown, exercise) !== undefined;
