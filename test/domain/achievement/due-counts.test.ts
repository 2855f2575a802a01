import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessIndicator } from '../../../src/domain/achievement/assess.js';
import type { AssessmentInput } from '../../../src/domain/achievement/assessment-input.js';
import type { IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import type { FormulaRule, Policy } from '../../../src/domain/policy.js';
import type { Band, Reading, Unit } from '../../../src/domain/targets/types.js';
import { END_OF_APRIL, seedPolicy, withFormulas, YEAR_END } from './policy-fixture.js';
import { relative, threshold } from './readings.js';

const MEETINGS: Unit = { kind: 'count', noun: 'incontri' };
const EURO: Unit = { kind: 'euro' };

function assess(
  reading: Reading,
  value: string,
  more: Partial<AssessmentInput> & { readonly policy?: Policy } = {},
): IndicatorAssessment {
  return assessIndicator({
    indicator: 'x',
    reading,
    actual: { kind: 'number', value },
    period: END_OF_APRIL,
    accumulation: 'accumulates',
    policy: seedPolicy(),
    ...more,
  });
}

const result = (a: IndicatorAssessment): string => (a.state === 'assessed' ? String(a.achievement) : a.state);
const lineOf = (a: IndicatorAssessment, label: string): string | undefined =>
  a.trace.find((l) => l.label === label)?.value;

/** `from` to `to`, both inside; a missing end is open. */
const band = (from: string | undefined, to: string | undefined, score: string): Band => ({
  from,
  to,
  fromInclusive: true,
  toInclusive: true,
  score,
});
const bands = (list: readonly Band[], unit: Unit = MEETINGS): Reading => ({ kind: 'bands', unit, bands: list });
/** Up to 9 meetings are worth 30, up to 19 60, from 20 100. */
const GROWING = bands([band(undefined, '9', '30'), band('10', '19', '60'), band('20', '30', '100')]);

describe('bands of what is counted, at 30 April (121 days of 366)', () => {
  test.each([
    ['2', '30.00'],
    ['3', '60.00'],
    ['5', '60.00'],
    ['6', '100.00'],
    ['30', '100.00'],
    ['31', 'doubtful'],
  ])('begin at whole numbers, and the last one ends where it ends: with %s, %s', (value, expected) => {
    expect(result(assess(GROWING, value))).toBe(expected);
  });

  test('say so in their working', () => {
    const a = assess(GROWING, '3');
    expect(lineOf(a, 'Quota di tempo trascorsa')).toBe('121 giorni su 366, dal 01/01/2016 al 30/04/2016');
    expect(lineOf(a, 'Target alla data')).toBe(
      'le fasce cominciano alla quota dovuta: 10 → 3, 20 → 6; la quota di un conteggio è intera',
    );
  });

  test('are whole at the end of the year', () => {
    const december = { period: YEAR_END };
    expect(result(assess(GROWING, '9', december))).toBe('30.00');
    expect(result(assess(GROWING, '20', december))).toBe('100.00');
    expect(lineOf(assess(GROWING, '20', december), 'Target alla data')).toBeUndefined();
  });

  test('where less is better stand whole, as ceilings do', () => {
    const complaints = bands([band('0', '5', '100'), band('6', '10', '50'), band('11', undefined, '0')]);
    expect(result(assess(complaints, '5'))).toBe('100.00');
    expect(result(assess(complaints, '6'))).toBe('50.00');
    expect(lineOf(assess(complaints, '5'), 'Target alla data')).toContain('le fasce valgono per intero');
  });

  test('with nothing due yet and nothing done give no figure', () => {
    const one = bands([band(undefined, '0', '0'), band('1', undefined, '100')]);
    expect(result(assess(one, '0'))).toBe('not-yet');
    expect(result(assess(one, '1'))).toBe('100.00');
  });

  test('of money are exact', () => {
    const spent = bands([{ ...band(undefined, '366', '50'), toInclusive: false }, band('366', undefined, '100')], EURO);
    expect(result(assess(spent, '121'))).toBe('100.00');
    expect(result(assess(spent, '120.99'))).toBe('50.00');
    expect(lineOf(assess(spent, '121'), 'Target alla data')).toBe('le fasce cominciano alla quota dovuta: 366 → 121');
  });

  test('that follow each other still do: every whole number has a band, and only one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 250 }),
        fc.integer({ min: 1, max: 12 }),
        (starts, value, month) => {
          const begins = starts.toSorted((a, b) => a - b);
          const list = [undefined, ...begins].map((from, i) =>
            band(from?.toString(), begins[i] === undefined ? undefined : String(begins[i] - 1), String(i * 10)),
          );
          const at = `2016-${String(month).padStart(2, '0')}-28` as typeof YEAR_END.at;
          expect(assess(bands(list), String(value), { period: { exercise: 2016, at } }).state).toBe('assessed');
        },
      ),
    );
  });
});

