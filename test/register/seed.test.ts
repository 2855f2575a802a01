import { expect, it } from 'vitest';
import { entityOf, saveEntity } from '../../src/register/entities.js';
import { holdersOf } from '../../src/register/people.js';
import { planInForce, savePlanVersion } from '../../src/register/plans.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { aRegister } from './register.js';

const register = aRegister();

it('the register holds every body of the seeds with its people and its plan', async () => {
  const bodies = bodiesOnFile();
  for (const { id } of bodies.entities) {
    const entity = bodies.entity(id);
    await saveEntity(register.db, entity);
    expect(await entityOf(register.db, entity.id)).toEqual(entity);
    expect((await holdersOf(register.db, entity.id, entity.head, '2016-01-15')).length).toBeGreaterThan(0);
  }
  const plan = bodies.plan('ccms', 2016);
  if (plan === undefined) throw new Error('the plan of Massa-Carrara is not in the seeds');
  await savePlanVersion(register.db, {
    entity: 'ccms',
    exercise: 2016,
    version: 1,
    plan,
    hash: 'h',
    inForceFrom: '2016-01-29',
    decisionKey: 'k',
    status: 'in-force',
  });
  expect((await planInForce(register.db, 'ccms', 2016, '2016-04-30'))?.plan).toEqual(plan);
  const { count } = await register.db
    .selectFrom('indicators')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('place', '=', 'scorecard')
    .executeTakeFirstOrThrow();
  expect(count).toBe(30);
});
