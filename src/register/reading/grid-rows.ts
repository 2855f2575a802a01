import { sql } from 'kysely';
import type { Forecast } from '../../domain/achievement/forecast.js';
import type { Actual, AssessmentState, TrafficLight } from '../../domain/achievement/types.js';
import type { AppliedOverride } from '../../domain/scorecard/types.js';
import type { DecimalText, Unit } from '../../domain/targets/types.js';
import type { ValueStanding } from '../../domain/value-standing.js';
import type { Channel, CheckpointState } from '../checkpoint-tables.js';
import type { Db } from '../database.js';
import { valueStanding } from '../value-standing.js';

/** A checkpoint of the grid: one that has been opened. */
export interface GridCheckpoint {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  readonly state: CheckpointState;
  readonly standing: ValueStanding | null;
}

/** Where the value of an indicator stands at a checkpoint. */
export type CellState = 'submitted' | 'missing' | 'returned' | 'automatic' | 'doubtful';

export interface GridCell {
  readonly state: CellState;
  readonly actual: Actual | null;
  readonly unit: Unit | null;
  /** Why it came back. */
  readonly remark: string | null;
  /** What the checkpoint computed; null before it has. */
  readonly result: GridResult | null;
}

/** The result of an indicator as it counts: overridden, what was computed stands in `override`. */
export interface GridResult {
  readonly state: AssessmentState;
  readonly achievement: DecimalText | null;
  readonly light: TrafficLight;
  readonly override: AppliedOverride | null;
}

export interface GridRow {
  readonly indicator: string;
  readonly name: string;
  readonly office: string;
  readonly area: string | null;
  readonly objective: string | null;
  readonly perspective: string | null;
  /** Verbatim, as the last checkpoint froze it. */
  readonly target: string;
  /** By checkpoint; absent where the indicator was not asked. */
  readonly cells: ReadonlyMap<string, GridCell>;
}

/** Whether the indicator's office still owes a value at a checkpoint. */
export const isAwaited = (row: GridRow, checkpoint: string): boolean => {
  const state = row.cells.get(checkpoint)?.state;
  return state === 'missing' || state === 'returned';
};

/** The checkpoints of a cycle that have been opened, in order. One query. */
export async function gridCheckpoints(db: Db, cycle: string): Promise<readonly GridCheckpoint[]> {
  return db
    .selectFrom('checkpoints as k')
    .innerJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'k.cycle').onRef('s.id', '=', 'k.id'))
    .select(['k.id', 'k.ordinal', 's.title', 'k.state', valueStanding.as('standing')])
    .where('k.cycle', '=', cycle)
    .orderBy('k.ordinal')
    .execute();
}

/**
 * Every indicator of a cycle with where it stands at each checkpoint, in the order of the plan. One query, whatever the
 * number of indicators. Indicators of individual objectives alone are left out unless asked for.
 */
export async function gridRows(
  db: Db,
  cycle: { readonly id: string; readonly entity: string; readonly exercise: number },
  withIndividual: boolean,
): Promise<readonly GridRow[]> {
  const { rows } = await sql<FlatCell>`
    select c.indicator, c.name, c.office, c.target, c.unit, c.checkpoint, place.area, place.objective, place.perspective,
      last.actual, last.channel, last.remark,
      result.state as assessed, result.achievement, result.light, applied.override
    from checkpoint_indicators c
    join checkpoints k on k.cycle = c.cycle and k.id = c.checkpoint
    left join lateral (
      select m.actual, s.channel, r.remark
      from measurements m
      join submissions s on s.id = m.submission
      left join returned_measurements r on r.measurement = m.id
      where m.cycle = c.cycle and m.checkpoint = c.checkpoint and m.indicator = c.indicator
      order by m.id desc limit 1
    ) last on true
    left join lateral (
      select a.id, a.overrides from assessments a where a.cycle = c.cycle and a.checkpoint = c.checkpoint order by a.id desc limit 1
    ) latest on true
    left join indicator_results result on result.assessment = latest.id and result.indicator = c.indicator
    left join lateral (
      select o as override from jsonb_array_elements(latest.overrides) o
      where o->'override'->>'indicator' = c.indicator limit 1
    ) applied on true
    left join lateral (
      select i.area, i.objective, i.perspective, i.place
      from indicators i
      where i.entity = ${cycle.entity} and i.exercise = ${cycle.exercise} and i.version = k.plan_version and i.code = c.indicator
      order by i.place like 'individual:%', i.perspective is null limit 1
    ) place on true
    where c.cycle = ${cycle.id} and (${withIndividual} or place.place is null or place.place not like 'individual:%')
    order by k.ordinal desc, c.ordinal`.execute(db);
  return byIndicator(rows);
}

/** What each indicator is on course for, by checkpoint, as its last results say. One query. */
export async function gridForecasts(
  db: Db,
  cycle: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Forecast>>> {
  const rows = await db
    .selectFrom('assessments')
    .distinctOn('checkpoint')
    .select(['checkpoint', 'forecasts'])
    .where('cycle', '=', cycle)
    .orderBy('checkpoint')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.map(({ checkpoint, forecasts }) => [checkpoint, new Map(forecasts.map((one) => [one.indicator, one]))]),
  );
}

interface FlatCell {
  readonly indicator: string;
  readonly name: string;
  readonly office: string;
  readonly target: string;
  readonly unit: Unit | null;
  readonly checkpoint: string;
  readonly area: string | null;
  readonly objective: string | null;
  readonly perspective: string | null;
  readonly actual: Actual | null;
  readonly channel: Channel | null;
  readonly remark: string | null;
  readonly assessed: AssessmentState | null;
  readonly achievement: DecimalText | null;
  readonly light: TrafficLight | null;
  readonly override: AppliedOverride | null;
}

function byIndicator(flat: readonly FlatCell[]): readonly GridRow[] {
  const rows = new Map<string, GridRow & { readonly cells: Map<string, GridCell> }>();
  for (const cell of flat) {
    const { indicator, name, office, target, area, objective, perspective } = cell;
    const row = rows.get(indicator) ?? {
      indicator,
      name,
      office,
      target,
      area,
      objective,
      perspective,
      cells: new Map(),
    };
    rows.set(indicator, row);
    const { actual, unit, remark } = cell;
    row.cells.set(cell.checkpoint, { state: stateOf(cell), actual, unit, remark, result: resultOf(cell) });
  }
  return [...rows.values()];
}

function resultOf({ assessed, achievement, light, override }: FlatCell): GridResult | null {
  if (assessed === null || light === null) return null;
  if (override === null) return { state: assessed, achievement, light, override };
  const { override: act } = override;
  return act.kind === 'forced'
    ? { state: 'assessed', achievement: act.value, light: override.light, override }
    : { state: 'not-assessable', achievement: null, light: 'none', override };
}

function stateOf({ actual, remark, channel, assessed }: FlatCell): CellState {
  if (actual === null) return 'missing';
  if (remark !== null) return 'returned';
  if (assessed === 'doubtful') return 'doubtful';
  return channel === 'automatic' ? 'automatic' : 'submitted';
}
