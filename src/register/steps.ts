import { sql } from 'kysely';
import type { DatedStep } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** A step as it stands: the plan it came from and where it is. */
export type StepRecord = Row<'steps', (typeof COLUMNS)[number]>;

/** What changes in a step. An absent field stays; `null` empties it. */
type StepPatch = Partial<Pick<StepRecord, Exclude<(typeof COLUMNS)[number], 'cycle' | 'id' | 'planned' | 'round'>>>;

/** Records the steps of a cycle as planned, in order. Idempotent: a step already there keeps its state and its plan. */
export async function saveSteps(db: Db, cycle: string, steps: readonly DatedStep[]): Promise<void> {
  if (steps.length === 0) return;
  await db
    .insertInto('steps')
    .values(
      steps.map((step, ordinal) => ({
        cycle,
        id: step.id,
        ordinal,
        phase: step.phase,
        kind: step.kind,
        title: step.title,
        planned: json(step),
        opensOn: step.opensOn,
        dueOn: step.dueOn,
        opensAt: step.opensAt,
        dueAt: step.dueAt,
      })),
    )
    .onConflict((c) => c.columns(['cycle', 'id']).doNothing())
    .execute();
}

/** Writes where a step stands. Idempotent. A step the calendar does not have is a bug and throws. */
export async function setStepState(db: Db, cycle: string, step: string, patch: StepPatch): Promise<void> {
  const { waitingFor, ...rest } = patch;
  const updated = await db
    .updateTable('steps')
    .set({
      ...rest,
      waitingFor: waitingFor === undefined ? undefined : [...waitingFor],
      updatedAt: sql`now()`,
    })
    .where('cycle', '=', cycle)
    .where('id', '=', step)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw new Error(`step ${step} of cycle ${cycle} is not in the register`);
}

/** Gives a step the dates of a calendar planned again; where it stands stays, but that what has time again is not late. */
export async function replanStep(
  db: Db,
  cycle: string,
  planned: DatedStep,
  now: Pick<StepRecord, 'dueOn' | 'dueAt' | 'status'>,
): Promise<void> {
  await db
    .updateTable('steps')
    .set({
      ...now,
      planned: json(planned),
      opensOn: planned.opensOn,
      opensAt: planned.opensAt,
      updatedAt: sql`now()`,
    })
    .where('cycle', '=', cycle)
    .where('id', '=', planned.id)
    .execute();
}

/** The steps of a cycle in the order of its calendar. */
export async function stepsOf(db: Db, cycle: string): Promise<readonly StepRecord[]> {
  return db.selectFrom('steps').select(COLUMNS).where('cycle', '=', cycle).orderBy('ordinal').execute();
}

/** Every step of every cycle, for queries to narrow. */
export const stepRecords = (db: Db) =>
  db.selectFrom('steps').select(COLUMNS.map((column) => `steps.${column}` as const));

export async function stepOf(db: Db, cycle: string, step: string): Promise<StepRecord | undefined> {
  return db.selectFrom('steps').select(COLUMNS).where('cycle', '=', cycle).where('id', '=', step).executeTakeFirst();
}

/** The same in a transaction that changes it: what else would change it waits for its end. */
export async function stepToChange(tx: Db, cycle: string, step: string): Promise<StepRecord | undefined> {
  return tx
    .selectFrom('steps')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .where('id', '=', step)
    .forUpdate()
    .executeTakeFirst();
}

const COLUMNS = [
  'cycle',
  'id',
  'planned',
  'status',
  'dueOn',
  'dueAt',
  'openedAt',
  'completedAt',
  'run',
  'waitingFor',
  'note',
  'trouble',
] as const;
