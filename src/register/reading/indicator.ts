import { sql } from 'kysely';
import type { Forecast } from '../../domain/achievement/forecast.js';
import type { Actual, IndicatorAssessment } from '../../domain/achievement/types.js';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import type { AppliedOverride } from '../../domain/scorecard/types.js';
import type { Reading, Unit } from '../../domain/targets/types.js';
import type { ValueStanding } from '../../domain/value-standing.js';
import type { Channel, CheckpointState } from '../checkpoint-tables.js';
import type { Db } from '../database.js';
import { valueStanding } from '../value-standing.js';

/** An indicator at one checkpoint: what it froze, and what was computed last. */
export interface IndicatorAtCheckpoint {
  readonly checkpoint: string;
  readonly title: string;
  readonly to: CivilDate;
  readonly state: CheckpointState;
  readonly standing: ValueStanding | null;
  readonly unit: Unit | null;
  readonly target: string;
  readonly reading: Reading | null;
  readonly assessment: IndicatorAssessment | null;
  readonly computedAt: Instant | null;
  readonly overrides: readonly AppliedOverride[];
  /** What the value is on course for at the end of the year. */
  readonly forecast: Forecast | null;
  /** To whom who answers for it has given it there, the first recorded first: what nobody has ended. */
  readonly delegated: readonly GivenTo[];
}

/** A colleague to whom an indicator was given, for a checkpoint or until a day. */
export interface GivenTo {
  readonly delegate: string;
  readonly until: CivilDate | null;
}

/** Who gives an indicator on a day in the place of who answers for it. */
export const delegatedOnDay = (
  checkpoints: readonly Pick<IndicatorAtCheckpoint, 'state' | 'delegated'>[],
  on: CivilDate,
): readonly GivenTo[] =>
  checkpoints.flatMap(({ state, delegated }) =>
    delegated.filter(({ until }) => (until === null ? state === 'collecting' : on <= until)),
  );

/** The checkpoints of a cycle that collect an indicator, in order. One query, over primary keys. */
export async function indicatorCheckpoints(
  db: Db,
  cycle: string,
  indicator: string,
): Promise<readonly IndicatorAtCheckpoint[]> {
  const code = JSON.stringify({ code: indicator });
  return db
    .selectFrom('checkpoints as k')
    .innerJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'k.cycle').onRef('s.id', '=', 'k.id'))
    .innerJoin('checkpointIndicators as i', (join) =>
      join.onRef('i.cycle', '=', 'k.cycle').onRef('i.checkpoint', '=', 'k.id').on('i.indicator', '=', indicator),
    )
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('assessments as a')
          .select(['a.at'])
          .select(
            sql<IndicatorAssessment | null>`jsonb_path_query_first(a.indicators, '$[*] ? (@.indicator == $code)', ${code}::jsonb)`.as(
              'assessment',
            ),
          )
          .select(
            sql<
              readonly AppliedOverride[]
            >`jsonb_path_query_array(a.overrides, '$[*] ? (@.override.indicator == $code)', ${code}::jsonb)`.as(
              'overrides',
            ),
          )
          .select(
            sql<Forecast | null>`jsonb_path_query_first(a.forecasts, '$[*] ? (@.indicator == $code)', ${code}::jsonb)`.as(
              'forecast',
            ),
          )
          .whereRef('a.cycle', '=', 'k.cycle')
          .whereRef('a.checkpoint', '=', 'k.id')
          .orderBy('a.id', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .select([
      'k.id as checkpoint',
      's.title',
      'k.periodTo as to',
      'k.state',
      valueStanding.as('standing'),
      'i.unit',
      'i.target',
      'i.reading',
    ])
    .select(['a.assessment', 'a.at as computedAt', 'a.forecast'])
    .select(
      sql<readonly GivenTo[]>`coalesce((
        select jsonb_agg(jsonb_build_object('delegate', d.delegate, 'until', d.until) order by d.id) from delegations d
        where d.cycle = k.cycle and d.checkpoint = k.id and d.indicator = i.indicator
          and not exists (select from delegation_endings x where x.delegation = d.id)), '[]')`.as('delegated'),
    )
    .select((e) => e.fn.coalesce('a.overrides', sql<readonly AppliedOverride[]>`'[]'::jsonb`).as('overrides'))
    .where('k.cycle', '=', cycle)
    .orderBy('k.ordinal')
    .execute();
}

/** A value somebody sent, with what became of it. */
export interface SentValue {
  readonly id: number;
  readonly checkpoint: string;
  readonly actual: Actual;
  readonly note: string | null;
  /** Of a value far from its target: why, and what is to be done next. */
  readonly cause: string | null;
  readonly next: string | null;
  readonly files: readonly { readonly hash: string; readonly name: string }[];
  readonly officer: string;
  readonly actingFor: string | null;
  readonly at: Instant;
  readonly simulated: boolean;
  readonly channel: Channel;
  readonly lateReason: string | null;
  readonly returned: { readonly by: string; readonly remark: string; readonly at: Instant } | null;
}

/** Every value of an indicator in a cycle, also those returned or replaced, the latest first. One query, over indexes. */
export async function sentValues(db: Db, cycle: string, indicator: string): Promise<readonly SentValue[]> {
  return db
    .selectFrom('checkpoints as k')
    .innerJoin('measurements as m', (join) =>
      join.onRef('m.cycle', '=', 'k.cycle').onRef('m.checkpoint', '=', 'k.id').on('m.indicator', '=', indicator),
    )
    .innerJoin('submissions as s', 's.id', 'm.submission')
    .leftJoin('returnedMeasurements as r', 'r.measurement', 'm.id')
    .select([
      'm.id',
      'm.checkpoint',
      'm.actual',
      'm.note',
      'm.cause',
      'm.next',
      's.officer',
      's.actingFor',
      's.at',
      's.simulated',
    ])
    .select(['s.channel', 's.lateReason'])
    .select(
      sql<SentValue['files']>`coalesce((
        select jsonb_agg(jsonb_build_object('hash', e.hash, 'name', e.name) order by e.name)
        from (select hash, file_name(hash, split_part(m.cycle, '/', 1), array[s.officer], s.at) as name from evidence) e where e.hash = any(m.evidence)), '[]')`.as(
        'files',
      ),
    )
    .select(
      sql<SentValue['returned']>`case when r.measurement is not null
        then jsonb_build_object('by', r.returned_by, 'remark', r.remark, 'at', r.at) end`.as('returned'),
    )
    .where('k.cycle', '=', cycle)
    .orderBy('m.id', 'desc')
    .execute();
}
