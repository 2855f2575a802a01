import { describe, expect, test } from 'vitest';
import { baselinesOf, type LastYear, startOf } from '../../../src/domain/achievement/baseline.js';
import { withSupposed } from '../../../src/domain/confirmed-readings.js';
import { checkPlan } from '../../../src/domain/findings/check-plan.js';
import { resultsOf } from '../../../src/domain/plan-effect.js';
import { cleanPlan } from '../plan/clean-plan.js';
import { seedPolicy } from './policy-fixture.js';

const CODE = '1.1.1-01';

/** The clean plan with another target, and what it prints of other years, for its first indicator. */
function planWith(target: string, results: Readonly<Record<number, string>> = {}, before?: string) {
  const plan = cleanPlan();
  const indicator = plan.areas[0]?.objectives[0]?.programmes[0]?.indicators[0];
  if (indicator === undefined || indicator.code !== CODE) throw new Error('another plan');
  indicator.targets = [{ year: 2024, text: target }, ...(before === undefined ? [] : [{ year: 2023, text: before }])];
  indicator.results = Object.entries(results).map(([year, text]) => ({ year: Number(year), text }));
  return { plan, indicator };
}

const measured = (name: string, value: string): LastYear =>
  new Map([[CODE, { name, actual: { kind: 'number', value } }]]);

describe('what a relative target starts from', () => {
  test('is the result of that year that the plan prints', () => {
    expect(baselinesOf(planWith('+5% rispetto al 2023', { 2023: '1.250,5' }).plan).get(CODE)).toBe('1250.5');
  });

  test('is the share that two printed numbers come to, where it is a percentage', () => {
    const { plan } = planWith('+2 punti percentuali rispetto al 2023', { 2023: '17/20' });
    expect(baselinesOf(plan).get(CODE)).toBe('85');
  });

  test('is what was measured in the end of the exercise before, where the plan prints nothing', () => {
    const { plan, indicator } = planWith('+5% rispetto al 2023');
    expect(baselinesOf(plan, measured(indicator.name, '100')).get(CODE)).toBe('100');
  });

  test('is the result of that year among those printed, and what was measured where its cell is empty', () => {
    const { plan } = planWith('+5% rispetto al 2023', { 2022: '100', 2023: '200', 2024: '300' });
    expect(baselinesOf(plan).get(CODE)).toBe('200');
    const { plan: empty, indicator } = planWith('+5% rispetto al 2023', { 2023: '  ' });
    expect(baselinesOf(empty, measured(indicator.name, '90')).get(CODE)).toBe('90');
  });

  test('is the target of the year before, where that is the base and was a number', () => {
    const base = { kind: 'previous-target' } as const;
    const start = (before: string) => {
      const { indicator } = planWith('almeno 25', { 2023: '7' }, before);
      return startOf(base, indicator, 2024, { kind: 'number' }, new Map());
    };
    expect(start('almeno 20')).toBe('20');
    expect(start('entro il 31/12/2023')).toBeUndefined();
  });

  test('is the quotient of two printed numbers, where it is no percentage; nothing divided by none', () => {
    const { indicator } = planWith('almeno 25', { 2023: '17/20', 2022: '3/0' });
    const of = (year: number) => startOf({ kind: 'year', year }, indicator, 2024, { kind: 'number' }, new Map());
    expect(of(2023)).toBe('0.85');
    expect(of(2022)).toBeUndefined();
  });

  test('is no count of other things', () => {
    const { indicator } = planWith('almeno 25', { 2023: '17 convegni' });
    const year = { kind: 'year', year: 2023 } as const;
    expect(startOf(year, indicator, 2024, { kind: 'count', noun: 'sopralluoghi' }, new Map())).toBeUndefined();
    expect(startOf(year, indicator, 2024, { kind: 'count', noun: 'convegni' }, new Map())).toBe('17');
  });

  test('is not another measure that had the same code, nor that of another year', () => {
    const { plan, indicator } = planWith('+5% rispetto al 2023');
    expect(baselinesOf(plan, measured('Tutt’altra misura', '100')).has(CODE)).toBe(false);
    const older = planWith('+5% rispetto al 2021');
    expect(baselinesOf(older.plan, measured(indicator.name, '100')).has(CODE)).toBe(false);
  });

  test.each([
    ['a printed result that is no number', '+5% rispetto al 2023', { 2023: 'n.d.' }],
    ['a target that is not relative', 'almeno 25', { 2023: '100' }],
    ['something the plan only names', '+5% rispetto al preventivo', { 2023: '100' }],
  ])('is never guessed: %s', (_, target, results) => {
    const { plan, indicator } = planWith(target, results);
    expect(baselinesOf(plan, measured(indicator.name, '100')).has(CODE)).toBe(false);
  });

  test('makes the difference between a figure and a missing one', () => {
    const data = {
      actuals: new Map([[CODE, { kind: 'number' as const, value: '126' }]]),
      period: { exercise: 2024, at: '2024-12-31' as const },
      policy: seedPolicy(),
      overrides: [],
    };
    const { plan: unread, indicator } = planWith('+5% rispetto al 2023');
    expect(resultsOf(unread, data).indicators.get(CODE)?.state).toBe('doubtful');
    const { plan } = withSupposed(unread);
    expect(resultsOf(plan, data).indicators.get(CODE)?.state).toBe('missing');
    const known = resultsOf(plan, { ...data, lastYear: measured(indicator.name, '120') }).indicators.get(CODE);
    expect(known).toMatchObject({ state: 'assessed', achievement: '100.00' });
    expect(known?.trace.map(({ label, value }) => `${label}: ${value}`)).toContain('Target in valore: 126');
  });

  test('is no contradiction of units: a change in percent is of what the result is a number of', () => {
    const facts = checkPlan(planWith('+5% rispetto al 2023', { 2023: '1.250' }).plan).map((one) => one.code);
    expect(facts).not.toContain('result-unit-differs');
    const other = checkPlan(planWith('almeno 25%', { 2023: '1.250' }).plan).map((one) => one.code);
    expect(other).toContain('result-unit-differs');
  });
});
