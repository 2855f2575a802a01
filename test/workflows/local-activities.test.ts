import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '../../src/domain/decision.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { approval } from '../../src/workflows/index.js';
import { approvalQuery, decideUpdate, remindUpdate } from '../../src/workflows/messages.js';
import { aMoment, aServer, realTime, until } from './at-work.js';
import { input, type Office, office, owner, START, step } from './office.js';

const server = aServer();
let bundle: Awaited<ReturnType<typeof workflowBundle>>;
beforeAll(async () => {
  bundle = await workflowBundle();
});

/**
 * Two acts that come with one workflow task write in the register beside each other. In a replay what they wrote is known at
 * once, and in the order in which they began.
 */
describe('two acts that come together, of which the second is written first', () => {
  const BUSY_MS = 1_500;
  const SLOW_MS = 700;

  /** Writes some reminders slowly: the first keeps the worker busy while others arrive. */
  function slowly(): Office {
    const waits = [BUSY_MS, SLOW_MS, 0];
    const o = office({
      recordStep: async (_ref, dated, change) => {
        if (change.action === 'reminded') await aMoment(waits.shift());
        o.changes.push({ step: dated.id, change });
      },
    });
    return o;
  }

  const remind = (handle: WorkflowHandle, key: string): Promise<unknown> =>
    handle.executeUpdate(remindUpdate, { args: [{ key, actor: owner }] });

  const decision: Decision = {
    key: 'd1',
    outcome: 'rejected',
    remarks: 'mancano le risorse',
    decidedBy: 'segretaria.giunta',
    documentHash: '1'.repeat(64),
    recordedOn: '2015-12-05',
  };

  test.each<readonly [string, (handle: WorkflowHandle) => Promise<unknown>]>([
    ['two reminders', (handle) => remind(handle, 'second')],
    ['a reminder and a decision', (handle) => handle.executeUpdate(decideUpdate, { args: [decision] })],
  ])('%s', async (name, second) => {
    const o = slowly();
    const history = await server.run(o, async (at) => {
      const handle = await at.client.workflow.start(approval, {
        taskQueue: at.queue,
        workflowId: `${at.queue}/${name.replaceAll(' ', '-')}`,
        args: [input(realTime(START), step('approval', { board: 'giunta', document: 'piano' }))],
      });
      await until(async () => (await handle.query(approvalQuery)).phase === 'before-board');
      const acts = [remind(handle, 'busy')];
      await aMoment(BUSY_MS / 3);
      acts.push(remind(handle, 'first'));
      await aMoment(50);
      acts.push(second(handle));
      await Promise.all(acts);
      const lived = await handle.fetchHistory();
      await handle.terminate();
      return lived;
    });
    expect(o.changes.filter(({ change }) => change.action === 'reminded').length).toBeGreaterThan(1);
    await Worker.runReplayHistory({ workflowBundle: bundle }, history, name);
  });
});
