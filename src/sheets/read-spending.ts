import { createHash } from 'node:crypto';
import { parseItalianNumber } from '../domain/measured/written-number.js';
import { type LedgerLine, sumOf } from '../domain/resources/ledger.js';
import { matchSpending, type SpendingKey } from '../domain/resources/match-spending.js';
import { err, ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { Budget } from '../files/budget.js';
import { FirstMessages, message } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { spendingFileWords as words } from '../words/spending-file.js';
import { readCsv } from './csv.js';
import type { GridCell, GridRow } from './grid.js';

/** What a file of the accounting system says was spent on each line of the ledger. */
export interface SpendingFile {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  /** Rows with an amount. */
  readonly rows: number;
  /** By line of the ledger, rows of the same one added up. */
  readonly lines: readonly { readonly programme: string; readonly line: string; readonly amount: DecimalText }[];
}

/**
 * Reads what was spent from a table of the accounting system (.csv). Columns are known by their titles, in any order; others are
 * left. A line with several rows (payments, reversals) is what they come to.
 * @param name of the file, for what is said of it
 * @returns what it says; or everything that is wrong, each with file and line: then none of it is used
 */
export function readSpending(
  name: string,
  bytes: Uint8Array,
  ledger: readonly LedgerLine[],
): Result<SpendingFile, readonly string[]> {
  const grid = readCsv(bytes, new Budget());
  if (!grid.ok) return err([words.file(name, grid.error)]);
  const [head, ...rows] = grid.value.rows;
  const places = placesIn(head);
  if (!places.ok) return err([words.file(name, places.error)]);
  if (rows.length === 0) return err([words.file(name, words.noRows)]);
  const wrong = new FirstMessages<string>();
  const amounts = new Map<LedgerLine, DecimalText[]>();
  let counted = 0;
  for (const row of rows) {
    const read = readRow(row, places.value, ledger);
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
  return ok({ hash: createHash('sha256').update(bytes).digest('hex'), rows: counted, lines });
}

type Column = keyof SpendingKey | 'amount';
type Places = ReadonlyMap<Column, number>;

/** Where the columns are, by the titles accounting systems give them. */
function placesIn(head: GridRow | undefined): Result<Places, string> {
  const places = new Map<Column, number>();
  for (const [at, { shown }] of head?.cells ?? []) {
    const title = plain(shown);
    const column = COLUMNS.find(([, titles]) => titles.includes(title))?.[0];
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
  const written = text('amount');
  if (written === '' || /^€?\s*-$/.test(written)) return ok(undefined);
  const amount = parseItalianNumber(written.replace(/^€\s*|(?<!\s)\s*€$/g, ''));
  if (!amount.ok) return err(words.badAmount(written, amount.error));
  if ((amount.value.split('.')[1]?.length ?? 0) > 2) return err(words.tooFine(written));
  const [line, product, activity] = [text('line'), text('product'), text('activity')];
  const found = matchSpending(ledger, {
    ...{ line, product, activity },
    costCentre: text('costCentre'),
    programme: text('programme'),
  });
  return found.ok ? ok({ line: found.value, amount: amount.value }) : err(words.unmatched(found.error));
}
