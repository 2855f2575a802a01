import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { REAL_TIME } from '../../domain/clock.js';
import type { Launch, LauncherInput } from '../../domain/cycle-input.js';
import { oneLineOf } from '../../domain/refusal.js';
import { LAUNCH_SPREAD_S } from '../../domain/troubles-of.js';
import { Failure } from '../../platform/errors.js';
import { nobodyAnswers, refusalsIn } from '../../worker/awaited-acts.js';
import * as ids from '../../workflows/ids.js';
import { launchCycle } from '../../workflows/launcher.js';

/** Which cycle is to begin, and by which clock. */
type Starting = LauncherInput & { readonly exercise: number };

/**
 * Starts one cycle now, whatever the day; one that broke down goes on from where it stood.
 * @throws Failure with what the activity that plans it refused it for
 */
export async function startCycle(client: Client, input: Starting): Promise<Launch> {
  try {
    return await launched(client, input);
  } catch (cause) {
    const refusals = refusalsIn(cause);
    throw refusals === undefined ? cause : new Failure(1, `${oneLineOf(refusals)}.`);
  }
}

/**
 * The same, for whoever waits on a page.
 * @param patienceMs wall milliseconds
 * @returns `asked` when nobody has answered by then: it begins when somebody does
 */
export async function askForCycle(client: Client, input: Starting, patienceMs: number): Promise<Launch | 'asked'> {
  try {
    return await client.withDeadline(Date.now() + patienceMs, () => launched(client, input));
  } catch (cause) {
    if (nobodyAnswers(cause)) return 'asked';
    throw cause;
  }
}

/** Whoever asks while it is being launched is answered what the first is. */
const launched = (client: Client, input: Starting): Promise<Launch> =>
  client.workflow.execute(launchCycle, {
    workflowId: `${ids.cycleWorkflow(input)}/avvio`,
    workflowIdConflictPolicy: 'USE_EXISTING',
    taskQueue: ids.taskQueue(input.space),
    args: [input],
  });

/**
 * The entity's yearly Schedule: on 1 June within half an hour of 8 in Italy, not all bodies at once, the cycle of the next
 * exercise starts. One already there becomes as it is here, and stays paused if it was.
 * Missed because everything was down, it is made up for within a month.
 */
export async function ensureSchedule(client: Client, space: string, entity: string): Promise<void> {
  const scheduleId = ids.scheduleId(space, entity);
  const wanted = yearlyStart(space, entity);
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
  }
}

const yearlyStart = (space: string, entity: string) => ({
  spec: {
    calendars: [{ month: 'JUNE' as const, dayOfMonth: 1, hour: 8 }],
    timezone: 'Europe/Rome',
    jitter: LAUNCH_SPREAD_S * 1_000,
  },
  action: {
    type: 'startWorkflow' as const,
    workflowType: launchCycle,
    workflowId: `${space}/${entity}/avvio`,
    taskQueue: ids.taskQueue(space),
    args: [{ space, entity, clock: REAL_TIME }] as [LauncherInput],
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '30 days' as const },
});
