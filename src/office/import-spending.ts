import type { CivilDate } from '../domain/calendar/types.js';
import { ledgerOf } from '../domain/resources/ledger.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Db } from '../register/database.js';
import type { Doing } from '../register/follow-up.js';
import { planShown } from '../register/reading/plan.js';
import { addSpendingImport } from '../register/spending.js';
import { readSpending, type SpendingTable } from '../sheets/read-spending.js';
import { resourceWords } from '../words/resources.js';

/** A file of the accounting system somebody brings. */
interface BroughtSpending extends Doing {
  readonly entity: string;
  readonly exercise: number;
  readonly upTo: CivilDate;
  readonly fileName: string;
  readonly table: SpendingTable;
}

/** What of it is on record now. */
interface ImportedSpending {
  readonly rows: number;
  readonly lines: number;
  /** Whether the same file was on record already: then nothing was written. */
  readonly again: boolean;
}

/** Puts all that a table says was spent on record, once; or says everything that is wrong, and writes nothing. */
export async function importSpendingTable(
  tx: Db,
  { table, ...brought }: BroughtSpending,
): Promise<Result<ImportedSpending, readonly string[]>> {
  const shown = await planShown(tx, brought.entity, brought.exercise);
  if (shown === undefined) return err([resourceWords.nothing]);
  const ledger = ledgerOf(shown.plan).filter(({ year }) => year === brought.exercise);
  const read = readSpending(table, ledger);
  if (!read.ok) return read;
  const { hash: fileHash, rows, lines } = read.value;
  const added = await addSpendingImport(tx, { ...brought, fileHash, rows, lines });
  return ok({ rows, lines: lines.length, again: !added });
}
