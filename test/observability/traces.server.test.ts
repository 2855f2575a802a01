import { afterAll, expect, test } from 'vitest';
import { openTransport } from '../../src/mail/transport.js';
import { startObserving } from '../../src/observability/observing.js';
import { quietLog } from '../../src/platform/log.js';
import { aLiveCycle, eventually } from '../client/pages/live-cycle.js';
import { scriptedSmtp } from '../mail/scripted-smtp.js';
import { type OtlpReceiver, otlpReceiver, type ReceivedSpan } from './otlp.js';
import { stoppable } from './stoppable.js';

const STEP = 'piano-comunicazione';
// Spans leave within a moment instead of five seconds.
process.env.OTEL_BSP_SCHEDULE_DELAY = '100';
const shutdown = stoppable();
let receiver: OtlpReceiver;

const live = aLiveCycle('2016-02-16', async () => {
  receiver = await otlpReceiver();
  const smtp = await scriptedSmtp();
  const config = { metrics: undefined, traces: receiver.endpoint };
  const observing = await startObserving(config, quietLog, shutdown.journal, shutdown);
  const transport = observing.transport(openTransport({ url: smtp.url }));
  shutdown.add('mail', async () => {
    transport.close();
    await smtp.stop();
  });
  return { observing, transport };
});
afterAll(async () => {
  await shutdown.now();
  await receiver.stop();
});

/** From a span up to the first of its trace. */
const lineage = (span: ReceivedSpan | undefined): readonly string[] =>
  span === undefined
    ? []
    : [
        span.name,
        ...lineage(receiver.spans.find((one) => one.spanId === span.parentSpanId && one.traceId === span.traceId)),
      ];

test('a click is one trace: page, update, activities, SQL and SMTP', async () => {
  await live.open(STEP);
  const cookie = await live.session('guglielmo.tarasconi');
  const link = await live.link(STEP, 'guglielmo.tarasconi');
  await live.page(link);
  // What asks a person on one day is one mail: the reminder is another one once the first has left.
  await eventually(async () => receiver.spans.some(({ name }) => name.startsWith('SMTP send')));
  const path = `/cicli/ccms/2016/attivita/${STEP}/gestione/sollecito`;
  const clicked = await eventually(async () => {
    const answer = await live.request(
      path,
      new URLSearchParams({ chiave: `k-${Date.now()}`, controllato: 'si' }),
      cookie,
    );
    return answer.status === 303 && answer;
  });
  expect(clicked.status).toBe(303);

  const ROOT = 'POST /cicli/:entity/:exercise/attivita/:step/gestione/:act';
  const UPDATE = 'StartWorkflowUpdate:remind';
  const of = (name: string, within: string) =>
    receiver.spans
      .filter((one) => one.name.startsWith(name))
      .map(lineage)
      .filter((line) => line.includes(within));

  await eventually(async () => of('SMTP send', ROOT).length > 0);
  expect(of('SMTP send', ROOT)).toEqual([['SMTP send', 'RunActivity:notify', UPDATE, ROOT]]);
  const sql = of('pg.query:INSERT', UPDATE);
  expect(sql.map((line) => line.slice(1))).toContainEqual(['RunActivity:recordStep', UPDATE, ROOT]);
  // What the page itself asks of the register belongs to it too.
  expect(of('pg.query:SELECT', ROOT).map((line) => line.at(-1))).toContain(ROOT);

  // Neither the link that lets somebody in, nor to whom a mail goes, nor what a query was given.
  const told = receiver.text();
  expect(receiver.spans.map(({ name }) => name)).toContain('GET /adempimento/:token');
  expect(told).not.toContain(link.split('/').at(-1));
  expect(told).not.toContain('tarasconi');
});
