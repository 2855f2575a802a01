import { beforeAll, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import type { Appointed } from '../../src/mail/mandate-messages.js';
import { planAppointmentNotices } from '../../src/office/appointment-notices.js';
import { addMandate, endMandate } from '../../src/register/people-changes.js';
import { setStepState } from '../../src/register/steps.js';
import { aCheckpoint, aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const POST = {
  domain: 'prova.example',
  consoleUrl: 'https://ciclo.example',
  invitations: createInvitations('the secret of these tests alone, of Ciclo', 'https://ciclo.example'),
};
const register = aRegister();

beforeAll(async () => {
  const { db } = register;
  const cycle = await aCycle(db);
  const { checkpoint } = await aCheckpoint(db, cycle);
  for (const step of ['analisi', checkpoint]) await setStepState(db, cycle, step, { status: 'open' });
  const given = { to: undefined } as const;
  await addMandate(db, 'prova', { person: 'dario', role: 'ufficio:promozione', from: '2016-05-09', ...given });
  await addMandate(db, 'prova', { person: 'dario', role: 'controllo', from: '2016-05-10', to: '2016-12-31' });
  await addMandate(db, 'prova', { person: 'anna', role: 'ufficio:promozione', from: '2016-05-20', ...given });
});

const told = async () =>
  (
    await register.db
      .selectFrom('notices')
      .select(['person', 'message'])
      .where('kind', '=', 'appointment')
      .orderBy('dueAt')
      .execute()
  )
    // Of this kind every message is one of these.
    .map(({ person, message }) => ({ person, message: message as Appointed }));

test('who is appointed is told in one mail of all that has begun, and asked for what is open of it', async () => {
  await planAppointmentNotices(register.db, POST, '2016-05-10T08:00:00Z');
  const [first, ...others] = await told();
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    person: 'dario',
    message: {
      mandates: [
        { title: 'Ufficio Promozione', from: '2016-05-09' },
        { title: 'Controllo di gestione', from: '2016-05-10', until: '2016-12-31' },
      ],
    },
  });
  const tasks = first?.message.tasks ?? [];
  expect(tasks.length).toBeGreaterThan(0);
  const opened = await Promise.all(
    tasks.map(({ link }) => POST.invitations.read(register.db, link.split('/').at(-1) ?? '', '2016-05-10T09:00:00Z')),
  );
  for (const one of opened) expect(one).toMatchObject({ ok: true, value: { person: 'dario' } });
});

test('nobody is told twice; what begins later is told on its day, and what has ended before it is told to nobody', async () => {
  await planAppointmentNotices(register.db, POST, '2016-05-11T08:00:00Z');
  expect(await told()).toHaveLength(1);
  await endMandate(register.db, 'prova', { person: 'dario', role: 'controllo', from: '2016-05-10' }, '2016-05-15');
  await addMandate(register.db, 'prova', {
    person: 'carla',
    role: 'ufficio:isr',
    from: '2016-05-12',
    to: '2016-05-15',
  });
  await planAppointmentNotices(register.db, POST, '2016-05-20T08:00:00Z');
  expect((await told()).map(({ person }) => person)).toEqual(['dario', 'anna']);
});
