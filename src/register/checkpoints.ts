import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { type ConfirmedReading, lastReadings } from '../domain/confirmed-readings.js';
import { unitOf } from '../domain/measured/measure.js';
import type { DecimalText, Reading, Unit } from '../domain/targets/types.js';
import type { ValueStanding } from '../domain/value-standing.js';
import type { CheckpointState } from './checkpoint-tables.js';
import { confirmedReadingsOf } from './confirmed-readings.js';
import { type Db, inTransaction } from './database.js';
import { jsonOrNull } from './json.js';
import type { Row } from './row.js';
import type { Tables } from './tables.js';
import { valueStanding } from './value-standing.js';

/** A checkpoint by its cycle and step. */
export interface CheckpointRef {
  readonly cycle: string;
  readonly checkpoint: string;
}

/** What a checkpoint collects of one indicator, as frozen when it opened. */
export interface FrozenIndicator {
  readonly indicator: string;
  readonly name: string;
  /** Office that answers for it. */
  readonly office: string;
  readonly unit?: Unit;
  /** Verbatim. */
  readonly target: string;
  /** The confirmed reading, also when it was confirmed after the checkpoint opened; absent when nobody has confirmed one. */
  readonly reading?: Reading;
  readonly weight?: DecimalText;
}

/** What a checkpoint does not ask yet, as frozen when it opened. */
export type LaterIndicator = Row<'laterIndicators', 'indicator' | 'name' | 'office' | 'target' | 'knownFrom'>;

export interface NewCheckpoint extends CheckpointRef {
  readonly ordinal: number;
  /** The collection of the year's final values. */
  readonly final?: boolean;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly planVersion: number;
  readonly planHash: string;
  readonly simulated: boolean;
  readonly openedAt: Instant;
  readonly indicators: readonly FrozenIndicator[];
  /** Not asked yet: their values are known later. */
  readonly later?: readonly LaterIndicator[];
}

export interface CheckpointRecord extends Omit<NewCheckpoint, 'indicators' | 'later' | 'final'> {
  readonly final: boolean;
  /** What its values are to the year's results; null where the cycle collects no final ones. */
  readonly standing: ValueStanding | null;
  readonly state: CheckpointState;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly closeReason: string | null;
}

