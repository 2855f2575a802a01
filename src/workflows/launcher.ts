import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import { calendarInstant } from '../domain/clock.js';
import { office } from './activities.js';
import { performanceCycle } from './cycle.js';
import { cycleId } from './ids.js';
import type { LauncherInput } from './messages.js';

/**
 * What the yearly Schedule starts: plans the exercise's calendar, then leaves the cycle to itself.
 * @returns whether this started it; a cycle that runs already goes on undisturbed
 */
export async function launchCycle(input: LauncherInput): Promise<boolean> {
  const cycle = await office.prepareCycle(input, calendarInstant(input.clock, Date.now()));
  const workflowId = cycleId(cycle.ref);
  try {
    await startChild(performanceCycle, { workflowId, args: [cycle], parentClosePolicy: ParentClosePolicy.ABANDON });
    return true;
  } catch (cause) {
    if (cause instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw cause;
  }
}
