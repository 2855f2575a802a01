import { ActivityCancellationDetails } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createActivities } from '../../src/activities/index.js';
import type { Activities } from '../../src/activities/types.js';
import type { CycleRef } from '../../src/domain/acting.js';
import { REAL_TIME } from '../../src/domain/clock.js';
import type { NoticeWave } from '../../src/domain/wave.js';
import type { OutgoingMail } from '../../src/mail/transport.js';
import type { Deps } from '../../src/office/deps.js';
import { noticesOf } from '../../src/register/notices.js';
import { listPlanVersions } from '../../src/register/plans.js';
import { CONSOLE_URL, testInvitations } from '../client/pages/parts.js';
import { emptyLedger } from '../register/empty-ledger.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const opened = aRegister();
const sent: OutgoingMail[] = [];
let onSend: () => void = () => undefined;
let activities: Activities;
let wave: NoticeWave;

beforeAll(async () => {
  const ref: CycleRef = { space: opened.schema, entity: 'ccms', exercise: 2016 };
  activities = createActivities({
    register: { db: opened.db, schema: opened.schema, close: async () => undefined },
    bodies: bodiesOnFile(),
    invitations: testInvitations(),
    publicDir: '/tmp/nowhere',
    rehearsalSeed: 1,
    log: pino({ level: 'silent' }),
    now: () => '2016-05-02T09:00:00Z',
    post: {
      transport: {
        connections: 1,
        send: async (mail) => {
          sent.push(mail);
          onSend();
          return { outcome: 'accepted', response: '250' };
        },
        close: () => undefined,
      },
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      domain: 'ccms.example',
      consoleUrl: CONSOLE_URL,
      clock: () => REAL_TIME,
    },
  } satisfies Deps);
  const { calendar } = await activities.prepareCycle({ ...ref, clock: REAL_TIME }, '2015-06-01T06:00:00Z');
  expect(await listPlanVersions(opened.db, 'ccms', 2016)).toHaveLength(1);
  await opened.db.updateTable('planVersions').set({ status: 'in-force', inForceFrom: '2016-01-31' }).execute();
  const step = calendar.steps.find((one) => one.id === 'monitoraggio-1');
  if (step === undefined) throw new Error('no checkpoint');
  await activities.openCheckpoint(ref, step, '2016-05-02T07:00:00Z');
  wave = { ref, step, kind: 'opening', at: '2016-05-02T08:00:00Z', occasion: '1' };
});
beforeEach(async () => {
  await emptyLedger(opened.owner);
  sent.length = 0;
  onSend = () => undefined;
});

/** Sends the wave until the first mail has been handed over; then the activity is told to stop, for this reason. */
async function stoppedFor(why: ConstructorParameters<typeof ActivityCancellationDetails>[0]): Promise<unknown> {
  const env = new MockActivityEnvironment();
  onSend = () => env.cancel('CANCELLED', new ActivityCancellationDetails(why));
  return await env.run(activities.notify, wave).catch((cause: unknown) => cause);
}
const states = async (): Promise<readonly string[]> => (await noticesOf(opened.db, {})).map((n) => n.state).sort();

test('a worker that leaves takes no mail back: what it has not handed over is planned, and the next sends it, once', async () => {
  expect(await stoppedFor({ workerShutdown: true })).toMatchObject({ type: 'WorkerLeaving', nonRetryable: false });
  expect(sent).toHaveLength(1);
  const left = await states();
  expect(left.length).toBeGreaterThan(2);
  expect(left.filter((state) => state === 'sent')).toHaveLength(1);
  expect(left.filter((state) => state === 'planned')).toHaveLength(left.length - 1);
  onSend = () => undefined;
  expect(await new MockActivityEnvironment().run(activities.notify, wave)).toMatchObject({ sent: left.length - 1 });
  expect(new Set(sent.map((mail) => mail.to.address)).size).toBe(sent.length);
  expect(new Set(await states())).toEqual(new Set(['sent']));
});

test.each([
  ['the server took it for dead', { timedOut: true }],
  ['its workflow is no more to be found', { notFound: true }],
])('one of which %s takes none back either', async (_what, why) => {
  await stoppedFor(why);
  expect(await states()).not.toContain('withdrawn');
});

test('a step that has ended takes back what was not handed over', async () => {
  await stoppedFor({ cancelRequested: true });
  const left = await states();
  expect(left.filter((state) => state === 'sent')).toHaveLength(1);
  expect(left.filter((state) => state === 'withdrawn')).toHaveLength(left.length - 1);
});
