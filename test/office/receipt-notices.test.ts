import { beforeAll, expect, test } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import type { ReceiptMail } from '../../src/mail/message.js';
import { renderMessage } from '../../src/mail/render.js';
import { planReceiptNotices } from '../../src/office/receipt-notices.js';
import { openCheckpoint } from '../../src/register/checkpoints.js';
import { appendLog } from '../../src/register/log.js';
import { submitMeasurements } from '../../src/register/measurements.js';
import { planNotices } from '../../src/register/notices.js';
import { aCheckpoint, aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const POST = { domain: 'prova.example', consoleUrl: 'https://ciclo.example' };
const NOW = '2016-05-10T08:00:00Z';
const register = aRegister();
let cycle: string;

beforeAll(async () => {
  cycle = await aCycle(register.db);
  const ref = await aCheckpoint(register.db, cycle);
  const said = { ...ref, officer: 'carla', at: '2016-05-09T15:00:00Z', simulated: true } as const;
  const meetings = (value: string) => [{ indicator: 'A-1', actual: { kind: 'number', value } as const, evidence: [] }];
  for (const channel of ['form', 'api', 'automatic'] as const)
    await submitMeasurements(register.db, { ...said, channel, rows: meetings('9') });
  await submitMeasurements(register.db, {
    ...said,
    channel: 'sheet',
    actingFor: 'bruno',
    rows: [...meetings('12'), { indicator: 'A-2', actual: { kind: 'date', on: '2016-03-30' }, evidence: [] }],
  });
  const done = { cycle, subject: 'Attività', at: '2016-05-09T16:00:00Z' } as const;
  await appendLog(
    register.db,
    { ...done, actor: 'bruno', step: 'analisi', action: 'step-completed' },
    { ...done, actor: 'sistema', step: 'analisi', action: 'step-completed' },
    { ...done, actor: 'dario', step: 'piano-approvazione', action: 'decision-approved' },
    { ...done, actor: 'dario', step: 'piano-approvazione', action: 'step-noted' },
  );
});

const told = async () =>
  (
    await register.db
      .selectFrom('notices')
      .select(['person', 'actingFor', 'step', 'message'])
      .where('kind', '=', 'receipt')
      .orderBy('person')
      .orderBy('occasion')
      .execute()
  )
    // Of this kind every message is one of these.
    .map((one) => ({ ...one, message: one.message as ReceiptMail }));

test('whoever sends, decides or concludes has one receipt by mail for each thing done; programs and the system have none', async () => {
  await planReceiptNotices(register.db, POST, NOW);
  const all = await told();
  expect(all.map(({ person, message }) => [person, message.of, message.values.length])).toEqual([
    ['bruno', 'completion', 0],
    ['carla', 'values', 1],
    ['carla', 'values', 2],
    ['dario', 'decision', 0],
  ]);
  const sheet = all.find(({ actingFor }) => actingFor !== null)?.message;
  expect(sheet).toMatchObject({
    actingFor: 'Bruno Prova',
    title: 'Attività monitoraggio-1',
    values: [
      { code: 'A-1', name: 'Incontri con le imprese', value: '12 incontri' },
      { code: 'A-2', value: '30/03/2016' },
    ],
  });
  expect(sheet?.link).toBe(
    `https://ciclo.example/cicli/prova/2016/attivita/monitoraggio-1/adempimento/ricevuta/${sheet?.number ?? ''}`,
  );
  await planReceiptNotices(register.db, POST, '2016-05-11T08:00:00Z');
  expect(await told()).toHaveLength(4);
});

test('the mail says how many values are on record, and lists twenty at most', async () => {
  const one = (await told()).find(({ message }) => message.of === 'values')?.message;
  if (one === undefined) throw new Error('no receipt of values');
  const many = { ...one, values: Array.from({ length: 23 }, () => one.values).flat() };
  const { text, subject } = renderMessage(many);
  expect(subject).toContain(`ricevuta n. ${one.number}`);
  expect(text).toContain('sono stati registrati i 23 valori inviati');
  expect(text.match(/Incontri con le imprese/g)).toHaveLength(20);
  expect(text).toContain('Altri 3 valori sono nella ricevuta.');
});

test('a body whose rules want no such mail has none; what was recorded long ago is not told', async () => {
  const { owner } = register;
  const rows = { indicator: 'A-1', actual: { kind: 'number', value: '13' } as const, evidence: [] };
  const later = { cycle, checkpoint: 'monitoraggio-1', officer: 'carla', at: NOW, simulated: true } as const;
  await owner.query(`update cycles set policy = policy || '{"receiptsByMail": "not-sent"}'`);
  await submitMeasurements(register.db, { ...later, channel: 'form', rows: [rows] });
  await planReceiptNotices(register.db, POST, NOW);
  expect(await told()).toHaveLength(4);
  await owner.query(`update cycles set policy = policy - 'receiptsByMail'`);
  await owner.query('alter table submissions disable trigger user');
  await owner.query(`update submissions set recorded_at = now() - interval '4 days' where at = $1`, [NOW]);
  await planReceiptNotices(register.db, POST, NOW);
  expect(await told()).toHaveLength(4);
  await owner.query('update submissions set recorded_at = now() where at = $1', [NOW]);
  await planReceiptNotices(register.db, POST, NOW);
  expect(await told()).toHaveLength(5);
});

test('a value of a term from an event is told in the unit of the term', async () => {
  const at = '2016-05-10T09:00:00Z';
  const reading = { kind: 'within-period', amount: 3, unit: 'months', event: 'domanda' } as const;
  await openCheckpoint(register.db, {
    ...{ cycle, checkpoint: 'analisi', ordinal: 2, from: '2016-05-01', to: '2016-08-31', planVersion: 1 },
    ...{ planHash: 'abc', simulated: true, openedAt: at },
    indicators: [{ indicator: 'A-9', name: 'Tempi di rilascio', office: 'isr', target: 'entro 3 mesi', reading }],
  });
  await submitMeasurements(register.db, {
    ...{ cycle, checkpoint: 'analisi', officer: 'bruno', at, simulated: true, channel: 'form' },
    rows: [{ indicator: 'A-9', actual: { kind: 'number', value: '2.5' }, evidence: [] }],
  });
  await planReceiptNotices(register.db, POST, at);
  const last = (await told()).find(({ step, message }) => step === 'analisi' && message.of === 'values')?.message;
  expect(last?.values).toEqual([{ code: 'A-9', name: 'Tempi di rilascio', value: '2,5 mesi' }]);
});

test('who had been asked too is told by whom it was done and what they said, once; who was asked of it before that is not', async () => {
  const asked = async (person: string, kind: string, step: string, at: Instant) => {
    const notice = {
      cycle,
      step,
      kind,
      on: '2016-05-10',
      person,
      occasion: `prova ${at}`,
      simulated: true,
      dueAt: at,
    } as const;
    await planNotices(
      register.db,
      [{ ...notice, to: { name: person, address: `${person}@prova.example` }, message: { kind } }],
      'prova.example',
    );
  };
  await asked('bruno', 'step-opening', 'analisi', '2016-05-01T09:00:00Z');
  await asked('anna', 'step-opening', 'analisi', '2016-05-10T09:30:00Z');
  await asked('carla', 'step-late', 'analisi', '2016-05-10T09:31:00Z');
  await asked('dario', 'published', 'analisi', '2016-05-10T09:31:00Z');
  await asked('anna', 'decision-request', 'piano-approvazione', '2016-05-10T09:31:00Z');
  await asked('carla', 'step-opening', 'piano-approvazione', '2016-05-10T09:31:00Z');
  await register.owner.query(`update notices set state = 'sent', sent_at = due_at where occasion like 'prova %'`);
  const at = '2016-05-10T10:00:00Z';
  await appendLog(
    register.db,
    {
      cycle,
      subject: 'Attività',
      at,
      actor: 'anna',
      step: 'analisi',
      action: 'step-completed',
      detail: { reason: 'conclusa da anna: atti raccolti' },
    },
    {
      cycle,
      subject: 'Piano',
      at,
      actor: 'dario',
      step: 'piano-approvazione',
      action: 'decision-rejected',
      detail: { remarks: 'pesi da rivedere' },
    },
  );
  await planReceiptNotices(register.db, POST, at);
  await planReceiptNotices(register.db, POST, at);
  const others = (await told()).filter(({ message }) => message.doneBy !== undefined);
  expect(others.map(({ person, step, message }) => [person, step, message.doneBy])).toEqual([
    [
      'anna',
      'piano-approvazione',
      { name: 'Dario Prova', said: 'pesi da rivedere', decided: 'respinto con osservazioni' },
    ],
    ['carla', 'analisi', { name: 'Anna Prova', said: 'atti raccolti' }],
  ]);
  const [decided, concluded] = others.map(({ message }) => renderMessage(message).text);
  expect(decided).toContain('è stato registrato da Dario Prova');
  expect(concluded).toContain('è stata conclusa da Anna Prova');
  expect(concluded).toContain('atti raccolti');
});
