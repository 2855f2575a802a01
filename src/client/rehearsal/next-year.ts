import type { CycleRef } from '../../domain/acting.js';
import { resumeClock } from '../../domain/clock.js';
import { castWords } from '../../words/cast.js';
import { startCycle } from '../system/cycles.js';
import type { Space } from '../system/system.js';
import { beginNextPlan } from './cast/next-year.js';
import type { CastDeps } from './cast/planned.js';

/**
 * Once the story is over the cycle of the year after begins, and its plan from the one of this year. The calendar then goes on as slowly
 * as outside: nobody of the cast plays that cycle.
 */
export async function beginNextYear(space: Space, ref: CycleRef, cast: CastDeps): Promise<void> {
  const { rollOver } = cast.script;
  if (rollOver === undefined) return;
  space.setClock({ ...resumeClock(space.clock(), Date.now(), space.now()), speed: 1 });
  cast.tell(castWords.nextCycle(ref.exercise + 1));
  await startCycle(space.temporal, { ...ref, exercise: ref.exercise + 1, clock: space.clock() });
  await beginNextPlan(cast, rollOver.dropped);
}
