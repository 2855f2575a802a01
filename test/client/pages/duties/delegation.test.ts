import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createInvitations } from '../../../../src/access/invitations.js';
import { formOf } from '../../../../src/forms/form-of.js';
import type { DelegationTold } from '../../../../src/mail/mandate-messages.js';
import { planDelegationNotices } from '../../../../src/office/delegation-notices.js';
import { setCycleStatus } from '../../../../src/register/cycles.js';
import { addDelegation, delegationsOf } from '../../../../src/register/delegations.js';
import { logOf } from '../../../../src/register/log.js';
import { currentMeasurements } from '../../../../src/register/measurements.js';
import { personById } from '../../../../src/register/people.js';
import { delegatedOnDay, indicatorCheckpoints } from '../../../../src/register/reading/indicator.js';
import { ownTasks } from '../../../../src/register/reading/own-tasks.js';
import { saveSteps, setStepState } from '../../../../src/register/steps.js';
import { seedPolicy } from '../../../domain/achievement/policy-fixture.js';
import { counted } from '../../../register/counted.js';
import { aCheckpoint, aStep } from '../../../register/fixtures.js';
import { aDesk, NOW } from '../access/desk.js';
import { textOf } from '../site.js';

const desk = aDesk();
const CYCLE = 'prova/2016';
const REF = { cycle: CYCLE, checkpoint: 'monitoraggio-1' };
const TODAY = '2016-05-10';
const DUTY = `/cicli/${CYCLE}/attivita/monitoraggio-1/adempimento`;
const POST = {
  domain: 'prova.example',
  consoleUrl: 'https://ciclo.example',
  invitations: createInvitations('the secret of these tests alone, of Ciclo', 'https://ciclo.example'),
};
let cookies: Readonly<Record<'anna' | 'bruno' | 'carla' | 'dario', string>>;

beforeAll(async () => {
  const { db } = desk;
  await aCheckpoint(db, CYCLE);
  await setCycleStatus(db, CYCLE, 'running', NOW);
  await setStepState(db, CYCLE, 'monitoraggio-1', { status: 'open' });
  await desk.owner.query(`update ${desk.schema}.cycles set policy = $1`, [JSON.stringify(seedPolicy())]);
  await desk.owner.query(
    `insert into roles (entity, id, title, board, external) values ('prova', 'oiv', 'OIV', true, false)`,
  );
  await desk.owner.query(
    `insert into holdings (entity, person, role, from_date, to_date, origin) values ('prova', 'anna', 'oiv', '2016-01-01', '2016-12-31', 'file')`,
  );
  const of = (id: string): Promise<string> => desk.signedIn(`${id}@prova.example`);
  cookies = { anna: await of('anna'), bruno: await of('bruno'), carla: await of('carla'), dario: await of('dario') };
});

const form = async (person: string) => {
  const found = await formOf(desk.db, REF, person, TODAY);
  return { asked: found?.rows.map(({ code }) => code), delegated: found?.delegated, row: found?.rows[0] };
};
const tasks = async (id: string) => {
  const person = await personById(desk.db, 'prova', id);
  if (person === undefined) throw new Error(`nobody is ${id}`);
  return (await ownTasks(desk.db, person, TODAY)).map(({ step, missing, as }) => ({ step, missing, as }));
};
const told = async () =>
  (
    await desk.db
      .selectFrom('notices')
      .select(['person', 'actingFor', 'message'])
      .where('kind', '=', 'delegation')
      .orderBy('recordedAt')
      .execute()
  )
    // Of this kind every message is one of these.
    .map(({ message, ...one }) => ({ ...one, message: message as DelegationTold }));
const delegate = (to: string, cookie: string, until = '') =>
  desk.post(`${DUTY}/indicatori/A-1/delega`, { chiave: `k-${to}-${until}`, collega: to, 'fino-al': until }, { cookie });

