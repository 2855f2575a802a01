import { baselineIn, baselinesOf } from '../domain/achievement/baseline.js';
import type { Actual } from '../domain/achievement/types.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { OFFICE_PREFIX } from '../domain/entity.js';
import { sentence } from '../domain/targets/sentence.js';
import type { Reading } from '../domain/targets/types.js';
import { type CheckpointRef, checkpointOf, readAnew } from '../register/checkpoints.js';
import { type CollectedValue, collectedOf } from '../register/collected.js';
import { confirmedReadingsOf, withReadings } from '../register/confirmed-readings.js';
import type { Db } from '../register/database.js';
import { delegatedAt } from '../register/delegations.js';
import { measuredInTheEnd } from '../register/last-year.js';
import { laterIndicators } from '../register/later-indicators.js';
import { capacitiesOf } from '../register/people.js';
import { planVersion } from '../register/plans.js';
import { type AskedOf, type FormLine, formHead, formLines } from '../register/reading/officer-form.js';
import { personNames } from '../register/reading/people.js';
import { formWords } from '../words/forms.js';
import { unitText } from '../words/measure.js';
import { entryOf } from './entry.js';
import type { DelegatedRow, FormRow, LastValue, OfficerForm } from './form.js';

/**
 * The form of one person at one checkpoint: the indicators of the offices they answer for on a day, in their own right or
 * in place of somebody absent, without what is delegated to others and with what is delegated to them, by the same rule as mails. A
 * fixed number of queries, whatever the number of indicators.
 * @param actingFor only what is answered for this person, absent or who has delegated it
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
  const [capacities, delegated] = await Promise.all([
    capacitiesOf(db, head.entity.id, person, on),
    delegatedAt(db, ref, on),
  ]);
  const isMeant = (principal: string | undefined): boolean => actingFor === undefined || principal === actingFor;
  const duties = capacities.filter((duty) => duty.role.startsWith(OFFICE_PREFIX) && isMeant(duty.actingFor));
  const given = delegated.filter(({ giver, delegator }) => giver === person && isMeant(delegator));
  const principals = new Map(duties.map((duty) => [duty.role.slice(OFFICE_PREFIX.length), duty.actingFor]));
  const of = { offices: [...principals.keys()], indicators: given.map(({ indicator }) => indicator) };
  const asked = await withBaselines(db, ref, head, await rowsOf(db, ref, of, head));
  const passed = (row: FormRow) =>
    delegated.find((one) => one.indicator === row.code && one.delegator === (principals.get(row.office) ?? person));
  const rows = asked.flatMap((row): readonly FormRow[] => {
    const mine = given.find(({ indicator }) => indicator === row.code);
    if (mine !== undefined) return [{ ...row, actingFor: mine.delegator, delegated: true }];
    const absent = principals.get(row.office);
    return passed(row) === undefined ? [absent === undefined ? row : { ...row, actingFor: absent }] : [];
  });
  const away = asked.flatMap((row) => (rows.some(({ code }) => code === row.code) ? [] : [{ row, to: passed(row) }]));
  const [later, names] = await Promise.all([
    laterIndicators(db, ref, of.offices),
    namesOf(db, head.entity.id, [...rows.map((row) => row.actingFor), ...away.map(({ to }) => to?.delegate)]),
  ]);
  return {
    ...{ ...ref, ...head, today: on, later, rows },
    actingFor: names.filter(({ id }) => rows.some((row) => row.actingFor === id)),
    delegated: away.flatMap(({ row: { code, name, current }, to }): readonly DelegatedRow[] =>
      to === undefined
        ? []
        : [
            {
              ...{ code, name, until: to.until, sent: current !== undefined },
              to: names.find(({ id }) => id === to.delegate)?.name ?? to.delegate,
            },
          ],
    ),
  };
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

/** Persons with their names, each once. */
async function namesOf(
  db: Db,
  entity: string,
  people: readonly (string | undefined)[],
): Promise<OfficerForm['actingFor']> {
  const ids = new Set(people.filter((id) => id !== undefined));
  return [...(await personNames(db, entity, [...ids]))].map(([id, name]) => ({ id, name }));
}

type Head = Omit<OfficerForm, 'cycle' | 'checkpoint' | 'today' | 'actingFor' | 'later' | 'delegated' | 'rows'>;

async function headOf(db: Db, ref: CheckpointRef, person: string): Promise<Head | undefined> {
  const row = await formHead(db, ref, person);
  if (row === undefined) return undefined;
  return {
    entity: { id: row.entity, name: row.entityName },
    exercise: row.exercise,
    title: row.title,
    person: { id: person, name: row.personName },
    period: { from: row.periodFrom, to: row.periodTo },
    final: row.final,
    dueOn: row.dueOn,
    state: row.state,
    simulated: row.simulated,
    planHash: row.planHash,
    policy: row.policy,
  };
}

async function rowsOf(
  db: Db,
  ref: CheckpointRef,
  of: AskedOf,
  head: Pick<Head, 'exercise' | 'final'>,
): Promise<readonly FormRow[]> {
  if (of.offices.length + of.indicators.length === 0) return [];
  const rows = await formLines(db, ref, of);
  const [collected, said] = await Promise.all([
    collectedOf(
      db,
      ref,
      rows.map((line) => line.indicator),
    ),
    confirmedReadingsOf(db, ref.cycle, { checkpoint: ref.checkpoint }),
  ]);
  return readAnew(rows, said).map((line) => ({ ...rowOf(line, head), ...found(collected.get(line.indicator)) }));
}

function found(collected: CollectedValue | undefined): Pick<FormRow, 'proposed' | 'failed'> {
  if (collected === undefined) return {};
  if (collected.outcome === 'failed') return { failed: collected.reason };
  return { proposed: { actual: collected.value, source: collected.sourceTitle, at: collected.at } };
}

function rowOf(line: FormLine, { exercise, final }: Pick<Head, 'exercise' | 'final'>): FormRow {
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
    provisional: final && last?.exercise === exercise ? (true as const) : undefined,
    ...standing(value),
  };
}

function standing(value: FormLine['value']): Pick<FormRow, 'current' | 'returned'> {
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
      cause: value.cause ?? undefined,
      next: value.next ?? undefined,
      actingFor: value.actingFor ?? undefined,
    },
  };
}

/**
 * What «nessuna variazione» records: the last value again. What accumulates starts from nothing each year, so last year's
 * figure can not be confirmed for it; of the same year, nothing was added to it.
 */
function unchangedFrom(last: LastValue, exercise: number, reading: Reading | undefined): Actual | undefined {
  if (last.exercise === exercise) return last.actual;
  const level = reading !== undefined && 'accumulation' in reading && reading.accumulation === 'level';
  return level && last.actual.kind !== 'not-assessable' ? last.actual : undefined;
}
