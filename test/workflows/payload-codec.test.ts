import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { ApplicationFailure, Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import proto from '@temporalio/proto';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { legible } from '../../scripts/legible-history.js';
import { REFUSED } from '../../src/domain/refusal.js';
import { converting, nameOf, saidBy } from '../../src/platform/payload-codec.js';
import type { RunningTemporal } from '../../src/platform/temporal.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { attemptsOf } from '../../src/worker/temporal-look.js';
import { performanceCycle, publication } from '../../src/workflows/index.js';
import { cancelUpdate, completeUpdate, cycleQuery, extendUpdate, remindUpdate } from '../../src/workflows/messages.js';
import { devServer } from '../setup/temporal.js';
import { calendarOf, quickTime, realTime, until } from './at-work.js';
import { input, type Office, office, owner, REF, refusal, step } from './office.js';

const KEYS = { first: randomBytes(32), second: randomBytes(32), stranger: randomBytes(32) };
const NOTE = 'consegnato dalla dottoressa Bonaparte';
const REASON = 'proroga per malattia del responsabile';
const QUEUE = 'cifrata';
const ref = { ...REF, space: QUEUE };
const CYCLE = `${QUEUE}/ccms/2016`;

let server: RunningTemporal;
let connection: Connection;
let native: NativeConnection;
let bundle: Awaited<ReturnType<typeof workflowBundle>>;
beforeAll(async () => {
  server = await devServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  bundle = await workflowBundle();
});
afterAll(async () => {
  await native.close();
  await connection.close();
  await server.stop();
});

const clientWith = (...keys: readonly Buffer[]) =>
  new Client({ connection, namespace: server.namespace, ...converting(keys) });

/** A worker with some keys, for as long as `work` takes. */
async function working<T>(
  keys: readonly Buffer[],
  work: (client: Client) => Promise<T>,
  at: Office = office(),
): Promise<T> {
  const worker = await Worker.create({
    connection: native,
    namespace: server.namespace,
    taskQueue: QUEUE,
    workflowBundle: bundle,
    activities: at.activities,
    maxCachedWorkflows: 0,
    ...converting(keys),
  });
  return await worker.runUntil(() => work(clientWith(...keys)));
}

/** Everything the server keeps of a workflow, as it would be read in its database. */
async function kept(workflow: string): Promise<string> {
  const history = await clientWith().workflow.getHandle(workflow).fetchHistory();
  return Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish()).toString('utf8');
}

/** The same of what is under way, with what the tries so far have failed with. */
async function rawly(workflow: string): Promise<string> {
  const { raw } = await clientWith().workflow.getHandle(workflow).describe();
  const { DescribeWorkflowExecutionResponse } = proto.temporal.api.workflowservice.v1;
  return Buffer.from(DescribeWorkflowExecutionResponse.encode(raw).finish()).toString('utf8');
}

const statusOf = async (cycle: WorkflowHandle<typeof performanceCycle>, id: string) =>
  (await cycle.query(cycleQuery)).steps.find((one) => one.id === id)?.status;

describe('with a key', () => {
  test('what people write reaches the workflow, and is nowhere in the histories that the server keeps', async () => {
    await working([KEYS.first], async (client) => {
      const steps = [
        step('task', { id: 'prima', dueOn: '2015-12-10' }),
        step('task', { id: 'seconda', dueOn: '2015-12-31', after: ['prima'] }),
      ];
      const cycle = await client.workflow.start(performanceCycle, {
        taskQueue: QUEUE,
        workflowId: CYCLE,
        args: [{ ref, calendar: calendarOf(...steps), clock: realTime() }],
      });
      await until(async () => (await statusOf(cycle, 'prima')) === 'open');
      const dueOn = '2016-01-15';
      await cycle.executeUpdate(extendUpdate, { args: [{ step: 'seconda', dueOn, reason: REASON, actor: owner }] });
      await until(async () =>
        client.workflow
          .getHandle(`${CYCLE}/prima`)
          .executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: NOTE }] })
          .then(
            () => true,
            () => false,
          ),
      );
      await until(async () => (await statusOf(cycle, 'seconda')) === 'open');
    });
    for (const workflow of [CYCLE, `${CYCLE}/prima`]) {
      const bytes = await kept(workflow);
      expect(bytes).toContain(nameOf(KEYS.first));
      for (const text of [NOTE, REASON, owner.person, 'Prova di task']) expect(bytes).not.toContain(text);
    }
  });

  test('an encrypted history replays', async () => {
    const history = await clientWith().workflow.getHandle(CYCLE).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: bundle, ...converting([KEYS.first]) }, history, CYCLE);
  });

  test('a history saved for later is decrypted, and replays where there is no key', async () => {
    const history = await clientWith().workflow.getHandle(CYCLE).fetchHistory();
    const json = JSON.parse(historyToJSON(proto.temporal.api.history.v1.History.create(history)));
    const saved = await legible(json, clientWith(KEYS.first).options.loadedDataConverter);
    expect(Buffer.from(JSON.stringify(saved)).includes(Buffer.from('binary/encrypted').toString('base64'))).toBe(false);
    await Worker.runReplayHistory({ workflowBundle: bundle }, saved, CYCLE);
    await expect(Worker.runReplayHistory({ workflowBundle: bundle }, json, CYCLE)).rejects.toThrow();
  });

  test('a new one encrypts from now on, and what the one before encrypted is still read', async () => {
    await working([KEYS.second, KEYS.first], async (client) => {
      const cycle = client.workflow.getHandle<typeof performanceCycle>(CYCLE);
      expect(await statusOf(cycle, 'prima')).toBe('done');
      await cycle.executeUpdate(cancelUpdate, { args: [{ reason: REASON, actor: owner }] });
      expect(await cycle.result()).toMatchObject({ status: 'cancelled' });
    });
    const bytes = await kept(CYCLE);
    expect(bytes).toContain(nameOf(KEYS.second));
    expect(bytes).not.toContain(REASON);
  });

  test('who has none of the keys is told which is missing', async () => {
    const result = clientWith(KEYS.stranger).workflow.getHandle(CYCLE).result();
    await expect(result).rejects.toThrow(`la chiave ${nameOf(KEYS.second)}`);
  });
});

