import { describe, expect, test } from 'vitest';
import { assessIndicator, createAssessor, periodOf } from '../../../src/domain/achievement/assess.js';
import type { AssessmentInput } from '../../../src/domain/achievement/assessment-input.js';
import type { Actual, IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import type { Policy } from '../../../src/domain/policy.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { END_OF_APRIL, policyWith, seedPolicy, withFormulas, YEAR_END } from './policy-fixture.js';
import { byDate, relative, threshold, withinPeriod } from './readings.js';

const policy = seedPolicy();
const number = (value: string): Actual => ({ kind: 'number', value });
const on = (date: `${number}-${number}-${number}`): Actual => ({ kind: 'date', on: date });
const NOT_YET: Actual = { kind: 'not-yet' };
const YES: Actual = { kind: 'yes-no', value: true };
const NO: Actual = { kind: 'yes-no', value: false };

function assess(
  reading: AssessmentInput['reading'],
  actual: Actual,
  more: Partial<AssessmentInput> & { policy?: Policy } = {},
): IndicatorAssessment {
  return assessIndicator({ indicator: 'x', reading, actual, period: YEAR_END, policy, ...more });
}

/** Achievement and light, or the state when there is no figure. */
function result(a: IndicatorAssessment): string {
  return a.state === 'assessed' ? `${a.achievement} ${a.light}` : a.state;
}

const reasonOf = (a: IndicatorAssessment): string | undefined => a.trace.find((l) => l.label === 'Motivo')?.value;
const lineOf = (a: IndicatorAssessment, label: string): string | undefined =>
  a.trace.find((l) => l.label === label)?.value;

describe('a number to reach', () => {
  test.each([
    ['20', '80.00 yellow'],
    ['25', '100.00 green'],
    ['30', '100.00 green'],
    ['0', '0.00 red'],
    ['15', '60.00 yellow'],
    ['14.999', '60.00 red'],
    ['22.5', '90.00 green'],
  ])('at least 25, measured %s, is %s', (actual, expected) => {
    expect(result(assess(threshold('>=', '25'), number(actual)))).toBe(expected);
  });

  test('what is over the cap counts for the cap and stays written', () => {
    const a = assess(threshold('>=', '25'), number('30'));
    expect(a).toMatchObject({ achievement: '100.00', uncapped: '120.00', exact: '100', formula: 'increasing-ratio' });
    expect(lineOf(a, 'Limiti')).toBe('da 0% a 100%: conta 100%');
    expect(lineOf(a, 'Risultato')).toBe('120%');
  });

  test('what is under the floor counts for the floor and stays written', () => {
    const symmetric = withFormulas({ decreasing: { formula: 'decreasing-symmetric' } });
    expect(assess(threshold('<=', '10'), number('30'), { policy: symmetric })).toMatchObject({
      achievement: '0.00',
      uncapped: '-100.00',
    });
  });

  test('two thirds are kept exact for totals and rounded for print', () => {
    expect(assess(threshold('>=', '3'), number('2'))).toMatchObject({
      achievement: '66.67',
      uncapped: '66.67',
      exact: '200/3',
    });
  });

  test('a tenth and two tenths reach a target of three tenths', () => {
    const a = assess(threshold('>=', '0.3'), { kind: 'ratio', numerator: '3', denominator: '10' });
    expect(result(a)).toBe('100.00 green');
    expect(lineOf(a, 'Esito')).toBe('target raggiunto');
  });
});

describe('a ratio is taken on what the unit says', () => {
  test.each([
    [{ kind: 'percent' }, '85', '17', '20'],
    [{ kind: 'number' }, '0.85', '17', '20'],
    [{ kind: 'score', outOf: '6' }, '4.5', '3', '4'],
  ] as const)('%j', (unit, value, numerator, denominator) => {
    const a = assess(threshold('>=', value, { unit }), { kind: 'ratio', numerator, denominator });
    expect(a.exact).toBe('100');
    expect(a.uncapped).toBe('100.00');
  });

  test('17 of 20 against 85% is exactly 100, against 90% is 94.44', () => {
    const ratio: Actual = { kind: 'ratio', numerator: '17', denominator: '20' };
    expect(result(assess(threshold('>=', '85', { unit: { kind: 'percent' } }), ratio))).toBe('100.00 green');
    expect(result(assess(threshold('>=', '90', { unit: { kind: 'percent' } }), ratio))).toBe('94.44 green');
  });

  test('3 of 4 against a score of 4.5 on 6 is exactly 100', () => {
    const score = threshold('>=', '4.5', { unit: { kind: 'score', outOf: '6' } });
    expect(assess(score, { kind: 'ratio', numerator: '3', denominator: '4' }).uncapped).toBe('100.00');
  });

  test('on nothing there is nothing to judge', () => {
    const a = assess(threshold('>=', '80'), { kind: 'ratio', numerator: '0', denominator: '0' });
    expect(result(a)).toBe('not-assessable');
    expect(reasonOf(a)).toBe('il denominatore è zero: nessun caso da misurare');
  });
});

describe('a number not to exceed', () => {
  test.each([
    ['decreasing-ratio', '15', '66.67 yellow'],
    ['decreasing-symmetric', '15', '50.00 red'],
    ['decreasing-ratio', '10', '100.00 green'],
    ['decreasing-symmetric', '10', '100.00 green'],
    ['decreasing-ratio', '8', '100.00 green'],
  ] as const)('10 days by %s, measured %s, is %s', (formula, actual, expected) => {
    const rules = withFormulas({ decreasing: { formula } });
    expect(result(assess(threshold('<=', '10'), number(actual), { policy: rules }))).toBe(expected);
  });

  test('none of what had to be kept low is as good as can be, with no finite ratio', () => {
    const a = assess(threshold('<=', '2'), number('0'));
    expect(a).toMatchObject({ state: 'assessed', achievement: '100.00', light: 'green' });
    expect(a.uncapped).toBeUndefined();
    expect(lineOf(a, 'Risultato')).toBe('senza limite: il migliore possibile');
  });

  test.each([
    ['-10', '100.00 green'],
    ['-5', '100.00 green'],
    ['-2', '40.00 red'],
    ['3', '0.00 red'],
  ])('payments promised 5 days early, made at %s, are %s', (actual, expected) => {
    expect(result(assess(threshold('<=', '-5', { unit: { kind: 'days' } }), number(actual)))).toBe(expected);
  });
});

describe('strict signs', () => {
  const strict = threshold('>', '60', { unit: { kind: 'percent' } });

  test.each([
    ['60', '99.99 green', 'target non raggiunto'],
    ['59.9999', '99.99 green', 'target non raggiunto'],
    ['60.0001', '100.00 green', 'target raggiunto'],
    ['30', '50.00 red', 'target non raggiunto'],
  ])('more than 60%%, measured %s, is %s', (actual, expected, outcome) => {
    const a = assess(strict, number(actual));
    expect(result(a)).toBe(expected);
    expect(lineOf(a, 'Esito')).toBe(outcome);
  });

  test('the working says that the sign held the figure', () => {
    expect(lineOf(assess(strict, number('60')), 'Calcolo')).toBe(
      '60 ÷ 60 × 100; il segno è stretto e il target non è raggiunto: al massimo 99,99%',
    );
    expect(lineOf(assess(strict, number('30')), 'Calcolo')).toBe('30 ÷ 60 × 100');
  });

  test('a body may take the strict sign as a plain one', () => {
    const a = assess(strict, number('60'), { policy: policyWith({ strictEquality: 'met' }) });
    expect(result(a)).toBe('100.00 green');
    expect(lineOf(a, 'Esito')).toBe('target raggiunto');
  });

  test('less than 100% is not met at 100%', () => {
    expect(result(assess(threshold('<', '100'), number('100')))).toBe('99.99 green');
    expect(result(assess(threshold('<', '100'), number('99')))).toBe('100.00 green');
  });

  test('"exactly" is kept also by doing better', () => {
    const exactly = threshold('=', '500', { direction: 'more-is-better' });
    expect(result(assess(exactly, number('510')))).toBe('100.00 green');
    expect(result(assess(exactly, number('490')))).toBe('98.00 green');
    const atMost = threshold('=', '5', { direction: 'less-is-better' });
    expect(lineOf(assess(atMost, number('4')), 'Esito')).toBe('target raggiunto');
    expect(lineOf(assess(atMost, number('6')), 'Esito')).toBe('target non raggiunto');
  });
});

describe('a target of zero', () => {
  test.each([
    ['<=', '0', '100.00 green'],
    ['<=', '1', '0.00 red'],
    ['>=', '0', '100.00 green'],
    ['>=', '-1', '0.00 red'],
  ] as const)('%s 0, measured %s, is %s', (operator, actual, expected) => {
    expect(result(assess(threshold(operator, '0'), number(actual)))).toBe(expected);
  });

  test('a body may say that no figure exists', () => {
    const a = assess(threshold('<=', '0'), number('0'), { policy: policyWith({ targetZero: 'not-assessable' }) });
    expect(result(a)).toBe('not-assessable');
    expect(reasonOf(a)).toBe('il target è zero: le regole non prevedono un rapporto');
  });
});

describe('other formulas for thresholds', () => {
  test('linear: zero at the floor, 100 at the target', () => {
    const rules = withFormulas({ increasing: { formula: 'linear', floorPercent: '50' } });
    expect(result(assess(threshold('>=', '80'), number('60'), { policy: rules }))).toBe('50.00 red');
    expect(result(assess(threshold('>=', '80'), number('30'), { policy: rules }))).toBe('0.00 red');
    expect(lineOf(assess(threshold('>=', '80'), number('60'), { policy: rules }), 'Calcolo')).toBe(
      '(60 − 40) ÷ (80 − 40) × 100',
    );
    const down = withFormulas({ decreasing: { formula: 'linear', floorPercent: '200' } });
    expect(result(assess(threshold('<=', '10'), number('15'), { policy: down }))).toBe('50.00 red');
  });

  test('linear: a floor on the wrong side of the target is asked about', () => {
    const wrong = createAssessor(policy, { formula: 'linear', floorValue: '90' });
    const a = wrong.assess({ indicator: 'x', reading: threshold('>=', '80'), actual: number('60'), period: YEAR_END });
    expect(result(a)).toBe('doubtful');
    expect(reasonOf(a)).toBe('la soglia minima sta dalla parte sbagliata del target');
    const down = wrong.assess({
      indicator: 'x',
      reading: threshold('<=', '95'),
      actual: number('60'),
      period: YEAR_END,
    });
    expect(result(down)).toBe('doubtful');
  });

  test('linear: an absolute floor is reduced with the target at an interim checkpoint', () => {
    const assessor = createAssessor(policy, { formula: 'linear', floorValue: '183' });
    const reading = threshold('>=', '366', { accumulation: 'accumulates' });
    const a = assessor.assess({ indicator: 'x', reading, actual: number('121'), period: END_OF_APRIL });
    expect(a.achievement).toBe('100.00');
    const half = assessor.assess({ indicator: 'x', reading, actual: number('90.5'), period: END_OF_APRIL });
    expect(half.achievement).toBe('50.00');
  });

  test('steps: the ratio falls on a step', () => {
    const rules = withFormulas({
      increasing: {
        formula: 'steps',
        of: 'increasing-ratio',
        steps: [
          { from: '0', score: '0' },
          { from: '80', score: '70' },
          { from: '100', score: '100' },
        ],
      },
    });
    expect(result(assess(threshold('>=', '10'), number('7.9'), { policy: rules }))).toBe('0.00 red');
    expect(result(assess(threshold('>=', '10'), number('8'), { policy: rules }))).toBe('70.00 yellow');
    expect(result(assess(threshold('>=', '10'), number('10'), { policy: rules }))).toBe('100.00 green');
    expect(result(assess(threshold('>', '10'), number('10'), { policy: rules }))).toBe('70.00 yellow');
    expect(lineOf(assess(threshold('>=', '10'), number('8'), { policy: rules }), 'Calcolo')).toBe(
      '8 ÷ 10 × 100; il gradino in cui cade vale 70%',
    );
  });

  test('steps: an unbounded ratio takes the last step, a target of zero follows its own rule', () => {
    const rule = {
      formula: 'steps',
      of: 'decreasing-ratio',
      steps: [
        { from: '0', score: '0' },
        { from: '100', score: '90' },
      ],
    } as const;
    const assessor = createAssessor(policy, rule);
    const at = (value: string, actual: string): IndicatorAssessment =>
      assessor.assess({ indicator: 'x', reading: threshold('<=', value), actual: number(actual), period: YEAR_END });
    expect(at('2', '0').achievement).toBe('90.00');
    expect(at('0', '0').achievement).toBe('90.00');
    expect(at('0', '1').achievement).toBe('0.00');
    const strict = createAssessor(policyWith({ targetZero: 'not-assessable' }), rule);
    expect(
      strict.assess({ indicator: 'x', reading: threshold('<=', '0'), actual: number('0'), period: YEAR_END }).state,
    ).toBe('not-assessable');
  });

  test('all or nothing', () => {
    const rules = withFormulas({
      increasing: { formula: 'all-or-nothing' },
      decreasing: { formula: 'all-or-nothing' },
    });
    expect(result(assess(threshold('>=', '10'), number('9.99'), { policy: rules }))).toBe('0.00 red');
    expect(result(assess(threshold('>=', '10'), number('10'), { policy: rules }))).toBe('100.00 green');
    expect(result(assess(threshold('<=', '10'), number('10.01'), { policy: rules }))).toBe('0.00 red');
  });

  test.each([
    [threshold('>=', '10'), 'decreasing-ratio'],
    [threshold('>=', '10'), 'decreasing-symmetric'],
    [threshold('<=', '10'), 'increasing-ratio'],
    [threshold('>=', '10'), 'by-date'],
    [threshold('>=', '10'), 'bands'],
    [{ kind: 'range', from: '5', to: '7', unit: { kind: 'number' } }, 'bands'],
    [{ kind: 'range', from: '5', to: '7', unit: { kind: 'number' } }, 'increasing-ratio'],
  ] as const)('a formula that does not fit the target gives no figure: %j by %s', (reading, formula) => {
    const a = createAssessor(policy, { formula } as never).assess({
      indicator: 'x',
      reading,
      actual: number('6'),
      period: YEAR_END,
    });
    expect(result(a)).toBe('doubtful');
    expect(reasonOf(a)).toContain('non si applica');
  });

  test('an exception of the policy gives an indicator its own formula', () => {
    const rules = policyWith({
      exceptions: [{ indicator: '2.2.1-01', rule: { formula: 'decreasing-symmetric' }, reason: 'r', act: 'a' }],
    });
    expect(result(assess(threshold('<=', '10'), number('15'), { policy: rules, indicator: '2.2.1-01' }))).toBe(
      '50.00 red',
    );
    expect(result(assess(threshold('<=', '10'), number('15'), { policy: rules, indicator: 'other' }))).toBe(
      '66.67 yellow',
    );
  });
});

describe('by a date', () => {
  const degrading = withFormulas({ byDate: { formula: 'by-date-degrading', pointsPerDay: '2' } });

  test.each([
    [byDate('2016-06-30'), on('2016-06-30'), '100.00 green'],
    [byDate('2016-06-30'), on('2016-07-01'), '0.00 red'],
    [byDate('2016-06-30', true), on('2016-06-30'), '0.00 red'],
    [byDate('2016-06-30', true), on('2016-06-29'), '100.00 green'],
    [byDate('2016-06-30'), NOT_YET, '0.00 red'],
    [byDate('2016-06-30'), NO, '0.00 red'],
    [byDate('2016-12-31'), NOT_YET, '0.00 red'],
    [byDate('2017-01-31'), NOT_YET, 'not-yet'],
    [byDate('2016-06-30'), YES, 'doubtful'],
    [byDate('2016-06-30'), number('50'), 'doubtful'],
    [byDate('2016-06-30'), { kind: 'ratio', numerator: '1', denominator: '2' }, 'doubtful'],
    [byDate('2016-06-30'), { kind: 'missing' }, 'missing'],
  ] as const)('%j done %j is %s at the end of the year', (reading, actual, expected) => {
    expect(result(assess(reading, actual))).toBe(expected);
  });

  test.each([
    ['2016-06-30', '100.00'],
    ['2016-07-01', '98.00'],
    ['2016-07-10', '80.00'],
    ['2016-09-30', '0.00'],
    ['2017-01-10', '0.00'],
  ] as const)('losing 2 points a day, done on %s, is %s', (date, expected) => {
    expect(assess(byDate('2016-06-30'), on(date), { policy: degrading }).achievement).toBe(expected);
  });

  test('a delay in the next year counts at the end, with its days', () => {
    expect(assess(byDate('2016-12-31'), on('2017-01-10'), { policy: degrading }).achievement).toBe('80.00');
  });

  test('a date still to come is neither red nor green', () => {
    const a = assess(byDate('2016-06-30'), NOT_YET, { period: END_OF_APRIL });
    expect(a).toMatchObject({ state: 'not-yet', light: 'none' });
    expect(a.achievement).toBeUndefined();
    expect(reasonOf(a)).toBe('non ancora scaduto: il termine è il 30/06/2016');
  });

  test('on the last day a thing not done is not done', () => {
    expect(result(assess(byDate('2016-04-30'), NOT_YET, { period: END_OF_APRIL }))).toBe('0.00 red');
    expect(result(assess(byDate('2016-05-01'), NOT_YET, { period: END_OF_APRIL }))).toBe('not-yet');
  });

  test('what was done after an interim reference date has not happened yet', () => {
    expect(result(assess(byDate('2016-06-30'), on('2016-05-10'), { period: END_OF_APRIL }))).toBe('not-yet');
    expect(result(assess(byDate('2016-03-31'), on('2016-05-10'), { period: END_OF_APRIL, policy: degrading }))).toBe(
      '0.00 red',
    );
    expect(result(assess(byDate('2016-06-30'), on('2016-04-30'), { period: END_OF_APRIL }))).toBe('100.00 green');
  });

  test('overdue and not done is nothing, also where a delay only degrades', () => {
    const a = assess(byDate('2016-06-30'), NOT_YET, { policy: degrading });
    expect(result(a)).toBe('0.00 red');
    expect(lineOf(a, 'Calcolo')).toBe('non realizzato al 31/12/2016; il termine era il 30/06/2016');
  });

  test('a formula for numbers gives a date no figure, done or not', () => {
    const assessor = createAssessor(policy, { formula: 'increasing-ratio' });
    for (const actual of [on('2016-06-30'), NOT_YET]) {
      const a = assessor.assess({ indicator: 'x', reading: byDate('2016-06-30'), actual, period: YEAR_END });
      expect(result(a)).toBe('doubtful');
    }
  });

  test('the working counts the days of delay', () => {
    expect(lineOf(assess(byDate('2016-06-30'), on('2016-07-01')), 'Calcolo')).toBe(
      '01/07/2016 dopo il 30/06/2016: 1 giorno di ritardo',
    );
    expect(lineOf(assess(byDate('2016-06-30'), on('2016-07-10'), { policy: degrading }), 'Calcolo')).toBe(
      '10/07/2016 dopo il 30/06/2016: 10 giorni di ritardo × 2 punti',
    );
    expect(lineOf(assess(byDate('2016-06-30'), on('2016-06-01'), { policy: degrading }), 'Calcolo')).toBe(
      '01/06/2016 entro il 30/06/2016',
    );
  });
});

describe('within a period from an event', () => {
  const month = withinPeriod(1, 'months');
  const degrading = withFormulas({ withinPeriod: { formula: 'within-period-degrading', pointsPerUnit: '5' } });

  test.each([
    [month, on('2016-12-15'), '2016-11-15', '100.00 green'],
    [month, on('2016-12-16'), '2016-11-15', '0.00 red'],
    [month, on('2016-02-29'), '2016-01-31', '100.00 green'],
    [withinPeriod(2, 'weeks'), on('2016-06-15'), '2016-06-01', '100.00 green'],
    [withinPeriod(2, 'weeks'), on('2016-06-16'), '2016-06-01', '0.00 red'],
    [withinPeriod(10, 'days'), on('2016-06-11'), '2016-06-01', '100.00 green'],
    [withinPeriod(10, 'working-days'), on('2016-06-11'), '2016-06-01', 'doubtful'],
    [withinPeriod(48, 'hours'), on('2016-06-02'), '2016-06-01', 'doubtful'],
    [month, on('2016-12-15'), undefined, 'doubtful'],
    [month, NOT_YET, '2016-11-15', '0.00 red'],
    [month, NOT_YET, '2016-12-15', 'not-yet'],
    [month, NOT_YET, undefined, 'doubtful'],
    [month, YES, undefined, '100.00 green'],
    [month, NO, undefined, '0.00 red'],
    [withinPeriod(10, 'days'), number('10'), undefined, '100.00 green'],
    [withinPeriod(10, 'days'), number('11'), undefined, '0.00 red'],
    [withinPeriod(10, 'working-days'), number('10'), undefined, '100.00 green'],
    [withinPeriod(10, 'days'), { kind: 'ratio', numerator: '9', denominator: '10' }, undefined, '90.00 green'],
    [withinPeriod(10, 'days'), { kind: 'ratio', numerator: '0', denominator: '0' }, undefined, 'not-assessable'],
    [month, { kind: 'missing' }, undefined, 'missing'],
  ] as const)('%j with %j and the event on %s is %s', (reading, actual, eventOn, expected) => {
    expect(result(assess(reading, actual, eventOn === undefined ? {} : { eventOn }))).toBe(expected);
  });

  test('an event that has not happened leaves the term to come', () => {
    const a = assess(month, NOT_YET, { period: END_OF_APRIL });
    expect(result(a)).toBe('not-yet');
    expect(reasonOf(a)).toBe('l’evento da cui decorre il termine non è ancora avvenuto: evento');
  });

  test('degrading, by days from dates and by units from a measured time', () => {
    expect(assess(month, on('2016-12-18'), { eventOn: '2016-11-15', policy: degrading }).achievement).toBe('85.00');
    expect(assess(withinPeriod(10, 'working-days'), number('12'), { policy: degrading }).achievement).toBe('90.00');
    expect(assess(withinPeriod(10, 'working-days'), number('8'), { policy: degrading }).uncapped).toBe('100.00');
  });

  test('by ratio on the time taken, from dates too', () => {
    const ratio = withFormulas({ withinPeriod: { formula: 'decreasing-ratio' } });
    const symmetric = withFormulas({ withinPeriod: { formula: 'decreasing-symmetric' } });
    expect(assess(withinPeriod(10, 'days'), number('15'), { policy: ratio }).achievement).toBe('66.67');
    expect(assess(withinPeriod(10, 'days'), number('15'), { policy: symmetric }).achievement).toBe('50.00');
    expect(
      assess(withinPeriod(10, 'days'), on('2016-06-16'), { eventOn: '2016-06-01', policy: symmetric }).achievement,
    ).toBe('50.00');
    // A month from 15 November is 30 days; 40 were taken.
    expect(assess(month, on('2016-12-25'), { eventOn: '2016-11-15', policy: ratio }).achievement).toBe('75.00');
  });
});

describe('throughout a period', () => {
  const year = { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' } as const;

  test.each([
    [YES, '100.00 green'],
    [NO, '0.00 red'],
    [number('75'), '75.00 yellow'],
    [number('100'), '100.00 green'],
    [{ kind: 'ratio', numerator: '300', denominator: '366' }, '81.97 yellow'],
    [{ kind: 'ratio', numerator: '366', denominator: '366' }, '100.00 green'],
    [NOT_YET, 'doubtful'],
    [on('2016-03-01'), 'doubtful'],
  ] as const)('%j is %s', (actual, expected) => {
    expect(result(assess(year, actual))).toBe(expected);
  });

  test('half way it is judged on what has passed, before it begins it is not due', () => {
    const a = assess(year, YES, { period: END_OF_APRIL });
    expect(result(a)).toBe('100.00 green');
    expect(lineOf(a, 'Calcolo')).toBe('garantito, fino al 30/04/2016');
    expect(result(assess(year, NOT_YET, { period: END_OF_APRIL }))).toBe('not-yet');
    const autumn = { ...year, from: '2016-09-01' } as const;
    expect(result(assess(autumn, YES, { period: END_OF_APRIL }))).toBe('not-yet');
  });

  test('a share reaches the target only when it is all of it', () => {
    expect(lineOf(assess(year, number('99.9')), 'Esito')).toBe('target non raggiunto');
    expect(lineOf(assess(year, number('100')), 'Esito')).toBe('target raggiunto');
  });
});

describe('yes or no', () => {
  const done = { kind: 'yes-no', expected: true } as const;
  const avoided = { kind: 'yes-no', expected: false } as const;

  test.each([
    [done, YES, '100.00 green'],
    [done, NO, '0.00 red'],
    [done, NOT_YET, '0.00 red'],
    [done, on('2016-05-01'), '100.00 green'],
    [avoided, NO, '100.00 green'],
    [avoided, YES, '0.00 red'],
    [avoided, on('2016-05-01'), '0.00 red'],
    [done, number('1'), 'doubtful'],
  ] as const)('%j answered %j is %s at the end', (reading, actual, expected) => {
    expect(result(assess(reading, actual))).toBe(expected);
  });

  test('before the end, what is not done yet is not due', () => {
    expect(result(assess(done, NO, { period: END_OF_APRIL }))).toBe('not-yet');
    expect(result(assess(done, NOT_YET, { period: END_OF_APRIL }))).toBe('not-yet');
    expect(result(assess(done, on('2016-05-10'), { period: END_OF_APRIL }))).toBe('not-yet');
    expect(result(assess(done, on('2016-04-10'), { period: END_OF_APRIL }))).toBe('100.00 green');
    expect(result(assess(avoided, NO, { period: END_OF_APRIL }))).toBe('100.00 green');
    expect(result(assess(avoided, YES, { period: END_OF_APRIL }))).toBe('0.00 red');
  });
});

describe('ranges and bands', () => {
  const range = { kind: 'range', from: '5', to: '7', unit: { kind: 'number' } } as const;
  const bands = {
    kind: 'bands',
    unit: { kind: 'percent' },
    bands: [
      { to: '60', fromInclusive: false, toInclusive: false, score: '0' },
      { from: '60', to: '80', fromInclusive: true, toInclusive: false, score: '50' },
      { from: '80', fromInclusive: true, toInclusive: false, score: '100' },
    ],
  } as const;

  test.each([
    ['5', '100.00 green'],
    ['7', '100.00 green'],
    ['4.99', '0.00 red'],
    ['7.01', '0.00 red'],
  ])('between 5 and 7, measured %s, is %s', (actual, expected) => {
    expect(result(assess(range, number(actual)))).toBe(expected);
  });

  test('outside the range a body may count the distance', () => {
    const rules = withFormulas({ range: { formula: 'range-proportional' } });
    expect(result(assess(range, number('4'), { policy: rules }))).toBe('80.00 yellow');
    expect(lineOf(assess(range, number('4'), { policy: rules }), 'Calcolo')).toBe('4 fuori dall’intervallo da 5 a 7');
    expect(lineOf(assess(range, number('6')), 'Calcolo')).toBe('6 dentro l’intervallo da 5 a 7');
  });

  test('reversed ends give no figure', () => {
    const a = assess({ ...range, from: '7', to: '5' }, number('6'));
    expect(result(a)).toBe('doubtful');
    expect(reasonOf(a)).toBe('gli estremi dell’intervallo sono rovesciati');
  });

  test.each([
    ['59.99', '0.00 red'],
    ['60', '50.00 red'],
    ['80', '100.00 green'],
  ])('in bands, %s is %s', (actual, expected) => {
    expect(result(assess(bands, number(actual)))).toBe(expected);
  });

  test('a value in no band, or in two, gives no figure', () => {
    const [low, middle] = bands.bands;
    expect(reasonOf(assess({ ...bands, bands: [low] }, number('70')))).toBe(
      'il valore non cade in nessuna delle fasce del target',
    );
    const overlapping = { ...bands, bands: [{ ...low, toInclusive: true }, middle] };
    expect(reasonOf(assess(overlapping, number('60')))).toBe('il valore cade in più fasce che si sovrappongono');
  });

  test('at an interim checkpoint the lower end of what accumulates is pro rata, the upper one holds until it is passed', () => {
    const wide = { ...range, from: '366', to: '732' };
    const april = { period: END_OF_APRIL, accumulation: 'accumulates' } as const;
    expect(result(assess(wide, number('121'), april))).toBe('100.00 green');
    expect(result(assess(wide, number('120'), april))).toBe('0.00 red');
    expect(result(assess(wide, number('243'), april))).toBe('100.00 green');
    expect(result(assess(wide, number('733'), april))).toBe('0.00 red');
    expect(result(assess(wide, number('121'), { period: END_OF_APRIL }))).toBe('doubtful');
    expect(lineOf(assess(wide, number('121'), april), 'Quota di tempo trascorsa')).toBe(
      '121 giorni su 366, dal 01/01/2016 al 30/04/2016',
    );
  });
});

describe('relative to a baseline', () => {
  test.each([
    ['>=', '5', 'percent', '200', '210', '100.00 green'],
    ['>=', '5', 'percent', '200', '189', '90.00 green'],
    ['<=', '-10', 'percent', '200', '180', '100.00 green'],
    ['<=', '-10', 'percent', '200', '240', '75.00 yellow'],
    ['>=', '0', 'percent', '200', '200', '100.00 green'],
    ['>=', '2', 'percentage-points', '80', '82', '100.00 green'],
    ['>=', '3', 'absolute', '10', '13', '100.00 green'],
    ['>', '0', 'percent', '200', '200', '99.99 green'],
    ['>=', '0', 'percent', '0', '0', '100.00 green'],
    ['>=', '5', 'percent', '0', '10', 'not-assessable'],
  ] as const)('%s %s (%s) from %s, measured %s, is %s', (operator, change, unit, baseline, actual, expected) => {
    expect(result(assess(relative(operator, change, unit), number(actual), { baseline }))).toBe(expected);
  });

  test('without the baseline the value is missing, and the reason names it', () => {
    const named = {
      ...relative('>=', '5'),
      baseline: { kind: 'named', what: 'preventivo 2016' },
    } as AssessmentInput['reading'];
    const previous = { ...relative('>=', '5'), baseline: { kind: 'previous-target' } } as AssessmentInput['reading'];
    const unknown = { ...relative('>=', '5'), baseline: { kind: 'unknown' } } as AssessmentInput['reading'];
    expect(result(assess(relative('>=', '5'), number('10')))).toBe('missing');
    expect(reasonOf(assess(relative('>=', '5'), number('10')))).toBe('manca il valore di partenza: il valore del 2015');
    expect(reasonOf(assess(named, number('10')))).toContain('preventivo 2016');
    expect(reasonOf(assess(previous, number('10')))).toContain('il target dell’anno precedente');
    expect(reasonOf(assess(unknown, number('10')))).toContain('non dice rispetto a che cosa');
  });

  test('progress counts the share made of the promised change', () => {
    const progress = withFormulas({ relative: { formula: 'relative-progress' } });
    expect(assess(relative('>=', '5'), number('205'), { baseline: '200', policy: progress }).achievement).toBe('50.00');
    expect(assess(relative('<=', '-10'), number('190'), { baseline: '200', policy: progress }).achievement).toBe(
      '50.00',
    );
    expect(assess(relative('>=', '5'), number('190'), { baseline: '200', policy: progress })).toMatchObject({
      achievement: '0.00',
      uncapped: '-100.00',
    });
    expect(assess(relative('>', '5'), number('210'), { baseline: '200', policy: progress }).achievement).toBe('99.99');
    const kept = assess(relative('>=', '0'), number('200'), { baseline: '200', policy: progress });
    expect(kept.achievement).toBe('100.00');
    expect(lineOf(kept, 'Calcolo')).toBe('nessuna variazione promessa: 200 a confronto con 200');
    expect(assess(relative('>=', '0'), number('199'), { baseline: '200', policy: progress }).achievement).toBe('0.00');
    const none = { ...progress, targetZero: 'not-assessable' } as const;
    expect(assess(relative('>=', '0'), number('199'), { baseline: '200', policy: none }).state).toBe('not-assessable');
  });

  test('the trace shows baseline and threshold', () => {
    const a = assess(relative('>=', '5'), number('189'), { baseline: '200' });
    expect(lineOf(a, 'Valore di partenza')).toBe('200');
    expect(lineOf(a, 'Target in valore')).toBe('210');
    expect(lineOf(a, 'Calcolo')).toBe('189 ÷ 210 × 100');
  });

  test('at an interim checkpoint what accumulates is judged pro rata, baseline included', () => {
    const april = { period: END_OF_APRIL, accumulation: 'accumulates', baseline: '366' } as const;
    expect(assess(relative('>=', '100'), number('242'), april).achievement).toBe('100.00');
    const progress = withFormulas({ relative: { formula: 'relative-progress' } });
    expect(assess(relative('>=', '100'), number('181.5'), { ...april, policy: progress }).achievement).toBe('50.00');
    expect(result(assess(relative('>=', '5'), number('1'), { period: END_OF_APRIL, baseline: '10' }))).toBe('doubtful');
  });
});

describe('an interim checkpoint', () => {
  const accumulating = threshold('>=', '366', { accumulation: 'accumulates' });
  const level = threshold('>=', '80', { accumulation: 'level' });

  test('what accumulates is judged against the days elapsed, exactly', () => {
    const a = assess(accumulating, number('121'), { period: END_OF_APRIL });
    expect(a).toMatchObject({ achievement: '100.00', exact: '100' });
    expect(lineOf(a, 'Target alla data')).toBe('366 × 121/366 = 121');
    expect(assess(accumulating, number('60.5'), { period: END_OF_APRIL }).achievement).toBe('50.00');
    expect(assess(accumulating, number('244'), { period: { exercise: 2016, at: '2016-08-31' } }).achievement).toBe(
      '100.00',
    );
  });

  test('in a year that is not leap April ends after 120 days of 365', () => {
    const a = assess(threshold('>=', '365', { accumulation: 'accumulates' }), number('120'), {
      period: { exercise: 2015, at: '2015-04-30' },
    });
    expect(a.exact).toBe('100');
  });

  test('a level is judged against the whole target', () => {
    expect(result(assess(level, number('60'), { period: END_OF_APRIL }))).toBe('75.00 yellow');
  });

  test('a yearly ceiling is broken only when it is, and until the end earns no more than being kept', () => {
    const complaints = threshold('<=', '5', { accumulation: 'accumulates' });
    const april = { period: END_OF_APRIL, policy: policyWith({ cap: '120' }) };
    const kept = assess(complaints, number('4'), april);
    expect(result(kept)).toBe('100.00 green');
    expect(lineOf(kept, 'Target alla data')).toBe('5: un tetto annuale vale per intero finché non è superato');
    expect(result(assess(complaints, number('0'), april))).toBe('100.00 green');
    expect(result(assess(complaints, number('10'), april))).toBe('50.00 red');
    expect(result(assess(complaints, number('4'), { policy: april.policy }))).toBe('120.00 green');
  });

  describe('the due share of a count is a whole number', () => {
    const count = (value: string) =>
      threshold('>=', value, { accumulation: 'accumulates', unit: { kind: 'count', noun: 'relazioni' } });
    test.each([
      ['1', '0', 'not-yet'],
      ['1', '1', '100.00 green'],
      ['2', '0', 'not-yet'],
      ['2', '1', '100.00 green'],
      ['3', '0', 'not-yet'],
      // A third of a year of 4 is 1.32: one is due.
      ['4', '0', '0.00 red'],
      ['4', '1', '100.00 green'],
      ['25', '8', '100.00 green'],
      ['25', '7', '87.50 yellow'],
    ])('of %s in the year, %s at the end of April are %s', (target, done, expected) => {
      expect(result(assess(count(target), number(done), { period: END_OF_APRIL }))).toBe(expected);
    });

    test('and the trace says how it was cut', () => {
      const a = assess(count('25'), number('8'), { period: END_OF_APRIL });
      expect(lineOf(a, 'Target alla data')).toBe(
        '25 relazioni × 121/366 ≈ 8,2650 relazioni, cioè 8 relazioni: la quota di un conteggio è intera',
      );
      expect(reasonOf(assess(count('1'), number('0'), { period: END_OF_APRIL }))).toBe(
        'nulla è ancora dovuto: al 30/04/2016 la quota del target è meno di uno',
      );
    });

    test('what is measured, and not counted, is due by the day', () => {
      const euro = threshold('>=', '1', { accumulation: 'accumulates', unit: { kind: 'euro' } });
      expect(result(assess(euro, number('0.33'), { period: END_OF_APRIL }))).toBe('99.82 green');
      const minutes = threshold('>=', '1', { accumulation: 'accumulates', unit: { kind: 'count', noun: 'mq' } });
      expect(result(assess(minutes, number('0.33'), { period: END_OF_APRIL }))).toBe('99.82 green');
    });

    test('a floor of the formula is cut with the target', () => {
      const assessor = createAssessor(policy, { formula: 'linear', floorValue: '4' });
      const a = assessor.assess({ indicator: 'x', reading: count('5'), actual: number('1'), period: END_OF_APRIL });
      expect(a.achievement).toBe('100.00');
    });
  });

  test('a body may judge what accumulates against the whole target', () => {
    const full = policyWith({ interim: { accumulating: 'full-target', unknown: 'doubtful' } });
    expect(assess(accumulating, number('183'), { period: END_OF_APRIL, policy: full }).achievement).toBe('50.00');
  });

  test('a measure nobody described is asked about, or taken as the policy says', () => {
    const unknown = threshold('>=', '366');
    const april = { period: END_OF_APRIL };
    expect(reasonOf(assess(unknown, number('121'), april))).toBe(
      'non è stato detto se la misura cresce nel corso dell’anno: serve una conferma',
    );
    const asLevel = policyWith({ interim: { accumulating: 'pro-rata', unknown: 'as-level' } });
    const asAccumulating = policyWith({ interim: { accumulating: 'pro-rata', unknown: 'as-accumulating' } });
    expect(assess(unknown, number('183'), { ...april, policy: asLevel }).achievement).toBe('50.00');
    expect(assess(unknown, number('121'), { ...april, policy: asAccumulating }).achievement).toBe('100.00');
    expect(assess(unknown, number('121'), { ...april, accumulation: 'accumulates' }).achievement).toBe('100.00');
    expect(result(assess(unknown, number('183')))).toBe('50.00 red');
  });

  test('what the reading says comes before what the caller knows', () => {
    expect(assess(level, number('60'), { period: END_OF_APRIL, accumulation: 'accumulates' }).achievement).toBe(
      '75.00',
    );
  });

  test('a number with its own deadline is judged pro rata to it, in full from that day', () => {
    const june = threshold('>=', '182', { accumulation: 'accumulates', by: '2016-06-30' });
    expect(assess(june, number('121'), { period: END_OF_APRIL }).achievement).toBe('100.00');
    expect(assess(june, number('91'), { period: { exercise: 2016, at: '2016-06-30' } }).achievement).toBe('50.00');
    expect(assess(june, number('91'), { period: { exercise: 2016, at: '2016-08-31' } }).achievement).toBe('50.00');
  });

  describe('a number with its own deadline, once it is over, counts with the day on which it was reached', () => {
    const meetings = threshold('>=', '3', {
      by: '2016-06-30',
      accumulation: 'accumulates',
      unit: { kind: 'count', noun: 'incontri' },
    });
    const reached = (value: string, reachedOn: `${number}-${number}-${number}`): Actual => ({
      kind: 'number',
      value,
      reachedOn,
    });

    test('in time', () => {
      const a = assess(meetings, reached('3', '2016-06-28'));
      expect(result(a)).toBe('100.00 green');
      expect(lineOf(a, 'Raggiunto il')).toBe('28/06/2016; il termine era il 30/06/2016');
      expect(result(assess(meetings, reached('3', '2016-06-30')))).toBe('100.00 green');
    });

    test('without the day there is no figure, and the reason says which piece is missing', () => {
      const a = assess(meetings, number('3'));
      expect(result(a)).toBe('missing');
      expect(reasonOf(a)).toBe('manca il giorno in cui il target è stato raggiunto: il termine era il 30/06/2016');
    });

    test('late, what counts is what there can have been on the last day', () => {
      const a = assess(meetings, reached('3', '2016-07-01'));
      expect(result(a)).toBe('66.67 yellow');
      expect(lineOf(a, 'Raggiunto il')).toBe(
        '01/07/2016, ma il termine era il 30/06/2016: a quel giorno al massimo 2 incontri',
      );
      expect(lineOf(a, 'Esito')).toBe('target non raggiunto');
      // Reaching it late is never worse than not reaching it, and one report late is none in time.
      expect(result(assess(meetings, number('2')))).toBe('66.67 yellow');
      expect(result(assess({ ...meetings, value: '1' }, reached('1', '2016-07-15')))).toBe('0.00 red');
      expect(result(assess({ ...meetings, operator: '>' }, reached('4', '2016-07-15')))).toBe('99.99 green');
      const strict = { ...meetings, operator: '>' } as const;
      expect(
        result(assess(strict, reached('3', '2016-07-15'), { policy: policyWith({ strictEquality: 'met' }) })),
      ).toBe('66.67 yellow');
      const few = threshold('<=', '3', { by: '2016-06-30', accumulation: 'level', unit: meetings.unit });
      expect(result(assess(few, reached('2', '2016-07-15')))).toBe('missing');
    });

    test('late, of what is not counted somebody has to say what there was', () => {
      const satisfied = threshold('>=', '80', { by: '2016-06-30', accumulation: 'level', unit: { kind: 'percent' } });
      const a = assess(satisfied, reached('85', '2016-09-15'));
      expect(result(a)).toBe('missing');
      expect(reasonOf(a)).toBe(
        'raggiunto il 15/09/2016, ma il termine era il 30/06/2016: serve il valore che c’era a quel giorno',
      );
      expect(result(assess(satisfied, reached('85', '2016-06-15')))).toBe('100.00 green');
    });

    test('a value at the last day itself, or a total that stayed under its ceiling, needs none', () => {
      expect(result(assess(meetings, number('3'), { period: { exercise: 2016, at: '2016-06-30' } }))).toBe(
        '100.00 green',
      );
      const complaints = threshold('<=', '5', { by: '2016-06-30', accumulation: 'accumulates' });
      expect(result(assess(complaints, number('4')))).toBe('100.00 green');
      const days = threshold('<=', '20', { by: '2016-06-30', accumulation: 'level', unit: { kind: 'days' } });
      expect(result(assess(days, number('18')))).toBe('missing');
      expect(result(assess(days, reached('18', '2016-05-31')))).toBe('100.00 green');
    });
  });

  test('a level with its own deadline is not due before it, unless it is already reached', () => {
    const june = threshold('>=', '80', { accumulation: 'level', by: '2016-06-30' });
    const early = assess(june, number('60'), { period: END_OF_APRIL });
    expect(result(early)).toBe('not-yet');
    expect(reasonOf(early)).toBe('non ancora scaduto: il termine è il 30/06/2016');
    expect(result(assess(june, number('80'), { period: END_OF_APRIL }))).toBe('100.00 green');
    expect(result(assess(june, number('60'), { period: { exercise: 2016, at: '2016-06-30' } }))).toBe('75.00 yellow');
  });

  test('"not yet" is no measure before the end, and a missing one after it', () => {
    expect(result(assess(level, NOT_YET, { period: END_OF_APRIL }))).toBe('not-yet');
    expect(result(assess(level, NOT_YET))).toBe('missing');
  });

  test('before the exercise nothing is due', () => {
    expect(result(assess(level, number('60'), { period: { exercise: 2016, at: '2015-12-31' } }))).toBe('not-yet');
    expect(result(assess(level, number('60'), { period: { exercise: 2016, at: '2016-01-01' } }))).toBe('75.00 yellow');
  });

  test('a checkpoint period is its last day', () => {
    expect(periodOf({ ordinal: 1, from: '2016-01-01', to: '2016-04-30' })).toEqual(END_OF_APRIL);
  });
});

describe('no figure', () => {
  test('an ambiguous target that nobody confirmed is doubtful, with its reasons', () => {
    const outcome = parseTarget('>=31/3/2016', { year: 2016 });
    const a = assess(outcome, on('2016-03-15'));
    expect(a).toMatchObject({ state: 'doubtful', light: 'none' });
    expect(a.achievement).toBeUndefined();
    expect(reasonOf(a)).toContain('quasi certamente si intendeva «entro»');
    expect(lineOf(a, 'Target')).toBe('«>=31/3/2016»');
  });

  test('a target that says nothing is not assessable', () => {
    const a = assess(parseTarget('n.d.'), number('3'));
    expect(result(a)).toBe('not-assessable');
    expect(reasonOf(a)).toContain('non è misurabile');
  });

  test('a parsed target is judged, with text, reading and notes in the trace', () => {
    const a = assess(parseTarget('almeno 3 incontri entro il 31/12', { year: 2016 }), number('2'));
    expect(result(a)).toBe('66.67 yellow');
    expect(a.trace.map((l) => l.label).slice(0, 4)).toEqual(['Target', 'Lettura', 'Nota', 'Valore rilevato']);
  });

  test('a missing value is missing, not zero', () => {
    const a = assess(threshold('>=', '25'), { kind: 'missing' });
    expect(a).toMatchObject({ state: 'missing', light: 'none' });
    expect(a.achievement).toBeUndefined();
    expect(a.exact).toBeUndefined();
    expect(assess(threshold('>=', '25'), number('0'))).toMatchObject({ state: 'assessed', achievement: '0.00' });
  });

  test('what is declared not assessable keeps its reason', () => {
    const a = assess(threshold('>=', '25'), { kind: 'not-assessable', reason: 'servizio sospeso' });
    expect(result(a)).toBe('not-assessable');
    expect(reasonOf(a)).toBe('dichiarato non rilevabile: servizio sospeso');
    expect(lineOf(a, 'Valore rilevato')).toBe('non rilevabile: servizio sospeso');
  });

  test('a value of another kind is not forced into the target', () => {
    expect(result(assess(threshold('>=', '25'), YES))).toBe('doubtful');
    expect(result(assess(threshold('>=', '25'), on('2016-05-01')))).toBe('doubtful');
  });

  test('direction and sign that contradict each other are asked about', () => {
    const up = threshold('>=', '80', { direction: 'less-is-better' });
    const down = threshold('<', '80', { direction: 'more-is-better' });
    for (const reading of [up, down]) {
      const a = assess(reading, number('60'));
      expect(result(a)).toBe('doubtful');
      expect(reasonOf(a)).toContain('si contraddicono');
    }
    const progress = withFormulas({ relative: { formula: 'relative-progress' } });
    const wrong = { ...relative('>=', '5'), direction: 'less-is-better' } as AssessmentInput['reading'];
    expect(result(assess(wrong, number('60'), { baseline: '50', policy: progress }))).toBe('doubtful');
  });
});

describe('rounding and lights', () => {
  test('by default lights look at the exact value: 89.996 prints 90.00 and is yellow', () => {
    const reading = threshold('>=', '100000');
    expect(result(assess(reading, number('89996')))).toBe('90.00 yellow');
    const rounded = { ...policy, rounding: { ...policy.rounding, compare: 'rounded' } } as const;
    expect(result(assess(reading, number('89996'), { policy: rounded }))).toBe('90.00 green');
  });

  test('under 100 nothing prints 100', () => {
    expect(assess(threshold('>=', '100000'), number('99999')).achievement).toBe('99.99');
    expect(assess(threshold('>=', '100000'), number('99999')).exact).toBe('99999/1000');
  });

  test('a body may round each result before it counts', () => {
    const each = { ...policy, rounding: { ...policy.rounding, applied: 'each-result', decimals: 0 } } as const;
    expect(assess(threshold('>=', '3'), number('2'), { policy: each })).toMatchObject({
      achievement: '67',
      exact: '67',
    });
    expect(lineOf(assess(threshold('>=', '3'), number('2'), { policy: each }), 'Arrotondamento')).toBe(
      '67% (0 decimali, la metà va per eccesso)',
    );
  });

  test('the cap may be over 100', () => {
    const generous = policyWith({ cap: '120' });
    expect(assess(threshold('>=', '10'), number('15'), { policy: generous })).toMatchObject({
      achievement: '120.00',
      uncapped: '150.00',
    });
    expect(assess(threshold('<=', '2'), number('0'), { policy: generous }).achievement).toBe('120.00');
  });
});

describe('the formula named is the one applied', () => {
  const formulaOf = (reading: AssessmentInput['reading'], value: string): readonly (string | undefined)[] => {
    const a = assess(reading, number(value));
    return [a.formula, lineOf(a, 'Formula')];
  };

  test('with a negative target', () => {
    expect(formulaOf(threshold('<=', '-5', { unit: { kind: 'days' } }), '-2')).toEqual([
      'decreasing-symmetric',
      'decrescente simmetrica, che con il target negativo è valore ÷ target × 100',
    ]);
    expect(formulaOf(threshold('>=', '-5'), '-6')).toEqual([
      'increasing-ratio',
      'crescente, con il target negativo: (1 + (valore − target) ÷ |target|) × 100',
    ]);
  });

  test('with a target of zero', () => {
    expect(formulaOf(threshold('<=', '0'), '3')[1]).toBe(
      'tutto o niente, perché il target è zero: 100 se raggiunto, 0 se no',
    );
    expect(formulaOf(threshold('<=', '10'), '15')[1]).toBe('decrescente a rapporto: target ÷ valore × 100');
  });
});

test('what was asked about a value and confirmed stands beside it', () => {
  const a = assess(threshold('>=', '80', { unit: { kind: 'percent' } }), {
    kind: 'number',
    value: '120',
    confirmed: ['120% supera il 100%'],
  });
  expect(lineOf(a, 'Chiesto e confermato')).toBe('120% supera il 100%');
});

test('numbers are grouped in every line', () => {
  const a = assess(byDate('2012-01-01'), on('2016-12-31'));
  expect(lineOf(a, 'Calcolo')).toBe('31/12/2016 dopo il 01/01/2012: 1.826 giorni di ritardo');
});

test('the trace reads from target to light', () => {
  expect(assess(threshold('>=', '3'), number('2')).trace).toEqual([
    { label: 'Lettura', value: 'almeno 3: più è alto, meglio è' },
    { label: 'Valore rilevato', value: '2' },
    { label: 'Data di riferimento', value: '31/12/2016' },
    { label: 'Formula', value: 'crescente: valore ÷ target × 100' },
    { label: 'Calcolo', value: '2 ÷ 3 × 100' },
    { label: 'Esito', value: 'target non raggiunto' },
    { label: 'Risultato', value: '≈ 66,6667%' },
    { label: 'Arrotondamento', value: '66,67% (2 decimali, la metà va per eccesso)' },
    { label: 'Semaforo', value: 'giallo (da 60% incluso fino a 90% escluso)' },
    { label: 'Regole', value: 'Sistema di misurazione e valutazione della performance 2016, versione 1' },
  ]);
});
