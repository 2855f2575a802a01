import { beforeAll, describe, expect, it } from 'vitest';
import type { Actual } from '../../src/domain/achievement/types.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import { byPrincipal, openRows } from '../../src/forms/form.js';
import { formOf } from '../../src/forms/form-of.js';
import { type FrozenIndicator, openCheckpoint } from '../../src/register/checkpoints.js';
import { recordCollected } from '../../src/register/collected.js';
import { saveCycle } from '../../src/register/cycles.js';
import { saveEntity } from '../../src/register/entities.js';
import { submitMeasurements } from '../../src/register/measurements.js';
import { returnMeasurement } from '../../src/register/returned.js';
import { saveSteps } from '../../src/register/steps.js';
import { aCheckpoint, aCycle, anEntity, aStep, STEPS } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const ON = '2016-09-05';
const FIRST = { cycle: 'prova/2016', checkpoint: 'monitoraggio-1' };
const SECOND = { cycle: 'prova/2016', checkpoint: 'monitoraggio-2' };
const LAST_YEAR = { cycle: 'prova/2015', checkpoint: 'monitoraggio-3' };

const MEETINGS: FrozenIndicator = {
  indicator: 'A-1',
  name: 'Incontri con le imprese',
  office: 'promozione',
  target: 'almeno 25',
  unit: { kind: 'count', noun: 'incontri' },
  reading: {
    kind: 'threshold',
    operator: '>=',
    value: '25',
    unit: { kind: 'count', noun: 'incontri' },
    direction: 'more-is-better',
    accumulation: 'accumulates',
  },
};
const REPORT: FrozenIndicator = {
  indicator: 'A-2',
  name: 'Pubblicazione del rapporto',
  office: 'isr',
  target: 'entro 31/3/2016',
  reading: { kind: 'by-date', by: '2016-03-31', strict: false },
};
const SATISFIED: FrozenIndicator = {
  indicator: 'A-4',
  name: 'Utenti soddisfatti',
  office: 'isr',
  target: 'almeno 80%',
  unit: { kind: 'percent' },
  reading: {
    kind: 'threshold',
    operator: '>=',
    value: '80',
    unit: { kind: 'percent' },
    direction: 'more-is-better',
    accumulation: 'level',
  },
};

