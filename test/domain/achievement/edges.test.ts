import { describe, expect, test } from 'vitest';
import { createAssessor } from '../../../src/domain/achievement/assess.js';
import type { AssessmentInput } from '../../../src/domain/achievement/assessment-input.js';
import type { Actual, IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import type { FormulaRule, Policy } from '../../../src/domain/policy.js';
import { END_OF_APRIL, seedPolicy, withFormulas, YEAR_END } from './policy-fixture.js';
import { byDate, relative, threshold, withinPeriod } from './readings.js';

/* Where a figure turns: the very day, the very value, and the sentence that says how it came about. */

const number = (value: string): Actual => ({ kind: 'number', value });
const on = (date: CivilDate): Actual => ({ kind: 'date', on: date });
const NOT_YET: Actual = { kind: 'not-yet' };
const YES: Actual = { kind: 'yes-no', value: true };
const NO: Actual = { kind: 'yes-no', value: false };

interface More extends Partial<Omit<AssessmentInput, 'reading' | 'actual'>> {
  readonly rule?: FormulaRule;
  readonly policy?: Policy;
}

function assess(reading: AssessmentInput['reading'], actual: Actual, more: More = {}): IndicatorAssessment {
  const { rule, policy = seedPolicy(), ...rest } = more;
  return createAssessor(policy, rule).assess({ indicator: 'x', reading, actual, period: YEAR_END, ...rest });
}

const lineOf = (a: IndicatorAssessment, label: string): string | undefined =>
  a.trace.find((l) => l.label === label)?.value;
const working = (a: IndicatorAssessment): string | undefined => lineOf(a, 'Calcolo');
const reached = (a: IndicatorAssessment): boolean | undefined =>
  a.state === 'assessed' ? lineOf(a, 'Esito') === 'target raggiunto' : undefined;

describe('the working is written out', () => {
  const days = { unit: { kind: 'days' } } as const;
  test.each<[string, AssessmentInput['reading'], string, FormulaRule | undefined]>([
    ['8 ÷ 10 × 100', threshold('>=', '10'), '8', undefined],
    ['10 ÷ 15 × 100', threshold('<=', '10'), '15', { formula: 'decreasing-ratio' }],
    ['(2 × 10 − 15) ÷ 10 × 100', threshold('<=', '10'), '15', { formula: 'decreasing-symmetric' }],
    ['0: non resta nulla da ridurre', threshold('<=', '10'), '0', { formula: 'decreasing-ratio' }],
    ['-2: non resta nulla da ridurre', threshold('<=', '10'), '-2', { formula: 'decreasing-ratio' }],
    ['target zero: 3 a confronto con 0', threshold('>=', '0'), '3', undefined],
    ['-2 ÷ (-5) × 100', threshold('<=', '-5', days), '-2', { formula: 'decreasing-ratio' }],
    ['(1 + (-6 − (-5)) ÷ 5) × 100', threshold('>=', '-5'), '-6', undefined],
    ['9 non raggiunge il target', threshold('>=', '10'), '9', { formula: 'all-or-nothing' }],
    ['10 raggiunge il target', threshold('>=', '10'), '10', { formula: 'all-or-nothing' }],
  ])('%s', (expected, reading, actual, rule) => {
    expect(working(assess(reading, number(actual), rule === undefined ? {} : { rule }))).toBe(expected);
  });

  test('of a term, of a period and of an answer', () => {
    const month = withinPeriod(1, 'months');
    expect(working(assess(month, YES))).toBe('termine rispettato');
    expect(working(assess(month, NO))).toBe('termine non rispettato');
    expect(working(assess(month, { kind: 'ratio', numerator: '9', denominator: '10' }))).toBe(
      '90% dei casi entro il termine',
    );
    expect(working(assess(withinPeriod(2, 'weeks'), number('3')))).toBe('3 settimane su 2 settimane');
    expect(working(assess(withinPeriod(5, 'working-days'), number('4')))).toBe(
      '4 giorni lavorativi su 5 giorni lavorativi',
    );
    expect(working(assess(withinPeriod(48, 'hours'), number('50')))).toBe('50 ore su 48 ore');
    expect(working(assess(withinPeriod(3, 'days'), number('2')))).toBe('2 giorni su 3 giorni');
    expect(working(assess(withinPeriod(3, 'months'), number('2')))).toBe('2 mesi su 3 mesi');
    const done = { kind: 'yes-no', expected: true } as const;
    expect(working(assess(done, YES))).toBe('sì, realizzato');
    expect(working(assess(done, NO))).toBe('no, non realizzato');
    const degrading = withFormulas({ withinPeriod: { formula: 'within-period-degrading', pointsPerUnit: '5' } });
    expect(working(assess(withinPeriod(10, 'days'), number('12'), { policy: degrading }))).toBe(
      '12 giorni su 10 giorni, 5 punti per unità di ritardo',
    );
  });
});

describe('what is printed as reached was reached', () => {
  test('in a ratio of cases, when it is all of them', () => {
    const cases = (numerator: string): Actual => ({ kind: 'ratio', numerator, denominator: '10' });
    expect([cases('9'), cases('10')].map((actual) => reached(assess(withinPeriod(10, 'days'), actual)))).toEqual([
      false,
      true,
    ]);
  });

  test('in bands, when the band is worth all of it', () => {
    const bands = {
      kind: 'bands',
      unit: { kind: 'percent' },
      bands: [
        { to: '60', fromInclusive: false, toInclusive: false, score: '50' },
        { from: '60', fromInclusive: true, toInclusive: false, score: '100' },
      ],
    } as const;
    expect(reached(assess(bands, number('59')))).toBe(false);
    expect(reached(assess(bands, number('60')))).toBe(true);
    expect(working(assess(bands, number('59')))).toBe('59% cade nella fascia che vale 50%');
    expect(assess(bands, number('60'), { rule: { formula: 'range' } }).state).toBe('doubtful');
  });

  test('never of what was not done in time', () => {
    const late = assess(byDate('2016-06-30'), NOT_YET);
    expect(late).toMatchObject({ state: 'assessed', achievement: '0.00' });
    expect(reached(late)).toBe(false);
  });
});

describe('on the very day', () => {
  const autumn = { kind: 'throughout', from: '2016-04-30', to: '2016-04-30' } as const;

  test('a period begins, and has ended', () => {
    const a = assess(autumn, YES, { period: END_OF_APRIL });
    expect(a.state).toBe('assessed');
    expect(working(a)).toBe('garantito');
    expect(assess(autumn, NOT_YET, { period: END_OF_APRIL }).state).toBe('doubtful');
    expect(working(assess({ ...autumn, to: '2016-05-01' }, number('50'), { period: END_OF_APRIL }))).toBe(
      '50% del periodo, fino al 30/04/2016',
    );
  });

  test('of the checkpoint a thing done is done', () => {
    const done = { kind: 'yes-no', expected: true } as const;
    expect(assess(done, on('2016-04-30'), { period: END_OF_APRIL })).toMatchObject({ achievement: '100.00' });
    expect(assess(done, on('2016-05-01'), { period: END_OF_APRIL }).state).toBe('not-yet');
  });

  test('of the year’s end "not yet" is a missing measure, the day before it is not due', () => {
    const range = { kind: 'range', from: '5', to: '7', unit: { kind: 'number' } } as const;
    const more = { accumulation: 'accumulates' } as const;
    expect(assess(range, NOT_YET, more).state).toBe('missing');
    expect(assess(range, NOT_YET, { ...more, period: { exercise: 2016, at: '2016-12-30' } }).state).toBe('not-yet');
  });
});

describe('a rule that does not fit is asked about', () => {
  test('more is better, and the sign is "at most"; less is better, and it is "at least"', () => {
    for (const operator of ['<', '<='] as const) {
      expect(assess(threshold(operator, '10', { direction: 'more-is-better' }), number('5')).state).toBe('doubtful');
    }
    for (const operator of ['>', '>='] as const) {
      expect(assess(threshold(operator, '10', { direction: 'less-is-better' }), number('5')).state).toBe('doubtful');
    }
  });

  test('steps on a ratio of the other direction', () => {
    const rule = {
      formula: 'steps',
      of: 'decreasing-ratio',
      steps: [
        { from: '0', score: '0' },
        { from: '50', score: '60' },
        { from: '100', score: '90' },
      ],
    } as const;
    expect(assess(threshold('>=', '10'), number('5'), { rule }).state).toBe('doubtful');
    // Nothing left of what was to be kept low is on the last step, however many there are.
    expect(assess(threshold('<=', '10'), number('0'), { rule }).achievement).toBe('90.00');
    expect(assess(threshold('<=', '10'), number('15'), { rule }).achievement).toBe('60.00');
  });

  test('a ratio of days, before the thing is done', () => {
    const symmetric = withFormulas({ withinPeriod: { formula: 'decreasing-symmetric' } });
    const more = { eventOn: '2016-04-15', policy: symmetric } as const;
    expect(assess(withinPeriod(30, 'days'), NOT_YET, { ...more, period: END_OF_APRIL }).state).toBe('not-yet');
    expect(assess(withinPeriod(30, 'days'), NOT_YET, more).state).toBe('doubtful');
  });
});

describe('a floor at the target', () => {
  test('leaves nothing between: all or nothing', () => {
    const rule = { formula: 'linear', floorValue: '80' } as const;
    expect(assess(threshold('>=', '80'), number('80'), { rule }).achievement).toBe('100.00');
    expect(assess(threshold('>=', '80'), number('79'), { rule }).achievement).toBe('0.00');
  });
});

describe('a change', () => {
  test('in the measure’s own unit is added, not taken as percent', () => {
    expect(assess(relative('>=', '10', 'absolute'), number('15'), { baseline: '10' }).achievement).toBe('75.00');
    expect(assess(relative('>=', '10', 'percentage-points'), number('45'), { baseline: '80' }).achievement).toBe(
      '50.00',
    );
    expect(assess(relative('>=', '10', 'absolute'), number('5'), { baseline: '0' }).achievement).toBe('50.00');
  });

  test('under an exception for the level alone is judged by that formula', () => {
    const more = { baseline: '200', rule: { formula: 'all-or-nothing' } } as const;
    expect(assess(relative('>=', '5'), number('209'), more)).toMatchObject({
      achievement: '0.00',
      formula: 'all-or-nothing',
    });
  });
});

test('a number that accumulates to a date of its own is judged on what is due by now, also when it falls short', () => {
  const reading = threshold('>=', '182', { accumulation: 'accumulates', by: '2016-06-30' });
  expect(assess(reading, number('60.5'), { period: END_OF_APRIL })).toMatchObject({
    state: 'assessed',
    achievement: '50.00',
  });
});

test('overdue and not done is nothing, also where each unit of delay takes points', () => {
  const policy = withFormulas({ withinPeriod: { formula: 'within-period-degrading', pointsPerUnit: '1' } });
  expect(assess(withinPeriod(1, 'months'), NOT_YET, { eventOn: '2016-11-15', policy })).toMatchObject({
    state: 'assessed',
    achievement: '0.00',
  });
});

test('a period kept throughout is judged by its own formula', () => {
  const year = { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' } as const;
  expect(assess(year, YES).formula).toBe('throughout');
});
