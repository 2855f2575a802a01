import { type SelectQueryBuilder, sql } from 'kysely';
import { addDays } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../domain/calendar/zone.js';
import type { Db } from '../database.js';
import { LOG_RECORD, type LogRecord } from '../log.js';
import { forReader, type LogReader, readableBy } from '../log-reader.js';
import type { Tables } from '../tables.js';

/** What a reader of the log looks for; what is empty or absent is no limit. */
export interface LogSearch {
  /** Who acted, or in whose place. */
  readonly person: string;
  readonly step: string;
  readonly indicator: string;
  readonly action: string;
  readonly from?: CivilDate;
  /** Included. */
  readonly to?: CivilDate;
}

/** Looks for nothing in particular. */
export const WHOLE_LOG: LogSearch = { person: '', step: '', indicator: '', action: '' };

/** One page of a cycle's log, the latest first, and how many lines there are. Two queries over the log of the cycle. */
export async function logPage(
  db: Db,
  reader: LogReader,
  search: LogSearch,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly total: number; readonly lines: readonly LogRecord[] }> {
  const [{ total }, lines] = await Promise.all([
    matching(db.selectFrom('log'), reader, search)
      .select((e) => e.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    matching(db.selectFrom('log'), reader, search)
      .select(LOG_RECORD)
      .orderBy('id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
  ]);
  return { total, lines: lines.map((line) => forReader(line, reader)) };
}

/** All the lines of a cycle's log that are looked for, from the first. One query. */
export async function logFound(db: Db, reader: LogReader, search: LogSearch): Promise<readonly LogRecord[]> {
  const lines = await matching(db.selectFrom('log'), reader, search).select(LOG_RECORD).orderBy('id').execute();
  return lines.map((line) => forReader(line, reader));
}

/** The people and the actions that are in a cycle's log: what can be chosen. One query. */
export async function logChoices(
  db: Db,
  reader: LogReader,
): Promise<{ readonly people: readonly string[]; readonly actions: readonly string[] }> {
  const rows = await db
    .selectFrom('log')
    .select(['actor', 'actingFor', 'action'])
    .where(readableBy(reader))
    .groupBy(['actor', 'actingFor', 'action'])
    .execute();
  const people = rows.flatMap((row) => [row.actor, ...(row.actingFor === null ? [] : [row.actingFor])]);
  return { people: [...new Set(people)], actions: [...new Set(rows.map((row) => row.action))] };
}

type LogQuery = SelectQueryBuilder<Tables, 'log', object>;

function matching(query: LogQuery, reader: LogReader, search: LogSearch): LogQuery {
  const { person, step, indicator, action, from, to } = search;
  let found = query.where(readableBy(reader));
  // What a reader is not to see is not found by looking for it either.
  if (reader.hidden.includes(indicator)) found = found.where(sql<boolean>`false`);
  if (person !== '') found = found.where((e) => e.or([e('actor', '=', person), e('actingFor', '=', person)]));
  if (step !== '') found = found.where('step', '=', step);
  if (action !== '') found = found.where('action', '=', action);
  if (from !== undefined) found = found.where('at', '>=', romeInstant(from, timeOfDay(0)));
  if (to !== undefined) found = found.where('at', '<', romeInstant(addDays(to, 1), timeOfDay(0)));
  if (indicator !== '') {
    found = found.where((e) =>
      e.or([
        e('subject', '=', indicator),
        sql<boolean>`detail ->> 'indicator' = ${indicator}`,
        sql<boolean>`detail -> 'indicators' @> to_jsonb(${indicator}::text)`,
        sql<boolean>`detail -> 'read' @> to_jsonb(${indicator}::text)`,
        sql<boolean>`detail -> 'failed' @> to_jsonb(${indicator}::text)`,
      ]),
    );
  }
  return found;
}
