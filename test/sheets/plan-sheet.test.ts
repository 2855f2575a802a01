import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, Plan } from '../../src/domain/plan.js';
import type { Reading } from '../../src/domain/target/types.js';
import { readPlanSheet, writePlanSheet } from '../../src/sheets/plan-sheet.js';
import { seedPlan } from '../plan/seed.js';
import { atLeast } from './forms.js';

const there = async (plan: Plan): Promise<Plan> => {
  const back = await readPlanSheet(writePlanSheet(plan));
  if (!back.ok) throw new Error(back.error.map((e) => e.message).join('\n'));
  return back.value;
};

/** The plan with its first scorecard indicator changed. */
function withFirst(plan: Plan, change: (indicator: Indicator) => Indicator): Plan {
  let done = false;
  return {
    ...plan,
    areas: plan.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((objective) => ({
        ...objective,
        programmes: objective.programmes.map((programme) => ({
          ...programme,
          indicators: programme.indicators.map((indicator) => {
            if (done) return indicator;
            done = true;
            return change(indicator);
          }),
        })),
      })),
    })),
  };
}

describe('a plan goes to a workbook and comes back', () => {
  it('the reference plan, whole', async () => {
    const plan = seedPlan();
    expect(await there(plan)).toEqual(plan);
  });

  it('with the decimals its weights were written with, and texts that look like something else', async () => {
    const plan = withFirst(seedPlan(), (i) => ({
      ...i,
      weight: '12.125',
      name: '=SOMMA(A1) _x0041_ <b> & "c"\n\u0007',
    }));
    expect(await there(plan)).toEqual(plan);
  });

  it.each<Reading>([
    { ...atLeast({ kind: 'count', noun: 'presenze' }, '25'), accumulation: 'accumulates' } as Reading,
    { kind: 'by-date', by: '2016-12-31', strict: true, what: 'avvio' },
    { kind: 'range', from: '3', to: '5.5', unit: { kind: 'percent' } },
    { kind: 'yes-no', expected: true },
  ])('with a reading somebody has confirmed: $kind', async (confirmed) => {
    const plan = withFirst(seedPlan(), (i) => ({
      ...i,
      targets: [{ year: 2016, text: 'almeno 25', confirmed, confirmedBy: 'anna' }, ...i.targets.slice(1)],
    }));
    expect(await there(plan)).toEqual(plan);
  });

  it('whatever its texts are', async () => {
    const plan = seedPlan();
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((s) => s.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, target, result) => {
        const changed = withFirst(plan, (i) => ({
          ...i,
          name,
          targets: [
            { year: 2016, text: target },
            { year: 2018, text: '' },
          ],
          results: [{ year: 2015, text: result }],
        }));
        expect(await there(changed)).toEqual(changed);
      }),
      { numRuns: 25 },
    );
  });
});
