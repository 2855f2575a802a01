import { describe, expect, it } from 'vitest';
import { saveEntity } from '../../src/register/entities.js';
import {
  listPlanVersions,
  type PlanVersion,
  planInForce,
  planVersion,
  savePlanVersion,
} from '../../src/register/plans.js';
import { anEntity, aPlan } from './fixtures.js';
import { aRegister } from './register.js';

const aVersion = (version: number, change: Partial<PlanVersion> = {}): PlanVersion => ({
  entity: 'prova',
  exercise: 2016,
  version,
  plan: aPlan(),
  hash: `h${version}`,
  inForceFrom: null,
  decisionKey: null,
  status: 'draft',
  ...change,
});

describe('plan versions', () => {
  const register = aRegister();

  it('come into force, and give way to the next', async () => {
    const { db } = register;
    await saveEntity(db, anEntity());
    await savePlanVersion(db, aVersion(1));
    expect(await planInForce(db, 'prova', 2016, '2016-06-01')).toBeUndefined();

    const first = aVersion(1, { status: 'in-force', inForceFrom: '2016-01-29', decisionKey: 'piano/1' });
    await savePlanVersion(db, first);
    expect(await planInForce(db, 'prova', 2016, '2016-01-28')).toBeUndefined();
    expect(await planInForce(db, 'prova', 2016, '2016-01-29')).toEqual(first);

    const second = aVersion(2, {
      plan: aPlan('almeno 20'),
      status: 'in-force',
      inForceFrom: '2016-07-01',
      decisionKey: 'agg/1',
    });
    await savePlanVersion(db, second);
    expect(await planInForce(db, 'prova', 2016, '2016-06-30')).toEqual({ ...first, status: 'superseded' });
    expect(await planInForce(db, 'prova', 2016, '2016-07-01')).toEqual(second);
  });

  it('written again by a retry do not bring back what was superseded', async () => {
    const { db } = register;
    await savePlanVersion(db, aVersion(1, { status: 'in-force', inForceFrom: '2016-01-29' }));
    expect((await listPlanVersions(db, 'prova', 2016)).map((v) => v.status)).toEqual(['superseded', 'in-force']);
  });

  it('never change their content', async () => {
    await expect(savePlanVersion(register.db, aVersion(2, { hash: 'altra' }))).rejects.toThrow(
      'una modifica è una nuova versione',
    );
    expect((await planVersion(register.db, 'prova', 2016, 2))?.hash).toBe('h2');
  });

  it('can be rejected without ever being in force', async () => {
    await savePlanVersion(register.db, aVersion(3, { status: 'rejected', decisionKey: 'agg/2' }));
    expect((await planInForce(register.db, 'prova', 2016, '2016-12-31'))?.version).toBe(2);
  });

  it('lay their indicators and targets flat, once per place they appear in', async () => {
    const indicators = await register.db
      .selectFrom('indicators')
      .select(['place', 'code', 'programme', 'perspective', 'weight'])
      .where('version', '=', 1)
      .orderBy('ordinal')
      .execute();
    expect(indicators).toEqual([
      { place: 'scorecard', code: 'A-1', programme: '1.1.1', perspective: 'imprese', weight: '100' },
      { place: 'sheet:1.1.1', code: 'A-1', programme: '1.1.1', perspective: null, weight: '100' },
    ]);
    const targets = await register.db
      .selectFrom('targets')
      .select(['year', 'text'])
      .where('version', '=', 2)
      .where('place', '=', 'scorecard')
      .orderBy('year')
      .execute();
    expect(targets).toEqual([
      { year: 2016, text: 'almeno 20' },
      { year: 2017, text: 'almeno 30' },
    ]);
  });
});
