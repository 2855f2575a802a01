import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import type { Trouble } from '../../src/domain/trouble.js';
import type { OutgoingMail, SendOutcome } from '../../src/mail/transport.js';
import { saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import { saveEntity } from '../../src/register/entities.js';
import { keepTroubles, recordTrouble } from '../../src/register/troubles.js';
import { troubleTeller } from '../../src/worker/trouble-mail.js';
import { scriptedTransport } from '../mail/scripted-transport.js';
import { anEntity } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const register = aRegister();
let mailIsDown = false;
/** What the server answers to an address, where it does not take the mail. */
const answers = new Map<string, SendOutcome>();
const attempted: OutgoingMail[] = [];
const { sent, transport } = scriptedTransport((mail) => {
  attempted.push(mail);
  const answer = answers.get(mail.to.address);
  if (answer !== undefined || !mailIsDown) return answer;
  return { outcome: 'later', scope: 'server', error: 'connessione rifiutata' };
});

/** A Tuesday; the first working day of the week after is Monday the 25th. */
const TUESDAY: Instant = '2016-01-19T10:00:00Z';
const MONDAY: Instant = '2016-01-25T10:00:00Z';

async function aBody(id: string, administered: boolean, begun = true): Promise<void> {
  const entity = anEntity(id);
  const role = (name: string) => ({ id: name, title: name, board: false, external: false });
  const held: Readonly<Record<string, string>> = {
    bruno: 'controllo-gestione',
    ...(administered ? { anna: 'amministratore' } : {}),
  };
  await saveEntity(register.db, {
    ...entity,
    roles: [...entity.roles, role('controllo-gestione'), role('amministratore')],
    people: entity.people.map((person) => ({
      ...person,
      email: `${person.id}@${id}.example`,
      holds: held[person.id] === undefined ? [] : [{ role: held[person.id] ?? '' }],
    })),
  });
  if (!begun) return;
  const calendar = {
    template: 'dlgs150',
    templateVersion: '1',
    entity: id,
    exercise: 2016,
    opensAt: TUESDAY,
    phases: [],
    steps: [],
  };
  const cycle = {
    entity: id,
    exercise: 2016,
    template: 'dlgs150',
    templateVersion: '1',
    calendar,
    policy: {},
    simulated: false,
  };
  await setCycleStatus(register.db, await saveCycle(register.db, cycle), 'running', TUESDAY);
}

beforeAll(async () => {
  await aBody('uno', true);
  await aBody('due', false);
  await aBody('nuovo', true, false);
});
beforeEach(async () => {
  await register.owner.query(`delete from troubles`);
  await register.owner.query(`update notices set state = 'withdrawn', next_attempt_at = null where state <> 'sent'`);
  sent.length = 0;
  attempted.length = 0;
  answers.clear();
  mailIsDown = false;
});

/** Of one process: it remembers what it has tried. */
function aTeller(): (at: Instant) => Promise<void> {
  let now = TUESDAY;
  const post = {
    transport,
    from: { name: 'Ciclo', address: 'ciclo@uno.example' },
    domain: 'uno.example',
    consoleUrl: 'https://ciclo.example',
  };
  let round: (() => Promise<void>) | undefined;
  return (at) => {
    now = at;
    round ??= troubleTeller({ register: { db: register.db }, post, now: () => now });
    return round();
  };
}
const tell = aTeller();
const refused = (entity: string): Trouble => ({ kind: 'mail-refused', entity, mails: 2, since: TUESDAY });
const stuck = (entity: string, workflow = `${entity}/2016`): Trouble => ({
  kind: 'activity-retrying',
  entity,
  workflow,
  activity: 'publish',
  attempts: 11,
  failure: 'disco pieno',
});
/** Each begins with its day, which is not looked at here. */
const got = () =>
  sent.map(({ to, subject }) => `${to.address}: ${subject.replace(/^\d{2}\/\d{2}\/\d{4}, /, '')}`).sort();

describe('what has begun', () => {
  test('is written once to who is to mend it, all of a body’s in one mail', async () => {
    await recordTrouble(register.db, refused('uno'), TUESDAY);
    await recordTrouble(register.db, stuck('uno'), TUESDAY);
    await recordTrouble(register.db, stuck('uno', 'uno/2016/rpp'), TUESDAY);
    await Promise.all([tell(TUESDAY), tell(TUESDAY)]);
    await tell('2016-01-19T10:01:00Z');
    expect(got()).toEqual([
      'anna@uno.example: 2 cose da sistemare: Camera di Prova',
      'bruno@uno.example: una cosa da sistemare: Camera di Prova',
    ]);
    const [toAnna] = sent.filter(({ to }) => to.address === 'anna@uno.example');
    expect(toAnna?.text).toContain('disco pieno');
    expect(toAnna?.text).toContain('https://ciclo.example/enti/uno/da-sistemare');
  });

  test('where nobody administers goes to controllo di gestione', async () => {
    await recordTrouble(register.db, stuck('due'), TUESDAY);
    await tell(TUESDAY);
    expect(got()).toEqual(['bruno@due.example: una cosa da sistemare: Camera di Prova']);
  });

  test('soon after another waits for its hour, and is not forgotten', async () => {
    await recordTrouble(register.db, stuck('uno'), TUESDAY);
    await tell(TUESDAY);
    await recordTrouble(register.db, stuck('uno', 'uno/2016/rpp'), TUESDAY);
    await tell('2016-01-19T10:30:00Z');
    expect(sent).toHaveLength(1);
    await tell('2016-01-19T11:00:01Z');
    expect(sent).toHaveLength(2);
  });

  test('in the whole installation goes to who administers each body', async () => {
    await recordTrouble(register.db, { kind: 'worker-absent' }, TUESDAY);
    await tell(TUESDAY);
    expect(got()).toEqual([
      'anna@uno.example: una cosa da sistemare: Camera di Prova',
      'bruno@due.example: una cosa da sistemare: Camera di Prova',
    ]);
  });

  test('in the whole installation again soon after waits for its hour as well', async () => {
    const comesAndGoes = async (at: Instant): Promise<void> => {
      await recordTrouble(register.db, { kind: 'worker-absent' }, at);
      await tell(at);
      await keepTroubles(register.db, { kinds: ['worker-absent'], troubles: [], unseen: [] }, at);
    };
    for (const minute of ['00', '10', '20', '59']) await comesAndGoes(`2016-01-19T10:${minute}:00Z`);
    expect(sent).toHaveLength(2);
    await comesAndGoes('2016-01-19T11:00:01Z');
    expect(sent).toHaveLength(4);
  });

  test('and was told by its workflow is not told again', async () => {
    const step = { entity: 'uno', exercise: 2016, step: 'rpp', title: 'RPP', failure: 'rotta' };
    await recordTrouble(register.db, { kind: 'step-failed', ...step }, TUESDAY);
    await tell(TUESDAY);
    expect(sent).toEqual([]);
  });

  test('in a body that has no cycle yet, whose ledger there is none of, is told all the same, once it can', async () => {
    mailIsDown = true;
    await recordTrouble(register.db, { kind: 'launch-failing', entity: 'nuovo', since: TUESDAY }, TUESDAY);
    await tell(TUESDAY);
    mailIsDown = false;
    await tell('2016-01-19T10:01:00Z');
    await tell('2016-01-19T10:02:00Z');
    expect(got()).toEqual(['anna@nuovo.example: una cosa da sistemare: Camera di Prova']);
  });

  describe('in a body that has no cycle yet', () => {
    const anna = 'anna@nuovo.example';
    const minute = (n: number): Instant => `2016-01-19T10:${String(n).padStart(2, '0')}:00Z`;
    const failing = () =>
      recordTrouble(register.db, { kind: 'launch-failing', entity: 'nuovo', since: TUESDAY }, TUESDAY);

    test.each<SendOutcome>([
      { outcome: 'refused', error: '550 no such user' },
      { outcome: 'uncertain', error: 'nessuna risposta' },
    ])('is tried once where the address is $outcome', async (answer) => {
      answers.set(anna, answer);
      await failing();
      for (const n of [0, 1, 2, 30]) await tell(minute(n));
      expect(attempted.map(({ to }) => to.address)).toEqual([anna]);
    });

    test('is tried ever more seldom while the server takes it later, always as the same mail', async () => {
      answers.set(anna, { outcome: 'later', scope: 'mail', error: '450 greylisted' });
      await failing();
      for (let n = 0; n < 30; n += 1) await tell(minute(n));
      expect(attempted).toHaveLength(4);
      expect(new Set(attempted.map(({ messageId }) => messageId)).size).toBe(1);
    });

    test('is written once by two processes at the same moment', async () => {
      await failing();
      await Promise.all([aTeller()(TUESDAY), aTeller()(TUESDAY)]);
      expect(attempted).toHaveLength(1);
    });
  });

  test('while mail is down leaves when it is back', async () => {
    mailIsDown = true;
    await recordTrouble(register.db, stuck('uno'), TUESDAY);
    await tell(TUESDAY);
    mailIsDown = false;
    await tell('2016-01-19T10:20:00Z');
    expect(sent).toHaveLength(1);
  });
});

describe('once a week', () => {
  test('on its first working day, what is still there is told to who steers, and to who administers what is theirs; nothing is no mail', async () => {
    await recordTrouble(register.db, refused('uno'), TUESDAY);
    await recordTrouble(register.db, stuck('due'), TUESDAY);
    await tell(TUESDAY);
    await keepTroubles(register.db, { kinds: ['activity-retrying'], troubles: [], unseen: [] }, TUESDAY);
    await recordTrouble(register.db, { kind: 'launch-failing', entity: 'uno', since: TUESDAY }, TUESDAY);
    await tell('2016-01-20T10:00:00Z');
    sent.length = 0;
    await tell('2016-01-22T10:00:00Z');
    expect(sent).toEqual([]);
    await tell(MONDAY);
    await tell('2016-01-25T10:01:00Z');
    expect(got()).toEqual([
      'anna@uno.example: ancora una cosa da sistemare: Camera di Prova',
      'bruno@uno.example: ancora 2 cose da sistemare: Camera di Prova',
    ]);
  });
});
