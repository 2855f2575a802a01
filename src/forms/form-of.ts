import { sql } from 'kysely';
import { baselineIn, baselinesOf } from '../domain/achievement/baseline.js';
import type { Actual } from '../domain/achievement/types.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { OFFICE_PREFIX } from '../domain/entity.js';
import type { Policy } from '../domain/policy.js';
import { sentence } from '../domain/targets/sentence.js';
import type { Reading, Unit } from '../domain/targets/types.js';
import { type CheckpointRef, checkpointOf, readAnew } from '../register/checkpoints.js';
import { type CollectedValue, collectedOf } from '../register/collected.js';
import { confirmedReadingsOf, withReadings } from '../register/confirmed-readings.js';
import type { Db } from '../register/database.js';
import { measuredInTheEnd } from '../register/last-year.js';
import { capacitiesOf } from '../register/people.js';
import { planVersion } from '../register/plans.js';
import { formWords } from '../words/forms.js';
import { unitText } from '../words/measure.js';
import { entryOf } from './entry.js';
import type { FormRow, LastValue, OfficerForm } from './form.js';

/**
 * The form of one person at one checkpoint: the indicators of the offices they answer for on a day, in their own right or
 * in place of somebody absent, by the same rule as mails. A fixed number of queries, whatever the number of indicators.
 * @param actingFor only what is answered for this absent person
 * @returns undefined when the checkpoint has not opened or the person is not on record; a form without rows when there is nothing to ask
 */
export async function formOf(
  db: Db,
  ref: CheckpointRef,
  person: string,
  on: CivilDate,
  actingFor?: string,
): Promise<OfficerForm | undefined> {
  const head = await headOf(db, ref, person);
  if (head === undefined) return undefined;
  const duties = (await capacitiesOf(db, head.entity.id, person, on)).filter(
    (duty) => duty.role.startsWith(OFFICE_PREFIX) && (actingFor === undefined || duty.actingFor === actingFor),
  );
  const principals = new Map(duties.map((duty) => [duty.role.slice(OFFICE_PREFIX.length), duty.actingFor]));
  const asked = await rowsOf(db, ref, [...principals.keys()], head.exercise);
  const rows = (await withBaselines(db, ref, head, asked)).map((row) => {
    const absent = principals.get(row.office);
    return absent === undefined ? row : { ...row, actingFor: absent };
  });
  return { ...ref, ...head, today: on, actingFor: await namesOf(db, head.entity.id, rows), rows };
}

/** The rows with the values their relative targets start from: asked for only where a row has one. */
async function withBaselines(
  db: Db,
  ref: CheckpointRef,
  { entity, exercise }: Pick<Head, 'entity' | 'exercise'>,
  rows: readonly FormRow[],
): Promise<readonly FormRow[]> {
  if (!rows.some((row) => row.reading?.kind === 'relative')) return rows;
  const checkpoint = await checkpointOf(db, ref);
  const version =
    checkpoint === undefined ? undefined : await planVersion(db, entity.id, exercise, checkpoint.planVersion);
  if (version === undefined) return rows;
  const { plan } = await withReadings(db, version);
  const baselines = baselinesOf(plan, await measuredInTheEnd(db, entity.id, exercise - 1));
  return rows.map((row) => ({ ...row, ...baselineIn(baselines, row.code) }));
}

/** The absent persons some rows are answered for. */
async function namesOf(db: Db, entity: string, rows: readonly FormRow[]): Promise<OfficerForm['actingFor']> {
  const absent = [...new Set(rows.flatMap((row) => (row.actingFor === undefined ? [] : [row.actingFor])))];
  if (absent.length === 0) return [];
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('entity', '=', entity)
    .where('id', 'in', absent)
    .orderBy('id')
    .execute();
}

type Head = Omit<OfficerForm, 'cycle' | 'checkpoint' | 'today' | 'actingFor' | 'rows'>;

async function headOf(db: Db, ref: CheckpointRef, person: string): Promise<Head | undefined> {
  const row = await db
    .selectFrom('checkpoints as k')
    .innerJoin('cycles as c', 'c.id', 'k.cycle')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .innerJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'k.cycle').onRef('s.id', '=', 'k.id'))
    .innerJoin('people as p', (join) => join.onRef('p.entity', '=', 'c.entity').on('p.id', '=', person))
    .select(['k.periodFrom', 'k.periodTo', 'k.planHash', 'k.state', 'k.simulated', 'c.exercise', 'c.policy'])
    .select(['e.id as entity', 'e.name as entityName', 's.title', 's.dueOn', 'p.name as personName'])
    .where('k.cycle', '=', ref.cycle)
    .where('k.id', '=', ref.checkpoint)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    entity: { id: row.entity, name: row.entityName },
    exercise: row.exercise,
    title: row.title,
    person: { id: person, name: row.personName },
    period: { from: row.periodFrom, to: row.periodTo },
    dueOn: row.dueOn,
    state: row.state,
    simulated: row.simulated,
    planHash: row.planHash,
    // Saved from a validated policy file when the cycle was planned, and never changed.
    policy: row.policy as Policy,
  };
}

