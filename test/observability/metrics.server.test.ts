import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '../../src/client/pages/kit/viewer.js';
import { createConsole } from '../../src/client/system/app.js';
import type { OutgoingMail } from '../../src/mail/transport.js';
import { figureReader } from '../../src/observability/figures.js';
import { startObserving } from '../../src/observability/observing.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { beginSession } from '../../src/register/sessions.js';
import { endTrouble, recordTrouble } from '../../src/register/troubles.js';
import type { HalfRun } from '../client/pages/half-run.js';
import { aHalfRunRegister } from '../client/pages/half-run-register.js';
import { consoleParts } from '../client/pages/parts.js';
import { counted } from '../register/counted.js';
import { type Sample, samplesIn } from './exposition.js';
import { stoppable } from './stoppable.js';

const opened = aHalfRunRegister('2016-09-20');
const process_ = stoppable();
let register: Register;
let run: HalfRun;
let url: string;
let app: ReturnType<typeof createConsole>['app'];
let transport: ReturnType<typeof consoleParts>['post']['transport'];

beforeAll(async () => {
  const lines: string[] = [];
  const log = { line: (text: string) => void lines.push(text), during: () => Promise.reject(new Error('not used')) };
  const config = { metrics: { host: '127.0.0.1', port: 0 }, traces: undefined };
  const observing = await startObserving(config, log, process_.journal, process_);
  url = /http:\S+/.exec(lines.join())?.[0] ?? '';
  const place = { url: opened.url, schema: opened.schema };
  run = opened.run;
  // As in production: who does not say whose rows are seen sees none.
  register = await openRegister({ ...place, connections: 2, unsaid: 'nothing', ...observing.pool });
  observing.count(register.db, () => run.now);
  const parts = consoleParts();
  transport = observing.transport(parts.post.transport);
  const log_ = { line: () => undefined };
  const created = createConsole({ ...parts, watching: observing.requests, register, clock: () => run.now, log: log_ });
  created.stop();
  app = created.app;
});
afterAll(async () => {
  await process_.now();
  await register.close();
});

