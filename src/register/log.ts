import type { Instant } from '../domain/calendar/types.js';
import type { LogChannel, Via } from '../domain/via.js';
import type { Db } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';
import { viaNow } from './via.js';

export interface LogEntry {
  /** Makes a retried write the same entry. */
  readonly key?: string;
  readonly at: Instant;
  /** Id of a person, or `sistema`. */
  readonly actor: string;
  readonly actingFor?: string;
  /** What was done, one word per thing: `step-opened`, `decision-recorded`, `due-date-extended`. */
  readonly action: string;
  /** What it was done to. */
  readonly subject: string;
  readonly cycle?: string;
  readonly step?: string;
  readonly detail?: object;
  /** By which way it was asked; unless said, by which what is being done now was. */
  readonly via?: Via;
}

export type LogRecord = Row<'log', (typeof LOG_RECORD)[number]>;

/** Adds to the log. An entry whose key is there already is not added again. */
export async function appendLog(db: Db, ...entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('log')
    .values(
      entries.map((entry) => ({
        key: entry.key ?? null,
        at: entry.at,
        actor: entry.actor,
        actingFor: entry.actingFor ?? null,
        action: entry.action,
        subject: entry.subject,
        cycle: entry.cycle ?? null,
        step: entry.step ?? null,
        detail: json(entry.detail ?? {}),
        ...wayOf(entry.via ?? viaNow()),
      })),
    )
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

const wayOf = (via: Via | undefined): { readonly channel: LogChannel; readonly token: string | null } => ({
  channel: via?.channel ?? 'system',
  token: via?.channel === 'token' ? via.token : null,
});

/** The entries with these keys, in no order. */
export async function loggedUnder(
  db: Db,
  keys: readonly string[],
): Promise<readonly (Pick<LogRecord, 'actor' | 'at' | 'detail'> & { readonly key: string })[]> {
  if (keys.length === 0) return [];
  return db
    .selectFrom('log')
    .select((e) => [e.ref('key').$notNull().as('key'), 'actor', 'at', 'detail'])
    .where('key', 'in', [...keys])
    .execute();
}

/** Whether an entry with this key is in the log. */
export async function isLogged(db: Db, key: string): Promise<boolean> {
  const row = await db.selectFrom('log').select('id').where('key', '=', key).executeTakeFirst();
  return row !== undefined;
}

/** What an act answered, of the line with its key; undefined when there is none. */
export async function loggedFacts(
  db: Db,
  key: string,
): Promise<Readonly<Record<string, string | number | boolean>> | undefined> {
  const [row] = await loggedUnder(db, [key]);
  if (row === undefined) return undefined;
  // Written by `appendLog` beside what the line says.
  return (row.detail as { facts?: Readonly<Record<string, string | number | boolean>> }).facts ?? {};
}

/** The entries about a cycle after one of the log, in its order. */
export async function logAfter(db: Db, cycle: string, id: number): Promise<readonly LogRecord[]> {
  return db
    .selectFrom('log')
    .select(LOG_RECORD)
    .where('cycle', '=', cycle)
    .where('id', '>', id)
    .orderBy('id')
    .execute();
}

/** When the last thing on record was done; undefined for an empty log. */
export async function lastLoggedAt(db: Db): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('log')
    .select((e) => e.fn.max<Instant | null>('at').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

interface LogFilter {
  readonly cycle?: string;
  /** Needs `cycle`. */
  readonly step?: string;
  readonly actor?: string;
  /** Only entries before this id: the next page. */
  readonly before?: number;
  readonly limit?: number;
}

/** Who did what, the latest first. */
export async function logOf(db: Db, filter: LogFilter = {}): Promise<readonly LogRecord[]> {
  let query = db
    .selectFrom('log')
    .select(LOG_RECORD)
    .orderBy('id', 'desc')
    .limit(filter.limit ?? 100);
  if (filter.cycle !== undefined) query = query.where('cycle', '=', filter.cycle);
  if (filter.step !== undefined) query = query.where('step', '=', filter.step);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.before !== undefined) query = query.where('id', '<', filter.before);
  return query.execute();
}

/** What a line of the log is read as. */
export const LOG_RECORD = [
  ...(['id', 'at', 'actor', 'actingFor', 'action', 'subject', 'cycle', 'step', 'detail'] as const),
  ...(['channel', 'token', 'recordedAt'] as const),
] as const;
