import { beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate, DatedStep } from '../../src/domain/calendar/types.js';
import { saveAssessment } from '../../src/register/assessments.js';
import { openCheckpoint } from '../../src/register/checkpoints.js';
import { saveCycle } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { earlierCourses } from '../../src/register/earlier-courses.js';
import { laterIndicators } from '../../src/register/later-indicators.js';
import { submitMeasurements } from '../../src/register/measurements.js';
import { addReportAnswer, addReportRemark, reportRemarksOf } from '../../src/register/report-remarks.js';
import { saveSteps } from '../../src/register/steps.js';
import { aCycle, aStep } from './fixtures.js';
import { aRegister } from './register.js';

const MEETINGS = { indicator: 'A-1', name: 'Incontri', office: 'isr', target: 'almeno 25' } as const;
const SURVEY = { indicator: 'A-2', name: 'Gradimento', office: 'isr', target: '80%' } as const;

const checkpointStep = (ordinal: number, year: number, dueOn: CivilDate, final = false): DatedStep => ({
  ...aStep(`m-${ordinal}`, 'checkpoint', dueOn),
  title: `Monitoraggio ${ordinal}`,
  checkpoint: {
    ...{ ordinal, from: `${year}-01-01`, to: ordinal === 1 ? `${year}-08-31` : `${year}-12-31` },
    ...(final && { final }),
  },
});

/** A cycle whose checkpoints of August and of the year's end have values and results. */
async function anExercise(db: Db, year: number, august: string, end: string): Promise<void> {
  const steps = [checkpointStep(1, year, `${year}-09-20`), checkpointStep(2, year, `${year + 1}-01-20`)];
  const cycle = await saveCycle(db, {
    ...{ entity: 'prova', exercise: year, template: 'dlgs150', templateVersion: '1', simulated: true },
    calendar: {
      ...{ template: 'dlgs150', templateVersion: '1', entity: 'prova', exercise: year, phases: [], steps },
      opensAt: `${year - 1}-06-01T06:00:00Z`,
    },
    policy: { id: 'ccms-2016' },
  });
  await saveSteps(db, cycle, steps);
  for (const [ordinal, value] of [
    [1, august],
    [2, end],
  ] as const) {
    const ref = { cycle, checkpoint: `m-${ordinal}` };
    const to: CivilDate = ordinal === 1 ? `${year}-08-31` : `${year}-12-31`;
    await openCheckpoint(db, {
      ...{ ...ref, ordinal, from: `${year}-01-01`, to, planVersion: 1, planHash: 'h', simulated: true },
      openedAt: `${year}-09-01T06:00:00Z`,
      indicators: [MEETINGS],
    });
    const sent = await submitMeasurements(db, {
      ...{ ...ref, officer: 'bruno', at: `${year}-09-10T08:00:00Z`, simulated: true, channel: 'form' },
      rows: [{ indicator: 'A-1', actual: { kind: 'number', value } }],
    });
    if (!sent.ok) throw new Error(sent.error.message);
    await saveAssessment(db, {
      ...{ ...ref, key: `${cycle}/${ordinal}`, planVersion: 1, policyVersion: '1', simulated: true },
      ...{ at: `${year}-09-21T08:00:00Z`, indicators: [], rollups: [] },
    });
  }
}

describe('monitoring on record', () => {
  const register = aRegister();
  const REF = { cycle: 'prova/2016', checkpoint: 'm-1' };

  beforeAll(async () => {
    const { db } = register;
    await aCycle(db, 'prova');
    await saveSteps(db, 'prova/2016', [
      checkpointStep(1, 2016, '2016-09-20'),
      checkpointStep(2, 2016, '2017-01-20'),
      checkpointStep(3, 2016, '2017-03-15', true),
    ]);
    await anExercise(db, 2014, '10', '25');
    await anExercise(db, 2015, '12', '24');
    await openCheckpoint(db, {
      ...{ ...REF, ordinal: 1, from: '2016-01-01', to: '2016-08-31', planVersion: 1, planHash: 'h', simulated: true },
      openedAt: '2016-09-01T06:00:00Z',
      indicators: [MEETINGS],
      later: [
        { ...SURVEY, knownFrom: '2017-01-10' },
        { ...SURVEY, indicator: 'A-3', name: 'Conti', knownFrom: '2017-06-30', office: 'promozione' },
      ],
    });
  });

  test('says of what is not asked yet which checkpoint asks it: the first that can, in the end the final collection', async () => {
    expect(await laterIndicators(register.db, REF)).toEqual([
      { ...SURVEY, knownFrom: '2017-01-10', askedAt: { title: 'Monitoraggio 2', dueOn: '2017-01-20' } },
      {
        ...{ ...SURVEY, indicator: 'A-3', name: 'Conti', office: 'promozione', knownFrom: '2017-06-30' },
        askedAt: { title: 'Monitoraggio 3', dueOn: '2017-03-15' },
      },
    ]);
    expect(await laterIndicators(register.db, REF, ['isr'])).toHaveLength(1);
    expect(await laterIndicators(register.db, REF, [])).toEqual([]);
  });

  test('knows how indicators went in earlier exercises from the same day to their end, by code and name', async () => {
    const courses = await earlierCourses(register.db, 'prova', 2016, '2016-08-31');
    expect(courses.get('A-1')?.get('Incontri')).toEqual([
      { exercise: 2015, at: { kind: 'number', value: '12' }, end: { kind: 'number', value: '24' } },
      { exercise: 2014, at: { kind: 'number', value: '10' }, end: { kind: 'number', value: '25' } },
    ]);
    expect((await earlierCourses(register.db, 'prova', 2016, '2016-04-30')).size).toBe(0);
    expect((await earlierCourses(register.db, 'altra', 2016, '2016-08-31')).size).toBe(0);
  });

  test('keeps remarks on a report with their answers, each once', async () => {
    const said = { cycle: REF.cycle, actingFor: null, at: '2016-10-01T08:00:00Z' } as const;
    const remark = {
      ...{ ...said, key: 'r', checkpoint: 'm-1', documentHash: 'h', board: 'oiv', decision: null },
      ...{ text: 'manca un motivo', person: 'anna' },
    };
    const number = await addReportRemark(register.db, remark);
    expect(await addReportRemark(register.db, remark)).toBeUndefined();
    const answer = { ...said, key: 'a', remark: number ?? 0, text: 'è stato chiesto', person: 'carla' };
    await addReportAnswer(register.db, answer);
    await addReportAnswer(register.db, answer);
    expect(await reportRemarksOf(register.db, REF.cycle, 'm-1')).toMatchObject([
      { id: number, text: 'manca un motivo', answers: [{ text: 'è stato chiesto', person: 'carla' }] },
    ]);
    expect(await reportRemarksOf(register.db, REF.cycle, 'm-2')).toEqual([]);
  });
});
