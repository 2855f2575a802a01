import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amendment, amendPlan, NO_AMENDMENT, nextCode } from '../../../src/domain/amend-plan.js';
import { checkWeights } from '../../../src/domain/findings/weights.js';
import type { Indicator, Plan } from '../../../src/domain/plan.js';
import { applyDiff, diffPlans, isEmptyDiff } from '../../../src/domain/plan-diff.js';
import { withFollowed } from '../../../src/domain/plan-edits.js';
import { indicatorLists, withLists } from '../../../src/domain/plan-lists.js';
import { bodiesOnFile } from '../../setup/bodies.js';
import { cleanPlan } from './clean-plan.js';

const seed = bodiesOnFile().plan('ccms', 2016);
if (seed === undefined) throw new Error('the seed has no plan');
const plan: Plan = seed;
const scorecard = [...indicatorLists(plan)].filter(([id]) => id.startsWith('scorecard:')).flatMap(([, list]) => list);
const codes = scorecard.map((i) => i.code);
/** An amendment of a plan as its pages make one: other targets and weights, indicators taken away and added. */
interface Edits extends Amendment {
  readonly removed: readonly string[];
  readonly added: readonly { readonly programme: string; readonly indicator: Indicator }[];
}

const amended = ({ removed = [], added = [], ...amendment }: Partial<Edits>, of: Plan = plan): Plan => {
  const result = amendPlan(of, { ...NO_AMENDMENT, ...amendment }, 'guglielmo.tarasconi');
  if (!result.ok) throw new Error(result.error.join('; '));
  const without = removed.reduce((next, code) => {
    const [list, rows] = [...indicatorLists(next)].find(([, all]) => all.some((one) => one.code === code)) ?? [];
    const indicator = rows?.find((one) => one.code === code);
    return list === undefined || indicator === undefined ? next : withFollowed(next, list, indicator, undefined);
  }, result.value);
  return added.reduce(
    (next, { programme, indicator }) => withFollowed(next, `scorecard:${programme}`, undefined, indicator),
    without,
  );
};
const newIndicator = (code: string): Indicator => ({
  code,
  name: 'Numero di imprese assistite',
  office: 'ufficio-promozione',
  weight: '1',
  targets: [{ year: 2016, text: '≥ 20' }],
  source: 'variazione',
});

/** Any in-year amendment of the seed's plan. */
const amendments = fc
  .record({
    targets: fc.dictionary(fc.constantFrom(...codes), fc.constantFrom('≥ 10', '≥ 99%', 'entro il 30/06/2016', 'boh')),
    weights: fc.dictionary(fc.constantFrom(...codes), fc.constantFrom('0.5', '2', '3.25', '10')),
    removed: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }),
    programmes: fc.uniqueArray(fc.constantFrom('1.1.1', '2.2.1', '3.2.1'), { maxLength: 2 }),
    resum: fc.boolean(),
  })
  .map(({ targets, weights, removed, programmes, resum }): Edits => {
    return {
      targets: new Map(Object.entries(targets)),
      weights: new Map(Object.entries(weights)),
      readings: new Map(),
      removed,
      added: programmes.map((programme) => ({ programme, indicator: newIndicator(nextCode(plan, programme)) })),
      resum,
    };
  });

