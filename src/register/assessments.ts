import type { IndicatorAssessment, Rollup } from '../domain/achievement/types.js';
import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';

/** The computed results of one checkpoint. */
export interface Assessment extends CheckpointRef {
  /** One computation: `ccms/2016/monitoraggio-1/1`; computing again gets another key. */
  readonly key: string;
  readonly planVersion: number;
  readonly policyVersion: string;
  readonly simulated: boolean;
  readonly at: Instant;
  readonly indicators: readonly IndicatorAssessment[];
  readonly rollups: readonly Rollup[];
}

/** Records the results of a checkpoint. Idempotent by key: what is recorded first stays. */
export async function saveAssessment(db: Db, assessment: Assessment): Promise<void> {
  await inTransaction(db, async (tx) => {
    const inserted = await tx
      .insertInto('assessments')
      .values({ ...assessment, indicators: json(assessment.indicators), rollups: json(assessment.rollups) })
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
    .select(['key', 'cycle', 'checkpoint', 'planVersion', 'policyVersion', 'simulated', 'at', 'indicators', 'rollups'])
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function layFlat(db: Db, assessment: number, { indicators, rollups }: Assessment): Promise<void> {
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
