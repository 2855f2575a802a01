import { beforeAll, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import type { SubstitutionBegun } from '../../src/mail/mandate-messages.js';
import { planSubstitutionNotices } from '../../src/office/substitution-notices.js';
import { addSubstitution } from '../../src/register/people.js';
import { setStepState } from '../../src/register/steps.js';
import { aCheckpoint, aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const POST = {
  domain: 'prova.example',
  consoleUrl: 'https://ciclo.example',
  invitations: createInvitations('the secret of these tests alone, of Ciclo', 'https://ciclo.example'),
};
const register = aRegister();
const AT = '2016-05-10T08:00:00Z';

beforeAll(async () => {
  const { db } = register;
  const cycle = await aCycle(db);
  const { checkpoint } = await aCheckpoint(db, cycle);
  for (const step of ['analisi', checkpoint]) await setStepState(db, cycle, step, { status: 'open' });
  const period = { to: '2016-05-31', reason: 'ferie' } as const;
  await addSubstitution(db, 'prova', { absent: 'carla', substitute: 'anna', from: '2016-05-09', ...period });
  await addSubstitution(db, 'prova', { absent: 'bruno', substitute: 'dario', from: '2016-05-20', ...period });
});

const told = async () =>
  (
    await register.db
      .selectFrom('notices')
      .select(['person', 'message'])
      .where('kind', '=', 'substitution')
      .orderBy('person')
      .execute()
  )
    // Of this kind every message is one of these.
    .map(({ person, message }) => ({ person, message: message as SubstitutionBegun }));

test('a substitution that has begun is told to both, and asks who stands in for what is open', async () => {
  await planSubstitutionNotices(register.db, POST, AT);
  const [substitute, absent, ...others] = await told();
  expect(others).toEqual([]);
  expect(absent).toMatchObject({ person: 'carla', message: { to: 'absent', tasks: [], until: '2016-05-31' } });
  expect(substitute).toMatchObject({ person: 'anna', message: { to: 'substitute', absent: 'Carla Prova', scope: [] } });
  const tasks = substitute?.message.tasks ?? [];
  const opened = await Promise.all(
    tasks.map(({ link }) => POST.invitations.read(register.db, link.split('/').at(-1) ?? '', AT)),
  );
  const invited = { person: 'anna', actingFor: 'carla' };
  expect(opened).toMatchObject([
    { ok: true, value: { ...invited, step: 'analisi' } },
    { ok: true, value: { ...invited, step: 'monitoraggio-1' } },
  ]);
});

test('each is told once; one that begins later is told on its day', async () => {
  await planSubstitutionNotices(register.db, POST, '2016-05-11T08:00:00Z');
  expect(await told()).toHaveLength(2);
  await planSubstitutionNotices(register.db, POST, '2016-05-20T08:00:00Z');
  expect((await told()).map(({ person }) => person)).toEqual(['anna', 'bruno', 'carla', 'dario']);
});

test('one that cannot be told keeps no other from being told, and is named', async () => {
  const june = { from: '2016-06-01', to: '2016-06-10', reason: 'ferie' } as const;
  await addSubstitution(register.db, 'prova', { absent: 'carla', substitute: 'dario', ...june });
  await addSubstitution(register.db, 'prova', { absent: 'bruno', substitute: 'anna', ...june });
  const { links } = POST.invitations;
  const failing: typeof links = async (db, invited, ...rest) => {
    if (invited.some(({ person }) => person === 'dario')) throw new Error('no way in can be made');
    return links(db, invited, ...rest);
  };
  const post = { ...POST, invitations: { ...POST.invitations, links: failing } };
  const before = (await told()).length;
  await expect(planSubstitutionNotices(register.db, post, '2016-06-01T08:00:00Z')).rejects.toThrow('prova/carla');
  expect((await told()).length - before).toBe(2);
  await planSubstitutionNotices(register.db, POST, '2016-06-01T08:05:00Z');
  expect((await told()).length - before).toBe(4);
});
