import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import type { CivilDate, Instant } from '../../src/domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../src/domain/calendar/zone.js';
import type { FollowUpReminder } from '../../src/mail/message.js';
import { planFollowUpNotices } from '../../src/office/follow-up-notices.js';
import { saveBody } from '../../src/register/body.js';
import { addCorrectiveActions } from '../../src/register/corrective-actions.js';
import { saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import { saveEntity } from '../../src/register/entities.js';
import { recordFollowUp } from '../../src/register/follow-up.js';
import { recordMailReport, settleMail } from '../../src/register/mail-reports.js';
import { noticesOf } from '../../src/register/notices.js';
import { remind } from '../../src/worker/reminders.js';
import { scriptedTransport } from '../mail/scripted-transport.js';
import { emptyLedger } from '../register/empty-ledger.js';
import { aCheckpoint } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const POST = {
  domain: 'ccms.example',
  consoleUrl: 'https://ciclo.example',
  invitations: createInvitations('the secret of these tests alone, of Ciclo', 'https://ciclo.example'),
};
const morning = (day: CivilDate): Instant => romeInstant(day, timeOfDay(9, 30));

describe('the reminders of what the body follows', () => {
  const register = aRegister();
  const bodies = bodiesOnFile();

  beforeAll(async () => {
    const { db } = register;
    const calendar = bodies.calendar('ccms', 2016);
    if (!calendar.ok) throw new Error('no calendar');
    await saveEntity(db, bodies.entity('ccms'));
    await saveBody(db, 'ccms', bodies.body('ccms'));
    const { template, templateVersion } = calendar.value;
    const cycle = {
      entity: 'ccms',
      exercise: 2016,
      template,
      templateVersion,
      calendar: calendar.value,
      simulated: false,
    };
    const id = await saveCycle(db, { ...cycle, policy: bodies.policyOf('ccms') });
    await setCycleStatus(db, id, 'running', '2015-06-01T06:00:00Z');
  });

  const planned = async (): Promise<readonly { person: string; message: FollowUpReminder }[]> =>
    (
      await register.db
        .selectFrom('notices')
        .select(['person', 'message'])
        .where('state', '<>', 'withdrawn')
        .orderBy('person')
        .execute()
    )
      // Only reminders are planned in this register.
      .map(({ person, message }) => ({ person, message: message as FollowUpReminder }));

  beforeEach(async () => {
    await emptyLedger(register.owner);
  });

  test('leave nothing at night, on a Saturday, on a holiday, or before the policy’s hour', async () => {
    for (const now of [
      romeInstant('2016-01-29', timeOfDay(8, 59)),
      romeInstant('2016-01-29', timeOfDay(18)),
      morning('2016-01-30'),
      morning('2016-01-06'),
    ]) {
      expect((await planFollowUpNotices(register.db, POST, { now })).size).toBe(0);
    }
  });

  test('speak on the first working day of a week of everything near or late, one mail to each who answers', async () => {
    await planFollowUpNotices(register.db, POST, { now: morning('2016-01-25') });
    const mails = await planned();
    expect(mails.map((mail) => mail.person)).toEqual(['clelia.malaspini', 'noemi.ghirlandini', 'ottavia.brandini']);
    const [, invited] =
      /^(https:\/\/ciclo\.example\/adempimento\/[^/]+)\/voci$/.exec(mails[1]?.message.link ?? '') ?? [];
    expect(invited).toBeDefined();
    // Nobody finds somebody else's link in their list.
    expect(new Set(mails.map(({ message }) => message.link)).size).toBe(3);
    expect(mails[1]?.message.own).toEqual([
      {
        kind: 'obligation',
        text: 'Tassi di assenza e maggior presenza del personale',
        state: 'Da aggiornare di nuovo',
        dueOn: '2016-01-31',
        lateDays: 0,
        owner: 'Ufficio Risorse Umane',
        norm: 'D.Lgs. 33/2013, art. 16, c. 3',
        link: `${invited}/trasparenza/personale/8`,
      },
    ]);
  });

  test('begin the week on Tuesday when Monday is a holiday', async () => {
    // Easter Monday.
    expect((await planFollowUpNotices(register.db, POST, { now: morning('2016-03-28') })).size).toBe(0);
    await planFollowUpNotices(register.db, POST, { now: morning('2016-03-29') });
    expect((await planned()).length).toBeGreaterThan(3);
  });

  test('leave nothing on the other days of a week, whatever falls due', async () => {
    for (const day of ['2016-01-26', '2016-02-24', '2016-02-25', '2016-02-29'] as const)
      expect((await planFollowUpNotices(register.db, POST, { now: morning(day) })).size).toBe(
        day === '2016-02-29' ? 1 : 0,
      );
  });

  test('have no item that is done', async () => {
    for (const day of ['2016-01-25', '2016-02-29', '2016-05-30'] as const)
      await planFollowUpNotices(register.db, POST, { now: morning(day) });
    const states = (await planned()).flatMap(({ message }) =>
      [...message.own, ...message.others].map(({ state }) => state),
    );
    expect(states.length).toBeGreaterThan(10);
    expect(states).not.toContain('Assolto');
    expect(states).not.toContain('Conclusa');
  });

  test('tell the manager in the weekly mail what has been late for longer than the policy bears', async () => {
    await planFollowUpNotices(register.db, POST, { now: morning('2016-02-08') });
    const manager = (await planned()).find((mail) => mail.person === 'ottavia.brandini')?.message;
    expect(manager?.link).toMatch(/\/adempimento\/[^/]+\/voci$/);
    // What others answer for is read on its page: nobody is let in to it by a mail.
    for (const { link } of manager?.others ?? [])
      expect(link).toContain('https://ciclo.example/enti/ccms/trasparenza/');
    expect(manager?.others.map((item) => [item.owner, item.lateDays])).toContainEqual(['Ufficio Risorse Umane', 8]);
  });

  test('are the same however often they are asked for', async () => {
    const first = await planFollowUpNotices(register.db, POST, { now: morning('2016-01-25') });
    const again = await planFollowUpNotices(register.db, POST, { now: romeInstant('2016-01-25', timeOfDay(15)) });
    expect(again).toEqual(first);
    expect(await planned()).toHaveLength(3);
  });

  test('that never left give way to those of a later day', async () => {
    await planFollowUpNotices(register.db, POST, { now: morning('2016-01-25') });
    await planFollowUpNotices(register.db, POST, { now: morning('2016-02-01') });
    const dates = await register.db.selectFrom('notices').select(['onDate', 'state']).execute();
    expect(new Set(dates.map((row) => `${row.onDate} ${row.state}`))).toEqual(
      new Set(['2016-01-25 withdrawn', '2016-02-01 planned']),
    );
  });

  test('stop once what they speak of is settled', async () => {
    await recordFollowUp(register.db, {
      entity: 'ccms',
      kind: 'obligation',
      item: 'personale/8',
      state: 'fulfilled',
      actor: 'noemi.ghirlandini',
      at: '2016-01-20T09:00:00Z',
      simulated: false,
    });
    await planFollowUpNotices(register.db, POST, { now: morning('2016-01-25') });
    expect((await planned()).map((mail) => mail.person)).not.toContain('noemi.ghirlandini');
  });

  test('speak of corrective actions too, with a way to each', async () => {
    const { db } = register;
    await aCheckpoint(db, 'ccms/2016');
    await addCorrectiveActions(db, [
      {
        key: 'a',
        cycle: 'ccms/2016',
        checkpoint: 'monitoraggio-1',
        indicator: 'A-1',
        officer: 'ruggero.ventimiglio',
        text: 'un secondo bando',
        at: '2016-05-25T08:00:00Z',
        simulated: false,
        follow: {
          entity: 'ccms',
          exercise: 2016,
          name: 'Bandi pubblicati',
          heading: 'Primo monitoraggio 2016',
          source: 'Primo monitoraggio, indicatore A-1',
          owner: 'ufficio:ufficio-promozione',
          dueOn: '2016-08-31',
        },
      },
    ]);
    await planFollowUpNotices(db, POST, { now: morning('2016-08-29') });
    expect(
      (await planned()).flatMap(({ person, message }) =>
        message.own.flatMap((item) => (item.kind === 'corrective' ? [{ person, ...item }] : [])),
      ),
    ).toEqual([
      expect.objectContaining({
        person: 'ruggero.ventimiglio',
        kind: 'corrective',
        text: 'A-1 Bandi pubblicati: un secondo bando',
        link: expect.stringMatching(/\/adempimento\/[^/]+\/azioni-correttive\/2016-monitoraggio-1\/a-1$/),
      }),
    ]);
  });

  test('leave once, also when a round is repeated', async () => {
    const { sent, transport } = scriptedTransport();
    const deps = {
      register: { db: register.db, schema: register.schema, close: async () => undefined },
      invitations: POST.invitations,
      post: { ...POST, transport, from: { name: 'Ciclo', address: 'ciclo@ccms.example' } },
      now: () => morning('2016-02-01'),
    };
    await remind(deps);
    await remind(deps);
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent.map((mail) => mail.to.address)).size).toBe(sent.length);
    expect(sent[0]?.text).toContain('superato la scadenza');
  });

  test('a mail that somebody asks to send again leaves with the next round, once', async () => {
    const { sent, transport } = scriptedTransport();
    // At night: no reminder of the day is due.
    const now = () => '2016-02-02T23:00:00Z' as const;
    const from = { name: 'Ciclo', address: 'ciclo@ccms.example' };
    const deps = {
      register: { db: register.db, schema: register.schema, close: async () => undefined },
      invitations: POST.invitations,
      post: { ...POST, transport, from },
      now,
    };
    await remind({ ...deps, now: () => morning('2016-02-01') });
    sent.length = 0;
    const [reminder] = (await noticesOf(register.db, {})).filter((one) => one.state === 'sent');
    const key = reminder?.key ?? '';
    const messageIds = [reminder?.messageId ?? ''];
    const report = {
      key: 'b'.repeat(64),
      messageIds,
      recipient: 'x',
      outcome: 'failed',
      reason: 'no such user',
    } as const;
    expect(await recordMailReport(register.db, report, now())).toBe('recorded');
    await remind(deps);
    expect(sent).toEqual([]);
    const word = {
      entity: 'ccms',
      notice: key,
      verdict: 'send-again',
      person: 'guglielmo.tarasconi',
      at: now(),
    } as const;
    expect((await settleMail(register.db, word)).ok).toBe(true);
    await remind(deps);
    await remind(deps);
    expect(sent.map((mail) => mail.to.address)).toEqual([reminder?.toAddress]);
    expect(sent[0]?.messageId).not.toBe(reminder?.messageId);
  });
});
