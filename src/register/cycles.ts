import { sql } from 'kysely';
import type { DatedCalendar, Instant } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Policy } from '../domain/policy.js';
import type { CycleStatus } from './cycle-tables.js';
import type { Db } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';

interface NewCycle {
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

export type Cycle = Row<'cycles', (typeof COLUMNS)[number]>;

/**
 * Records a cycle as planned and answers its id. Idempotent: a cycle already there stays as first recorded, since its
 * calendar and policy are pinned.
 */
export async function saveCycle(db: Db, cycle: NewCycle): Promise<string> {
  const id = cycleId(cycle);
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

/** What of a cycle stands in everything that is written about it. */
export interface CycleFacts {
  /** Whether its measured values are. */
  readonly simulated: boolean;
  /** What its calendar calls documents, by kind, where it is not their usual name. */
  readonly documents?: Readonly<Record<string, string>>;
}

/** @throws when the cycle is not in the register */
export async function factsOfCycle(db: Db, id: string): Promise<CycleFacts> {
  const { simulated, documents } = await db
    .selectFrom('cycles')
    .select('simulated')
    .select(sql<Readonly<Record<string, string>> | null>`calendar -> 'documents'`.as('documents'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { simulated, documents: documents ?? undefined };
}

/** The policy pinned to a cycle. @throws when the cycle is not in the register */
export async function policyOf(db: Db, id: string): Promise<Policy> {
  const { policy } = await db.selectFrom('cycles').select('policy').where('id', '=', id).executeTakeFirstOrThrow();
  return policy;
}

/** The policies of the cycles of a body that are not over. */
export async function standingPolicies(db: Db, entity: string): Promise<readonly Policy[]> {
  const rows = await db
    .selectFrom('cycles')
    .select('policy')
    .where('entity', '=', entity)
    .where('status', 'in', ['planned', 'running'])
    .execute();
  return rows.map(({ policy }) => policy);
}

/** The bodies that have a running cycle. */
export async function runningBodies(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('cycles').select('entity').distinct().where('status', '=', 'running').execute();
  return rows.map((row) => row.entity);
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
