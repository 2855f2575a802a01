import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../src/domain/findings/check-plan.js';
import type { Finding } from '../../../src/domain/findings/finding.js';
import type { Indicator, Plan } from '../../../src/domain/plan.js';
import { cleanPlan, type Draft } from './clean-plan.js';

type Changed = Draft<Indicator>;

/** The clean plan with the targets of its first indicators written anew, in the scorecard and in the sheet alike. */
function withTargets(...texts: readonly string[]): Draft<Plan> {
  const plan: Draft<Plan> = cleanPlan();
  const lists = [plan.areas[0]?.objectives[0]?.programmes[0]?.indicators, plan.sheets[0]?.indicators];
  for (const list of lists) {
    for (const [i, text] of texts.entries()) {
      const indicator: Changed | undefined = list?.[i];
      if (indicator === undefined) throw new Error('the clean plan has fewer indicators');
      indicator.targets = indicator.targets.map((t) => (t.year === plan.exercise ? { year: t.year, text } : t));
      indicator.results = [];
    }
  }
  return plan;
}

const lacking = (plan: Plan): readonly Finding[] =>
  checkPlan(plan, { lastYear: new Map() }).filter((f) => f.code === 'baseline-missing');

describe('a change from a value the plan does not give', () => {
  test('is a finding, with the value that is missing', () => {
    const plan = withTargets('+5% rispetto al 2012');
    const [found] = lacking(plan);
    expect(found?.fact).toBe(
      'Il target «+5% rispetto al 2012» parte da un valore che il Piano non dà (il valore del 2012). Senza, il risultato non si calcola.',
    );
    expect(found?.path).toContain('targets');
    expect(lacking(plan)).toHaveLength(1);
  });

  test('of the year before may still come from its last measurement', () => {
    const plan = withTargets('x');
    const before = plan.exercise - 1;
    expect(lacking(withTargets(`+5% rispetto al ${before}`))[0]?.fact).toContain(
      `solo se quel valore è stato misurato alla fine dell’esercizio ${before}`,
    );
  });

  test('is told once, with every indicator that lacks the same', () => {
    const found = lacking(withTargets('+5% rispetto al 2012', '+8% rispetto al 2012'));
    expect(found).toHaveLength(1);
    expect(found[0]?.fact).toMatch(/Lo stesso vale per: cruscotto \S+\.$/);
  });

  test('is none where the plan prints the result of that year, or promises a level', () => {
    const plan = withTargets('+5% rispetto al 2012');
    for (const list of [plan.areas[0]?.objectives[0]?.programmes[0]?.indicators, plan.sheets[0]?.indicators]) {
      const [indicator] = list ?? [];
      if (indicator !== undefined) indicator.results = [{ year: 2012, text: '40' }];
    }
    expect(lacking(plan)).toEqual([]);
    expect(lacking(withTargets('almeno 25'))).toEqual([]);
    expect(lacking(cleanPlan())).toEqual([]);
  });
});
