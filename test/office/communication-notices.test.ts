import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { RECIPIENTS_AT_ONCE } from '../../src/domain/voices/communication.js';
import type { ReportReady } from '../../src/mail/message.js';
import { planCommunicationNotices, planPhaseNotices } from '../../src/office/communication-notices.js';
import { planReportNotices } from '../../src/office/report-notices.js';
import { addCommunication, communicationsOf } from '../../src/register/communications.js';
import { saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import { saveDocument } from '../../src/register/documents.js';
import { EARLIER } from '../../src/register/earlier-steps.js';
import { saveEntity } from '../../src/register/entities.js';
import { appendLog } from '../../src/register/log.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { phasesTold } from '../../src/register/telling.js';
import { sendCommunications } from '../../src/worker/communication-mail.js';
import { scriptedTransport } from '../mail/scripted-transport.js';
import { emptyLedger } from '../register/empty-ledger.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const POST = { domain: 'ccms.example', consoleUrl: 'https://ciclo.example' };
const NOW = '2015-06-03T08:00:00Z';
const register = aRegister();
const CYCLE = 'ccms/2016';

beforeAll(async () => {
  const { db } = register;
  const bodies = bodiesOnFile();
  const calendar = bodies.calendar('ccms', 2016);
  if (!calendar.ok) throw new Error('no calendar');
  await saveEntity(db, bodies.entity('ccms'));
  const { template, templateVersion } = calendar.value;
  const cycle = {
    entity: 'ccms',
    exercise: 2016,
    template,
    templateVersion,
    calendar: calendar.value,
    simulated: false,
  };
  await saveCycle(db, { ...cycle, policy: bodies.policyOf('ccms') });
  await saveSteps(db, CYCLE, calendar.value.steps);
  await setCycleStatus(db, CYCLE, 'running', '2015-06-01T06:00:00Z');
});

beforeEach(async () => {
  await emptyLedger(register.owner);
});

const notices = async () =>
  register.db
    .selectFrom('notices')
    .select(['person', 'occasion', 'toAddress', 'message', 'state', 'kind'])
    .orderBy('occasion')
    .orderBy('person')
    .execute();

const phase = async (status: 'waiting' | 'open' | 'done', openedAt: typeof NOW | null): Promise<void> => {
  for (const step of ['analisi-contesto', 'mappatura-stakeholder', 'feedback-strategico', 'analisi-finanziaria'])
    await setStepState(register.db, CYCLE, step, { status, openedAt });
};

describe('the participants of a phase', () => {
  test('are told nothing before it has opened', async () => {
    await phase('waiting', null);
    await planPhaseNotices(register.db, POST, NOW);
    expect(await notices()).toEqual([]);
  });

  test('are told once each as it opens and once as its result is there, however often it is looked at or reopened', async () => {
    const { db } = register;
    await phase('open', NOW);
    for (let i = 0; i < 2; i++) await planPhaseNotices(db, POST, NOW);
    const opened = await notices();
    expect(opened.length).toBeGreaterThan(0);
    expect(new Set(opened.map(({ person }) => person)).size).toBe(opened.length);
    expect(opened.every(({ occasion }) => occasion === 'analisi-propedeutiche-opened')).toBe(true);
    expect(opened[0]?.message).toMatchObject({ kind: 'phase', phase: 'Fase 1, Analisi propedeutiche' });
    await phase('done', NOW);
    for (let i = 0; i < 2; i++) await planPhaseNotices(db, POST, '2015-10-20T08:00:00Z');
    await phase('open', NOW);
    await planPhaseNotices(db, POST, '2015-10-21T08:00:00Z');
    await phase('done', NOW);
    await planPhaseNotices(db, POST, '2015-10-22T08:00:00Z');
    const all = await notices();
    expect(all.map(({ occasion }) => occasion.split('-').at(-1)).sort()).toEqual(
      [...opened.map(() => 'concluded'), ...opened.map(() => 'opened')].sort(),
    );
    const people = opened.map(({ person }) => person).sort();
    const unsent = { people, mails: people.length, sent: 0, notSent: 0 };
    expect(await phasesTold(db, CYCLE)).toEqual([
      { occasion: 'analisi-propedeutiche-opened', at: NOW, ...unsent },
      { occasion: 'analisi-propedeutiche-concluded', at: '2015-10-20T08:00:00Z', ...unsent },
    ]);
  });

  test('are told nothing of a phase that was over before Ciclo', async () => {
    const { db } = register;
    await phase('done', NOW);
    const steps = ['analisi-contesto', 'mappatura-stakeholder', 'feedback-strategico', 'analisi-finanziaria'];
    const line = { actor: 'anna', at: NOW, cycle: CYCLE, subject: 'Attività' } as const;
    for (const step of steps)
      await appendLog(db, { ...line, step, action: EARLIER.recorded, detail: { earlier: { on: '2015-06-02' } } });
    await planPhaseNotices(db, POST, NOW);
    expect(await notices()).toEqual([]);
    for (const step of steps) await appendLog(db, { ...line, step, action: EARLIER.withdrawn });
  });

  test('are told nothing of a cycle planned before there was such a mail', async () => {
    const { db, owner } = register;
    await phase('open', NOW);
    await owner.query('update cycles set tells_participants = false');
    await planPhaseNotices(db, POST, NOW);
    expect(await notices()).toEqual([]);
    await owner.query('update cycles set tells_participants = true');
  });
});

describe('a communication by mail', () => {
  let down = false;
  const { sent, transport } = scriptedTransport(() =>
    down ? { outcome: 'later', scope: 'mail', error: 'occupato' } : undefined,
  );
  const round = (at: `${number}-${number}-${number}T${string}Z`) =>
    sendCommunications({
      register: { db: register.db, schema: register.schema, close: async () => undefined },
      post: { ...POST, transport, from: { name: 'Ciclo', address: 'ciclo@ccms.example' } },
      now: () => at,
    });

  test('goes once to each, is tried again when the server is busy, and the record says how many have left', async () => {
    const { db } = register;
    await phase('waiting', null);
    await addCommunication(db, {
      cycle: CYCLE,
      about: 'Piano 2016',
      documentHash: undefined,
      told: 'associazioni',
      means: 'mail',
      onDay: '2015-06-03',
      note: '',
      mailText: 'È approvato.',
      page: 'https://www.ccms.example/piano',
      recipients: [
        { address: 'uno@associazione.example', name: 'uno@associazione.example', person: undefined },
        { address: 'anna@ccms.example', name: 'Anna', person: 'anna' },
      ],
      actor: 'guglielmo.tarasconi',
      at: NOW,
      simulated: false,
    });
    down = true;
    await round(NOW);
    expect(sent).toEqual([]);
    expect(await communicationsOf(db, CYCLE)).toMatchObject([{ mails: 2, sent: 0, notSent: 0 }]);
    down = false;
    for (const at of ['2015-06-03T12:00:00Z', '2015-06-04T12:00:00Z', '2015-06-05T12:00:00Z'] as const) await round(at);
    expect(sent.map(({ to }) => to.address).sort()).toEqual(['anna@ccms.example', 'uno@associazione.example']);
    expect(sent[0]?.text).toContain('È approvato.');
    expect(sent[0]?.text).toContain('https://www.ccms.example/piano');
    expect(await communicationsOf(db, CYCLE)).toMatchObject([{ mails: 2, sent: 2, notSent: 0 }]);
    expect(await db.selectFrom('communicationRecipients').selectAll().execute()).toEqual([]);
    await planCommunicationNotices(db, POST, '2015-07-01T12:00:00Z');
    expect((await notices()).filter(({ kind }) => kind === 'communication')).toHaveLength(2);
  });

  test('to more than leave at once goes in several rounds, once to each', async () => {
    const { db } = register;
    const many = RECIPIENTS_AT_ONCE + 3;
    const recipients = Array.from({ length: many }, (_, i) => `impresa${i}@pec.example`);
    await addCommunication(db, {
      ...{ cycle: CYCLE, about: 'Piano 2016', documentHash: undefined, told: 'imprese', means: 'mail' },
      ...{ onDay: '2015-06-03', note: '', mailText: '', page: 'https://www.ccms.example/piano' },
      recipients: recipients.map((address) => ({ address, name: address, person: undefined })),
      ...{ actor: 'guglielmo.tarasconi', at: NOW, simulated: false },
    });
    const written = async () => (await notices()).filter(({ toAddress }) => toAddress.endsWith('@pec.example'));
    await planCommunicationNotices(db, POST, NOW);
    expect(await written()).toHaveLength(RECIPIENTS_AT_ONCE);
    for (let i = 0; i < 2; i++) await planCommunicationNotices(db, POST, NOW);
    expect(new Set((await written()).map(({ toAddress }) => toAddress))).toEqual(new Set(recipients));
    expect(await written()).toHaveLength(many);
  });
});

describe('the OIV', () => {
  const report = async (version: number, frozenAt: Instant) =>
    await saveDocument(register.db, {
      ...{ cycle: CYCLE, kind: 'monitoraggio-1', version, frozenAt, simulated: false },
      ...{ title: 'Rapporto: primo monitoraggio quadrimestrale 2016', mime: 'application/json' },
      bytes: Buffer.from(`{"version":${version}}`),
      forms: [],
    });
  const told = async () =>
    (await notices())
      .filter(({ kind }) => kind === 'report-ready')
      .map(({ person, occasion, message }) => ({
        ...{ person, occasion },
        link: (message as ReportReady).link,
      }));
  const LINK = `${POST.consoleUrl}/cicli/ccms/2016/attivita/monitoraggio-1#osservazioni-rapporto`;

  test('is told of the report of a checkpoint by a mail of its own, once, and again when it is another version', async () => {
    const { db } = register;
    await planReportNotices(db, POST, '2016-05-20T08:00:00Z');
    expect(await told()).toEqual([]);
    await report(1, '2016-05-20T08:00:00Z');
    for (const at of ['2016-05-20T08:01:00Z', '2016-05-21T08:01:00Z'] as const) await planReportNotices(db, POST, at);
    const first = { person: 'zeno.bragadini', occasion: 'v1', link: LINK };
    expect(await told()).toEqual([first]);
    await report(2, '2016-05-25T08:00:00Z');
    for (let i = 0; i < 2; i++) await planReportNotices(db, POST, '2016-05-25T08:01:00Z');
    expect(await told()).toEqual([first, { ...first, occasion: 'v2' }]);
  });

  test('is not told of documents that are no report, nor of a report of months ago', async () => {
    const { db } = register;
    await planReportNotices(db, POST, '2016-09-20T08:00:00Z');
    expect(await told()).toEqual([]);
  });

  test('hears of it from the sweep that tells the participants of phases', async () => {
    const { sent, transport } = scriptedTransport();
    await sendCommunications({
      register: { db: register.db, schema: register.schema, close: async () => undefined },
      post: { ...POST, transport, from: { name: 'Ciclo', address: 'ciclo@ccms.example' } },
      now: () => '2016-05-26T08:00:00Z',
    });
    const [mail] = sent.filter(({ subject }) => subject.includes('primo monitoraggio'));
    expect(mail?.to.address).toBe('zeno.bragadini@ccms.example');
    expect(mail?.text).toContain(LINK);
  });
});