describe('every other reading of what is counted', () => {
  test('the lower end of a range is whole, and its working says so', () => {
    const range: Reading = { kind: 'range', from: '10', to: '20', unit: MEETINGS };
    const a = assess(range, '3');
    expect(result(a)).toBe('100.00');
    expect(result(assess(range, '2'))).toBe('0.00');
    expect(lineOf(a, 'Target alla data')).toBe(
      '10 incontri × 121/366 ≈ 3,3060 incontri, cioè 3 incontri: la quota di un conteggio è intera',
    );
    expect(result(assess({ ...range, from: '2' }, '0'))).toBe('not-yet');
    expect(result(assess({ ...range, from: '2' }, '1'))).toBe('100.00');
  });

  test('a range that begins at nothing, or below, is judged on nothing too', () => {
    const range: Reading = { kind: 'range', from: '0', to: '5', unit: MEETINGS };
    expect(result(assess(range, '0'))).toBe('100.00');
    expect(result(assess(range, '6'))).toBe('0.00');
    const balance: Reading = { kind: 'range', from: '-5', to: '5', unit: EURO };
    expect(result(assess(balance, '-2', { period: YEAR_END }))).toBe('100.00');
    expect(result(assess(balance, '0', { accumulation: 'level' }))).toBe('100.00');
  });

  test('a range of one value holds that value', () => {
    const one: Reading = { kind: 'range', from: '7', to: '7', unit: MEETINGS };
    expect(result(assess(one, '7', { period: YEAR_END }))).toBe('100.00');
    expect(result(assess(one, '6', { period: YEAR_END }))).toBe('0.00');
  });

  test('what comes before anything is due is whole, and says against what', () => {
    const ahead = assess(threshold('>=', '1', { unit: MEETINGS }), '1');
    expect(ahead).toMatchObject({ state: 'assessed', achievement: '100.00', light: 'green' });
    expect(lineOf(ahead, 'Quota di tempo trascorsa')).toBe('121 giorni su 366, dal 01/01/2016 al 30/04/2016');
    expect(lineOf(ahead, 'Target alla data')).toContain('la quota di un conteggio è intera');
    expect(lineOf(ahead, 'Calcolo')).toBe('1 quando nulla è ancora dovuto');
    expect(lineOf(ahead, 'Esito')).toBe('target raggiunto');
  });

  test('of a target of none something is always said', () => {
    expect(assess(threshold('>=', '0', { unit: MEETINGS }), '0').state).toBe('assessed');
  });

  test.each<[string, Reading, string, string, string]>([
    ['a change in percent', { ...relative('>=', '5'), unit: MEETINGS } as Reading, '11', '3', '100.00'],
    ['a change in percent of a plain number', relative('>=', '5'), '11', '3', '100.00'],
    ['a change of an index stays exact', relative('>=', '5'), '0.5', '0.16', '92.18'],
  ])('%s', (_, reading, baseline, value, expected) => {
    expect(result(assess(reading, value, { baseline }))).toBe(expected);
  });

  test('a floor is due as the target is', () => {
    const rule: FormulaRule = { formula: 'linear', floorValue: '10' };
    const a = assess(threshold('>=', '25', { unit: MEETINGS }), '5', { policy: withFormulas({ increasing: rule }) });
    expect(result(a)).toBe('40.00');
    expect(lineOf(a, 'Calcolo')).toBe('(5 incontri − 3 incontri) ÷ (8 incontri − 3 incontri) × 100');
  });
});
