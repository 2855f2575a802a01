import type { WorkflowHandle } from '@temporalio/client';
import { checkpoint } from '../../src/workflows/index.js';
import { checkpointQuery } from '../../src/workflows/messages.js';
import type { StepInput } from '../../src/workflows/types.js';
import { type AtWork, realTime, until } from './at-work.js';
import { input, type Office, office, owner, step } from './office.js';

export const period = { ordinal: 3, from: '2015-01-01', to: '2015-12-31' } as const;
export const dated = step('checkpoint', { id: 'rilevazione', dueOn: '2016-01-31', checkpoint: period });

/** Starts a checkpoint, in its first run and in real time unless said. */
export const begin = (at: AtWork, over: Partial<StepInput> = {}): Promise<WorkflowHandle<typeof checkpoint>> =>
  at.client.workflow.start(checkpoint, {
    taskQueue: at.queue,
    workflowId: `${at.queue}/rilevazione`,
    args: [{ ...input(realTime(), dated), ...over }],
  });

export const collecting = (handle: WorkflowHandle<typeof checkpoint>): Promise<void> =>
  until(() =>
    handle.query(checkpointQuery).then(
      ({ phase }) => phase === 'collecting',
      () => false,
    ),
  );
export const missing = async (handle: WorkflowHandle<typeof checkpoint>): Promise<number> =>
  (await handle.query(checkpointQuery)).missing;
export const isRunning = async (handle: WorkflowHandle<typeof checkpoint>): Promise<boolean> =>
  (await handle.describe()).status.name === 'RUNNING';

export const remark = { indicator: '1.1.1-01', remark: 'manca la rassegna', actor: owner };

/** An office whose inbox counts what it takes. */
export function inbox(): Office & { arrived: number } {
  const o: Office & { arrived: number } = Object.assign(
    office({
      takeArrived: async () => {
        const taken = o.arrived;
        o.arrived = 0;
        o.missing = Math.max(0, o.missing - taken);
        return { expected: 2, missing: o.missing, taken };
      },
    }),
    { arrived: 0 },
  );
  return o;
}
