import { createHash } from 'node:crypto';
import { parseItalianNumber } from '../domain/measured/written-number.js';
import { type LedgerLine, sumOf } from '../domain/resources/ledger.js';
import { matchSpending, type SpendingKey } from '../domain/resources/match-spending.js';
import { err, never, ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { FirstMessages, message } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { spendingFileWords as words } from '../words/spending-file.js';
import type { GridCell, GridRow } from './grid.js';
import { openSheetFile } from './read-file.js';

/** What a file of the accounting system says was spent on each line of the ledger. */
interface SpendingFile {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  /** Rows with an amount. */
  readonly rows: number;
  /** By line of the ledger, rows of the same one added up. */
  readonly lines: readonly { readonly programme: string; readonly line: string; readonly amount: DecimalText }[];
}

/** A table of the accounting system, opened and not yet read. */
export interface SpendingTable {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly hash: string;
  /** Where it stands, for what is said of it: the file, and the sheet of one that has several. */
  readonly where: string;
  readonly places: Places;
  /** What stands below its titles. */
  readonly rows: readonly GridRow[];
}

/**
 * Opens a table of the accounting system, `.xlsx`, `.ods` or `.csv`: in one sheet a row with the titles of the amount and of what it was
 * spent on, known in any order; other columns, and what stands above, are left.
 * @param name of the file, for what is said of it
 * @returns the table; or why there is none
 */
export async function openSpending(name: string, bytes: Uint8Array): Promise<Result<SpendingTable, string>> {
  const file = await openSheetFile(bytes);
  if (!file.ok) return err(words.file(name, file.error));
  const found: { readonly sheet: string; readonly places: Places; readonly rows: readonly GridRow[] }[] = [];
  let missing: string | undefined;
  for (const sheet of file.value.sheets) {
    const grid = await sheet.grid();
    if (!grid.ok) return err(words.file(name, grid.error));
    const table = tableIn(grid.value.rows);
    if (table.ok) found.push({ sheet: sheet.name, ...table.value });
    else missing ??= table.error;
  }
  const [one, ...others] = found;
  if (one === undefined) return err(words.file(name, missing ?? words.noRows));
  if (others.length > 0) return err(words.file(name, words.severalSheets(found.map(({ sheet }) => sheet))));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const where = file.value.type === 'csv' ? name : words.sheet(name, one.sheet);
  if (one.rows.length === 0) return err(words.file(where, words.noRows));
  return ok({ hash, where, places: one.places, rows: one.rows });
}

/** The first row that has the titles, and what stands below it; or what the first row with some of them lacks. */
function tableIn(rows: readonly GridRow[]): Result<Pick<SpendingTable, 'places' | 'rows'>, string> {
  let lacks: string | undefined;
  for (const [at, row] of rows.entries()) {
    const places = placesIn(row);
    if (places.ok) return ok({ places: places.value, rows: rows.slice(at + 1) });
    if (lacks === undefined || (hasTitle(row) && !hasTitle(rows[0]))) lacks = places.error;
  }
  return err(lacks ?? words.noRows);
}

/**
 * Reads what was spent. A line with several rows (payments, reversals) is what they come to.
 * @returns what it says; or everything that is wrong, each with its place: then none of it is used
 */
export function readSpending(
  { hash, where: name, places, rows }: SpendingTable,
  ledger: readonly LedgerLine[],
): Result<SpendingFile, readonly string[]> {
  const wrong = new FirstMessages<string>();
  const amounts = new Map<LedgerLine, DecimalText[]>();
  let counted = 0;
  for (const row of rows) {
    const read = readRow(row, places, ledger);
    if (!read.ok) wrong.push(message(words.row(name, row.row, read.error)));
    else if (read.value !== undefined) {
      counted++;
      const { line, amount } = read.value;
      const all = amounts.get(line);
      if (all === undefined) amounts.set(line, [amount]);
      else all.push(amount);
    }
  }
  const lines = [...amounts].map(([line, all]) => ({ programme: line.programme, line: line.id, amount: sumOf(all) }));
  for (const { line, amount } of lines)
    if (amount.startsWith('-')) wrong.push(words.file(name, words.negative(line, amount)));
  if (counted === 0 && wrong.kept.length === 0) wrong.push(words.file(name, words.noRows));
  const { kept, more } = wrong;
  if (kept.length > 0) return err(more === 0 ? kept : [...kept, fileWords.more(more)]);
  return ok({ hash, rows: counted, lines });
}

type Column = keyof SpendingKey | 'amount';
type Places = ReadonlyMap<Column, number>;

/** Where the columns are, by the titles accounting systems give them. */
function placesIn(head: GridRow): Result<Places, string> {
  const places = new Map<Column, number>();
  for (const [at, { shown }] of head.cells) {
    const column = columnOf(shown);
    if (column === undefined) continue;
    if (places.has(column)) return err(words.twoColumns(words.columns[column], shown));
    places.set(column, at);
  }
  if (!places.has('amount')) return err(words.noAmount(titlesOf('amount')));
  if (!places.has('line') && !places.has('product') && !places.has('programme'))
    return err(words.noKey([...titlesOf('line'), ...titlesOf('product'), ...titlesOf('programme')]));
  return ok(places);
}

const COLUMNS: readonly (readonly [Column, readonly string[]])[] = [
  ['line', ['riga', 'riga di risorse', 'codice riga']],
  ['product', ['prodotto', 'cod prodotto', 'codice prodotto']],
  ['activity', ['attivita', 'cod attivita', 'codice attivita']],
  ['costCentre', ['cdc', 'centro di costo', 'cod cdc', 'codice cdc']],
  ['programme', ['programma', 'cod programma', 'codice programma']],
  ['amount', ['importo', 'speso', 'spesa', 'consuntivo', 'a consuntivo', 'pagato', 'liquidato', 'utilizzato']],
];

function columnOf(shown: string): Column | undefined {
  const title = plain(shown);
  return COLUMNS.find(([, titles]) => titles.includes(title))?.[0];
}

const hasTitle = (row: GridRow | undefined): boolean =>
  [...(row?.cells.values() ?? [])].some(({ shown }) => columnOf(shown) !== undefined);

const titlesOf = (column: Column): readonly string[] => COLUMNS.find(([one]) => one === column)?.[1] ?? [];

/** `Cod. Attività` → `cod attivita` */
const plain = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^()]*\)|€/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

