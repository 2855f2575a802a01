import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import { calendarInstant } from '../domain/clock.js';
import type { Launch, LauncherInput } from '../domain/cycle-input.js';
import { office } from './activities.js';
import { performanceCycle } from './cycle.js';
import { cycleWorkflow } from './ids.js';

/**
 * What the yearly Schedule starts: plans the exercise's calendar, then leaves the cycle to itself. A cycle that runs already
 * goes on undisturbed; one that broke down goes on from where the register says it stood; one that ended stays so.
 */
export async function launchCycle(input: LauncherInput): Promise<Launch> {
  const cycle = await office.prepareCycle(input, calendarInstant(input.clock, Date.now()));
  if (cycle.ended !== undefined) return cycle.ended;
  const workflowId = cycleWorkflow(cycle.ref);
  try {
    await startChild(performanceCycle, { workflowId, args: [cycle], parentClosePolicy: ParentClosePolicy.ABANDON });
    return 'started';
  } catch (cause) {
    if (cause instanceof WorkflowExecutionAlreadyStartedError) return 'running';
    throw cause;
  }
}
