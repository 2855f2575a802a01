import { type CheckpointRef, type FrozenIndicator, frozenIndicators } from './checkpoints.js';
import type { Db } from './database.js';

/** Checkpoints kept in memory, the least used go first: more than are ever open at once in one process. */
const KEPT = 500;

type Frozen = ReadonlyMap<string, FrozenIndicator>;
const kept = new WeakMap<Db, Map<string, Promise<Frozen>>>();

/**
 * What a checkpoint froze, by indicator, read once for each process: the register lets nobody change it. Empty when the
 * checkpoint has not opened, which is asked again each time.
 */
export async function frozenOf(db: Db, ref: CheckpointRef): Promise<Frozen> {
  // A transaction sees what others do not: it reads for itself.
  if (db.isTransaction) return read(db, ref);
  const known = kept.get(db) ?? new Map<string, Promise<Frozen>>();
  kept.set(db, known);
  const key = `${ref.cycle}/${ref.checkpoint}`;
  const before = known.get(key);
  const found = before ?? read(db, ref);
  known.delete(key);
  known.set(key, found);
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

async function read(db: Db, ref: CheckpointRef): Promise<Frozen> {
  return new Map((await frozenIndicators(db, ref)).map((one) => [one.indicator, one]));
}
