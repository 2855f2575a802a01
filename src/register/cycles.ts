import type { DatedCalendar, Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { json } from './json.js';
import type { CycleStatus } from './tables.js';

export interface NewCycle {
  readonly entity: string;
  readonly exercise: number;
  readonly template: string;
  readonly templateVersion: string;
  readonly calendar: DatedCalendar;
  readonly policy: object;
  readonly simulated: boolean;
  /** Seed of the simulated values, in a rehearsal. */
  readonly seed?: number;
}

export interface Cycle extends Omit<NewCycle, 'seed'> {
  readonly id: string;
  readonly seed: number | null;
  readonly status: CycleStatus;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly note: string | null;
}

/** `ccms/2016` */
export const cycleId = (entity: string, exercise: number): string => `${entity}/${exercise}`;

/**
 * Records a cycle as planned and answers its id. Idempotent: a cycle already there stays as first recorded, since its
 * calendar and policy are pinned.
 */
export async function saveCycle(db: Db, cycle: NewCycle): Promise<string> {
  const id = cycleId(cycle.entity, cycle.exercise);
  await db
    .insertInto('cycles')
    .values({
      id,
      entity: cycle.entity,
      exercise: cycle.exercise,
      template: cycle.template,
      templateVersion: cycle.templateVersion,
      calendar: json(cycle.calendar),
      policy: json(cycle.policy),
      simulated: cycle.simulated,
      seed: cycle.seed ?? null,
    })
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  return id;
}

/** Moves a cycle's status; `running` notes when it opened, `closed` and `cancelled` when it closed. Idempotent: the first instant stays. */
export async function setCycleStatus(
  db: Db,
  id: string,
  status: CycleStatus,
  at: Instant,
  note?: string,
): Promise<void> {
  const closing = status === 'closed' || status === 'cancelled';
  const updated = await db
    .updateTable('cycles')
    .set((e) => ({
      status,
      openedAt: status === 'running' ? e.fn.coalesce('openedAt', e.val(at)) : e.ref('openedAt'),
      closedAt: closing ? e.fn.coalesce('closedAt', e.val(at)) : null,
      note: note ?? e.ref('note'),
    }))
    .where('id', '=', id)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw new Error(`cycle ${id} is not in the register`);
}

export async function cycleOf(db: Db, id: string): Promise<Cycle | undefined> {
  return db.selectFrom('cycles').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** A cycle, held until the transaction ends: whoever else would change it waits. */
export async function holdCycle(tx: Db, id: string): Promise<Cycle | undefined> {
  return tx.selectFrom('cycles').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The cycles in the register, the latest exercise first; without their calendars. */
export async function listCycles(db: Db, entity?: string): Promise<readonly Omit<Cycle, 'calendar' | 'policy'>[]> {
  let query = db.selectFrom('cycles').select(SUMMARY).orderBy('exercise', 'desc').orderBy('entity');
  if (entity !== undefined) query = query.where('entity', '=', entity);
  return query.execute();
}

/** The cycle whose ledger holds what concerns a body and no step of its own. */
export interface BodyCycle {
  readonly id: string;
  readonly exercise: number;
  readonly simulated: boolean;
  readonly entityName: string;
}

/** The running one, or else the latest. */
export async function bodyCycle(db: Db, entity: string): Promise<BodyCycle | undefined> {
  return await db
    .selectFrom('cycles as c')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .select(['c.id', 'c.exercise', 'c.simulated', 'e.name as entityName'])
    .where('c.entity', '=', entity)
    .orderBy((e) => e('c.status', '=', 'running'), 'desc')
    .orderBy('c.exercise', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const SUMMARY = [
  'id',
  'entity',
  'exercise',
  'template',
  'templateVersion',
  'simulated',
  'seed',
  'status',
  'openedAt',
  'closedAt',
  'note',
] as const;
const COLUMNS = [...SUMMARY, 'calendar', 'policy'] as const;