describe('what changed between two versions of a plan', () => {
  test('nothing, between a plan and itself, however its keys are ordered', () => {
    expect(isEmptyDiff(diffPlans(plan, plan))).toBe(true);
    const turned = JSON.parse(
      JSON.stringify(plan, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ),
    ) as Plan; // the same plan with its keys in another order
    expect(isEmptyDiff(diffPlans(plan, turned))).toBe(true);
  });

  test('applied to the earlier version it gives the later one, for any amendment', () => {
    fc.assert(
      fc.property(amendments, (amendment) => {
        const later = amended(amendment);
        const diff = diffPlans(plan, later);
        const reached = applyDiff(plan, diff);
        expect(reached).toEqual(later);
        expect(isEmptyDiff(diffPlans(reached, later))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('applied backwards it takes the amendment away again', () => {
    fc.assert(
      fc.property(amendments, (amendment) => {
        const later = amended(amendment);
        expect(isEmptyDiff(diffPlans(plan, applyDiff(later, diffPlans(later, plan))))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('a new target, a new weight, an indicator more and one less are named one by one', () => {
    const later = amended({
      targets: new Map([['1.1.1-01', '≥ 40']]),
      weights: new Map([['3.2.1-01', '3']]),
      removed: ['2.1.1-01'],
      added: [{ programme: '3.2.1', indicator: newIndicator('3.2.1-90') }],
    });
    const { indicators, nodes, parts } = diffPlans(plan, later);
    const said = indicators.map((c) =>
      c.kind === 'changed'
        ? `${c.list} ${c.after.code} ${c.fields.map((f) => f.field).join(' ')}`
        : `${c.list} ${c.kind} ${c.indicator.code}`,
    );
    expect(said).toEqual(
      expect.arrayContaining([
        'scorecard:1.1.1 1.1.1-01 target',
        'scorecard:3.2.1 3.2.1-01 weight',
        'scorecard:2.1.1 removed 2.1.1-01',
        'scorecard:3.2.1 added 3.2.1-90',
      ]),
    );
    expect(nodes).toEqual([]);
    expect(parts).toEqual([]);
  });

  test('a changed amount of the budget is said of the budget, and applied', () => {
    const [line, ...others] = plan.budget.lines;
    if (line === undefined) throw new Error('the seed has no budget');
    const later: Plan = { ...plan, budget: { ...plan.budget, lines: [{ ...line, amount: '1' }, ...others] } };
    const diff = diffPlans(plan, later);
    expect(diff.parts).toEqual(['budget']);
    expect(applyDiff(plan, diff)).toEqual(later);
  });

  test('the order of indicators counts', () => {
    const lists = new Map([...indicatorLists(plan)].map(([id, list]) => [id, list.toReversed()] as const));
    const later = withLists(plan, lists);
    const diff = diffPlans(plan, later);
    expect(diff.indicators).toEqual([]);
    expect(isEmptyDiff(diff)).toBe(false);
    expect(applyDiff(plan, diff)).toEqual(later);
  });

  test('a diff of another plan is not applied', () => {
    const later = amended({ removed: ['1.1.1-01'] });
    expect(() => applyDiff(later, diffPlans(plan, later))).toThrow('1.1.1-01');
  });
});

describe('an amendment', () => {
  test('of what the plan does not have is refused, thing by thing', () => {
    const result = amendPlan(
      plan,
      {
        ...NO_AMENDMENT,
        targets: new Map([['9.9.9-01', '≥ 1']]),
        weights: new Map([['8.8.8-01', '2']]),
      },
      'x',
    );
    expect(result).toEqual({
      ok: false,
      error: ['il Piano non ha un indicatore «9.9.9-01»', 'il Piano non ha un indicatore «8.8.8-01»'],
    });
  });

  test('is followed by the rows that repeat the indicator with the same target, and only by those', () => {
    const repeated = [...indicatorLists(plan).values()].flat().filter((i) => i.repeats !== undefined);
    const textOf = (of: Plan, code: string) =>
      [...indicatorLists(of).values()]
        .flat()
        .find((i) => i.code === code)
        ?.targets.find((t) => t.year === 2016)?.text;
    const same = repeated.find((r) => textOf(plan, r.code) === textOf(plan, r.repeats ?? ''));
    if (same?.repeats === undefined) throw new Error('the seed repeats no indicator');
    const later = amended({ targets: new Map([[same.repeats, '≥ 1234']]) });
    expect(textOf(later, same.code)).toBe('≥ 1234');
    const other = repeated.find((r) => textOf(plan, r.code) !== textOf(plan, r.repeats ?? ''));
    if (other?.repeats !== undefined) {
      const apart = amended({ targets: new Map([[other.repeats, '≥ 1234']]) });
      expect(textOf(apart, other.code)).toBe(textOf(plan, other.code));
    }
  });

  test('with weights summed again leaves no level that contradicts the one below', () => {
    const clean: Plan = cleanPlan();
    const [first, second] = [...indicatorLists(clean)].flatMap(([id, list]) =>
      id.startsWith('scorecard:') ? list : [],
    );
    if (first === undefined || second === undefined) throw new Error('too few indicators');
    const weights = new Map([
      [first.code, '40'],
      [second.code, String(Number(first.weight) + Number(second.weight) - 40)],
    ]);
    expect(checkWeights(amended({ weights, resum: true }, clean))).toEqual([]);
    const alone = new Map([[first.code, '40']]);
    expect(checkWeights(amended({ weights: alone }, clean)).map((f) => f.place)).toContain('programma 1.1.1');
    // Programme and objective follow; what no longer makes 100 is left to see.
    const resummed = checkWeights(amended({ weights: alone, resum: true }, clean)).map((f) => f.place);
    expect(resummed).not.toContain('programma 1.1.1');
    expect(resummed).toContain('piano');
  });
});
