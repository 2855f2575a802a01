import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import type { CivilDate, Instant } from '../../src/domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../src/domain/calendar/zone.js';
import { STEERING } from '../../src/domain/entity.js';
import type { CycleSummary } from '../../src/mail/message.js';
import { planWeeklySummaries, SUMMARY_KIND } from '../../src/office/weekly-summary.js';
import { saveAssessment } from '../../src/register/assessments.js';
import { openCheckpoint } from '../../src/register/checkpoints.js';
import { saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import { saveEntity } from '../../src/register/entities.js';
import { holdersOf } from '../../src/register/people.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { remind } from '../../src/worker/reminders.js';
import { scriptedTransport } from '../mail/scripted-transport.js';
import { emptyLedger } from '../register/empty-ledger.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const POST = {
  domain: 'ccms.example',
  consoleUrl: 'https://ciclo.example',
  invitations: createInvitations('the secret of these tests alone, of Ciclo', 'https://ciclo.example'),
};
const CYCLE = 'ccms/2016';
const morning = (day: CivilDate): Instant => romeInstant(day, timeOfDay(9, 30));
const MONDAY = morning('2016-09-05');

describe('the weekly summary of a body’s cycles', () => {
  const register = aRegister();
  const bodies = bodiesOnFile();
  const entity = bodies.entity('ccms');

  beforeAll(async () => {
    const { db } = register;
    const calendar = bodies.calendar('ccms', 2016);
    if (!calendar.ok) throw new Error('no calendar');
    await saveEntity(db, entity);
    const { template, templateVersion, steps } = calendar.value;
    const cycle = { entity: 'ccms', exercise: 2016, template, templateVersion, simulated: false };
    const id = await saveCycle(db, { ...cycle, calendar: calendar.value, policy: bodies.policyOf('ccms') });
    await saveSteps(db, id, steps);
    await setCycleStatus(db, id, 'running', '2015-06-01T06:00:00Z');
    for (const { id: step, dueOn } of steps)
      if (dueOn < '2016-08-01' && step !== 'check-up') await setStepState(db, id, step, { status: 'done' });
    await openCheckpoint(db, {
      ...{ cycle: CYCLE, checkpoint: 'monitoraggio-2', ordinal: 2, planVersion: 1, planHash: 'h', simulated: false },
      ...{ from: '2016-05-01', to: '2016-08-31', openedAt: '2016-09-01T06:00:00Z' },
      indicators: [
        { indicator: '1.1.1-01', name: 'Presenze sulla stampa', office: 'isr', target: 'almeno 30' },
        { indicator: '1.1.1-02', name: 'Incontri', office: 'isr', target: 'almeno 10' },
      ],
    });
    await saveAssessment(db, {
      ...{ key: `${CYCLE}/monitoraggio-2/1`, cycle: CYCLE, checkpoint: 'monitoraggio-2', planVersion: 1 },
      ...{ policyVersion: '2016-1', simulated: false, at: '2016-09-02T08:00:00Z', rollups: [] },
      indicators: [
        { indicator: '1.1.1-01', state: 'assessed', achievement: '90.00', light: 'yellow', trace: [] },
        { indicator: '1.1.1-02', state: 'assessed', achievement: '100.00', light: 'green', trace: [] },
      ],
      forecasts: [
        {
          ...{ indicator: '1.1.1-01', value: '15', achievement: '50.00', light: 'red' },
          how: { way: 'pro-rata', elapsed: 244, total: 366 },
        },
      ],
    });
  });

  const planned = async () =>
    (
      await register.db
        .selectFrom('notices')
        .select(['person', 'message', 'messageId', 'state'])
        .where('kind', '=', SUMMARY_KIND)
        .orderBy('dueAt')
        .orderBy('person')
        .execute()
    )
      // Of this kind, by the query.
      .map(({ message, ...notice }) => ({ ...notice, message: message as CycleSummary }));

  beforeEach(async () => {
    await emptyLedger(register.owner);
  });

  test('leaves on the first working day of a week, from the hour of the reminders on', async () => {
    for (const now of [romeInstant('2016-09-05', timeOfDay(8, 59)), morning('2016-09-06'), morning('2016-09-04')])
      await planWeeklySummaries(register.db, POST, { now });
    expect(await planned()).toEqual([]);
  });

  test('goes to who heads the body and to who steers its cycle, each once, however often it is asked', async () => {
    await planWeeklySummaries(register.db, POST, { now: MONDAY });
    await planWeeklySummaries(register.db, POST, { now: romeInstant('2016-09-05', timeOfDay(11)) });
    const holders = await Promise.all(
      [entity.head, STEERING].map((role) => holdersOf(register.db, 'ccms', role, '2016-09-05')),
    );
    const notices = await planned();
    expect(notices.map(({ person }) => person).sort()).toEqual([...new Set(holders.flat().map(({ id }) => id))].sort());
    expect(new Set(notices.map(({ messageId }) => messageId)).size).toBe(notices.length);
  });

  test('says what is late, near, red in the forecast, unsent, each with its page', async () => {
    await planWeeklySummaries(register.db, POST, { now: MONDAY });
    const [{ message } = { message: undefined }] = await planned();
    if (message === undefined) throw new Error('no summary');
    expect(message.late.map(({ title }) => title)).toEqual(['Check-Up e definizione dei Piani di Miglioramento']);
    expect(message.late[0]?.link).toBe('https://ciclo.example/cicli/ccms/2016/attivita/check-up');
    expect(message.due.map(({ link }) => link)).toContain(
      'https://ciclo.example/cicli/ccms/2016/attivita/monitoraggio-2',
    );
    expect(message.red).toMatchObject([
      { code: '1.1.1-01', link: 'https://ciclo.example/cicli/ccms/2016/indicatori/1.1.1-01' },
    ]);
    expect(message.red[0]?.forecast).toMatch(/^15 \(50,00%, rosso; in proporzione ai giorni trascorsi, 244 su 366\)$/);
    expect(message.unsent).toMatchObject([{ missing: 2 }]);
  });

  test('of a week before that never left is withdrawn by the next', async () => {
    await planWeeklySummaries(register.db, POST, { now: MONDAY });
    const people = (await planned()).length;
    await planWeeklySummaries(register.db, POST, { now: morning('2016-09-12') });
    const states = (await planned()).map(({ state }) => state);
    expect(states.filter((state) => state === 'withdrawn')).toHaveLength(people);
    expect(states.filter((state) => state === 'planned')).toHaveLength(people);
  });

  test('really leaves, with the Message-ID of the ledger, once', async () => {
    const { sent, transport } = scriptedTransport();
    const deps = {
      register: { db: register.db, schema: register.schema, close: async () => undefined },
      invitations: POST.invitations,
      post: { ...POST, transport, from: { name: 'Ciclo', address: 'ciclo@ccms.example' } },
      now: () => MONDAY,
    };
    await remind(deps);
    await remind(deps);
    const notices = await planned();
    const summaries = sent.filter(({ subject }) => subject.includes('05/09/2016, settimana del ciclo'));
    expect(summaries.map(({ messageId }) => messageId).sort()).toEqual(
      notices.map(({ messageId }) => messageId).sort(),
    );
    expect(notices.every(({ state }) => state === 'sent')).toBe(true);
  });
});
