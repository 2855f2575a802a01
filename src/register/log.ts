import type { Instant } from '../domain/calendar/types.js';
import type { LogChannel, Via } from '../domain/via.js';
import type { Db } from './database.js';
import { json } from './json.js';
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

export interface LogRecord {
  readonly id: number;
  readonly at: Instant;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly action: string;
  readonly subject: string;
  readonly cycle: string | null;
  readonly step: string | null;
  readonly detail: object;
  readonly channel: LogChannel;
  /** Reference of the token, where it came by one. */
  readonly token: string | null;
  /** Wall time. */
  readonly recordedAt: Instant;
}

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

/** The way of somebody who acts, for a line written where they are no longer. */
export const viaOf = (acting: { readonly via?: Via } | undefined): { readonly via?: Via } =>
  acting?.via === undefined ? {} : { via: acting.via };

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
  const row = await db.selectFrom('log').select('detail').where('key', '=', key).executeTakeFirst();
  if (row === undefined) return undefined;
  // Written by `appendLog` beside what the line says.
  return (row.detail as { facts?: Readonly<Record<string, string | number | boolean>> }).facts ?? {};
}

export interface LogFilter {
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
    .select(['id', 'at', 'actor', 'actingFor', 'action', 'subject', 'cycle', 'step', 'detail', 'channel', 'token'])
    .select('recordedAt')
    .orderBy('id', 'desc')
    .limit(filter.limit ?? 100);
  if (filter.cycle !== undefined) query = query.where('cycle', '=', filter.cycle);
  if (filter.step !== undefined) query = query.where('step', '=', filter.step);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.before !== undefined) query = query.where('id', '<', filter.before);
  return query.execute();
}
