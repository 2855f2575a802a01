import { sql } from 'kysely';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import type { Plan } from '../../domain/plan.js';
import type { ValueStanding } from '../../domain/value-standing.js';
import { type Assessment, assessmentOf, latestComputed } from '../assessments.js';
import type { Channel } from '../checkpoint-tables.js';
import {
  type CheckpointRecord,
  type CheckpointRef,
  checkpointOf,
  type FrozenIndicator,
  frozenIndicators,
} from '../checkpoints.js';
import type { Db } from '../database.js';
import { type LaterAsked, laterIndicators } from '../later-indicators.js';
import {
  type CurrentMeasurement,
  currentMeasurements,
  type MissingIndicator,
  missingIndicators,
} from '../measurements.js';
import { type OverrideRecord, overridesOf } from '../overrides.js';
import { type ReportRemark, reportRemarksOf } from '../report-remarks.js';
import { valueStanding } from '../value-standing.js';

/** A form an officer sent. */
export interface SubmissionLine {
  readonly officer: string;
  readonly actingFor: string | null;
  readonly at: Instant;
  readonly channel: Channel;
  readonly lateReason: string | null;
  /** Offices whose indicators it was about. */
  readonly offices: readonly string[];
}

/** All a page shows of a checkpoint. */
export interface CheckpointContent {
  readonly checkpoint: CheckpointRecord;
  readonly frozen: readonly FrozenIndicator[];
  /** Values that stand. */
  readonly current: readonly CurrentMeasurement[];
  /** Indicators without one: never sent, or sent back with a remark. */
  readonly missing: readonly MissingIndicator[];
  /** The latest of each office. */
  readonly submissions: readonly SubmissionLine[];
  readonly assessment?: Assessment;
  /** Codes of the indicators of individual objectives: shown only to who may see them. */
  readonly individual: ReadonlySet<string>;
  /** Not asked yet: their values are known later. */
  readonly later: readonly LaterAsked[];
  /** Overrides in force that these results do not know yet. */
  readonly pending: readonly OverrideRecord[];
  /** What was remarked on its report, with the answers. */
  readonly remarks: readonly ReportRemark[];
}

/** Twelve queries at most, whatever the number of indicators; undefined before the checkpoint opens. */
export async function checkpointContent(
  db: Db,
  ref: CheckpointRef,
  entity: string,
  exercise: number,
): Promise<CheckpointContent | undefined> {
  const checkpoint = await checkpointOf(db, ref);
  if (checkpoint === undefined) return undefined;
  const [frozen, current, missing, submissions, assessment, individual, later] = await Promise.all([
    frozenIndicators(db, ref),
    currentMeasurements(db, ref),
    missingIndicators(db, ref),
    lastSubmissions(db, ref),
    assessmentOf(db, ref),
    individualIndicators(db, entity, exercise, checkpoint.planVersion),
    laterIndicators(db, ref),
  ]);
  return {
    checkpoint,
    frozen,
    current,
    missing,
    submissions,
    individual,
    later,
    pending: await pendingOverrides(db, ref, assessment),
    remarks: assessment === undefined ? [] : await reportRemarksOf(db, ref.cycle, ref.checkpoint),
    assessment,
  };
}

/** The latest form of each office. */
async function lastSubmissions(db: Db, ref: CheckpointRef): Promise<readonly SubmissionLine[]> {
  return db
    .selectFrom('submissions as s')
    .innerJoin('measurements as m', 'm.submission', 's.id')
    .innerJoin('checkpointIndicators as i', (join) =>
      join
        .onRef('i.cycle', '=', 'm.cycle')
        .onRef('i.checkpoint', '=', 'm.checkpoint')
        .onRef('i.indicator', '=', 'm.indicator'),
    )
    .select(['s.id', 's.officer', 's.actingFor', 's.at', 's.channel', 's.lateReason'])
    .select(sql<readonly string[]>`array_agg(distinct i.office)`.as('offices'))
    .where('s.cycle', '=', ref.cycle)
    .where('s.checkpoint', '=', ref.checkpoint)
    .groupBy('s.id')
    .orderBy('s.id', 'desc')
    .execute();
}

