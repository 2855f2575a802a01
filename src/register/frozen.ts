import { type CheckpointRef, type FrozenIndicator, frozenIndicators } from './checkpoints.js';
import type { Db } from './database.js';

/** Checkpoints kept in memory, the least used go first: more than are ever open at once in one process. */
const KEPT = 500;

/** How long what was read is kept: another process may confirm or correct a reading. */
const KEPT_MS = 5_000;

type Frozen = ReadonlyMap<string, FrozenIndicator>;
interface Kept {
  readonly found: Promise<Frozen>;
  /** Wall time, in milliseconds. */
  readonly until: number;
}
const kept = new WeakMap<Db, Map<string, Kept>>();

/**
 * What a checkpoint asks, by indicator, read again after some seconds: what was frozen stays, how it is read may be said or
 * corrected. Empty, when the checkpoint has not opened, it is read each time.
 */
export async function frozenOf(db: Db, ref: CheckpointRef): Promise<Frozen> {
  // A transaction sees what others do not: it reads for itself.
  if (db.isTransaction) return read(db, ref);
  const known = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, known);
  const key = `${ref.cycle}/${ref.checkpoint}`;
  const before = known.get(key);
  const fresh = before !== undefined && before.until > Date.now();
  const found = fresh ? before.found : read(db, ref);
  known.delete(key);
  known.set(key, fresh ? before : { found, until: Date.now() + KEPT_MS });
  const oldest = known.size > KEPT ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  try {
    const frozen = await found;
    if (frozen.size === 0) known.delete(key);
    return frozen;
  } catch (cause) {
    known.delete(key);
    throw cause;
  }
}

/** Reads again what the checkpoints of a cycle ask: a reading has just been put on record in this process. */
export function readFrozenAgain(db: Db, cycle: string): void {
  const known = kept.get(db);
  for (const key of known?.keys() ?? []) if (key.startsWith(`${cycle}/`)) known?.delete(key);
}

async function read(db: Db, ref: CheckpointRef): Promise<Frozen> {
  return new Map((await frozenIndicators(db, ref)).map((one) => [one.indicator, one]));
}