describe('the form of an officer', () => {
  const register = aRegister();
  const open = (
    ref: typeof FIRST,
    ordinal: number,
    year: number,
    to: '04-30' | '08-31' | '12-31',
    indicators: readonly FrozenIndicator[],
  ) =>
    openCheckpoint(register.db, {
      ...ref,
      ordinal,
      from: `${year}-01-01` as `${number}-${number}-${number}`,
      to: `${year}-${to}` as `${number}-${number}-${number}`,
      planVersion: 1,
      planHash: 'abc',
      simulated: false,
      openedAt: '2016-05-02T06:00:00Z',
      indicators,
    });
  const send = async (ref: typeof FIRST, officer: string, indicator: string, actual: Actual, at: Instant) => {
    const sent = await submitMeasurements(register.db, {
      ...ref,
      officer,
      at,
      simulated: false,
      channel: 'form',
      rows: [{ indicator, actual, note: 'nota' }],
    });
    expect(sent.ok).toBe(true);
  };

  beforeAll(async () => {
    const { db } = register;
    await aCycle(db);
    await saveEntity(db, {
      ...anEntity(),
      substitutes: [{ absent: 'carla', substitute: 'dario', from: '2016-09-01', to: '2016-09-30', reason: 'ferie' }],
    });
    await saveSteps(db, 'prova/2016', [...STEPS, aStep('monitoraggio-2', 'checkpoint', '2016-09-20')]);
    const { calendar } = await db.selectFrom('cycles').select('calendar').executeTakeFirstOrThrow();
    await saveCycle(db, {
      entity: 'prova',
      exercise: 2015,
      template: 'dlgs150',
      templateVersion: '1',
      calendar: { ...calendar, exercise: 2015 },
      policy: { id: 'ccms-2015' },
      simulated: false,
    });
    await open(LAST_YEAR, 3, 2015, '12-31', [
      MEETINGS,
      SATISFIED,
      { ...REPORT, name: 'Altro indicatore con lo stesso codice' },
    ]);
    await send(LAST_YEAR, 'carla', 'A-1', { kind: 'number', value: '31' }, '2016-01-10T08:00:00Z');
    await send(LAST_YEAR, 'bruno', 'A-4', { kind: 'number', value: '77.5' }, '2016-01-10T08:00:00Z');
    await send(LAST_YEAR, 'bruno', 'A-2', { kind: 'date', on: '2015-03-01' }, '2016-01-10T08:00:00Z');
    await aCheckpoint(db, 'prova/2016');
    await send(FIRST, 'carla', 'A-1', { kind: 'number', value: '7' }, '2016-05-03T08:00:00Z');
    await send(FIRST, 'carla', 'A-1', { kind: 'number', value: '9' }, '2016-05-04T08:00:00Z');
    await open(SECOND, 2, 2016, '08-31', [MEETINGS, REPORT, SATISFIED]);
  });

  const rowOf = async (person: string, code: string, ref = SECOND) =>
    (await formOf(register.db, ref, person, ON))?.rows.find((row) => row.code === code);

  it('asks for the indicators of their offices, in the plan’s order, with target and reading', async () => {
    const form = await formOf(register.db, SECOND, 'bruno', ON);
    expect(form).toMatchObject({
      entity: { id: 'prova', name: 'Camera di Prova' },
      exercise: 2016,
      title: 'Attività monitoraggio-2',
      person: { id: 'bruno', name: 'Bruno Prova' },
      period: { from: '2016-01-01', to: '2016-08-31' },
      dueOn: '2016-09-20',
      state: 'collecting',
      planHash: 'abc',
      actingFor: [],
    });
    expect(form?.rows.map((row) => row.code)).toEqual(['A-2', 'A-4']);
    expect(form?.rows[0]).toMatchObject({
      officeTitle: 'Istituto di Studi e Ricerche',
      unitText: 'data',
      entry: { kind: 'date' },
      target: 'entro 31/3/2016',
      readingSentence: 'entro il 31/03/2016, compreso',
    });
  });

  it('shows the last value that stood at the checkpoint before, and lets it be confirmed', async () => {
    const row = await rowOf('dario', 'A-1');
    expect(row?.last).toEqual({
      actual: { kind: 'number', value: '9' },
      on: '2016-04-30',
      exercise: 2016,
      note: 'nota',
    });
    expect(row?.unchanged).toEqual({ kind: 'number', value: '9' });
  });

  it('shows last year’s value of the same indicator: a level may be confirmed, what accumulates may not', async () => {
    expect(await rowOf('bruno', 'A-4')).toMatchObject({
      last: { on: '2015-12-31', exercise: 2015 },
      unchanged: { kind: 'number', value: '77.5' },
    });
    const meetings = (await formOf(register.db, FIRST, 'carla', '2016-05-05'))?.rows[0];
    expect(meetings?.last).toMatchObject({ actual: { value: '31' }, exercise: 2015 });
    expect(meetings?.unchanged).toBeUndefined();
  });

  it('has no last value from an indicator that only shares the code', async () => {
    expect((await rowOf('bruno', 'A-2'))?.last).toBeUndefined();
  });

  it('gives a substitute what the absent officer answers for, each row with for whom', async () => {
    const form = await formOf(register.db, SECOND, 'dario', ON);
    expect(form?.rows.map((row) => [row.code, row.actingFor])).toEqual([
      ['A-1', 'carla'],
      ['A-2', undefined],
      ['A-4', undefined],
    ]);
    expect(form?.actingFor).toEqual([{ id: 'carla', name: 'Carla Prova' }]);
    expect(form === undefined ? [] : byPrincipal(form, ['A-1', 'A-4', 'X'])).toEqual([
      { actingFor: 'carla', codes: ['A-1'] },
      { codes: ['A-4'] },
    ]);
    const only = await formOf(register.db, SECOND, 'dario', ON, 'carla');
    expect(only?.rows.map((row) => row.code)).toEqual(['A-1']);
  });

  it('asks nothing of who answers for nothing', async () => {
    expect((await formOf(register.db, SECOND, 'anna', ON))?.rows).toEqual([]);
  });

  it('is not there before the checkpoint opens, nor for a stranger', async () => {
    expect(await formOf(register.db, { ...SECOND, checkpoint: 'monitoraggio-9' }, 'bruno', ON)).toBeUndefined();
    expect(await formOf(register.db, SECOND, 'nessuno', ON)).toBeUndefined();
  });

  it('shows the value that stands, and after a return the remark and no value', async () => {
    await send(SECOND, 'bruno', 'A-4', { kind: 'number', value: '81' }, '2016-09-06T08:00:00Z');
    const form = await formOf(register.db, SECOND, 'bruno', ON);
    expect(form?.rows[1]?.current).toEqual({
      actual: { kind: 'number', value: '81' },
      note: 'nota',
      evidence: [],
      officer: 'bruno',
      at: '2016-09-06T08:00:00Z',
    });
    expect(form === undefined ? [] : openRows(form).map((row) => row.code)).toEqual(['A-2']);
    await returnMeasurement(register.db, {
      ...SECOND,
      indicator: 'A-4',
      returnedBy: 'anna',
      remark: 'Manca la fonte',
      at: '2016-09-07T08:00:00Z',
    });
    const row = await rowOf('bruno', 'A-4');
    expect(row?.current).toBeUndefined();
    expect(row?.returned).toEqual({
      actual: { kind: 'number', value: '81' },
      remark: 'Manca la fonte',
      by: 'anna',
      at: '2016-09-07T08:00:00Z',
    });
  });

  it('proposes what an automatic source gave, and says why one gave nothing', async () => {
    const about = {
      ...SECOND,
      source: 's',
      sourceTitle: 'Registro imprese',
      toConfirm: true,
      at: '2016-09-01T04:00:00Z',
    } as const;
    const value: Actual = { kind: 'number', value: '12' };
    await recordCollected(register.db, { ...about, key: '1', indicator: 'A-1', outcome: 'read', value, raw: '12' });
    await recordCollected(register.db, {
      ...about,
      key: '2',
      indicator: 'A-2',
      outcome: 'failed',
      reason: 'il file non c’è',
    });
    expect(await rowOf('dario', 'A-1')).toMatchObject({
      proposed: { actual: value, source: 'Registro imprese', at: '2016-09-01T04:00:00Z' },
    });
    const failed = await rowOf('bruno', 'A-2');
    expect(failed?.failed).toBe('il file non c’è');
    expect(failed?.proposed).toBeUndefined();
  });
});