/** Opens a checkpoint with what it freezes. Idempotent: one already open, or closed, stays as it is. */
export async function openCheckpoint(db: Db, checkpoint: NewCheckpoint): Promise<void> {
  await inTransaction(db, async (tx) => {
    const inserted = await tx
      .insertInto('checkpoints')
      .values({
        cycle: checkpoint.cycle,
        id: checkpoint.checkpoint,
        ordinal: checkpoint.ordinal,
        final: checkpoint.final ?? false,
        periodFrom: checkpoint.from,
        periodTo: checkpoint.to,
        planVersion: checkpoint.planVersion,
        planHash: checkpoint.planHash,
        simulated: checkpoint.simulated,
        openedAt: checkpoint.openedAt,
      })
      .onConflict((c) => c.columns(['cycle', 'id']).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return;
    const later = (checkpoint.later ?? []).map((one, ordinal) => ({
      ...one,
      cycle: checkpoint.cycle,
      checkpoint: checkpoint.checkpoint,
      ordinal,
    }));
    if (later.length > 0) await tx.insertInto('laterIndicators').values(later).execute();
    if (checkpoint.indicators.length === 0) return;
    await tx
      .insertInto('checkpointIndicators')
      .values(
        checkpoint.indicators.map((frozen, ordinal) => ({
          cycle: checkpoint.cycle,
          checkpoint: checkpoint.checkpoint,
          indicator: frozen.indicator,
          ordinal,
          name: frozen.name,
          office: frozen.office,
          unit: jsonOrNull(frozen.unit),
          target: frozen.target,
          reading: jsonOrNull(frozen.reading),
          weight: frozen.weight ?? null,
        })),
      )
      .execute();
  });
}

export async function checkpointOf(db: Db, ref: CheckpointRef): Promise<CheckpointRecord | undefined> {
  const row = await db
    .selectFrom('checkpoints as k')
    .select(valueStanding.as('standing'))
    .select([
      'cycle',
      'id as checkpoint',
      'ordinal',
      'final',
      'periodFrom as from',
      'periodTo as to',
      'planVersion',
      'planHash',
    ])
    .select(['simulated', 'openedAt', 'state', 'closedAt', 'closedBy', 'closeReason'])
    .where('cycle', '=', ref.cycle)
    .where('id', '=', ref.checkpoint)
    .executeTakeFirst();
  return row;
}

/**
 * What the checkpoint collects, in the plan's order; of some offices only, when given. What was frozen without a reading has
 * the one confirmed since; what was corrected or withdrawn since, as it was.
 */
export async function frozenIndicators(
  db: Db,
  ref: CheckpointRef,
  offices?: readonly string[],
): Promise<readonly FrozenIndicator[]> {
  let query = db
    .selectFrom('askedIndicators')
    .select(['indicator', 'name', 'office', 'unit', 'target', 'reading', 'weight'])
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .orderBy('ordinal');
  if (offices !== undefined) {
    if (offices.length === 0) return [];
    query = query.where('office', 'in', [...offices]);
  }
  const [rows, said] = await Promise.all([
    query.execute(),
    confirmedReadingsOf(db, ref.cycle, { checkpoint: ref.checkpoint }),
  ]);
  return readAnew(rows, said).map(({ unit, reading, weight, ...rest }) => ({
    ...rest,
    unit: unit ?? undefined,
    reading: reading ?? undefined,
    weight: weight ?? undefined,
  }));
}

type AskedRow = Pick<Tables['checkpointIndicators'], 'indicator' | 'name' | 'target'> & {
  readonly unit: Unit | null;
  readonly reading: Reading | null;
};

/** What was frozen, with the readings that were corrected or withdrawn after that. */
export function readAnew<T extends AskedRow>(rows: readonly T[], said: readonly ConfirmedReading[]): readonly T[] {
  const lastOf = lastReadings(said.filter((one) => one.later === true));
  return rows.map((row) => {
    const last = lastOf(row);
    if (last === undefined) return row;
    const { reading } = last;
    return { ...row, reading, unit: reading === null ? null : (unitOf({ reading }) ?? null) };
  });
}

/** Holds a checkpoint until the transaction ends: meanwhile no form enters it, and no value of it comes back. */
export async function holdCheckpoint(tx: Db, ref: CheckpointRef): Promise<void> {
  await tx
    .selectFrom('checkpoints')
    .select('id')
    .where('cycle', '=', ref.cycle)
    .where('id', '=', ref.checkpoint)
    .forUpdate()
    .executeTakeFirst();
}

/** The checkpoints of a cycle that take values, in their order. */
export async function collectingCheckpoints(db: Db, cycle: string): Promise<readonly string[]> {
  const open = await db
    .selectFrom('checkpoints')
    .select('id')
    .where('cycle', '=', cycle)
    .where('state', '=', 'collecting')
    .orderBy('ordinal')
    .execute();
  return open.map(({ id }) => id);
}

/** How a checkpoint was closed, and how many submissions the workflow has still to take. */
interface Closure {
  readonly closedAt: Instant;
  readonly closedBy: string;
  readonly reason: string | null;
  readonly untaken: number;
}

/**
 * Closes a checkpoint: from the moment this answers no measurement enters it, and every one that had its receipt is in.
 * Idempotent: a second closing answers the first.
 */
export async function closeCheckpoint(
  db: Db,
  ref: CheckpointRef,
  closing: { readonly at: Instant; readonly by: string; readonly reason?: string },
): Promise<Closure> {
  return inTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom('checkpoints')
      .select(['state', 'closedAt', 'closedBy', 'closeReason'])
      .where('cycle', '=', ref.cycle)
      .where('id', '=', ref.checkpoint)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Error(`checkpoint ${ref.checkpoint} of cycle ${ref.cycle} is not in the register`);
    const untaken = await countUntaken(tx, ref);
    if (row.closedAt !== null) {
      return { closedAt: row.closedAt, closedBy: row.closedBy ?? '', reason: row.closeReason, untaken };
    }
    const closure = { closedAt: closing.at, closedBy: closing.by, closeReason: closing.reason ?? null };
    await tx
      .updateTable('checkpoints')
      .set({ state: 'closed', ...closure })
      .where('cycle', '=', ref.cycle)
      .where('id', '=', ref.checkpoint)
      .execute();
    return { closedAt: closing.at, closedBy: closing.by, reason: closure.closeReason, untaken };
  });
}

/** Lets measurements in again, when a step is reopened. Idempotent; what was closed and why is for the log to keep. */
export async function reopenCheckpoint(db: Db, ref: CheckpointRef): Promise<void> {
  await db
    .updateTable('checkpoints')
    .set({ state: 'collecting', closedAt: null, closedBy: null, closeReason: null })
    .where('cycle', '=', ref.cycle)
    .where('id', '=', ref.checkpoint)
    .execute();
}

async function countUntaken(db: Db, ref: CheckpointRef): Promise<number> {
  const row = await db
    .selectFrom('untaken')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .executeTakeFirstOrThrow();
  return row.count;
}
