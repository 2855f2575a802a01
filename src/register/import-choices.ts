import type { Db } from './database.js';

/** What somebody has said of a table of the body's own as they imported it: the next one is read by it. */
interface ImportChoices {
  /** By heading without its years: what the column holds, years as `+0`. */
  readonly columns: ReadonlyMap<string, string>;
  /** By what is written, in small letters alone: the office. */
  readonly offices: ReadonlyMap<string, string>;
}

/** The same as a line of the log keeps it. */
export interface LoggedChoices {
  readonly columns: readonly (readonly [string, string])[];
  readonly offices: readonly (readonly [string, string])[];
}

/** Everything that was said in the imports of a body, the last of each counts: the log has it. */
export async function importChoices(db: Db, entity: string): Promise<ImportChoices> {
  const lines = await db
    .selectFrom('log')
    .innerJoin('cycles', 'cycles.id', 'log.cycle')
    .select('log.detail')
    .where('cycles.entity', '=', entity)
    .where('log.action', '=', 'plan-imported')
    .orderBy('log.id')
    .execute();
  // Written by the act that imports, and never changed: the log is append-only.
  const said = lines.flatMap(({ detail }) => (detail as { choices?: LoggedChoices }).choices ?? []);
  return {
    columns: new Map(said.flatMap(({ columns }) => columns)),
    offices: new Map(said.flatMap(({ offices }) => offices)),
  };
}