describe('what a failure says', () => {
  const DISK = 'sul disco del sito la cartella di Bonaparte è piena';
  const TAKEN = 'la dottoressa Bonaparte ha già deciso';
  const publishing = `${QUEUE}/guasto/2016/pubblicazione`;

  test('is read by who has the key, and is nowhere in what the server keeps: what is tried again, and what was refused', async () => {
    let full = true;
    const broken = office({
      publish: async () => {
        if (full) throw new Error(DISK);
        return { title: 'Piano', hash: 'a'.repeat(64) };
      },
      recordStep: async (_ref, _step, change) => {
        if (change.action === 'reminded') throw ApplicationFailure.nonRetryable(TAKEN, REFUSED, [{ text: TAKEN }]);
        broken.changes.push({ step: '', change });
      },
    });
    const failing = async () =>
      await attemptsOf({ client: clientWith(KEYS.first), space: QUEUE }, ['guasto/2016/pubblicazione']);
    await working(
      [KEYS.first],
      async (client) => {
        const dated = step('publication', { document: 'piano', dueOn: '2015-12-05' });
        const published = await client.workflow.start(publication, {
          taskQueue: QUEUE,
          workflowId: publishing,
          args: [input(quickTime(), dated)],
        });
        await until(async () => (await failing())[0]?.activities.some(({ failure }) => failure === DISK) === true);
        expect(await rawly(publishing)).not.toContain('Bonaparte');
        const asked = published.executeUpdate(remindUpdate, { args: [{ key: 'r', actor: owner }] });
        expect(await refusal(asked)).toBe(TAKEN);
        await until(() => broken.changes.some(({ change }) => change.action === 'stuck'));
        full = false;
        await published.result();
      },
      broken,
    );
    expect(broken.changes.find(({ change }) => change.action === 'stuck')?.change.reason).toBe(DISK);
    expect(await kept(publishing)).toContain('Encoded failure');
    expect(await kept(publishing)).not.toContain('Bonaparte');
    const history = await clientWith().workflow.getHandle(publishing).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: bundle, ...converting([KEYS.first]) }, history, publishing);
  });

  test('is read by who has none of the keys as the sentence that says which is missing', async () => {
    const history = await clientWith().workflow.getHandle(publishing).fetchHistory();
    const failures = history.events?.flatMap(({ activityTaskFailedEventAttributes: one }) => one?.failure ?? []) ?? [];
    const said = async (...keys: readonly Buffer[]) =>
      await Promise.all(failures.map((one) => saidBy(clientWith(...keys).options.loadedDataConverter, one)));
    expect(await said(KEYS.first)).toContain(DISK);
    expect(await said(KEYS.stranger)).toContainEqual(expect.stringContaining(`la chiave ${nameOf(KEYS.first)}`));
  });

  test('of a workflow’s own code is nowhere in clear either', async () => {
    const workflowId = `${QUEUE}/guasto/2016/codice`;
    const worker = await Worker.create({
      connection: native,
      namespace: server.namespace,
      taskQueue: `${QUEUE}-guasta`,
      workflowsPath: fileURLToPath(new URL('../worker/failing-workflows.ts', import.meta.url)),
      ...converting([KEYS.first]),
    });
    await worker.runUntil(async () => {
      const client = clientWith(KEYS.first);
      const stuck = await client.workflow.start('cannotGoOn', { workflowId, taskQueue: `${QUEUE}-guasta` });
      const look = () => attemptsOf({ client, space: QUEUE }, ['guasto/2016/codice']);
      await until(async () => (await look())[0]?.task?.failure === 'the history says otherwise');
      expect(await kept(workflowId)).not.toContain('otherwise');
      await stuck.terminate();
    });
  }, 180_000);
});

describe('before there was a key', () => {
  test('what was sent in clear is read all the same', async () => {
    const workflowId = `${QUEUE}/altro/2016`;
    const args = [{ ref: { ...ref, entity: 'altro' }, calendar: calendarOf(step('task')), clock: realTime() }] as const;
    await working([], async (client) => {
      const cycle = await client.workflow.start(performanceCycle, { taskQueue: QUEUE, workflowId, args: [...args] });
      await until(async () => (await statusOf(cycle, 'prova-task')) === 'open');
    });
    expect(await kept(workflowId)).toContain('Prova di task');
    await working([KEYS.first], async (client) => {
      const cycle = client.workflow.getHandle<typeof performanceCycle>(workflowId);
      expect(await statusOf(cycle, 'prova-task')).toBe('open');
      await cycle.executeUpdate(cancelUpdate, { args: [{ reason: REASON, actor: owner }] });
    });
    expect(await kept(workflowId)).not.toContain(REASON);
  });
});

test('what was changed on the way is refused', async () => {
  const { dataConverter } = converting([KEYS.first]);
  const [codec] = dataConverter?.payloadCodecs ?? [];
  const [sent] = (await codec?.encode([{ metadata: {}, data: Buffer.from(NOTE) }])) ?? [];
  const data = Buffer.from(sent?.data ?? []);
  data[data.length - 1] = (data.at(-1) ?? 0) ^ 1;
  await expect(codec?.decode([{ ...sent, data }])).rejects.toThrow();
});
