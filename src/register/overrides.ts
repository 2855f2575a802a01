import { formatItalian } from '../domain/calendar/civil-date.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { allIndicators } from '../domain/findings/walk.js';
import type { Refusal } from '../domain/refusal.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Override } from '../domain/scorecard/types.js';
import { overrideWords as words } from '../words/overrides.js';
import { refuseText } from './accept.js';
import { type Db, inTransaction } from './database.js';
import { appendLog } from './log.js';
import type { NewOverride, NewWithdrawal } from './override-acts.js';
import { planInForce } from './plans.js';
import { refuseOverride, refuseWithdrawal } from './refuse-override.js';
import type { Row } from './row.js';

/** A row of the register; `value` only where the kind is `forced`. */
export type OverrideRecord = Row<'overrides', (typeof COLUMNS)[number]>;

/**
 * Puts an override on record with its line in the log; what it changes in results is for whoever computes them.
 * One key is one override, and an indicator has at most one in force.
 */
export async function recordOverride(db: Db, order: NewOverride): Promise<Result<OverrideRecord, readonly Refusal[]>> {
  return await inTransaction(db, async (tx) => {
    const cycle = await openCycle(tx, order.cycle);
    if (!cycle.ok) return cycle;
    const row = { ...actOf(order), kind: order.kind, value: order.kind === 'forced' ? order.value : null };
    const earlier = await sameKey(tx, row);
    if (earlier !== undefined) return earlier;
    const plan = await planInForce(tx, cycle.value.entity, cycle.value.exercise, romeDate(order.at));
    if (plan === undefined) return refused(words.refused.noPlan);
    const known = new Set(allIndicators(plan.plan).map((i) => i.node.code));
    const refusals = refuseOverride(order, known, cycle.value.policy);
    if (refusals.length > 0) return err(refusals);
    const standing = await inForceOn(tx, order.cycle, order.indicator);
    if (standing !== undefined) return refused(words.refused.standing(order.indicator));
    return ok(await insert(tx, { ...row, withdraws: null }));
  });
}

/** Takes the override of an indicator out of force from now on: a row more, with its own act. The first row stays. */
export async function withdrawOverride(
  db: Db,
  order: NewWithdrawal,
): Promise<Result<OverrideRecord, readonly Refusal[]>> {
  return await inTransaction(db, async (tx) => {
    const cycle = await openCycle(tx, order.cycle);
    if (!cycle.ok) return cycle;
    const row = { ...actOf(order), kind: 'withdrawn', value: null } as const;
    const earlier = await sameKey(tx, row);
    if (earlier !== undefined) return earlier;
    const refusals = refuseWithdrawal(order);
    if (refusals.length > 0) return err(refusals);
    const standing = await inForceOn(tx, order.cycle, order.indicator);
    if (standing === undefined) return refused(words.refused.none(order.indicator));
    return ok(await insert(tx, { ...row, withdraws: standing.id }));
  });
}

/** The overrides of a cycle in force, in the order of recording: now, or as they stood at an instant of the calendar. */
export async function overridesOf(db: Db, cycle: string, on?: Instant): Promise<readonly OverrideRecord[]> {
  const rows = (await overrideHistory(db, cycle)).filter((row) => on === undefined || row.at <= on);
  const withdrawn = new Set(rows.map((row) => row.withdraws));
  return rows.filter((row) => row.kind !== 'withdrawn' && !withdrawn.has(row.id));
}

/** Every override of a cycle and every withdrawal, in the order of recording. */
export async function overrideHistory(db: Db, cycle: string): Promise<readonly OverrideRecord[]> {
  return await db.selectFrom('overrides').select(COLUMNS).where('cycle', '=', cycle).orderBy('id').execute();
}

/**
 * As the scorecard counts it.
 * @throws when the row is a withdrawal
 */
