import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectionOptions } from '../../../src/config/connection-options.js';
import type { DatedCalendar } from '../../../src/domain/calendar/types.js';
import { type Clock, calendarInstant, msOfInstant, resumeClock } from '../../../src/domain/clock.js';
import type { RunningTemporal } from '../../../src/platform/temporal.js';
import { workflowBundle } from '../../../src/worker/bundle.js';
import { cycleWorkflow, stepWorkflow, taskQueue } from '../../../src/workflows/ids.js';
import { performanceCycle } from '../../../src/workflows/index.js';
import { arrivedSignal, clockSignal, completeUpdate, cycleQuery } from '../../../src/workflows/messages.js';
import { devServer } from '../../setup/temporal.js';
import { type Office, office, owner, REF, step } from '../../workflows/office.js';

const SPEED = 400_000;
const first = step('task', {
  id: 'analisi',
  opensOn: '2015-06-01',
  dueOn: '2015-06-30',
  opensAt: '2015-06-01T06:00:00Z',
});
const second = step('checkpoint', {
  id: 'monitoraggio-1',
  opensOn: '2015-09-01',
  dueOn: '2015-10-15',
  opensAt: '2015-09-01T06:00:00Z',
  after: ['analisi'],
  checkpoint: { ordinal: 1, from: '2015-01-01', to: '2015-08-31' },
});
const third = step('publication', {
  id: 'pubblicazione',
  opensOn: '2015-11-01',
  opensAt: '2015-11-01T07:00:00Z',
  after: ['monitoraggio-1'],
  document: 'piano',
});
const calendar: DatedCalendar = {
  template: 'prova',
  templateVersion: '1',
  entity: REF.entity,
  exercise: REF.exercise,
  opensAt: first.opensAt,
  phases: [{ id: 'programmazione', number: 1, title: 'Prova' }],
  steps: [first, second, third],
};

let server: RunningTemporal;
let client: Client;
let connection: Connection;
beforeAll(async () => {
  server = await devServer();
  connection = await Connection.connect(connectionOptions(server.address, { tls: undefined, apiKey: undefined }));
  client = new Client({ connection, namespace: server.namespace });
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

type Bundle = Awaited<ReturnType<typeof workflowBundle>>;

const worker = async (o: Office, bundle: Bundle): Promise<{ stop(): Promise<void> }> => {
  const native = await NativeConnection.connect({ address: server.address });
  const made = await Worker.create({
    connection: native,
    namespace: server.namespace,
    taskQueue: taskQueue(REF.space),
    workflowBundle: bundle,
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
};

async function eventually(what: string, met: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 30_000;
  while (!(await met())) {
    if (Date.now() > until) throw new Error(`it never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a cycle on the real server under a fast clock', () => {
  test('opens no step before its day, and an interruption costs no calendar time', async () => {
    const o = office();
    const bundle = await workflowBundle();
    const playing = await worker(o, bundle);
    const clock: Clock = { origin: Date.now(), start: msOfInstant('2015-05-31T06:00:00Z'), speed: SPEED };
    const handle = await client.workflow.start(performanceCycle, {
      taskQueue: taskQueue(REF.space),
      workflowId: cycleWorkflow(REF),
      args: [{ ref: REF, calendar, clock }],
    });
    const isOpen = (id: string) => async () =>
      (await handle.query(cycleQuery)).steps.some((s) => s.id === id && s.status === 'open');
    const tellClock = async (told: Clock) => {
      for (const id of [cycleWorkflow(REF), stepWorkflow(REF, 'analisi')])
        await client.workflow.getHandle(id).signal(clockSignal, told);
    };
    await eventually('the first step opens', isOpen('analisi'));
    const seen = calendarInstant(clock, Date.now());
    await playing.stop();

    // Nobody at work: under this clock two weeks go by, had it gone on. It is resumed at the pace of the wall, so that
    // what happens next shows the calendar it happens in, however busy the machine.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await tellClock({ ...resumeClock(clock, Date.now(), seen), speed: 1 });
    const again = await worker(o, bundle);
    await client.workflow
      .getHandle(stepWorkflow(REF, 'analisi'))
      .executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: '' }] });
    await eventually('the first step is done', async () => o.changes.some((c) => c.change.action === 'completed'));
    const completed = o.changes.find((c) => c.change.action === 'completed')?.change.at ?? '1970-01-01T00:00:00Z';
    expect(msOfInstant(completed) - msOfInstant(seen)).toBeLessThan(3_600_000);

    await handle.signal(clockSignal, resumeClock(clock, Date.now(), completed));
    await eventually('the checkpoint opens', isOpen('monitoraggio-1'));
    o.missing = 0;
    await client.workflow.getHandle(stepWorkflow(REF, 'monitoraggio-1')).signal(arrivedSignal);
    expect((await handle.result()).steps.map((s) => s.status)).toEqual(['done', 'done', 'done']);
    await again.stop();

    const opened = new Map(o.changes.filter((c) => c.change.action === 'opened').map((c) => [c.step, c.change.at]));
    expect(calendar.steps.filter((planned) => !((opened.get(planned.id) ?? '') >= planned.opensAt))).toEqual([]);
  }, 90_000);
});
