import { beforeAll, describe, expect, test } from 'vitest';
import { collectNowFromSurvey, collectSurveyed } from '../../src/office/collect-surveyed.js';
import { collectedOf } from '../../src/register/collected.js';
import { currentMeasurements, submitMeasurements } from '../../src/register/measurements.js';
import { returnMeasurement } from '../../src/register/returned.js';
import { addQuestion, addSurvey, linkIndicator, withdrawSurvey } from '../../src/register/surveys.js';
import { aCheckpoint, aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const register = aRegister();
const OF = { entity: 'prova', exercise: 2016 };
const AT = '2016-05-02T06:00:00Z';
const who = { actor: 'carla', at: AT } as const;
let cycle: string;

beforeAll(async () => {
  cycle = await aCycle(register.db);
});

/** A survey with one question. @returns its number */
async function aSurvey(toDay: `${number}-${number}-${number}`, result: string, percent = false): Promise<number> {
  const { db } = register;
  const survey = await addSurvey(db, {
    ...who,
    entity: 'prova',
    simulated: false,
    title: 'Sportello',
    askedOf: 'utenti',
    method: '',
    fromDay: '2015-01-01',
    toDay,
    asked: 300,
    answered: 120,
  });
  const scale = percent ? ({ lowest: null, highest: null } as const) : { lowest: '0', highest: '100' };
  const question = { survey, text: 'Quanti?', unit: percent ? 'percent' : 'number', result, answered: null } as const;
  await addQuestion(db, { ...who, ...question, ...scale });
  return survey;
}

const linked = async (indicator: string, survey: number): Promise<void> =>
  linkIndicator(register.db, { ...who, ...OF, indicator, question: { survey, number: 1 } });

const valuesAt = async (ref: { cycle: string; checkpoint: string }) =>
  (await currentMeasurements(register.db, ref)).map((m) => [m.indicator, m.actual, m.officer, m.channel, m.note]);

describe('a checkpoint with indicators that surveys measure', () => {
  test('has the result as the value, with where it comes from, and collects it once', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'raccolta');
    const survey = await aSurvey('2016-03-31', '28');
    await linked('A-1', survey);
    for (let i = 0; i < 2; i++) await collectSurveyed(register.db, ref, OF, AT);
    const [value, ...others] = await valuesAt(ref);
    expect(others).toEqual([]);
    expect(value?.slice(0, 4)).toEqual(['A-1', { kind: 'number', value: '28' }, 'automatico', 'automatic']);
    expect(value?.[4]).toContain(`«Sportello (indagine n. ${survey}, domanda 1): 120 risposte su 300, dal`);
    expect((await collectedOf(register.db, ref)).get('A-1')).toMatchObject({
      outcome: 'read',
      source: `indagine-${survey}-1`,
      toConfirm: false,
    });
  });

  test.each([
    ['2015-12-31', 'prima del periodo'],
    ['2016-05-01', 'dopo il periodo'],
  ] as const)('has no value of a survey that ended on %s, and says why', async (toDay, reason) => {
    const ref = await aCheckpoint(register.db, cycle, `fuori-${toDay}`);
    await linked('A-1', await aSurvey(toDay, '28'));
    await collectSurveyed(register.db, ref, OF, AT);
    expect(await valuesAt(ref)).toEqual([]);
    expect((await collectedOf(register.db, ref)).get('A-1')).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining(reason),
    });
  });

  test('has no value in another unit than the indicator’s', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'unita');
    await linked('A-1', await aSurvey('2016-03-31', '28', true));
    await collectSurveyed(register.db, ref, OF, AT);
    expect(await valuesAt(ref)).toEqual([]);
    expect((await collectedOf(register.db, ref)).get('A-1')).toMatchObject({ outcome: 'failed' });
  });

  test('has none of a survey that was withdrawn, nor of a link that was taken back', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'ritirata');
    const survey = await aSurvey('2016-03-31', '28');
    await linked('A-1', survey);
    await withdrawSurvey(register.db, { ...who, survey, reason: 'campione sbagliato' });
    expect(await collectSurveyed(register.db, ref, OF, AT)).toEqual([]);
    await linked('A-1', await aSurvey('2016-03-31', '29'));
    await linkIndicator(register.db, { ...who, ...OF, indicator: 'A-1', question: undefined });
    expect(await collectSurveyed(register.db, ref, OF, AT)).toEqual([]);
    expect(await valuesAt(ref)).toEqual([]);
  });

  test('leaves a value an officer has sent, and one that came back with a remark', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'uffici');
    const sent = { ...ref, officer: 'carla', at: AT, simulated: false, channel: 'form' } as const;
    await submitMeasurements(register.db, {
      ...sent,
      rows: [{ indicator: 'A-1', actual: { kind: 'number', value: '9' } }],
    });
    await linked('A-1', await aSurvey('2016-03-31', '28'));
    await collectSurveyed(register.db, ref, OF, AT);
    expect((await valuesAt(ref)).map(([, actual]) => actual)).toEqual([{ kind: 'number', value: '9' }]);
    await returnMeasurement(register.db, {
      ...ref,
      indicator: 'A-1',
      returnedBy: 'bruno',
      remark: 'verificare',
      at: AT,
    });
    await collectSurveyed(register.db, ref, OF, AT);
    expect(await valuesAt(ref)).toEqual([]);
  });
});

describe('an indicator that is linked while its checkpoint collects', () => {
  test('has its value at once, where the period is the survey’s', async () => {
    const { db } = register;
    await db
      .updateTable('checkpoints')
      .set({ state: 'closed', closedAt: AT, closedBy: 'x', closeReason: 'x' })
      .execute();
    const ref = await aCheckpoint(db, cycle, 'aperto');
    await linked('A-1', await aSurvey('2016-04-15', '31'));
    expect(await collectNowFromSurvey(db, OF, 'A-1', AT)).toEqual({ ok: true, value: true });
    expect((await valuesAt(ref)).map(([, actual]) => actual)).toEqual([{ kind: 'number', value: '31' }]);
    await linked('A-1', await aSurvey('2016-12-15', '32'));
    expect(await collectNowFromSurvey(db, OF, 'A-1', AT)).toEqual({ ok: true, value: false });
  });

  test('is refused with the reason when the question is in another unit', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'altro');
    await linked('A-1', await aSurvey('2016-04-15', '31', true));
    expect(await collectNowFromSurvey(register.db, OF, 'A-1', AT)).toMatchObject({ ok: false });
    expect(await valuesAt(ref)).toEqual([]);
  });
});
