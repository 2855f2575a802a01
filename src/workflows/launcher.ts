import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import { calendarInstant } from '../domain/clock.js';
import { office } from './activities.js';
import { performanceCycle } from './cycle.js';
import { cycleId } from './ids.js';
import type { LauncherInput } from './messages.js';

/** What the yearly Schedule starts: plans the exercise's calendar, then leaves the cycle to itself. */
export async function launchCycle(input: LauncherInput): Promise<string> {
  const cycle = await office.prepareCycle(input, calendarInstant(input.clock, Date.now()));
  const workflowId = cycleId(cycle.ref);
  await startChild(performanceCycle, { workflowId, args: [cycle], parentClosePolicy: ParentClosePolicy.ABANDON });
  return workflowId;
}
