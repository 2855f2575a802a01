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
  const { indicators, rollups, ...head } = assessment;
  await inTransaction(db, async (tx) => {
    const inserted = await tx
      .insertInto('assessments')
      .values(head)
      .onConflict((c) => c.column('key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) return;
    if (indicators.length > 0) {
      await tx
        .insertInto('indicatorAssessments')
        .values(
          indicators.map((i, ordinal) => ({
            assessment: inserted.id,
            indicator: i.indicator,
            ordinal,
            state: i.state,
            achievement: i.achievement ?? null,
            uncapped: i.uncapped ?? null,
            light: i.light,
            formula: i.formula ?? null,
            trace: json(i.trace),
          })),
        )
        .execute();
    }
    const nodes = flatten(rollups, []);
    if (nodes.length > 0) {
      await tx
        .insertInto('rollups')
        .values(
          nodes.map(({ path, rollup }) => ({
            assessment: inserted.id,
            path,
            node: rollup.node,
            title: rollup.title,
            weight: rollup.weight,
            achievement: rollup.achievement ?? null,
            coverage: rollup.coverage,
            worst: rollup.worst,
            best: rollup.best,
            light: rollup.light,
            trace: json(rollup.trace),
          })),
        )
        .execute();
    }
  });
}

/** The latest results of a checkpoint, undefined before the first. */
export async function assessmentOf(db: Db, ref: CheckpointRef): Promise<Assessment | undefined> {
  const head = await db
    .selectFrom('assessments')
    .select(['id', 'key', 'cycle', 'checkpoint', 'planVersion', 'policyVersion', 'simulated', 'at'])
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (head === undefined) return undefined;
  const { id, ...rest } = head;
  return { ...rest, indicators: await indicatorsOf(db, id), rollups: await rollupsOf(db, id) };
}

async function indicatorsOf(db: Db, assessment: number): Promise<readonly IndicatorAssessment[]> {
  const rows = await db
    .selectFrom('indicatorAssessments')
    .select(['indicator', 'state', 'achievement', 'uncapped', 'light', 'formula', 'trace'])
    .where('assessment', '=', assessment)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ achievement, uncapped, formula, ...row }) => ({
    ...row,
    ...(achievement === null ? {} : { achievement }),
    ...(uncapped === null ? {} : { uncapped }),
    ...(formula === null ? {} : { formula }),
  }));
}

async function rollupsOf(db: Db, assessment: number): Promise<readonly Rollup[]> {
  const rows = await db
    .selectFrom('rollups')
    .select(['path', 'node', 'title', 'weight', 'achievement', 'coverage', 'worst', 'best', 'light', 'trace'])
    .where('assessment', '=', assessment)
    .orderBy('path')
    .execute();
  const byParent = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const parent = row.path.slice(0, -1).join('.');
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  const under = (path: string): readonly Rollup[] =>
    (byParent.get(path) ?? []).map(({ path: own, achievement, ...row }) => ({
      ...row,
      ...(achievement === null ? {} : { achievement }),
      children: under(own.join('.')),
    }));
  return under('');
}

interface Placed {
  readonly path: readonly number[];
  readonly rollup: Rollup;
}

function flatten(rollups: readonly Rollup[], parent: readonly number[]): readonly Placed[] {
  return rollups.flatMap((rollup, position) => {
    const path = [...parent, position];
    return [{ path, rollup }, ...flatten(rollup.children, path)];
  });
}
