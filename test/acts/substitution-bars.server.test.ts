import { beforeAll, expect, test } from 'vitest';
import { barredMatters, firstStray } from '../../src/acts/people/substitution-bars.js';
import { saveDocument } from '../../src/register/documents.js';
import { bringBefore } from '../../src/register/hearing-acts.js';
import { addSubstitution } from '../../src/register/people.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { aCycle, aStep } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const register = aRegister();
const STEP = 'delibera';
const ASKED = { absent: 'dario', from: '2016-01-20', to: '2016-02-10', scope: [] } as const;

beforeAll(async () => {
  const { db } = register;
  const cycle = await aCycle(db);
  await db.updateTable('cycles').set({ status: 'running' }).where('id', '=', cycle).execute();
  await saveSteps(db, cycle, [{ ...aStep(STEP, 'approval'), board: 'giunta', recorder: 'segreteria-giunta' }]);
  const documentHash = await saveDocument(db, {
    ...{ cycle, kind: 'piano', title: 'Piano', version: 1, mime: 'text/html', simulated: true },
    bytes: Buffer.from('il Piano'),
    preparedBy: ['carla'],
    frozenAt: '2016-01-19T09:00:00Z',
  });
  await setStepState(db, cycle, STEP, { status: 'open' });
  await bringBefore(db, { cycle, step: STEP, round: 1, documentHash, at: '2016-01-19T09:00:00Z' });
});

test('who prepared what is before a board may not record its decision for somebody absent; who did not, may', async () => {
  const { db } = register;
  expect(await barredMatters(db, 'prova', { ...ASKED, substitute: 'carla' })).toEqual(['Attività delibera']);
  expect(await barredMatters(db, 'prova', { ...ASKED, substitute: 'bruno' })).toEqual([]);
  const office = { ...ASKED, substitute: 'carla', scope: ['ufficio:isr'] };
  expect(await barredMatters(db, 'prova', office)).toEqual([]);
});

test('a circle that closes in the middle of the period is said with its first day', async () => {
  const { db } = register;
  await addSubstitution(db, 'prova', { ...ASKED, substitute: 'bruno', scope: undefined, reason: 'ferie' });
  const asked = { ...ASKED, substitute: 'bruno' };
  expect(await firstStray(db, 'prova', asked, '2016-01-15')).toBeUndefined();
  const back = { absent: 'bruno', substitute: 'dario', from: '2016-02-01', to: '2016-02-05', reason: 'ferie' } as const;
  await addSubstitution(db, 'prova', back);
  expect(await firstStray(db, 'prova', asked, '2016-01-15')).toEqual({ on: '2016-02-01', acts: 'dario' });
  expect(await firstStray(db, 'prova', { ...back, scope: [] }, '2016-01-15')).toEqual({
    on: '2016-02-01',
    acts: 'bruno',
  });
});