describe('an indicator is delegated to a colleague', () => {
  test('who is of the OIV is refused, as who answers for it already; nothing is recorded', async () => {
    const oiv = await delegate('anna', cookies.carla);
    expect(oiv.status).toBe(422);
    expect(textOf(await oiv.text())).toContain('l’OIV non riceve deleghe dal personale dell’ente');
    const own = await delegate('carla', cookies.carla);
    expect(textOf(await own.text())).toContain('ne risponde già');
    const past = await delegate('bruno', cookies.carla, '01/05/2016');
    expect(textOf(await past.text())).toContain('la data è già passata');
    expect(await delegationsOf(desk.db, REF, TODAY)).toEqual([]);
  });

  test('nobody delegates what they do not answer for', async () => {
    expect((await delegate('carla', cookies.bruno)).status).toBe(403);
  });

  test('from the form; then it is the colleague’s to give, and is seen as delegated', async () => {
    const page = textOf(await (await desk.get(DUTY, cookies.carla)).text());
    expect(page).toContain('Delega a un collega');
    const done = await delegate('bruno', cookies.carla);
    expect(done.status, textOf(await done.clone().text())).toBe(303);
    expect(await form('carla')).toMatchObject({
      asked: [],
      delegated: [{ code: 'A-1', to: 'Bruno Prova', until: null, sent: false }],
    });
    const given = await form('bruno');
    expect(given.asked).toEqual(['A-1', 'A-2', 'A-3']);
    expect(given.row).toMatchObject({ actingFor: 'carla', delegated: true });
    const [seen, theirs] = await Promise.all([desk.get(DUTY, cookies.carla), desk.get(DUTY, cookies.bruno)]);
    expect(textOf(await seen.text())).toContain('a Bruno Prova, per questo monitoraggio: valore non ancora inviato.');
    expect(textOf(await theirs.text())).toContain('Su delega di Carla Prova');
  });

  test('it is among what is known of the indicator, and not among that of others', async () => {
    const of = async (code: string) => delegatedOnDay(await indicatorCheckpoints(desk.db, CYCLE, code), TODAY);
    expect(await of('A-1')).toEqual([{ delegate: 'bruno', until: null }]);
    expect(await of('A-2')).toEqual([]);
  });

  test('the tasks of both say so', async () => {
    expect(await tasks('carla')).toEqual([]);
    expect(await tasks('bruno')).toMatchObject([
      {
        step: 'monitoraggio-1',
        missing: 3,
        as: [
          { title: 'Istituto di Studi e Ricerche' },
          { title: 'Ufficio Promozione', actingFor: 'Carla Prova', delegated: true },
        ],
      },
    ]);
  });

  test('the colleague is written to at once, and once, with a form of their own', async () => {
    await planDelegationNotices(desk.db, POST, NOW);
    await planDelegationNotices(desk.db, POST, NOW);
    const [first, ...more] = await told();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ person: 'bruno', message: { what: 'given', by: 'Carla Prova', until: null } });
    const token = first?.message.link.split('/').at(-1) ?? '';
    const opened = await POST.invitations.read(desk.db, token, NOW);
    expect(opened).toMatchObject({ ok: true, value: { person: 'bruno', actingFor: 'carla', step: 'monitoraggio-1' } });
  });

  test('it is not delegated twice, and is on the log', async () => {
    const again = await delegate('dario', cookies.carla);
    expect(textOf(await again.text())).toContain('è già delegato a Bruno Prova');
    const lines = (await logOf(desk.db, { cycle: CYCLE })).filter(({ action }) => action === 'indicator-delegated');
    expect(lines).toMatchObject([{ actor: 'carla', subject: 'A-1', detail: { delegate: 'bruno' } }]);
  });

  test('the colleague gives the value for who delegated; another may not', async () => {
    const sent = (cookie: string) =>
      desk.post(DUTY, { modulo: randomUUID(), 'valore:A-1': '10', 'nota:A-1': '', azione: 'invia' }, { cookie });
    expect(await currentMeasurements(desk.db, REF)).toEqual([]);
    await sent(cookies.dario);
    expect(await currentMeasurements(desk.db, REF)).toEqual([]);
    const done = await sent(cookies.bruno);
    expect(done.status, textOf(await done.clone().text())).toBe(303);
    expect(await currentMeasurements(desk.db, REF)).toMatchObject([
      { indicator: 'A-1', officer: 'bruno', actingFor: 'carla' },
    ]);
    expect((await form('carla')).delegated).toMatchObject([{ sent: true }]);
  });

  test('who delegated takes it back, and the colleague is told', async () => {
    const back = await desk.post(`${DUTY}/indicatori/A-1/riprendi`, { chiave: 'b1' }, { cookie: cookies.carla });
    expect(back.status, textOf(await back.clone().text())).toBe(303);
    expect((await form('carla')).asked).toEqual(['A-1']);
    expect((await form('bruno')).asked).toEqual(['A-2', 'A-3']);
    await planDelegationNotices(desk.db, POST, NOW);
    expect((await told()).at(-1)).toMatchObject({
      person: 'bruno',
      message: { what: 'taken-back', by: 'Carla Prova' },
    });
  });

  test('the colleague gives it back, and who delegated is told', async () => {
    expect((await delegate('dario', cookies.carla, '30/09/2016')).status).toBe(303);
    await planDelegationNotices(desk.db, POST, NOW);
    const back = await desk.post(`${DUTY}/indicatori/A-1/riprendi`, { chiave: 'b2' }, { cookie: cookies.dario });
    expect(back.status, textOf(await back.clone().text())).toBe(303);
    expect((await form('carla')).asked).toEqual(['A-1']);
    await planDelegationNotices(desk.db, POST, NOW);
    const last = (await told()).at(-1);
    expect(last).toMatchObject({ person: 'carla', message: { what: 'given-back', by: 'Dario Prova' } });
  });

  test('who is what that day is asked once, at however many checkpoints something is delegated', async () => {
    const asked = counted(desk.db);
    const bruno = await personById(desk.db, 'prova', 'bruno');
    if (bruno === undefined) throw new Error('nobody is bruno');
    const given = (checkpoint: string) =>
      addDelegation(desk.db, {
        ...{ key: checkpoint, cycle: CYCLE, checkpoint, indicator: 'A-1', delegator: 'carla', delegate: 'bruno' },
        ...{ until: null, person: 'carla', actingFor: null, at: NOW },
      });
    const look = () => asked.during(() => ownTasks(asked.db, bruno, TODAY));
    await given('monitoraggio-1');
    const one = await look();
    await saveSteps(desk.db, CYCLE, [aStep('monitoraggio-2', 'checkpoint', '2016-09-30')]);
    await aCheckpoint(desk.db, CYCLE, 'monitoraggio-2');
    await setStepState(desk.db, CYCLE, 'monitoraggio-2', { status: 'open' });
    await given('monitoraggio-2');
    const two = await look();
    expect(two.found.find(({ step }) => step === 'monitoraggio-2')).toMatchObject({ missing: 3 });
    expect(two.queries).toBe(one.queries);
  });
});
