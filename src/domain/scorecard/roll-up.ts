import { type Assessor, createAssessor } from '../achievement/assess.js';
import { decimalText } from '../achievement/format.js';
import type { ExactLightBand } from '../achievement/lights.js';
import { percentText } from '../achievement/rounding.js';
import type { ComputedFigures, IndicatorAssessment } from '../achievement/types.js';
import type { Plan } from '../plan.js';
import type { Policy } from '../policy.js';
import { compare, fractionText, rational } from '../rational.js';
import { err, ok, type Result } from '../result.js';
import { type Card, prepareCard } from './card.js';
import type { CardNode } from './card-node.js';
import { contributionOf, partsOf } from './contributions.js';
import { effectiveWeights } from './effective-weights.js';
import { type Standing, standings } from './leaf-states.js';
import { checkOverrides } from './overrides.js';
import { createTotaller, type LeafState, type Totaller, type Totals } from './totals.js';
import { groupTrace, leafTrace, type NodeFacts } from './trace.js';
import type { AppliedOverride, Override, OverrideProblem, Scorecard, ScorecardNode, Titles } from './types.js';

/**
 * Sums the assessments of a checkpoint along the plan's tree, by perspective, office, missione/programma, programme
 * sheet and individual objectives. Indicators without an assessment are missing: outside the result, inside coverage.
 * @param assessments in any order; those of indicators that are not in the plan are not counted anywhere
 * @returns the scorecard, or what stands against the overrides
 */
export function rollUp(
  plan: Plan,
  assessments: readonly IndicatorAssessment[],
  policy: Policy,
  overrides: readonly Override[] = [],
  titles: Titles = {},
): Result<Scorecard, readonly OverrideProblem[]> {
  return rollUpCard(prepareCard(plan, titles), assessments, policy, overrides);
}

/** As `rollUp`, on a plan prepared once for many checkpoints. */
export function rollUpCard(
  card: Card,
  assessments: readonly IndicatorAssessment[],
  policy: Policy,
  overrides: readonly Override[] = [],
): Result<Scorecard, readonly OverrideProblem[]> {
  const problems = checkOverrides(overrides, new Set(card.leaves.map((l) => l.code)), policy);
  if (problems.length > 0) return err(problems);
  const assessor = createAssessor(policy);
  const assessed = new Map(assessments.map((a) => [a.indicator, a]));
  const standing = standings(card.leaves, assessed, overrides, (percent) => assessor.light(percent)?.light ?? 'none');
  const build = createBuilder(card, standing, policy, assessor);
  const entity = build(card.entity);
  return ok({
    policy: { id: policy.id, version: policy.version },
    entity,
    areas: entity.children,
    perspectives: card.perspectives.map(build),
    offices: card.offices.map(build),
    missioni: card.missioni.map(build),
    individual: card.individual.map(build),
    sheets: card.sheets.map(build),
    overrides: standing.flatMap((s) => (s.override === undefined ? [] : [s.override])).filter(isFirst),
  });
}

/** The sums of a card alone, without texts: what `rollUpCard` is built on, and all that a comparison of bodies needs. */
export function sumCard(card: Card, states: readonly LeafState[], policy: Policy): Totaller {
  const out = states.map((s) => s.kind === 'out');
  const weights = effectiveWeights(card, out, policy.notAssessable);
  return createTotaller(weights, states, policy, { floor: rational(policy.floor), cap: rational(policy.cap) });
}

function createBuilder(
  card: Card,
  standing: readonly Standing[],
  policy: Policy,
  assessor: Assessor,
): (node: CardNode) => ScorecardNode {
  const minimum = rational(policy.lights.minimumCoverage);
  const sums = sumCard(
    card,
    standing.map((s) => s.state),
    policy,
  );
  const overriding = standing.some((s) => s.override !== undefined);
  const plain = overriding
    ? sumCard(
        card,
        standing.map((s) => s.computed),
        policy,
      )
    : sums;
  const bandOf = ({ achievement, coverage }: Totals): ExactLightBand | undefined =>
    achievement === undefined || compare(coverage, minimum) < 0 ? undefined : assessor.light(achievement);
  const figures = (totals: Totals): ComputedFigures => ({
    achievement: totals.achievement === undefined ? undefined : percentText(totals.achievement, policy.rounding),
    coverage: percentText(totals.coverage, policy.rounding),
    worst: percentText(totals.worst, policy.rounding),
    best: percentText(totals.best, policy.rounding),
    light: bandOf(totals)?.light ?? 'none',
  });

  // An indicator stands in several views: its node is made once.
  const made = new Map<CardNode, ScorecardNode>();
  const build = (node: CardNode): ScorecardNode => {
    const before = made.get(node);
    if (before !== undefined) return before;
    const now = make(node);
    made.set(node, now);
    return now;
  };
  const make = (node: CardNode): ScorecardNode => {
    const children = node.children.map(build);
    const totals = sums(node);
    const own = node.leaf === undefined ? undefined : standing[node.leaf];
    const overrides =
      own === undefined ? children.flatMap((c) => c.overrides) : own.override === undefined ? [] : [own.override];
    const facts: NodeFacts = {
      node,
      totals,
      parts: partsOf(
        totals,
        node.children.map((child) => ({ node: child, totals: sums(child) })),
        policy.rounding,
      ),
      counts: own === undefined ? addCounts(children) : countOf(own.state),
      overrides,
      band: bandOf(totals),
    };
    return {
      node: node.id,
      title: node.title,
      weight: decimalText(node.weight),
      effectiveWeight: decimalText(totals.weight),
      ...figures(totals),
      exact: totals.achievement === undefined ? undefined : fractionText(totals.achievement),
      counts: facts.counts,
      contributions: facts.parts.map(contributionOf),
      overrides,
      computed: overrides.length === 0 ? undefined : figures(plain(node)),
      trace: own === undefined ? groupTrace(facts, policy) : leafTrace(facts, own),
      children,
    };
  };
  return build;
}

const NO_COUNTS: ScorecardNode['counts'] = { assessed: 0, missing: 0, notYet: 0, doubtful: 0, notAssessable: 0 };

function countOf(state: LeafState): ScorecardNode['counts'] {
  if (state.kind === 'assessed') return { ...NO_COUNTS, assessed: 1 };
  if (state.kind === 'out') return { ...NO_COUNTS, notAssessable: 1 };
  return { ...NO_COUNTS, [state.why === 'not-yet' ? 'notYet' : state.why]: 1 };
}

const addCounts = (children: readonly ScorecardNode[]): ScorecardNode['counts'] =>
  children.reduce(
    (sum, { counts }) => ({
      assessed: sum.assessed + counts.assessed,
      missing: sum.missing + counts.missing,
      notYet: sum.notYet + counts.notYet,
      doubtful: sum.doubtful + counts.doubtful,
      notAssessable: sum.notAssessable + counts.notAssessable,
    }),
    NO_COUNTS,
  );

/** The same override stands once in the list, though a sheet may repeat its indicator. */
const isFirst = (applied: AppliedOverride, i: number, all: readonly AppliedOverride[]): boolean =>
  all.findIndex((other) => other.override === applied.override) === i;
