import { expect, test } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { addConfirmedReadings } from '../../src/register/confirmed-readings.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { planLook } from '../../src/worker/plan-look.js';
import { counted } from '../register/counted.js';
import { aCycle, aPlan } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const register = aRegister();
const refuse = (cycle: string, cause: unknown): never => {
  throw new Error(cycle, { cause });
};
const NOW: Instant = '2016-02-10T08:00:00Z';

async function withPlan(db: Db, entity: string): Promise<string> {
  const cycle = await aCycle(db, entity);
  await setCycleStatus(db, cycle, 'running', '2015-06-01T06:00:00Z');
  const version = { entity, exercise: 2016, version: 1, plan: { ...aPlan(), entity }, hash: 'abc' };
  await savePlanVersion(db, { ...version, inForceFrom: '2016-01-15', decisionKey: null, status: 'in-force' });
  return cycle;
}

test('plans are read together, and again only where something was said of them', async () => {
  const { db } = register;
  const asked = counted(db);
  const look = planLook(asked.db);
  const looking = (at = planLook(asked.db)) => asked.during(() => at(NOW, refuse));
  const first = await withPlan(db, 'uno');
  const alone = await looking();
  const names = Array.from({ length: 12 }, (_, n) => `altro-${n}`);
  for (const entity of names) await withPlan(db, entity);
  const among = await looking(look);
  expect(among.queries).toBe(alone.queries);
  expect(among.found).toHaveLength(13);
  for (const { plan } of among.found) expect(plan).toEqual({ inForce: true, readings: 2, share: '100' });

  expect((await looking(look)).queries).toBe(1);
  await addConfirmedReadings(db, {
    cycle: first,
    readings: [
      {
        indicator: 'A-1',
        name: 'Incontri con le imprese',
        target: 'almeno 25',
        reading: { kind: 'yes-no', expected: true },
      },
    ],
    by: 'anna',
    at: NOW,
  });
  const after = await looking(look);
  expect(after.queries).toBe(2);
  const left = new Map(after.found.map(({ entity, plan }) => [entity, plan?.readings]));
  expect(left.get('uno')).toBe(0);
  expect(left.get('altro-0')).toBe(2);
});

test('a Piano that cannot be read is named, and the others are read', async () => {
  const { db, owner } = register;
  await withPlan(db, 'rotto');
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica');
  await owner.query(`update plan_versions set plan = '{"areas": 3}' where entity = 'rotto'`);
  await owner.query('commit');
  const failed: string[] = [];
  const found = await planLook(db)(NOW, (cycle) => failed.push(cycle));
  expect(failed).toEqual(['rotto/2016']);
  expect(found.find(({ entity }) => entity === 'altro-0')?.plan?.readings).toBe(2);
});
