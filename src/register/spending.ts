import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import { type ProgrammeSpent, type SpentFigure, spentByProgramme } from '../domain/resources/spent.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** What each programme of an exercise has spent, as it is on record now. One indexed query. */
export async function spendingOf(db: Db, entity: string, exercise: number): Promise<readonly ProgrammeSpent[]> {
  const rows = await db
    .selectFrom('spending')
    .distinctOn(['programme', 'line'])
    .select(['programme', 'line', 'amount', 'upTo', 'note', 'actor'])
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .orderBy('programme')
    .orderBy('line')
    .orderBy('id', 'desc')
    .execute();
  return spentByProgramme(rows.map(({ line, ...row }): SpentFigure => (line === null ? row : { ...row, line })));
}

/** Whether a programme is in a plan of the exercise, in its tree or among its sheets. */
export async function isProgramme(db: Db, entity: string, exercise: number, programme: string): Promise<boolean> {
  const code = JSON.stringify({ code: programme });
  const known = await db
    .selectFrom('planVersions')
    .select('version')
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where(
      sql<boolean>`(jsonb_path_exists(plan, '$.sheets[*] ? (@.programme == $code)', ${code}::jsonb)
        or jsonb_path_exists(plan, '$.areas[*].objectives[*].programmes[*] ? (@.code == $code)', ${code}::jsonb))`,
    )
    .limit(1)
    .executeTakeFirst();
  return known !== undefined;
}

/** What somebody puts on record as spent. */
interface NewSpending extends Doing {
  readonly entity: string;
  readonly exercise: number;
  readonly programme: string;
  /** Line of the ledger; absent: the programme as a whole. */
  readonly line?: string | undefined;
  readonly amount: DecimalText;
  readonly upTo: CivilDate;
  readonly note: string | undefined;
  /** The file it comes from. */
  readonly import?: number;
}

/** Puts on record what has been spent since the beginning of the exercise, in euro. An earlier figure stays on record. */
export async function addSpending(db: Db, { note, actingFor, line, ...spent }: NewSpending): Promise<void> {
  await db
    .insertInto('spending')
    .values({ ...spent, note: note ?? '', actingFor: actingFor ?? null, line: line ?? null })
    .execute();
}

/** A file of the accounting system, as it was read. */
interface SpendingImport extends Doing {
  readonly entity: string;
  readonly exercise: number;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly fileHash: string;
  readonly fileName: string;
  readonly upTo: CivilDate;
  readonly rows: number;
  readonly lines: readonly { readonly programme: string; readonly line: string; readonly amount: DecimalText }[];
}

/** Puts on record all a file says, once. @returns false when the same file is on record already: nothing is written */
export async function addSpendingImport(
  db: Db,
  { lines, rows, fileHash, fileName, ...of }: SpendingImport,
): Promise<boolean> {
  const { key: _, actingFor, ...given } = of;
  const who = { ...given, actingFor: actingFor ?? null };
  const added = await db
    .insertInto('spendingImports')
    .values({ ...who, rows, fileHash, fileName, lines: lines.length })
    .onConflict((c) => c.columns(['entity', 'exercise', 'fileHash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return false;
  await db
    .insertInto('spending')
    .values(lines.map((line) => ({ ...who, ...line, note: '', import: added.id })))
    .execute();
  return true;
}
