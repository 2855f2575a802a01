import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Deployment,
  listVersions,
  setCurrentVersion,
  setRampingVersion,
} from '../../src/client/system/versions.js';
import { Failure } from '../../src/platform/errors.js';
import type { RunningTemporal } from '../../src/platform/temporal.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { versionedAs } from '../../src/worker/versioning.js';
import { cycleWorkflow, stepWorkflow } from '../../src/workflows/ids.js';
import { performanceCycle } from '../../src/workflows/index.js';
import { completeUpdate, remindUpdate } from '../../src/workflows/messages.js';
import { devServer } from '../setup/temporal.js';
import { calendarOf, realTime, until } from '../workflows/at-work.js';
import { office, owner, REF, step } from '../workflows/office.js';

const SPACE = 'versioni';
let server: RunningTemporal;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let deployment: Deployment;
let bundle: Awaited<ReturnType<typeof workflowBundle>>;
const ends: (() => Promise<unknown>)[] = [];
/** Which version did what, in order: `0.1.0 opened`. */
const done: string[] = [];

beforeAll(async () => {
  server = await devServer();
  ends.push(() => server.stop());
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  ends.push(() => connection.close());
  ends.push(() => native.close());
  client = new Client({ connection, namespace: server.namespace });
  deployment = { connection, namespace: server.namespace, name: SPACE };
  bundle = await workflowBundle();
});
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

/** A worker of one version, that notes what it is asked to record. */
async function workerOf(buildId: string): Promise<() => Promise<void>> {
  const { activities } = office({
    recordStep: async (_ref, dated, change) => {
      done.push(`${buildId} ${dated.id} ${change.action}`);
    },
  });
  const worker = await Worker.create({
    connection: native,
    namespace: server.namespace,
    taskQueue: SPACE,
    workflowBundle: bundle,
    activities,
    workerDeploymentOptions: versionedAs(SPACE, buildId),
  });
  const running = worker.run();
  const stop = async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
  };
  ends.push(stop);
  await until(async () => (await listVersions(deployment)).some((version) => version.buildId === buildId));
  return stop;
}

const ref = { ...REF, space: SPACE };
const remind = (id: string, key: string): Promise<void> =>
  client.workflow.getHandle(stepWorkflow(ref, id)).executeUpdate(remindUpdate, { args: [{ key, actor: owner }] });
const stateOf = async (buildId: string): Promise<string | undefined> =>
  (await listVersions(deployment)).find((version) => version.buildId === buildId)?.state;
/** Which version a workflow's last task ran under. */
const versionOf = async (id: string): Promise<string | undefined> => {
  const { raw } = await client.workflow.getHandle(id).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? undefined;
};

test('a cycle begun under one version goes on under the next, comes back when that is taken back, and ends on it', async () => {
  const stopOld = await workerOf('0.1.0');
  await setCurrentVersion(deployment, '0.1.0');
  const [first, second] = [step('task', { id: 'prima' }), step('task', { id: 'seconda', after: ['prima'] })];
  const cycle = await client.workflow.start(performanceCycle, {
    taskQueue: SPACE,
    workflowId: cycleWorkflow(ref),
    args: [{ ref, calendar: calendarOf(first, second), clock: realTime() }],
  });
  await until(() => done.includes('0.1.0 prima opened'));
  expect(await versionOf(cycle.workflowId)).toBe('0.1.0');

  // Side by side: the new one is there, and gets nothing until somebody says so.
  await workerOf('0.2.0');
  await remind('prima', 'before');
  // The server comes to know of a new worker's two queues one after the other.
  await until(() =>
    setRampingVersion(deployment, '0.2.0', 0).then(
      () => true,
      (cause: unknown) => {
        if (cause instanceof Failure) return false;
        throw cause;
      },
    ),
  );
  await remind('prima', 'none of it');
  expect(await listVersions(deployment)).toContainEqual({ buildId: '0.2.0', state: 'ramping', percentage: 0 });
  await setRampingVersion(deployment, '0.2.0', 100);
  await until(async () => {
    await remind('prima', `ramped ${done.length}`);
    return done.at(-1) === '0.2.0 prima reminded';
  });
  expect(done.slice(0, 3)).toEqual(['0.1.0 prima opened', '0.1.0 prima reminded', '0.1.0 prima reminded']);

  // Taken back.
  await setRampingVersion(deployment, '0.2.0', 0);
  await until(async () => {
    await remind('prima', `back ${done.length}`);
    return done.at(-1) === '0.1.0 prima reminded';
  });

  // For good; the old worker goes.
  await setCurrentVersion(deployment, '0.2.0');
  await until(async () => (await stateOf('0.2.0')) === 'current');
  await stopOld();
  await client.workflow
    .getHandle(stepWorkflow(ref, 'prima'))
    .executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: '' }] });
  await until(() => done.includes('0.2.0 seconda opened'));
  await client.workflow
    .getHandle(stepWorkflow(ref, 'seconda'))
    .executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: '' }] });
  await cycle.result();
  expect(done).toContain('0.2.0 prima completed');
  expect(await versionOf(cycle.workflowId)).toBe('0.2.0');
  // Nothing is pinned to the old one: it is no longer wanted.
  expect(await stateOf('0.1.0')).toMatch(/^drain/);
}, 120_000);

test('work cannot be given to a version nobody works for', async () => {
  await expect(setCurrentVersion(deployment, '9.9.9')).rejects.toThrow(
    'nessun worker di questa versione è in servizio',
  );
});
