import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeBack } from '../../src/client/rehearsal/take-back.js';
import { msOfInstant } from '../../src/domain/clock.js';
import type { RunningTemporal } from '../../src/platform/temporal.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { stepId, taskQueue } from '../../src/workflows/ids.js';
import { approval } from '../../src/workflows/index.js';
import { devServer } from '../setup/temporal.js';
import { input, type Office, office, REF, START, step } from '../workflows/office.js';

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
const workflowId = stepId(REF, matter.id);

/** A worker; `die` leaves what it has in hand as a killed process does: begun, and never answered for. */
async function worker(o: Office): Promise<{ die(): Promise<void> }> {
  const native = await NativeConnection.connect({ address: server.address });
  const made = await Worker.create({
    connection: native,
    namespace: server.namespace,
    taskQueue: taskQueue(REF.space),
    workflowBundle: await workflowBundle(),
    activities: o.activities,
    shutdownForceTime: 500,
  });
  const running = made.run();
  return {
    die: async () => {
      made.shutdown();
      await running.catch((cause: unknown) => {
        if (!(cause instanceof Error && cause.name === 'GracefulShutdownPeriodExpiredError')) throw cause;
      });
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
    const first = await worker(office({ freezeDocument: () => new Promise(() => undefined) }));
    await client.workflow.start(approval, {
      taskQueue: taskQueue(REF.space),
      workflowId,
      args: [input({ origin: Date.now(), start: msOfInstant(START), speed: 1 }, matter)],
    });
    await eventually('the document is being frozen', async () => (await begun()) === 1);
    await first.die();
    expect(await begun()).toBe(1);

    expect(await takeBack(client, [workflowId])).toBe(1);
    expect(await takeBack(client, [workflowId])).toBe(0);
    const o = office();
    const second = await worker(o);
    await eventually('who decides is asked', () => o.waves.some(({ step: asked }) => asked.id === matter.id));
    expect(await begun()).toBe(0);
    await client.workflow.getHandle(workflowId).terminate();
    await second.die();
  });
});
