import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeBack } from '../../../src/client/rehearsal/take-back.js';
import { msOfInstant } from '../../../src/domain/clock.js';
import type { RunningTemporal } from '../../../src/platform/temporal.js';
import { workflowBundle } from '../../../src/worker/bundle.js';
import { stepWorkflow, taskQueue } from '../../../src/workflows/ids.js';
import { approval } from '../../../src/workflows/index.js';
import { devServer } from '../../setup/temporal.js';
import { input, type Office, office, REF, START, step } from '../../workflows/office.js';

let server: RunningTemporal;
let connection: Connection;
let client: Client;
beforeAll(async () => {
  server = await devServer();
  connection = await Connection.connect({ address: server.address });
  client = new Client({ connection, namespace: server.namespace });
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

const matter = step('approval', {
  id: 'approvazione',
  document: 'piano',
  board: 'giunta',
  recorder: 'segreteria-giunta',
});
const workflowId = stepWorkflow(REF, matter.id);

async function worker(o: Office): Promise<{ stop(): Promise<void> }> {
  const native = await NativeConnection.connect({ address: server.address });
  const made = await Worker.create({
    connection: native,
    namespace: server.namespace,
    taskQueue: taskQueue(REF.space),
    workflowBundle: await workflowBundle(),
    activities: o.activities,
  });
  const running = made.run();
  return {
    stop: async () => {
      made.shutdown();
      await running;
      await native.close();
    },
  };
}

const begun = async (): Promise<number> => {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  return (raw.pendingActivities ?? []).filter(({ lastStartedTime }) => lastStartedTime != null).length;
};

async function eventually(what: string, met: () => Promise<boolean> | boolean): Promise<void> {
  const until = Date.now() + 30_000;
  while (!(await met())) {
    if (Date.now() > until) throw new Error(`it never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('what a worker that is no more had in hand', () => {
  test('is taken back before the next one begins, which does it at once and not when it would have timed out', async () => {
    const dying = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'test/client/rehearsal/dying-worker.ts',
        server.address,
        server.namespace,
        taskQueue(REF.space),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const killed = once(dying, 'exit');
    await client.workflow.start(approval, {
      taskQueue: taskQueue(REF.space),
      workflowId,
      args: [input({ origin: Date.now(), start: msOfInstant(START), speed: 1 }, matter)],
    });
    expect(await killed).toEqual([null, 'SIGKILL']);
    expect(await begun()).toBe(1);

    expect(await takeBack(client, [workflowId])).toBe(1);
    expect(await takeBack(client, [workflowId])).toBe(0);
    const second = await worker(office());
    await eventually('the document is frozen', async () => (await begun()) === 0);
    await client.workflow.getHandle(workflowId).terminate();
    await second.stop();
  });
});
