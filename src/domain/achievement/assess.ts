import { yearOf } from '../calendar/civil-date.js';
import type { CheckpointPeriod, CivilDate } from '../calendar/types.js';
import type { FormulaRule, Policy } from '../policy.js';
import { fractionText, larger, type Rational, rational, smaller } from '../rational.js';
import { never } from '../result.js';
import { remarksOn } from '../targets/outcome.js';
import type { Reading } from '../targets/types.js';
import type { AssessmentInput, Counted } from './assessment-input.js';
import { judge, ruleFor } from './judge/judge.js';
import type { AssessmentPeriod, Judgement, NoFigure } from './judge/types.js';
import { noFigure } from './judge/types.js';
import { type ExactLightBand, exactLights, lightBand } from './lights.js';
import { percentText, roundedPercent } from './rounding.js';
import { assessedTrace, notComputedTrace, notKnownYetTrace, unassessedTrace } from './trace.js';
import { COUNTS, type IndicatorAssessment } from './types.js';

export type { AssessmentPeriod } from './judge/types.js';

/** Assesses many indicators under one policy, whose numbers are read once. */
export interface Assessor {
  readonly policy: Policy;
  /** The figure alone, exact, without texts. */
  readonly count: (input: AssessmentInput) => Counted | NoFigure;
  /** The figure with its texts and trace. */
  readonly assess: (input: AssessmentInput) => IndicatorAssessment;
  /** The light of any percentage under this policy. */
  readonly light: (percent: Rational) => ExactLightBand | undefined;
}

/** The period of a checkpoint, by its reference date. */
export const periodOf = (checkpoint: CheckpointPeriod): AssessmentPeriod => ({
  exercise: yearOf(checkpoint.to),
  at: checkpoint.to,
});

/**
 * The result of one indicator at one checkpoint, with its trace in Italian.
 * @returns percentages on 100 as decimal text; no figure for what is missing, not due yet, not assessable or doubtful
 * @throws RangeError when a decimal in the input is not one: inputs are validated where they come in
 */
export function assessIndicator(input: AssessmentInput & { readonly policy: Policy }): IndicatorAssessment {
  return createAssessor(input.policy).assess(input);
}

/** @param override a formula to use instead of the policy's, whatever the indicator */
export function createAssessor(policy: Policy, override?: FormulaRule): Assessor {
  const [floor, cap] = [rational(policy.floor), rational(policy.cap)];
  const bands = exactLights(policy.lights.bands);
  const exceptions = new Map(policy.exceptions.map((e) => [e.indicator, e.rule]));

  const light: Assessor['light'] = (percent) =>
    lightBand(policy.rounding.compare === 'rounded' ? roundedPercent(percent, policy.rounding) : percent, bands);

  const count: Assessor['count'] = (input) => {
    const judged = judgeTarget(input, policy, override ?? exceptions.get(input.indicator));
    if (judged.state !== 'assessed') return judged;
    const limited = judged.raw === 'unbounded' ? cap : smaller(cap, larger(floor, judged.raw));
    const counts = policy.rounding.applied === 'each-result' ? roundedPercent(limited, policy.rounding) : limited;
    return { ...judged, limited, counts, light: light(limited) };
  };

  const assess: Assessor['assess'] = (input) => {
    const counted = count(input);
    if (counted.state !== 'assessed') {
      return {
        indicator: input.indicator,
        state: counted.state,
        light: 'none',
        trace: unassessedTrace(input, counted, policy),
      };
    }
    const { rounding } = policy;
    return {
      indicator: input.indicator,
      state: 'assessed',
      achievement: percentText(counted.limited, rounding),
      exact: fractionText(counted.counts),
      [COUNTS]: counted.counts,
      uncapped: counted.raw === 'unbounded' ? undefined : percentText(counted.raw, rounding),
      light: counted.light?.light ?? 'none',
      formula: counted.rule.formula,
      trace: assessedTrace(input, counted, policy),
    };
  };

  return { policy, count, assess, light };
}

/**
 * What stands for an indicator whose computation broke: no figure, and the reason on its page. Whoever assesses many
 * catches what one throws and goes on with this.
 */
export const notComputed = (indicator: string, reason: string, policy: Policy): IndicatorAssessment => ({
  indicator,
  state: 'not-computed',
  light: 'none',
  trace: notComputedTrace(reason, policy),
});

/** What stands for an indicator that a checkpoint does not ask yet, because its value is known later. */
export const notKnownYet = (indicator: string, knownFrom: CivilDate, policy: Policy): IndicatorAssessment => ({
  indicator,
  state: 'not-yet',
  light: 'none',
  trace: notKnownYetTrace(knownFrom, policy),
});

function judgeTarget(input: AssessmentInput, policy: Policy, exception: FormulaRule | undefined): Judgement {
  const reading = confirmed(input.reading);
  if ('reason' in reading) return reading;
  return judge(reading, ruleFor(reading, policy, exception), { ...input, policy });
}

function confirmed(target: AssessmentInput['reading']): Reading | NoFigure {
  if (!('outcome' in target)) return target;
  switch (target.outcome) {
    case 'parsed':
      return target.reading;
    case 'unconfirmed':
      return noFigure(
        'doubtful',
        'lettura del target da confermare: il controllo di gestione non l’ha ancora confermata',
      );
    case 'proposed':
    case 'ambiguous':
      return noFigure(
        'doubtful',
        `il target «${target.text}» va confermato: ${remarksOn(target)
          .map((r) => r.message)
          .join('; ')}`,
      );
    case 'not-measurable':
      return noFigure('not-assessable', `il target «${target.text}» non è misurabile: ${target.reason.message}`);
    default:
      return never(target);
  }
}
