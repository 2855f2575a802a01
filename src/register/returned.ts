import type { Actual } from '../domain/achievement/types.js';
import type { Instant } from '../domain/calendar/types.js';
import { err, ok, type Result } from '../domain/result.js';
import { registerWords } from '../words/register.js';
import type { CheckpointRef } from './checkpoints.js';
import type { Db } from './database.js';

interface Return extends CheckpointRef {
  readonly indicator: string;
  readonly returnedBy: string;
  readonly actingFor?: string;
  readonly remark: string;
  readonly at: Instant;
}

/** The value sent back, for the mail to its officer. */
interface ReturnedMeasurement {
  readonly measurement: number;
  readonly officer: string;
  readonly actingFor: string | null;
  readonly actual: Actual;
}

/**
 * Sends the current value of an indicator back to its officer. Idempotent: a value already returned answers the same.
 * @returns the refusal in Italian when the indicator has no value, or when the remark is blank
 */
export async function returnMeasurement(db: Db, request: Return): Promise<Result<ReturnedMeasurement, string>> {
  if (request.remark.trim() === '') return err(registerWords.returning.noRemark);
  const last = await db
    .selectFrom('measurements as m')
    .innerJoin('submissions as s', 's.id', 'm.submission')
    .select(['m.id as measurement', 'm.actual', 's.officer', 's.actingFor'])
    .where('m.cycle', '=', request.cycle)
    .where('m.checkpoint', '=', request.checkpoint)
    .where('m.indicator', '=', request.indicator)
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return err(registerWords.returning.noValue(request.indicator));
  await db
    .insertInto('returnedMeasurements')
    .values({
      measurement: last.measurement,
      returnedBy: request.returnedBy,
      actingFor: request.actingFor ?? null,
      remark: request.remark,
      at: request.at,
    })
    .onConflict((c) => c.column('measurement').doNothing())
    .execute();
  return ok(last);
}

/** How many values of a checkpoint came back, however often each. */
export async function countReturned(db: Db, ref: CheckpointRef): Promise<number> {
  const { count } = await db
    .selectFrom('returnedMeasurements as r')
    .innerJoin('measurements as m', 'm.id', 'r.measurement')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('m.cycle', '=', ref.cycle)
    .where('m.checkpoint', '=', ref.checkpoint)
    .executeTakeFirstOrThrow();
  return count;
}

/** The indicators of a checkpoint whose value came back at least once. */
export async function returnedIndicators(db: Db, ref: CheckpointRef): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('returnedMeasurements as r')
    .innerJoin('measurements as m', 'm.id', 'r.measurement')
    .select('m.indicator')
    .distinct()
    .where('m.cycle', '=', ref.cycle)
    .where('m.checkpoint', '=', ref.checkpoint)
    .execute();
  return new Set(rows.map(({ indicator }) => indicator));
}
