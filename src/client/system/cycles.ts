import {
  ApplicationFailure,
  type Client,
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/client';
import type { CycleRef } from '../../domain/acting.js';
import { REAL_TIME } from '../../domain/clock.js';
import type { Launch, LauncherInput } from '../../domain/cycle-input.js';
import { REFUSED } from '../../domain/refusal.js';
import { LAUNCH_SPREAD_S } from '../../domain/troubles-of.js';
import { Failure } from '../../platform/errors.js';
import * as ids from '../../workflows/ids.js';
import { launchCycle } from '../../workflows/launcher.js';

/** Starts one cycle now, whatever the day; one that broke down goes on from where it stood. */
export async function startCycle(
  client: Client,
  input: LauncherInput & { readonly exercise: number },
): Promise<Launch> {
  const ref: CycleRef = { space: input.space, entity: input.entity, exercise: input.exercise };
  try {
    return await client.workflow.execute(launchCycle, {
      workflowId: `${ids.cycleWorkflow(ref)}/avvio`,
      taskQueue: ids.taskQueue(input.space),
      args: [input],
    });
  } catch (cause) {
    if (cause instanceof WorkflowExecutionAlreadyStartedError) return 'running';
    throw refusedStart(cause) ?? cause;
  }
}

/** What the activity that plans a cycle refused it for, as who asked for it is told; undefined of anything else. */
function refusedStart(cause: unknown): Failure | undefined {
  for (let at = cause; at instanceof Error; at = at.cause)
    if (at instanceof ApplicationFailure && at.type === REFUSED) return new Failure(1, `${at.message}.`);
  return undefined;
}

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
