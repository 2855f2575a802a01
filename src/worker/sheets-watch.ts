import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import { leftOf } from '../domain/individual/goals.js';
import { alone } from '../register/alone.js';
import type { Register } from '../register/database.js';
import { sheetsStanding, stepsAwaitingSheets } from '../register/reading/sheets-standing.js';
import type { StepRecord } from '../register/steps.js';
import { settledSignal } from '../workflows/messages.js';
import { repeating } from './repeating.js';

interface SheetsWatchDeps {
  readonly client: Client;
  readonly register: Register;
  readonly space: string;
  readonly log: Logger;
}

/** A task that was told and has not ended is told again after so many rounds. */
const ROUNDS_BETWEEN = 60;

/**
 * Tells the tasks that wait for people's sheets when all of them are where they must be: nothing of anybody goes to the workflow, not
 * even how many they are.
 * @returns stops the watch
 */
export function startSheetsWatch(deps: SheetsWatchDeps, everyMs = 5_000): () => Promise<void> {
  return repeating(everyMs, sheetsWatcher(deps));
}

/** One round at each call; it remembers whom it has told. */
export function sheetsWatcher({ client, register, space, log }: SheetsWatchDeps): () => Promise<void> {
  const told = new Map<string, number>();
  const trying = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await work().catch((cause: unknown) => log.warn({ cause }, `${what} failed, it will be tried again`));
  };
  return () =>
    trying('looking at people’s sheets', () =>
      alone(register.db, 'schede', async () => {
        const steps = await stepsAwaitingSheets(register.db);
        // Of what has ended nothing is remembered.
        const open = new Set(steps.map(idOf));
        for (const id of told.keys()) if (!open.has(id)) told.delete(id);
        for (const step of steps) await trying(`looking at the sheets for ${idOf(step)}`, () => look(step));
      }),
    );

  async function look(step: StepRecord): Promise<void> {
    const id = idOf(step);
    const left = told.get(id) ?? 0;
    if (left > 0) {
      told.set(id, left - 1);
      return;
    }
    if (!(await isSettled(register, step))) return;
    try {
      await client.workflow.getHandle(`${space}/${id}`).signal(settledSignal);
    } catch (cause) {
      // A step that broke off is told once it is started again.
      if (!(cause instanceof WorkflowNotFoundError)) throw cause;
    }
    told.set(id, ROUNDS_BETWEEN);
  }
}

/** Whether a task has everything it waits for of the sheets of its cycle. */
export async function isSettled({ db }: Pick<Register, 'db'>, { cycle, planned, dueOn }: StepRecord): Promise<boolean> {
  const goal = planned.sheets;
  if (goal === undefined) return false;
  const standing = await sheetsStanding(db, cycle);
  return standing !== undefined && leftOf(goal, standing, { opensOn: planned.opensOn, dueOn }) === 0;
}

const idOf = ({ cycle, planned }: StepRecord): string => `${cycle}/${planned.id}`;
