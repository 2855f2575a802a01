import type { Instant } from '../../domain/calendar/types.js';
import type { Db } from '../database.js';
import type { LogRecord } from '../log.js';
import { forReader, type LogReader, readableBy } from '../log-reader.js';
import type { NoticeState } from '../tables.js';

/** A step's log, the latest first, at most `limit` lines. One indexed query. */
export async function stepHistory(
  db: Db,
  reader: LogReader,
  step: string,
  limit: number,
): Promise<readonly LogRecord[]> {
  const lines = await db
    .selectFrom('log')
    .select(['id', 'at', 'actor', 'actingFor', 'action', 'subject', 'cycle', 'step', 'detail', 'channel', 'token'])
    .select('recordedAt')
    .where(readableBy(reader))
    .where('step', '=', step)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return lines.map((line) => forReader(line, reader));
}

/** A notice as the step's page lists it. */
export interface NoticeLine {
  readonly key: string;
  readonly kind: string;
  readonly toName: string;
  readonly actingFor: string | null;
  readonly state: NoticeState;
  readonly dueAt: Instant;
  readonly sentAt: Instant | null;
  readonly lastError: string | null;
}

/** The ledger of a step, the latest first: at most `limit` notices and how many there are. Two indexed queries. */
export async function stepNotices(
  db: Db,
  cycle: string,
  step: string,
  limit: number,
): Promise<{ readonly total: number; readonly notices: readonly NoticeLine[] }> {
  const own = db.selectFrom('notices').where('cycle', '=', cycle).where('step', '=', step);
  const [count, notices] = await Promise.all([
    own.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    own
      .select(['key', 'kind', 'toName', 'actingFor', 'state', 'dueAt', 'sentAt', 'lastError'])
      .orderBy('dueAt', 'desc')
      .orderBy('toName')
      .limit(limit)
      .execute(),
  ]);
  return { total: count.total, notices };
}
