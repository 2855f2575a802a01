import { COUNTS, type IndicatorAssessment, type TrafficLight } from '../achievement/types.js';
import { type Rational, rational, recordedRational } from '../rational.js';
import { never } from '../result.js';
import type { Leaf } from './card-node.js';
import type { LeafState } from './totals.js';
import type { AppliedOverride, Override } from './types.js';

/** What stands at one leaf: its assessment if there is one, the state it gives, and the override over it. */
export interface Standing {
  readonly assessment: IndicatorAssessment | undefined;
  /** True when the assessment is that of the row this one repeats. */
  readonly borrowed: boolean;
  /** Without overrides. */
  readonly computed: LeafState;
  /** With them. */
  readonly state: LeafState;
  readonly override: AppliedOverride | undefined;
}

/**
 * Puts assessments and overrides on the leaves of a card. An indicator nobody assessed is missing, not zero.
 * @param light the light of a percentage under the policy
 */
export function standings(
  leaves: readonly Leaf[],
  assessments: ReadonlyMap<string, IndicatorAssessment>,
  overrides: readonly Override[],
  light: (percent: Rational) => TrafficLight,
): readonly Standing[] {
  const byIndicator = new Map(overrides.map((o) => [o.indicator, o]));
  return leaves.map((leaf) => {
    const own = assessments.get(leaf.code);
    // A row that states another again, and was not assessed on its own, stands or falls with it.
    const source = own === undefined ? leaf.sameAs : undefined;
    const assessment = source === undefined ? own : assessments.get(source);
    const computed = stateOf(assessment);
    const override = byIndicator.get(leaf.code) ?? (source === undefined ? undefined : byIndicator.get(source));
    return {
      assessment,
      borrowed: source !== undefined && assessment !== undefined,
      computed,
      state: override === undefined ? computed : overridden(override),
      override: override === undefined ? undefined : applied(override, assessment, light),
    };
  });
}

function stateOf(assessment: IndicatorAssessment | undefined): LeafState {
  if (assessment === undefined) return { kind: 'open', why: 'missing' };
  switch (assessment.state) {
    case 'assessed': {
      const recorded = assessment.exact ?? assessment.achievement;
      const counts = assessment[COUNTS] ?? (recorded === undefined ? undefined : recordedRational(recorded));
      if (counts === undefined) throw new RangeError(`assessed without a figure: ${assessment.indicator}`);
      return { kind: 'assessed', counts };
    }
    case 'not-computed':
      return { kind: 'open', why: 'missing' };
    case 'missing':
    case 'not-yet':
    case 'doubtful':
      return { kind: 'open', why: assessment.state };
    case 'not-assessable':
      return { kind: 'out', why: 'not-assessable' };
    default:
      return never(assessment.state);
  }
}

const overridden = (override: Override): LeafState =>
  override.kind === 'forced'
    ? { kind: 'assessed', counts: rational(override.value) }
    : { kind: 'out', why: 'neutralised' };

const applied = (
  override: Override,
  assessment: IndicatorAssessment | undefined,
  light: (percent: Rational) => TrafficLight,
): AppliedOverride => ({
  override,
  light: override.kind === 'forced' ? light(rational(override.value)) : 'none',
  computed: figures(assessment),
});

function figures(assessment: IndicatorAssessment | undefined): AppliedOverride['computed'] {
  if (assessment === undefined) return { state: 'missing', light: 'none' };
  const { state, light, achievement, uncapped } = assessment;
  return {
    state,
    light,
    achievement,
    uncapped,
  };
}
