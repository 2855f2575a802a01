import { describe, expect, test } from 'vitest';
import { type CheckUpAnswer, checkUpOf, countsOf, type Questionnaire } from '../../../src/domain/context/check-up.js';

const questionnaire: Questionnaire = {
  version: '1',
  source: 'prova',
  degrees: [
    { id: 'no', title: 'No', gap: true },
    { id: 'parte', title: 'In parte', gap: true },
    { id: 'si', title: 'Sì', gap: false },
  ],
  requirements: ['a', 'b'].map((id) => ({ id, area: 'Area', text: id, norm: 'norma', evidence: 'atto' })),
};
const said = (exercise: number, degree: string, requirement = 'a'): CheckUpAnswer => ({
  requirement,
  exercise,
  degree,
  evidence: null,
  actor: 'carla',
  actingFor: null,
  at: '2016-05-10T10:00:00Z',
});
const first = (answers: readonly CheckUpAnswer[], exercise = 2017) => checkUpOf(questionnaire, answers, exercise)[0];

describe('the check-up of an exercise', () => {
  test.each([
    ['no', 'parte', 'better', true],
    ['si', 'parte', 'worse', true],
    ['si', 'si', 'same', false],
  ])('%s, then %s: %s', (before, now, change, gap) => {
    expect(first([said(2016, before), said(2017, now)])).toMatchObject({ change, gap });
  });

  test('without an answer there is no gap, and nothing to compare', () => {
    expect(first([said(2016, 'no')])).toMatchObject({ answer: undefined, change: undefined, gap: false });
  });

  test('the last answer counts, and the last exercise that has one is the one before', () => {
    const found = first([said(2014, 'no'), said(2015, 'parte'), said(2017, 'no'), said(2017, 'si')]);
    expect([found?.degree?.id, found?.beforeDegree?.id, found?.change]).toEqual(['si', 'parte', 'better']);
  });

  test('an answer of a later exercise says nothing of this one', () => {
    expect(first([said(2018, 'si')], 2017)?.answer).toBeUndefined();
  });

  test('counts each degree, the unanswered last', () => {
    const checked = checkUpOf(questionnaire, [said(2017, 'si')], 2017);
    expect(countsOf(checked, questionnaire.degrees).map(({ count }) => count)).toEqual([0, 0, 1, 1]);
  });
});
