import { partsOf } from '../../domain/plan-outline.js';
import { toReadIn, weightToRead } from '../../domain/to-read.js';
import type { Db } from '../database.js';
import type { CycleName } from './cycles.js';
import { planShown } from './plan.js';

/** Readings of a plan that nobody has confirmed: what they are of is not computed. */
export interface ReadingsWaiting {
  readonly count: number;
  /** Percent of the scorecard's weight; absent where it has none. */
  readonly share?: string;
  /** Whether the plan is in force: checkpoints then do without them. */
  readonly inForce: boolean;
}

/** Undefined where none waits, the cycle is over or there is no plan. */
export async function readingsWaiting(
  db: Db,
  cycle: Pick<CycleName, 'entity' | 'exercise' | 'status'>,
): Promise<ReadingsWaiting | undefined> {
  if (cycle.status === 'closed' || cycle.status === 'cancelled') return undefined;
  const shown = await planShown(db, cycle.entity, cycle.exercise);
  if (shown === undefined) return undefined;
  const parts = partsOf(shown.plan);
  const open = toReadIn(parts, cycle.exercise);
  if (open.length === 0) return undefined;
  const share = weightToRead(parts, open);
  return { count: open.length, inForce: shown.status === 'in-force', ...(share === undefined ? {} : { share }) };
}
