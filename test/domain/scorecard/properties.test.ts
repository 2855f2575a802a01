import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import type { Plan } from '../../../src/domain/plan.js';
import type { Policy } from '../../../src/domain/policy.js';
import { add, compare, rational, ZERO } from '../../../src/domain/rational.js';
import { rollUp } from '../../../src/domain/scorecard/roll-up.js';
import type { Scorecard, ScorecardNode } from '../../../src/domain/scorecard/types.js';
import { policyWith } from '../achievement/policy-fixture.js';
import { assessed, assessedPlans, flatten, without } from './fixtures.js';

const policies: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.constantFrom('stays-out', 'counts-as-floor', 'blocks' as const),
    fc.constantFrom('leaves-card', 'leaves-to-siblings' as const),
    fc.constantFrom('half-up', 'half-even', 'down' as const),
    fc.constantFrom(0, 2),
  )
  .map(([missing, notAssessable, mode, decimals]) =>
    policyWith({ missing, notAssessable, rounding: { mode, decimals, applied: 'printed-only', compare: 'exact' } }),
  );

function card(plan: Plan, assessments: readonly IndicatorAssessment[], policy: Policy): Scorecard {
  const rolled = rollUp(plan, assessments, policy);
  if (!rolled.ok) throw new Error('no overrides, no problems');
  return rolled.value;
}

const nodesOf = (s: Scorecard): readonly ScorecardNode[] =>
  [s.entity, ...s.perspectives, ...s.offices, ...s.missioni, ...s.individual].flatMap(flatten);
const at = (nodes: readonly ScorecardNode[], id: string): ScorecardNode | undefined => nodes.find((n) => n.node === id);

