import { sql } from 'kysely';
import type { Rollup } from '../domain/achievement/types.js';
import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** The computed results of one checkpoint. */
export type Assessment = Row<'assessments', (typeof COLUMNS)[number]>;

/** Results as they go on record: without overrides and forecasts when there are none. */
type NewAssessment = Omit<Assessment, 'overrides' | 'forecasts'> & Partial<Pick<Assessment, 'overrides' | 'forecasts'>>;

/** Records the results of a checkpoint. Idempotent by key: what is recorded first stays. */
export async function saveAssessment(db: Db, assessment: NewAssessment): Promise<void> {
  await inTransaction(db, async (tx) => {
    const inserted = await tx
      .insertInto('assessments')
      .values({
        ...assessment,
        indicators: json(assessment.indicators),
        rollups: json(assessment.rollups),
        overrides: json(assessment.overrides ?? []),
        forecasts: json(assessment.forecasts ?? []),
      })
      .onConflict((c) => c.column('key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) return;
    await layFlat(tx, inserted.id, assessment);
  });
}

/** The latest results of a checkpoint, undefined before the first. */
export async function assessmentOf(db: Db, ref: CheckpointRef): Promise<Assessment | undefined> {
  return db
    .selectFrom('assessments')
    .select(COLUMNS)
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One computation by its key. */
export async function assessmentByKey(db: Db, key: string): Promise<Assessment | undefined> {
  return db.selectFrom('assessments').select(COLUMNS).where('key', '=', key).executeTakeFirst();
}

/** Results whose report is not among the documents yet. */
export interface UnreportedResults extends CheckpointRef {
  readonly key: string;
  /** Of the report: how many results the checkpoint has up to these. */
  readonly version: number;
  readonly simulated: boolean;
  readonly at: Instant;
}

/**
 * Results without their report, the oldest first.
 * @param of one checkpoint; absent: all of running cycles
 */
export async function unreportedResults(db: Db, of?: CheckpointRef): Promise<readonly UnreportedResults[]> {
  const numbered = db
    .selectFrom('assessments as a')
    .innerJoin('cycles as c', 'c.id', 'a.cycle')
    .select(['a.id', 'a.key', 'a.cycle', 'a.checkpoint', 'a.simulated', 'a.at'])
    .select(sql<number>`row_number() over (partition by a.cycle, a.checkpoint order by a.id)`.as('version'))
    .$if(of === undefined, (q) => q.where('c.status', '=', 'running'))
    .$if(of !== undefined, (q) =>
      q.where('a.cycle', '=', of?.cycle ?? '').where('a.checkpoint', '=', of?.checkpoint ?? ''),
    );
  return await db
    .selectFrom(numbered.as('n'))
    .leftJoin('documents as d', (j) =>
      j.onRef('d.cycle', '=', 'n.cycle').onRef('d.kind', '=', 'n.checkpoint').onRef('d.version', '=', 'n.version'),
    )
    .select(['n.key', 'n.cycle', 'n.checkpoint', 'n.simulated', 'n.at', 'n.version'])
    .where('d.hash', 'is', null)
    .orderBy('n.id')
    .execute();
}

/** The checkpoint of a cycle whose reference date is the latest among those with results; undefined before the first. */
export async function latestComputed(db: Db, cycle: string): Promise<CheckpointRef | undefined> {
  return db
    .selectFrom('checkpoints as k')
    .select(['k.cycle', 'k.id as checkpoint'])
    .where('k.cycle', '=', cycle)
    .where((e) =>
      e.exists(
        e
          .selectFrom('assessments as a')
          .select('a.id')
          .whereRef('a.cycle', '=', 'k.cycle')
          .whereRef('a.checkpoint', '=', 'k.id'),
      ),
    )
    .orderBy('k.ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const COLUMNS = [
  'key',
  'cycle',
  'checkpoint',
  'planVersion',
  'policyVersion',
  'simulated',
  'at',
  'indicators',
  'rollups',
  'overrides',
  'forecasts',
] as const;

async function layFlat(db: Db, assessment: number, { indicators, rollups }: NewAssessment): Promise<void> {
  if (indicators.length > 0) {
    const rows = indicators.map(({ indicator, state, achievement, light }) => ({
      assessment,
      indicator,
      state,
      achievement: achievement ?? null,
      light,
    }));
    await db.insertInto('indicatorResults').values(rows).execute();
  }
  const rows = placed(rollups, []).map(({ path, rollup }) => ({
    assessment,
    path: [...path],
    node: rollup.node,
    title: rollup.title,
    weight: rollup.weight,
    achievement: rollup.achievement ?? null,
    coverage: rollup.coverage,
    worst: rollup.worst,
    best: rollup.best,
    light: rollup.light,
  }));
  if (rows.length > 0) await db.insertInto('rollupResults').values(rows).execute();
}

interface Placed {
  readonly path: readonly number[];
  readonly rollup: Rollup;
}

function placed(rollups: readonly Rollup[], parent: readonly number[]): readonly Placed[] {
  return rollups.flatMap((rollup, position) => {
    const path = [...parent, position];
    return [{ path, rollup }, ...placed(rollup.children, path)];
  });
}
