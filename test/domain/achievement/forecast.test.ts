import { describe, expect, test } from 'vitest';
import { type AssessmentPeriod, createAssessor } from '../../../src/domain/achievement/assess.js';
import { type EarlierCourse, forecast } from '../../../src/domain/achievement/forecast.js';
import type { Actual } from '../../../src/domain/achievement/types.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import type { Accumulation, Reading, Unit } from '../../../src/domain/targets/types.js';
import { forecastWords } from '../../../src/words/forecast.js';
import { policyWith, seedPolicy } from './policy-fixture.js';

const PERCENT: Unit = { kind: 'percent' };
const MEETINGS: Unit = { kind: 'count', noun: 'incontri' };

const target = (
  operator: '>=' | '<=',
  value: string,
  unit: Unit,
  accumulation?: Accumulation,
  by?: CivilDate,
): Reading => ({
  kind: 'threshold',
  operator,
  value,
  unit,
  direction: operator === '>=' ? 'more-is-better' : 'less-is-better',
  ...(accumulation !== undefined && { accumulation }),
  ...(by !== undefined && { by }),
});
const number = (value: string): Actual => ({ kind: 'number', value });
const AUGUST = { exercise: 2016, at: '2016-08-31' } as const;

const of = (
  reading: Reading,
  actual: Actual,
  earlier: readonly EarlierCourse[] = [],
  period: AssessmentPeriod = AUGUST,
) => forecast({ indicator: '1.1.1-01', reading, actual, period }, createAssessor(seedPolicy()), earlier);

describe('what an interim value is on course for at the end of the year', () => {
  test('is what accumulates, by the days elapsed: a red of December is seen in August', () => {
    const found = of(target('>=', '30', MEETINGS, 'accumulates'), number('10'));
    expect(found).toMatchObject({ value: '15', how: { way: 'pro-rata', elapsed: 244, total: 366 }, light: 'red' });
    expect(found?.achievement).toBe('50.00');
    expect(found && forecastWords.ways(found.how)).toBe('in proporzione ai giorni trascorsi, 244 su 366');
  });

  test('is judged whole: a ceiling that still holds in August is seen to be broken in December', () => {
    const found = of(target('<=', '12', MEETINGS, 'accumulates'), number('10'));
    expect(found?.value).toBe('15');
    expect(found?.light).not.toBe('green');
  });

  test('is a level as it is', () => {
    expect(of(target('>=', '80', PERCENT, 'level'), number('76.5'))).toMatchObject({
      value: '76.5',
      how: { way: 'level' },
    });
    expect(of(target('>=', '80', PERCENT, 'level'), { kind: 'ratio', numerator: '3', denominator: '4' })?.value).toBe(
      '75',
    );
  });

  test('goes as earlier exercises went from the same moment on, where they are on record', () => {
    const earlier = [
      { exercise: 2015, at: number('10'), end: number('25') },
      { exercise: 2014, at: number('10'), end: number('15') },
    ];
    const grows = of(target('>=', '30', MEETINGS, 'accumulates'), number('12'), earlier);
    expect(grows).toMatchObject({ value: '24', how: { way: 'earlier-years', years: [2015, 2014] } });
    expect(grows && forecastWords.ways(grows.how)).toContain('negli anni 2014, 2015');
    expect(of(target('>=', '80', PERCENT, 'level'), number('60'), earlier)?.value).toBe('70');
  });

  test('is by the days where earlier exercises had nothing yet at that moment', () => {
    const earlier = [{ exercise: 2015, at: number('0'), end: number('25') }];
    expect(of(target('>=', '30', MEETINGS, 'accumulates'), number('12'), earlier)?.how.way).toBe('pro-rata');
  });

  test('keeps a share within its bounds', () => {
    const earlier = [{ exercise: 2015, at: number('50'), end: number('90') }];
    expect(of(target('>=', '80', PERCENT, 'level'), number('70'), earlier)?.value).toBe('100');
    const fell = [{ exercise: 2015, at: number('90'), end: number('50') }];
    expect(of(target('>=', '80', PERCENT, 'level'), number('30'), fell)?.value).toBe('0');
  });

  test.each<[string, Reading, Actual, AssessmentPeriod?]>([
    ['a final value', target('>=', '30', MEETINGS, 'accumulates'), number('10'), { exercise: 2016, at: '2016-12-31' }],
    ['a value nobody gave', target('>=', '30', MEETINGS, 'accumulates'), { kind: 'missing' }],
    ['a term that is over', target('>=', '3', MEETINGS, 'accumulates', '2016-06-30'), number('1')],
    ['a date', { kind: 'by-date', by: '2016-10-31', strict: false }, { kind: 'not-yet' }],
  ])('is not said of %s', (_, reading, actual, period = AUGUST) => {
    expect(of(reading, actual, [], period)).toBeUndefined();
  });

  test('is not said where nobody knows whether a measure accumulates, and the policy does not guess', () => {
    const policy = policyWith({ interim: { ...seedPolicy().interim, unknown: 'doubtful' } });
    const input = { indicator: 'x', reading: target('>=', '30', MEETINGS), actual: number('10'), period: AUGUST };
    expect(forecast(input, createAssessor(policy))).toBeUndefined();
    const share = { ...input, reading: target('>=', '80', PERCENT) };
    expect(forecast(share, createAssessor(policy))).toBeUndefined();
  });
});
