import { setHandler } from '@temporalio/workflow';
import type { CycleRef } from '../domain/acting.js';
import { haveSameDates } from '../domain/calendar/postponement.js';
import type { Instant } from '../domain/calendar/types.js';
import { register } from './activities.js';
import { postponeUpdate } from './messages.js';
import type { Progress } from './step-progress.js';

/** What a cycle lends to who dates its steps again. */
interface Postponable {
  readonly ref: CycleRef;
  readonly progress: ReadonlyMap<string, Progress>;
  now(): Instant;
  refuseEnded(): void;
  tellOfDates(entry: Progress): Promise<void>;
  /** Steps that wait for their day have another one. */
  moved(): void;
}

/** A term the law moves takes with it what counts from it: the register says which steps, and each is told. */
export function answerPostponements(cycle: Postponable): void {
  const { ref, progress, now, refuseEnded, tellOfDates, moved } = cycle;
  setHandler(
    postponeUpdate,
    async (command) => {
      const steps = await register.postponeBudget(ref, command, now());
      for (const step of steps) {
        const entry = progress.get(step.id);
        if (entry === undefined || entry.status === 'done' || haveSameDates(entry.step, step)) continue;
        entry.step = step;
        moved();
        await tellOfDates(entry);
      }
      return steps.length;
    },
    { validator: (_command) => refuseEnded() },
  );
}