interface Spent {
  readonly line: LedgerLine;
  readonly amount: DecimalText;
}

/** A row without an amount says nothing: titles of groups, empty totals. */
function readRow({ cells }: GridRow, places: Places, ledger: readonly LedgerLine[]): Result<Spent | undefined, string> {
  const at = (column: Column): GridCell | undefined => cells.get(places.get(column) ?? -1);
  const text = (column: Column): string => at(column)?.shown.trim() ?? '';
  const amount = amountIn(at('amount'));
  if (!amount.ok) return amount;
  if (amount.value === undefined) return ok(undefined);
  for (const column of KEYS) {
    const cell = at(column);
    if (cell?.kind === 'date') return err(words.aDay(words.columns[column], cell.shown));
  }
  const [line, product, activity] = [text('line'), text('product'), text('activity')];
  const found = matchSpending(ledger, {
    ...{ line, product, activity },
    costCentre: text('costCentre'),
    programme: text('programme'),
  });
  return found.ok ? ok({ line: found.value, amount: amount.value }) : err(words.unmatched(found.error));
}

const KEYS = ['line', 'product', 'activity', 'costCentre', 'programme'] as const;

/** The amount of a cell: a number as it is held, however it is shown; a text as it is written. Undefined where there is none. */
function amountIn(cell: GridCell | undefined): Result<DecimalText | undefined, string> {
  const written = cell?.shown.trim() ?? '';
  if (cell === undefined || written === '' || /^€?\s*-$/.test(written)) return ok(undefined);
  switch (cell.kind) {
    case 'number':
      return inCents(written, ok(cell.value));
    case 'text':
      return inCents(written, parseItalianNumber(written.replace(/^€\s*|(?<!\s)\s*€$/g, '')));
    case 'error':
      return err(words.badAmount(written, cell.problem));
    case 'percent':
    case 'date':
    case 'boolean':
      return err(words.badAmount(written, words.noAmountThere));
    default:
      return never(cell);
  }
}

function inCents(written: string, read: Result<DecimalText, string>): Result<DecimalText, string> {
  if (!read.ok) return err(words.badAmount(written, read.error));
  return (read.value.split('.')[1]?.length ?? 0) > 2 ? err(words.tooFine(written)) : read;
}
