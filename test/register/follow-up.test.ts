import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveBody } from '../../src/register/body.js';
import { addConsideration } from '../../src/register/considerations.js';
import { saveEntity } from '../../src/register/entities.js';
import { addFeedback, followedItem, followedOf, followUpsOf, recordFollowUp } from '../../src/register/follow-up.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { addSpending, isProgramme } from '../../src/register/spending.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { aRegister } from './register.js';

const register = aRegister();
const bodies = bodiesOnFile();
const by = { actor: 'noemi.ghirlandini', at: '2016-04-20T08:00:00Z', simulated: false } as const;

beforeAll(async () => {
  const { db } = register;
  await saveEntity(db, bodies.entity('ccms'));
  await saveBody(db, 'ccms', bodies.body('ccms'));
  const plan = bodies.plan('ccms', 2016);
  if (plan === undefined) throw new Error('no plan on file');
  const draft = { inForceFrom: null, decisionKey: null, status: 'draft' } as const;
  await savePlanVersion(db, { entity: 'ccms', exercise: 2016, version: 1, plan, hash: 'x', ...draft });
});

describe('what a body follows', () => {
  test('is every obligation and action of its files, in their order', async () => {
    const items = await followedOf(register.db, 'ccms');
    expect(items.filter((i) => i.kind === 'obligation')).toHaveLength(30);
    expect(items.filter((i) => i.kind === 'improvement')).toHaveLength(11);
    expect(items[7]).toMatchObject({
      id: 'personale/8',
      state: 'fulfilled',
      owner: 'ufficio:risorse-umane',
      dueOn: '2016-01-31',
    });
    expect(items.find((i) => i.id === 'incarichi/2')?.state).toBeUndefined();
  });

  test('is updated one change at a time: the last is how it stands, those before stay', async () => {
    const { db } = register;
    const change = { ...by, entity: 'ccms', kind: 'obligation', item: 'gestione/4' } as const;
    await recordFollowUp(db, { ...change, state: 'unfulfilled', note: 'mancano i bilanci' });
    const after = await recordFollowUp(db, { ...change, state: 'fulfilled', owner: 'controllo-gestione' });
    expect(after).toMatchObject({
      ok: true,
      value: { state: 'fulfilled', owner: 'controllo-gestione', dueOn: '2017-06-30' },
    });
    expect((await followUpsOf(db, 'ccms', 'obligation', 'gestione/4')).map((u) => [u.state, u.note])).toEqual([
      ['fulfilled', ''],
      ['unfulfilled', 'mancano i bilanci'],
    ]);
  });

  test('keeps its history when the files are loaded again, and when they no longer have it', async () => {
    const { db } = register;
    const { profile, followed } = bodies.body('ccms');
    await saveBody(db, 'ccms', { profile, followed: followed.filter((f) => f.id !== 'gestione/4') });
    expect((await followedOf(db, 'ccms')).map((f) => f.id)).not.toContain('gestione/4');
    expect(await followedItem(db, 'ccms', 'obligation', 'gestione/4')).toMatchObject({
      current: false,
      state: 'fulfilled',
    });
    const refused = await recordFollowUp(db, {
      ...by,
      entity: 'ccms',
      kind: 'obligation',
      item: 'gestione/4',
      state: 'updating',
    });
    expect(refused).toMatchObject({
      ok: false,
      error: [{ text: expect.stringContaining('non è più tra gli obblighi') }],
    });
    await saveBody(db, 'ccms', { profile, followed });
    expect(await followedItem(db, 'ccms', 'obligation', 'gestione/4')).toMatchObject({
      current: true,
      state: 'fulfilled',
    });
  });

  test.each([
    ['an item nobody knows', { item: 'nessuno/1' }, 'non è tra le voci seguite'],
    ['a state of another kind', { state: 'done' }, 'scegliere tra «Assolto», «In aggiornamento», «Non assolto»'],
    ['a text no register can hold', { note: 'a\0b' }, 'un carattere che non si può registrare'],
  ] as const)('refuses %s', async (_, wrong, message) => {
    const before = await register.db.selectFrom('followUps').select('id').execute();
    const change = {
      ...by,
      entity: 'ccms',
      kind: 'obligation',
      item: 'gestione/1',
      state: 'updating',
      ...wrong,
    } as const;
    expect(await recordFollowUp(register.db, change)).toMatchObject({
      ok: false,
      error: [{ text: expect.stringContaining(message) }],
    });
    expect(await register.db.selectFrom('followUps').select('id').execute()).toEqual(before);
  });
});

describe('on record for ever', () => {
  beforeAll(async () => {
    const { db } = register;
    const heard = { ...by, entity: 'ccms', stakeholder: 'Imprese', channel: 'lettera', text: 'orari' } as const;
    const feedback = await addFeedback(db, { ...heard, receivedOn: '2016-04-01' });
    const { simulated: _simulated, ...who } = by;
    const use = {
      ...who,
      entity: 'ccms',
      item: `feedback:${feedback}`,
      title: 'Imprese: orari',
      exercise: 2017,
      follows: null,
      refers: null,
      outcome: 'ripresa',
    } as const;
    expect([await addConsideration(db, use), await addConsideration(db, { ...use, outcome: 'lasciata' })]).toEqual([
      undefined,
      'ripresa',
    ]);
    const spent = { entity: 'ccms', exercise: 2016, programme: '1.1.1', amount: '10.00', upTo: '2016-03-31' } as const;
    await addSpending(db, { ...by, ...spent, note: undefined });
    expect([await isProgramme(db, 'ccms', 2016, '1.1.1'), await isProgramme(db, 'ccms', 2016, '9.9.9')]).toEqual([
      true,
      false,
    ]);
  });

  test.each([
    ['follow_ups', 'note'],
    ['feedback', 'text'],
    ['considerations', 'outcome'],
    ['communications', 'note'],
    ['stakeholders', 'name'],
    ['surveys', 'title'],
    ['survey_questions', 'text'],
    ['survey_withdrawals', 'reason'],
    ['survey_links', 'indicator'],
    ['spending', 'note'],
  ])('%s can not be changed nor taken away, by nobody', async (table, column) => {
    for (const statement of [
      `update ${table} set ${column} = 'altro'`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(sql.raw(statement).execute(register.db)).rejects.toThrow('permission denied');
      await expect(register.owner.query(statement)).rejects.toThrow('append-only');
    }
  });
});
