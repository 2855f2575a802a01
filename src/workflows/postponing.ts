import { setHandler } from '@temporalio/workflow';
import type { CycleRef } from '../domain/acting.js';
import { haveSameDates } from '../domain/calendar/postponement.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { register } from './activities.js';
import { postponeUpdate } from './messages.js';
import type { Progress } from './step-progress.js';

/** What a cycle lends to who dates its steps again. */
export interface Redatable {
  readonly ref: CycleRef;
  readonly progress: ReadonlyMap<string, Progress>;
  now(): Instant;
  tellOfDates(entry: Progress): Promise<void>;
  /** Steps that wait for their day have another one. */
  moved(): void;
}

/** A term the law moves takes with it what counts from it: the register says which steps, and each is told. */
export function answerPostponements(cycle: Redatable, refuseEnded: () => void): void {
  const { ref, now } = cycle;
  setHandler(
    postponeUpdate,
    async (command) => {
      const steps = await register.postponeBudget(ref, command, now());
      await takeDates(cycle, steps);
      return steps.length;
    },
    { validator: (_command) => refuseEnded() },
  );
}

/** A board's act takes with it what counts from it: the register says from which day, and each is told. */
export async function countFromAct(cycle: Redatable, ended: string): Promise<void> {
  const { ref, progress, now } = cycle;
  if (![...progress.values()].some(({ step }) => step.countsFrom?.step === ended)) return;
  await takeDates(cycle, await register.countFromAct(ref, ended, now()));
}

async function takeDates({ progress, tellOfDates, moved }: Redatable, steps: readonly DatedStep[]): Promise<void> {
  for (const step of steps) {
    const entry = progress.get(step.id);
    if (entry === undefined || entry.status === 'done' || haveSameDates(entry.step, step)) continue;
    entry.step = step;
    moved();
    await tellOfDates(entry);
  }
}
