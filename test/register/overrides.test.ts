import { beforeAll, describe, expect, it } from 'vitest';
import { saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { saveEntity } from '../../src/register/entities.js';
import { logOf } from '../../src/register/log.js';
import type { NewOverride } from '../../src/register/override-acts.js';
import {
  asOverride,
  overrideHistory,
  overridesOf,
  recordOverride,
  withdrawOverride,
} from '../../src/register/overrides.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { seedPolicy } from '../domain/achievement/policy-fixture.js';
import { anEntity, aPlan } from './fixtures.js';
import { aRegister } from './register.js';

/** A chamber with a cycle under the policy on file, and its Piano in force from February. */
async function aRunningCycle(db: Db, entity: string): Promise<string> {
  await saveEntity(db, anEntity(entity));
  await savePlanVersion(db, {
    entity,
    exercise: 2016,
    version: 1,
    plan: { ...aPlan(), entity },
    hash: 'abc',
    inForceFrom: '2016-02-01',
    decisionKey: null,
    status: 'in-force',
  });
  const calendar = {
    template: 'dlgs150',
    templateVersion: '1',
    entity,
    exercise: 2016,
    opensAt: '2015-06-01T06:00:00Z',
    phases: [],
    steps: [],
  } as const;
  return await saveCycle(db, {
    entity,
    exercise: 2016,
    template: 'dlgs150',
    templateVersion: '1',
    calendar,
    policy: seedPolicy(),
    simulated: true,
  });
}

const ACT = {
  decidedBy: 'Giunta camerale',
  reason: 'alluvione di novembre',
  actNumber: '12',
  actDate: '2017-02-15',
  recordedBy: 'carla',
  at: '2017-02-20T09:00:00Z',
} as const;

describe('an override', () => {
  const register = aRegister();
  let cycle = '';
  const forcing = (changes: Partial<NewOverride> = {}): NewOverride =>
    // A partial of a union: what the tests change fits the kind they name.
    ({ ...ACT, kind: 'forced', value: '80', cycle, indicator: 'A-1', ...changes }) as NewOverride;
  const refusals = async (changes: Partial<NewOverride>): Promise<readonly string[]> => {
    const answer = await recordOverride(register.db, forcing(changes));
    return answer.ok ? [] : answer.error.map(({ field, text }) => (field === undefined ? text : `${field}: ${text}`));
  };

  beforeAll(async () => {
    cycle = await aRunningCycle(register.db, 'prova');
  });

  it.each<[Partial<NewOverride>, readonly string[]]>([
    [{ reason: ' ' }, ['reason: manca il motivo della forzatura']],
    [{ decidedBy: '' }, ['decidedBy: manca chi ha deciso la forzatura']],
    [{ actNumber: '  ' }, ['actNumber: manca l’atto che dispone la forzatura']],
    [{ actDate: '2017-02-21' }, ['actDate: la data dell’atto 21/02/2017 è nel futuro (oggi è il 20/02/2017)']],
    [{ actDate: '2017-02-30' }, ['actDate: il giorno «2017-02-30» non esiste nel calendario']],
    [{ indicator: 'Z-9' }, ['l’indicatore Z-9 non è nel Piano']],
    [{ value: '100.01' }, ['value: il valore forzato deve stare fra 0% e 100%']],
    [{ value: '-0.5' }, ['value: il valore forzato deve stare fra 0% e 100%']],
    [
      { value: '80,5' },
      ['value: «80,5» non è un numero decimale scritto con il punto, al massimo 18 cifre e 10 decimali'],
    ],
    [
      { reason: 'pioggia\0' },
      [
        'reason: il testo contiene un carattere che non si può registrare: riscriverlo senza incollarlo da un altro programma',
      ],
    ],
    [{ cycle: 'altrove/2016' }, ['il ciclo altrove/2016 non è nel registro']],
    [
      { at: '2016-01-20T09:00:00Z', actDate: '2016-01-10' },
      ['non c’è ancora un Piano in vigore: non ci sono risultati da forzare'],
    ],
  ])('with %j is refused, and nothing is on record', async (changes, expected) => {
    expect(await refusals(changes)).toEqual(expected);
    expect(await overrideHistory(register.db, cycle)).toEqual([]);
    expect(await logOf(register.db, { cycle })).toEqual([]);
  });

  it('with several things wrong is told all of them', async () => {
    expect(await refusals({ reason: '', value: '1e2', actDate: '2030-01-01' })).toHaveLength(3);
  });

  it('of today is not in the future, though in Greenwich it is still yesterday', async () => {
    const order = forcing({ at: '2017-02-14T23:30:00Z', cycle: await aRunningCycle(register.db, 'notte') });
    expect((await recordOverride(register.db, order)).ok).toBe(true);
  });
});

describe('an override on record', () => {
  const register = aRegister();
  let cycle = '';
  const forcing = (changes: object = {}): NewOverride => ({
    ...ACT,
    kind: 'forced',
    value: '80.50',
    cycle,
    indicator: 'A-1',
    key: 'k1',
    ...changes,
  });

  beforeAll(async () => {
    cycle = await aRunningCycle(register.db, 'prova');
  });

  it('is in force from when it is recorded, with who, why and act', async () => {
    expect(await recordOverride(register.db, forcing())).toMatchObject({ ok: true });
    expect(await overridesOf(register.db, cycle, '2017-02-20T08:59:59Z')).toEqual([]);
    expect((await overridesOf(register.db, cycle, ACT.at)).map(asOverride)).toEqual([
      {
        kind: 'forced',
        indicator: 'A-1',
        value: '80.50',
        by: 'Giunta camerale',
        on: '2017-02-15',
        reason: 'alluvione di novembre',
        act: 'n. 12 del 15/02/2017',
      },
    ]);
  });

  it('has its line in the log', async () => {
    expect(await logOf(register.db, { cycle })).toMatchObject([
      {
        action: 'override-recorded',
        actor: 'carla',
        subject: 'A-1',
        detail: { value: '80.50', decidedBy: 'Giunta camerale', actNumber: '12', actDate: '2017-02-15' },
      },
    ]);
  });

  it('sent twice counts once; another act under its key is refused', async () => {
    const again = await recordOverride(register.db, forcing({ at: '2017-02-20T09:00:07Z' }));
    expect(again).toMatchObject({ ok: true, value: { key: 'k1', at: ACT.at } });
    expect(await recordOverride(register.db, forcing({ value: '90' }))).toEqual({
      ok: false,
      error: [{ text: 'con la chiave «k1» risulta già registrata un’altra forzatura' }],
    });
    expect(await overrideHistory(register.db, cycle)).toHaveLength(1);
    expect(await logOf(register.db, { cycle })).toHaveLength(1);
  });

  it('keeps another one off its indicator, also from two desks at once', async () => {
    const other = await aRunningCycle(register.db, 'insieme');
    const both = await Promise.all(
      ['a', 'b'].map((key) => recordOverride(register.db, forcing({ key, cycle: other, kind: 'neutralised' }))),
    );
    expect(both.map((answer) => answer.ok).toSorted()).toEqual([false, true]);
    expect(both.find((answer) => !answer.ok)).toMatchObject({
      error: [
        {
          text: 'l’indicatore A-1 ha già una forzatura in vigore: per cambiarla occorre prima ritirarla',
        },
      ],
    });
  });

  it('is withdrawn by another row with its own act, and both stay', async () => {
    const why = { actNumber: '20', actDate: '2017-03-01', reason: 'ricorso accolto' } as const;
    const act = { ...ACT, ...why, cycle, indicator: 'A-1' };
    const at = '2017-03-02T09:00:00Z';
    expect(await withdrawOverride(register.db, { ...act, at, reason: '', actNumber: '' })).toEqual({
      ok: false,
      error: [
        { field: 'reason', text: 'manca il motivo del ritiro' },
        { field: 'actNumber', text: 'manca il numero dell’atto che dispone il ritiro' },
      ],
    });
    expect(await withdrawOverride(register.db, { ...act, actDate: '2017-03-03', at })).toMatchObject({
      error: [{ field: 'actDate' }],
    });
    expect(await withdrawOverride(register.db, { ...act, at, key: 'w1' })).toMatchObject({ ok: true });
    expect(await withdrawOverride(register.db, { ...act, at, key: 'w1' })).toMatchObject({ ok: true });
    expect(await overridesOf(register.db, cycle)).toEqual([]);
    expect(await overridesOf(register.db, cycle, '2017-03-02T08:59:59Z')).toHaveLength(1);
    expect((await overrideHistory(register.db, cycle)).map((row) => row.kind)).toEqual(['forced', 'withdrawn']);
    expect((await logOf(register.db, { cycle })).map((line) => line.action)).toEqual([
      'override-withdrawn',
      'override-recorded',
    ]);
  });

  it('once withdrawn makes room for another; there is nothing left to withdraw twice', async () => {
    const act = { ...ACT, cycle, indicator: 'A-1' };
    expect(await withdrawOverride(register.db, act)).toEqual({
      ok: false,
      error: [{ text: 'l’indicatore A-1 non ha una forzatura in vigore da ritirare' }],
    });
    const second = await recordOverride(register.db, { ...act, kind: 'neutralised', at: '2017-03-03T09:00:00Z' });
    expect(second).toMatchObject({ ok: true, value: { kind: 'neutralised', value: null } });
    expect((await overridesOf(register.db, cycle)).map((row) => row.kind)).toEqual(['neutralised']);
  });

  it('comes too late when the cycle has ended', async () => {
    const ended = await aRunningCycle(register.db, 'finito');
    await setCycleStatus(register.db, ended, 'closed', '2017-06-30T10:00:00Z');
    expect(await recordOverride(register.db, forcing({ cycle: ended, key: 'k9' }))).toEqual({
      ok: false,
      error: [{ text: 'il ciclo finito/2016 non è più in svolgimento: i suoi risultati sono definitivi' }],
    });
  });
});