/**
 * Overrides in force that were recorded after the latest results of a cycle: before its first computation, or while the
 * checkpoint is open again. None on a checkpoint that is not the latest: its results stay as they were reported.
 */
export async function pendingOverrides(
  db: Db,
  ref: CheckpointRef,
  assessment: Assessment | undefined,
): Promise<readonly OverrideRecord[]> {
  const latest = await latestComputed(db, ref.cycle);
  if (latest !== undefined && latest.checkpoint !== ref.checkpoint) return [];
  return (await overridesOf(db, ref.cycle)).filter((row) => assessment === undefined || row.at > assessment.at);
}

/** Codes that only the sheets of individual objectives have. */
export async function individualIndicators(
  db: Db,
  entity: string,
  exercise: number,
  version: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('indicators')
    .select('code')
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where('version', '=', version)
    .groupBy('code')
    .having(sql<boolean>`bool_and(place like 'individual:%')`)
    .execute();
  return new Set(rows.map((row) => row.code));
}

/** A checkpoint that has been computed, for choosing among them. */
export interface ComputedCheckpoint {
  readonly checkpoint: string;
  readonly title: string;
  /** Its reference date. */
  readonly to: CivilDate;
  /** What its values are to the year's results; null where the cycle collects no final ones. */
  readonly standing: ValueStanding | null;
  /** Its report as last written; null until it is. */
  readonly report: { readonly hash: string; readonly title: string } | null;
}

/** The checkpoints of a cycle that have results, the latest first. One query. */
export async function computedCheckpoints(db: Db, cycle: string): Promise<readonly ComputedCheckpoint[]> {
  const rows = await db
    .selectFrom('assessments as a')
    .innerJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'a.cycle').onRef('s.id', '=', 'a.checkpoint'))
    .innerJoin('checkpoints as k', (join) => join.onRef('k.cycle', '=', 'a.cycle').onRef('k.id', '=', 'a.checkpoint'))
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('documents as d')
          .select(['d.hash', 'd.title as report'])
          .whereRef('d.cycle', '=', 'a.cycle')
          .whereRef('d.kind', '=', 'a.checkpoint')
          .orderBy('d.version', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.onTrue(),
    )
    .select(['a.checkpoint', 's.title', 's.ordinal', 'k.periodTo as to', 'd.hash', 'd.report'])
    .select(valueStanding.as('standing'))
    .where('a.cycle', '=', cycle)
    .groupBy(['a.checkpoint', 's.title', 's.ordinal', 'k.cycle', 'k.final', 'k.periodTo', 'd.hash', 'd.report'])
    .orderBy('s.ordinal', 'desc')
    .execute();
  return rows.map(({ hash, report, ...checkpoint }) => ({
    ...checkpoint,
    report: hash === null || report === null ? null : { hash, title: report },
  }));
}

/** The tree of a plan version as the scorecard prints it, without the parts it does not. */
type ScorecardTree = Pick<Plan, 'areas' | 'perspectives'>;

const trees = (db: Db, entity: string, exercise: number) =>
  db
    .selectFrom('planVersions')
    .select(sql<Plan['areas']>`plan -> 'areas'`.as('areas'))
    .select(sql<Plan['perspectives']>`plan -> 'perspectives'`.as('perspectives'))
    .where('entity', '=', entity)
    .where('exercise', '=', exercise);

/** Of one version. One query. */
export async function scorecardTree(
  db: Db,
  entity: string,
  exercise: number,
  version: number,
): Promise<ScorecardTree | undefined> {
  return trees(db, entity, exercise).where('version', '=', version).executeTakeFirst();
}

/** Of the version in force. One query. */
export async function treeInForce(db: Db, entity: string, exercise: number): Promise<ScorecardTree | undefined> {
  return trees(db, entity, exercise).where('status', '=', 'in-force').executeTakeFirst();
}