interface Line {
  readonly indicator: string;
  readonly name: string;
  readonly office: string;
  readonly officeTitle: string;
  readonly unit: Unit | null;
  readonly target: string;
  readonly reading: Reading | null;
  readonly value: {
    readonly actual: Actual;
    readonly note: string | null;
    readonly evidence: readonly string[];
    readonly officer: string;
    readonly actingFor: string | null;
    readonly at: Instant;
    readonly returnedBy: string | null;
    readonly remark: string | null;
    readonly returnedAt: Instant | null;
  } | null;
  readonly last: {
    readonly actual: Actual;
    readonly note: string | null;
    readonly on: CivilDate;
    readonly exercise: number;
  } | null;
}

/**
 * The frozen rows with the last value of each here and the last that stood before: at an earlier checkpoint of the
 * exercise, or of the exercise before where the indicator has the same code and name.
 */
async function rowsOf(
  db: Db,
  ref: CheckpointRef,
  offices: readonly string[],
  exercise: number,
): Promise<readonly FormRow[]> {
  if (offices.length === 0) return [];
  const { rows } = await sql<Line>`
    select i.indicator, i.name, i.office, o.title as office_title, i.unit, i.target, i.reading,
      to_jsonb(v) as value, to_jsonb(l) as last
    from asked_indicators i
    join checkpoints k on k.cycle = i.cycle and k.id = i.checkpoint
    join cycles c on c.id = i.cycle
    join offices o on o.entity = c.entity and o.id = i.office
    left join lateral (
      select m.actual, m.note, m.evidence, s.officer, s.acting_for as "actingFor", s.at,
        r.returned_by as "returnedBy", r.remark, r.at as "returnedAt"
      from measurements m
      join submissions s on s.id = m.submission
      left join returned_measurements r on r.measurement = m.id
      where m.cycle = i.cycle and m.checkpoint = i.checkpoint and m.indicator = i.indicator
      order by m.id desc limit 1
    ) v on true
    left join lateral (
      select m.actual, m.note, e.period_to as "on", y.exercise
      from cycles y
      join checkpoints e on e.cycle = y.id
      join checkpoint_indicators f on f.cycle = e.cycle and f.checkpoint = e.id and f.indicator = i.indicator
      cross join lateral (
        select x.id, x.actual, x.note from measurements x
        where x.cycle = e.cycle and x.checkpoint = e.id and x.indicator = i.indicator
        order by x.id desc limit 1
      ) m
      where y.entity = c.entity and e.period_to < k.period_to
        and (y.id = c.id or (y.exercise = c.exercise - 1 and f.name = i.name))
        and not exists (select from returned_measurements r where r.measurement = m.id)
      order by e.period_to desc limit 1
    ) l on true
    where i.cycle = ${ref.cycle} and i.checkpoint = ${ref.checkpoint} and i.office = any(${[...offices]})
    order by i.ordinal`.execute(db);
  const [collected, said] = await Promise.all([
    collectedOf(
      db,
      ref,
      rows.map((line) => line.indicator),
    ),
    confirmedReadingsOf(db, ref.cycle, { checkpoint: ref.checkpoint }),
  ]);
  return readAnew(rows, said).map((line) => ({ ...rowOf(line, exercise), ...found(collected.get(line.indicator)) }));
}

function found(collected: CollectedValue | undefined): Pick<FormRow, 'proposed' | 'failed'> {
  if (collected === undefined) return {};
  if (collected.outcome === 'failed') return { failed: collected.reason };
  return { proposed: { actual: collected.value, source: collected.sourceTitle, at: collected.at } };
}

function rowOf(line: Line, exercise: number): FormRow {
  const { unit, reading, value } = line;
  const known = { unit: unit ?? undefined, reading: reading ?? undefined };
  const entry = entryOf({ name: line.name, ...known });
  const last: LastValue | undefined =
    line.last === null
      ? undefined
      : {
          actual: line.last.actual,
          on: line.last.on,
          exercise: line.last.exercise,
          note: line.last.note ?? undefined,
        };
  const unchanged = last === undefined ? undefined : unchangedFrom(last, exercise, reading ?? undefined);
  return {
    code: line.indicator,
    name: line.name,
    office: line.office,
    officeTitle: line.officeTitle,
    unitText: formWords.unit(entry, unitText(unit ?? undefined)),
    entry,
    target: line.target,
    ...known,
    readingSentence: reading === null ? undefined : sentence(reading),
    last,
    unchanged,
    ...standing(value),
  };
}

function standing(value: Line['value']): Pick<FormRow, 'current' | 'returned'> {
  if (value === null) return {};
  if (value.remark !== null && value.returnedBy !== null && value.returnedAt !== null) {
    return {
      returned: { actual: value.actual, remark: value.remark, by: value.returnedBy, at: value.returnedAt },
    };
  }
  return {
    current: {
      actual: value.actual,
      evidence: value.evidence,
      officer: value.officer,
      at: value.at,
      note: value.note ?? undefined,
      actingFor: value.actingFor ?? undefined,
    },
  };
}

/**
 * What «nessuna variazione» records: the last value again. What accumulates starts from nothing each year, so last year's
 * figure can not be confirmed for it; of the same year, nothing was added to it.
 */
export function unchangedFrom(last: LastValue, exercise: number, reading: Reading | undefined): Actual | undefined {
  if (last.exercise === exercise) return last.actual;
  const level = reading !== undefined && 'accumulation' in reading && reading.accumulation === 'level';
  return level && last.actual.kind !== 'not-assessable' ? last.actual : undefined;
}