const scrape = async (): Promise<readonly Sample[]> => samplesIn(await (await fetch(url)).text());
const count = async (sql: string): Promise<number> => Number((await opened.owner.query(sql)).rows[0]?.n);
const figure = (samples: readonly Sample[], name: string, labels: Readonly<Record<string, string>> = {}) =>
  samples.find(
    (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  )?.value;

describe('the register in figures', () => {
  test('steps by state, late ones and since when, mails and receipts, as the register has them', async () => {
    await opened.owner.query(`update notices set state = 'failed', sent_at = null
      where key in (select key from notices where state = 'planned' order by key limit 1)`);
    const samples = await scrape();
    const steps = samples.filter(({ name }) => name === 'ciclo_steps');
    expect(steps.reduce((sum, { value }) => sum + value, 0)).toBe(await count('select count(*) as n from steps'));
    const late = await count(`select count(*) as n from steps where status = 'late'`);
    expect(figure(samples, 'ciclo_late_steps')).toBe(late);
    expect(figure(samples, 'ciclo_cycles', { status: 'running' })).toBe(1);
    expect(figure(samples, 'ciclo_cycles', { status: 'closed' })).toBe(0);
    expect(figure(samples, 'ciclo_receipts_latest')).toBe(await count('select max(id) as n from submissions'));
    expect(figure(samples, 'ciclo_computations_latest')).toBe(await count('select max(id) as n from assessments'));
    expect(figure(samples, 'ciclo_receipts_untaken')).toBe(await count('select count(*) as n from untaken'));
    expect(figure(samples, 'ciclo_metrics_part_up', { part: 'register' })).toBe(1);
  });

  test('the age of what waits is reckoned on the calendar', async () => {
    const { db } = opened;
    await opened.owner.query(
      `update steps set status = 'late', due_at = '2016-09-10T10:00:00Z' where id = 'monitoraggio-2'`,
    );
    const text = await figureReader(db, () => '2016-09-20T10:00:00Z').text();
    expect(figure(samplesIn(text), 'ciclo_late_steps_oldest_seconds')).toBe(10 * 86_400);
  });

  test('mails refused, doubtful and reported as not delivered each have their figure', async () => {
    const { owner, db } = opened;
    const sent = `(select key from notices where state = 'sent' order by key limit 1)`;
    await owner.query(`insert into mail_reports (key, notice, recipient, outcome, reason, at)
      values (repeat('a', 64), ${sent}, 'x@ccms.example', 'failed', 'no such user', '2016-09-19T10:00:00Z')`);
    await owner.query(`insert into notices (key, message_id, cycle, step, kind, person, on_date, to_name, to_address, message,
        simulated, due_at, state)
      select key || '/' || s, message_id || s, cycle, step, kind, person, on_date, to_name, to_address, message, simulated,
        '2016-09-18T10:00:00Z', s from notices, unnest(array['failed', 'uncertain', 'planned']) as s where key = ${sent}`);
    const read = async () => samplesIn(await figureReader(db, () => '2016-09-20T10:00:00Z').text());
    const before = await read();
    for (const state of ['failed', 'uncertain', 'planned', 'reported'])
      expect([state, figure(before, 'ciclo_mails_pending', { state })]).not.toEqual([state, 0]);
    expect(figure(before, 'ciclo_mails_pending_oldest_seconds', { state: 'reported' })).toBe(86_400);
    expect(figure(before, 'ciclo_mails_pending_oldest_seconds', { state: 'failed' })).toBeGreaterThanOrEqual(
      2 * 86_400,
    );
    await owner.query(`insert into mail_settlements (key, notice, verdict, by_person, at)
      values ('k', ${sent}, 'arrived', 'p', '2016-09-20T09:00:00Z')`);
    expect(figure(await read(), 'ciclo_mails_pending', { state: 'reported' })).toBe(0);
  });

  test('what is stuck has its figure until it is mended', async () => {
    const stuck = { kind: 'file-unreadable', entity: 'ccms', file: 'plan-2016.yaml', failure: 'x' } as const;
    await recordTrouble(opened.db, stuck, '2016-09-20T09:00:00Z');
    const read = async () => samplesIn(await figureReader(opened.db, () => '2016-09-20T10:00:00Z').text());
    const samples = await read();
    expect(figure(samples, 'ciclo_troubles', { kind: 'file-unreadable' })).toBe(1);
    expect(figure(samples, 'ciclo_troubles_oldest_seconds', { kind: 'file-unreadable' })).toBe(3_600);
    await endTrouble(opened.db, stuck, '2016-09-20T10:00:00Z');
    expect(figure(await read(), 'ciclo_troubles', { kind: 'file-unreadable' })).toBeUndefined();
  });

  test('is counted once for all who ask within a while, and again afterwards', async () => {
    let wall = 0;
    const asked = counted(opened.db);
    const figures = figureReader(
      asked.db,
      () => run.now,
      () => wall,
    );
    await Promise.all([figures.text(), figures.text()]);
    const once = asked.queries();
    await figures.text();
    expect(asked.queries()).toBe(once);
    wall = 20_000;
    await figures.text();
    expect(asked.queries()).toBe(2 * once);
  });
});

test('pages are measured by the pattern of their address, never by what is in it', async () => {
  const cookie = `${SESSION_COOKIE}=${await beginSession(opened.db, 'guglielmo.tarasconi@ccms.example', 'rehearsal', 1)}`;
  const secret = 'eyJhbGciOi.segreto.firma';
  for (const path of [
    '/cicli/ccms/2016',
    `/adempimento/${secret}`,
    '/nulla/guglielmo.tarasconi',
    '/salute?x=tarasconi',
  ])
    await app.request(`http://localhost${path}`, { headers: { cookie } });
  const samples = await scrape();
  const measured = samples.filter(({ name }) => name === 'ciclo_http_requests_total').map(({ labels }) => labels);
  expect(measured).toContainEqual({ method: 'GET', route: '/cicli/:entity/:exercise', status: '200', ok: 'true' });
  expect(measured.map(({ route }) => route)).toEqual(expect.arrayContaining(['/adempimento/:token', '/salute', '/*']));
  const text = await (await fetch(url)).text();
  expect(text).not.toContain('segreto');
  expect(text).not.toContain('tarasconi');
  expect(text).not.toContain('ccms');
});

test('handing mails over and waiting for a connection are measured', async () => {
  const mail = { messageId: '<x@ccms.example>' } as OutgoingMail; // the transport of the tests looks at nothing else
  await transport.send(mail);
  await Promise.all([1, 2, 3, 4].map(() => register.db.selectFrom('cycles').select('id').execute()));
  const samples = await scrape();
  expect(figure(samples, 'ciclo_mails_handed_over_total', { outcome: 'accepted' })).toBe(1);
  expect(figure(samples, 'ciclo_mails_handed_over_total', { outcome: 'refused' })).toBe(0);
  expect(figure(samples, 'ciclo_mail_handover_seconds_count')).toBe(1);
  expect(figure(samples, 'ciclo_pool_wait_seconds_count')).toBeGreaterThanOrEqual(4);
  expect(figure(samples, 'ciclo_pool_connections', { state: 'open' })).toBe(2);
});

test('a register that does not answer is said to be so; the other metrics are there', async () => {
  const others = stoppable();
  const lines: string[] = [];
  const log = { line: (text: string) => void lines.push(text), during: () => Promise.reject(new Error('not used')) };
  const config = { metrics: { host: '127.0.0.1', port: 0 }, traces: undefined };
  const observing = await startObserving(config, log, others.journal, others);
  const closed = await openRegister({ url: opened.url, schema: opened.schema, unsaid: 'every-body' });
  observing.count(closed.db, () => run.now);
  await closed.close();
  const samples = samplesIn(await (await fetch(/http:\S+/.exec(lines.join())?.[0] ?? '')).text());
  await others.now();
  expect(figure(samples, 'ciclo_metrics_part_up', { part: 'register' })).toBe(0);
  expect(figure(samples, 'ciclo_steps')).toBeUndefined();
  expect(figure(samples, 'ciclo_info')).toBe(1);
});