describe('every total of every view', () => {
  test('lies between the worst and the best it could become', () => {
    fc.assert(
      fc.property(assessedPlans, policies, ({ plan, assessments }, policy) => {
        for (const node of nodesOf(card(plan, assessments, policy))) {
          expect(compare(rational(node.worst), rational(node.best))).toBeLessThanOrEqual(0);
          if (node.achievement === undefined) continue;
          expect(compare(rational(node.worst), rational(node.achievement))).toBeLessThanOrEqual(0);
          expect(compare(rational(node.achievement), rational(node.best))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('is the sum of its contributions, exact and as printed', () => {
    fc.assert(
      fc.property(assessedPlans, policies, ({ plan, assessments }, policy) => {
        for (const node of nodesOf(card(plan, assessments, policy))) {
          if (node.exact === undefined || node.children.length === 0) {
            expect(node.contributions).toEqual([]);
            continue;
          }
          const sum = (values: readonly string[]): ReturnType<typeof rational> =>
            values.map(rational).reduce(add, ZERO);
          expect(compare(sum(node.contributions.map((c) => c.exact)), rational(node.exact))).toBe(0);
          expect(compare(sum(node.contributions.map((c) => c.points)), rational(node.achievement ?? ''))).toBe(0);
          expect(compare(sum(node.contributions.map((c) => c.share)), rational('100'))).toBe(0);
        }
      }),
    );
  });

  test('never falls when an indicator does better', () => {
    fc.assert(
      fc.property(
        assessedPlans,
        policies,
        fc.nat(),
        fc.integer({ min: 0, max: 700 }),
        ({ plan, assessments }, policy, pick, sevenths) => {
          const scored = assessments.filter((a) => a.state === 'assessed');
          const chosen = scored[pick % Math.max(scored.length, 1)];
          if (chosen?.exact === undefined) return;
          const better = `${sevenths}/7`;
          fc.pre(compare(rational(better), rational(chosen.exact)) >= 0);
          const before = nodesOf(card(plan, assessments, policy));
          const after = nodesOf(
            card(
              plan,
              assessments.map((a) => (a === chosen ? assessed(a.indicator, better) : a)),
              policy,
            ),
          );
          before.forEach((node, i) => {
            const now = after[i];
            for (const figure of ['exact', 'worst', 'best'] as const) {
              const [was, is] = [node[figure], now?.[figure]];
              expect(is === undefined).toBe(was === undefined);
              if (was !== undefined && is !== undefined)
                expect(compare(rational(is), rational(was))).toBeGreaterThanOrEqual(0);
            }
          });
        },
      ),
    );
  });

  test('does not change when siblings are written, or results given, in another order', () => {
    const reversed = (plan: Plan): Plan => ({
      ...plan,
      areas: plan.areas.toReversed().map((a) => ({
        ...a,
        objectives: a.objectives.toReversed().map((o) => ({
          ...o,
          programmes: o.programmes.toReversed().map((p) => ({ ...p, indicators: p.indicators.toReversed() })),
        })),
      })),
      individual: plan.individual.toReversed().map((o) => ({ ...o, indicators: o.indicators.toReversed() })),
    });
    const facts = ({
      node,
      weight,
      effectiveWeight,
      exact,
      achievement,
      coverage,
      worst,
      best,
      light,
      counts,
    }: ScorecardNode): object => ({
      node,
      weight,
      effectiveWeight,
      exact,
      achievement,
      coverage,
      worst,
      best,
      light,
      counts,
    });
    fc.assert(
      fc.property(assessedPlans, policies, ({ plan, assessments }, policy) => {
        const one = nodesOf(card(plan, assessments, policy));
        const other = nodesOf(card(reversed(plan), assessments.toReversed(), policy));
        expect(other).toHaveLength(one.length);
        for (const node of one) {
          const same = at(other, node.node);
          expect(same && facts(same)).toEqual(facts(node));
          const points = new Map(same?.contributions.map((c) => [c.node, c.points]));
          for (const c of node.contributions) expect(points.get(c.node)).toBe(c.points);
        }
      }),
    );
  });

  test('with a value missing is not what it is with that value zero, unless the rules say so', () => {
    fc.assert(
      fc.property(assessedPlans, fc.nat(), ({ plan, assessments }, pick) => {
        const scored = assessments.filter((a) => a.state === 'assessed' && a.indicator.includes('.'));
        const chosen = scored[pick % Math.max(scored.length, 1)];
        if (chosen === undefined) return;
        const swap = (to: IndicatorAssessment): readonly IndicatorAssessment[] =>
          assessments.map((a) => (a === chosen ? to : a));
        const policy = policyWith({ missing: 'stays-out' });
        const missing = card(plan, swap(without(chosen.indicator, 'missing')), policy).entity;
        const zero = card(plan, swap(assessed(chosen.indicator, '0')), policy).entity;
        const floor = card(
          plan,
          swap(without(chosen.indicator, 'missing')),
          policyWith({ missing: 'counts-as-floor' }),
        ).entity;
        expect(compare(rational(missing.coverage), rational(zero.coverage))).toBeLessThan(0);
        expect(missing.worst).toBe(zero.worst);
        if (missing.exact !== undefined && rational(missing.exact).n !== 0n) {
          expect(compare(rational(missing.exact), rational(zero.exact ?? '0'))).toBeGreaterThan(0);
        }
        expect(floor.coverage).toBe(missing.coverage);
      }),
    );
  });

  test('its worst and best are reached when what is open turns out worst or best', () => {
    fc.assert(
      fc.property(assessedPlans, ({ plan, assessments }) => {
        const policy = policyWith({});
        const turned = (value: string): readonly ScorecardNode[] => {
          const results = assessments.map((a) =>
            a.state === 'missing' || a.state === 'not-yet' || a.state === 'doubtful' ? assessed(a.indicator, value) : a,
          );
          return nodesOf(card(plan, results, policy));
        };
        const [worst, best] = [turned('0'), turned('100')];
        nodesOf(card(plan, assessments, policy)).forEach((node, i) => {
          if (Number(node.effectiveWeight) === 0) return;
          expect(node.worst).toBe(worst[i]?.achievement);
          expect(node.best).toBe(best[i]?.achievement);
        });
      }),
    );
  });
});
