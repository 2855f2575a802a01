import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, sleep, startChild } from '@temporalio/workflow';
import type { StepKind } from '../domain/calendar/types.js';
import { amendment } from './amendment.js';
import { approval } from './approval.js';
import { cycleAttributes } from './attributes.js';
import { checkpoint } from './checkpoint.js';
import { stepWorkflow } from './ids.js';
import { publication } from './publication.js';
import type { Progress } from './step-progress.js';
import { task } from './task.js';
import type { StepInput, StepResult } from './types.js';

const KINDS: Record<StepKind, (input: StepInput) => Promise<StepResult>> = {
  task,
  approval,
  checkpoint,
  publication,
  amendment,
};

/** Waits between attempts at starting a step that another run of the cycle has left to end. */
const UNTIL_ENDED = ['1 second', '5 seconds', '30 seconds', '2 minutes', '10 minutes'] as const;

/** Starts a step; where the one of a cycle that broke down has still to end, waits for that. */
export async function startStep(input: StepInput): Promise<NonNullable<Progress['child']>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await startChild(KINDS[input.step.kind], {
        workflowId: stepWorkflow(input.ref, input.step.id),
        args: [input],
        parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
        typedSearchAttributes: cycleAttributes(input.ref, input.step, 'open'),
      });
    } catch (cause) {
      const pause = UNTIL_ENDED[attempt];
      if (!(cause instanceof WorkflowExecutionAlreadyStartedError) || pause === undefined) throw cause;
      await sleep(pause);
    }
  }
}
