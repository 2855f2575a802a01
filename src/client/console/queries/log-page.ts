import { type SelectQueryBuilder, sql } from 'kysely';
import { addDays } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { at, romeInstant } from '../../../domain/calendar/zone.js';
import type { Db } from '../../../register/database.js';
import type { LogRecord } from '../../../register/log.js';
import type { Tables } from '../../../register/tables.js';

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

/** Lines about indicators the reader may not know of are left out. */
export interface LogScope {
  readonly cycle: string;
  readonly hidden: readonly string[];
}

/** One page of a cycle's log, the latest first, and how many lines there are. Two queries over the log of the cycle. */
export async function logPage(
  db: Db,
  scope: LogScope,
  search: LogSearch,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly total: number; readonly lines: readonly LogRecord[] }> {
  const [{ total }, lines] = await Promise.all([
    matching(db.selectFrom('log'), scope, search)
      .select((e) => e.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    matching(db.selectFrom('log'), scope, search)
      .select(['id', 'at', 'actor', 'actingFor', 'action', 'subject', 'cycle', 'step', 'detail', 'recordedAt'])
      .orderBy('id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
  ]);
  return { total, lines };
}

/** The people and the actions that are in a cycle's log: what can be chosen. One query. */
export async function logChoices(
  db: Db,
  cycle: string,
): Promise<{ readonly people: readonly string[]; readonly actions: readonly string[] }> {
  const rows = await db
    .selectFrom('log')
    .select(['actor', 'actingFor', 'action'])
    .where('cycle', '=', cycle)
    .groupBy(['actor', 'actingFor', 'action'])
    .execute();
  const people = rows.flatMap((row) => [row.actor, ...(row.actingFor === null ? [] : [row.actingFor])]);
  return { people: [...new Set(people)], actions: [...new Set(rows.map((row) => row.action))] };
}

/** Codes that only individual objectives of a cycle's plan have, in any of its versions. One query. */
export async function individualCodes(db: Db, entity: string, exercise: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('indicators')
    .select('code')
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .groupBy('code')
    .having(sql<boolean>`bool_and(place like 'individual:%')`)
    .execute();
  return rows.map((row) => row.code);
}

type LogQuery = SelectQueryBuilder<Tables, 'log', object>;

function matching(query: LogQuery, { cycle, hidden }: LogScope, search: LogSearch): LogQuery {
  const { person, step, indicator, action, from, to } = search;
  let found = query.where('cycle', '=', cycle);
  if (hidden.length > 0) found = found.where('subject', 'not in', [...hidden]);
  if (person !== '') found = found.where((e) => e.or([e('actor', '=', person), e('actingFor', '=', person)]));
  if (step !== '') found = found.where('step', '=', step);
  if (action !== '') found = found.where('action', '=', action);
  if (from !== undefined) found = found.where('at', '>=', romeInstant(from, at(0)));
  if (to !== undefined) found = found.where('at', '<', romeInstant(addDays(to, 1), at(0)));
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