export function asOverride(row: OverrideRecord): Override {
  const { indicator, decidedBy: by, actDate: on, reason } = row;
  const why = { indicator, by, on, reason, act: words.act(row.actNumber, formatItalian(on)) };
  if (row.kind === 'forced' && row.value !== null) return { kind: 'forced', value: row.value, ...why };
  if (row.kind === 'neutralised') return { kind: 'neutralised', ...why };
  throw new Error(`row ${row.id} of overrides is not an override but ${row.kind}`);
}

/**
 * One at a time computes a cycle's results or decides over them, until the transaction ends: a decision is either in a
 * computation or finds it done.
 */
export async function holdResults(tx: Db, cycle: string): Promise<void> {
  await tx.selectFrom('cycles').select('id').where('id', '=', cycle).forNoKeyUpdate().execute();
}

async function openCycle(tx: Db, id: string) {
  await holdResults(tx, id);
  const cycle = await tx
    .selectFrom('cycles')
    .select(['entity', 'exercise', 'policy', 'status'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (cycle === undefined) return refused(words.refused.noCycle(id));
  if (cycle.status === 'closed' || cycle.status === 'cancelled') return refused(words.refused.ended(id));
  return ok(cycle);
}

/** What is wrong with the cycle or the indicator is wrong with the whole: no field asks for them. */
const refused = (text: string) => err<readonly Refusal[]>([{ text }]);

async function inForceOn(tx: Db, cycle: string, indicator: string): Promise<OverrideRecord | undefined> {
  return (await overridesOf(tx, cycle)).find((row) => row.indicator === indicator);
}

type NewRow = Omit<OverrideRecord, 'id'>;

const actOf = (order: NewOverride | NewWithdrawal): Omit<NewRow, 'kind' | 'value' | 'withdraws'> => ({
  key: order.key ?? null,
  cycle: order.cycle,
  indicator: order.indicator,
  decidedBy: order.decidedBy,
  reason: order.reason,
  actNumber: order.actNumber,
  actDate: order.actDate,
  recordedBy: order.recordedBy,
  actingFor: order.actingFor ?? null,
  at: order.at,
});

/** The row that came with this key before: the same again is answered with it, another one is refused. */
async function sameKey(
  tx: Db,
  row: Omit<NewRow, 'withdraws'>,
): Promise<Result<OverrideRecord, readonly Refusal[]> | undefined> {
  if (row.key === null) return undefined;
  const unwritable = refuseText(row.key);
  if (unwritable !== undefined) return refused(unwritable);
  const there = await tx.selectFrom('overrides').select(COLUMNS).where('key', '=', row.key).executeTakeFirst();
  if (there === undefined) return undefined;
  const same = SAME.every((column) => there[column] === row[column]);
  return same ? ok(there) : refused(words.refused.keyTaken(row.key));
}

/** A retry happens later, and may come from whoever else retries. */
const SAME = ['cycle', 'indicator', 'kind', 'value', 'decidedBy', 'reason', 'actNumber', 'actDate'] as const;

async function insert(tx: Db, row: NewRow): Promise<OverrideRecord> {
  const record = await tx.insertInto('overrides').values(row).returning(COLUMNS).executeTakeFirstOrThrow();
  await appendLog(tx, {
    key: `${row.cycle}/override/${record.id}`,
    at: row.at,
    actor: row.recordedBy,
    actingFor: row.actingFor ?? undefined,
    action: row.kind === 'withdrawn' ? 'override-withdrawn' : 'override-recorded',
    subject: row.indicator,
    cycle: row.cycle,
    detail: {
      kind: row.kind,
      value: row.value ?? undefined,
      decidedBy: row.decidedBy,
      reason: row.reason,
      actNumber: row.actNumber,
      actDate: row.actDate,
    },
  });
  return record;
}

const COLUMNS = [
  'id',
  'key',
  'cycle',
  'indicator',
  'kind',
  'value',
  'withdraws',
  'decidedBy',
  'reason',
  'actNumber',
  'actDate',
  'recordedBy',
  'actingFor',
  'at',
] as const;
