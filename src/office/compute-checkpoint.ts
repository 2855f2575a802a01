import { createAssessor, notComputed, notKnownYet, periodOf } from '../domain/achievement/assess.js';
import type { AssessmentInput } from '../domain/achievement/assessment-input.js';
import { baselineFor } from '../domain/achievement/baseline.js';
import type { IndicatorAssessment, Rollup } from '../domain/achievement/types.js';
import { SYSTEM } from '../domain/acting.js';
import { type MissionScheme, missionTitleIn } from '../domain/body-kind.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import type { CheckpointOutcome } from '../domain/checkpoint-progress.js';
import { judgedAs } from '../domain/confirmed-readings.js';
import type { Entity } from '../domain/entity.js';
import { allIndicators } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';
import type { Policy } from '../domain/policy.js';
import { rollUp } from '../domain/scorecard/roll-up.js';
import type { Override, Titles } from '../domain/scorecard/types.js';
import { type Assessment, assessmentByKey, saveAssessment } from '../register/assessments.js';
import { bodyProfile } from '../register/body.js';
import { checkpointOf, type FrozenIndicator, frozenIndicators } from '../register/checkpoints.js';
import { withReadings } from '../register/confirmed-readings.js';
import { policyOf } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { earlierCourses } from '../register/earlier-courses.js';
import { measuredInTheEnd } from '../register/last-year.js';
import { laterIndicators } from '../register/later-indicators.js';
import { appendLog } from '../register/log.js';
import { currentMeasurements } from '../register/measurements.js';
import { asOverride, holdResults, overridesOf } from '../register/overrides.js';
import { planVersion } from '../register/plans.js';
import { forecastsOf } from './forecasts.js';
import { freeze } from './frozen-indicators.js';

/** One computation of a checkpoint. */
interface Computation {
  readonly cycle: string;
  readonly step: Pick<DatedStep, 'id' | 'title'>;
  readonly entity: Entity;
  readonly exercise: number;
  readonly at: Instant;
  /** What tells it from the others of the checkpoint: results on record under the same name are answered as they are. */
  readonly name: string;
}

/**
 * Computes a checkpoint on the plan version and the policy it is pinned to, with the overrides now in force; keeps the
 * results beside earlier ones and says so in the log. Their report is for `writeReports`, once they are on record.
 * @param tx a transaction: all of it is on record, or none
 */
export async function computeCheckpoint(tx: Db, computation: Computation): Promise<CheckpointOutcome> {
  const { cycle, step, entity, exercise, at, name } = computation;
  await holdResults(tx, cycle);
  const target = { cycle, checkpoint: step.id };
  const key = `${cycle}/${step.id}/${name}`;
  const before = await assessmentByKey(tx, key);
  if (before !== undefined) return outcomeOf(before);

  const checkpoint = await checkpointOf(tx, target);
  if (checkpoint === undefined) throw new Error(`checkpoint ${step.id} of ${cycle} was never opened`);
  const recorded = await planVersion(tx, entity.id, exercise, checkpoint.planVersion);
  if (recorded === undefined) throw new Error(`plan version ${checkpoint.planVersion} of ${cycle} is missing`);
  const version = await withReadings(tx, recorded);
  const policy = await policyOf(tx, cycle);
  const [frozen, later, measured, lastYear] = await Promise.all([
    frozenIndicators(tx, target),
    laterIndicators(tx, target),
    currentMeasurements(tx, target),
    measuredInTheEnd(tx, entity.id, exercise - 1),
  ]);
  const actuals = new Map(measured.map((m) => [m.indicator, m.actual]));
  const assessor = createAssessor(policy);
  const judged = [
    ...frozen.map((indicator) => ({ ...indicator, measuredAs: indicator.indicator })),
    ...repeated(version.plan, exercise, frozen),
  ];
  const starts = new Map(allIndicators(version.plan).map(({ node }) => [node.code, node]));
  const knownFrom = new Map(later.map((one) => [one.indicator, one.knownFrom]));
  const inputOf = (indicator: (typeof judged)[number]): AssessmentInput => ({
    indicator: indicator.indicator,
    reading: judgedAs(indicator.reading, indicator.target, { name: indicator.name, year: exercise }),
    actual: actuals.get(indicator.measuredAs) ?? { kind: 'missing' },
    ...baselineFor(starts.get(indicator.indicator), exercise, lastYear),
    period: periodOf(checkpoint),
  });
  const assessments = [
    ...judged.map((indicator) => {
      const from = knownFrom.get(indicator.measuredAs);
      return from === undefined
        ? whole(indicator.indicator, policy, () => assessor.assess(inputOf(indicator)))
        : notKnownYet(indicator.indicator, from, policy);
    }),
    ...later.map((one) => notKnownYet(one.indicator, one.knownFrom, policy)),
  ];
  const overrides = await overridesOn(tx, cycle, version.plan);
  const titles = titlesOf(entity, (await bodyProfile(tx, entity.id))?.missions ?? {});
  const card = rollUp(version.plan, assessments, policy, overrides, titles);
  if (!card.ok) throw new Error(`the scorecard of ${step.id} does not hold: ${JSON.stringify(card.error)}`);
  const { perspectives, offices, missioni, individual, sheets } = card.value;
  const broken = new Set(assessments.filter((a) => a.state === 'not-computed').map((a) => a.indicator));
  const forecasts = forecastsOf(
    version.plan,
    judged
      .filter((one) => !broken.has(one.indicator) && !knownFrom.has(one.measuredAs))
      .map((one) => ({ ...one, input: inputOf(one) })),
    assessor,
    await earlierCourses(tx, entity.id, exercise, checkpoint.to),
  );
  const rollups: readonly Rollup[] = [
    card.value.entity,
    ...perspectives,
    ...offices,
    ...missioni,
    ...individual,
    ...sheets,
  ];
  const results: Assessment = {
    ...target,
    key,
    planVersion: checkpoint.planVersion,
    policyVersion: `${policy.id} ${policy.version}`,
    simulated: checkpoint.simulated,
    at,
    indicators: assessments,
    rollups,
    overrides: card.value.overrides,
    forecasts,
  };
  await saveAssessment(tx, results);

  const outcome = outcomeOf(results);
  await appendLog(tx, {
    key: `${cycle}/${step.id}/assessed/${name}`,
    at,
    actor: SYSTEM,
    action: 'assessment-computed',
    subject: step.title,
    cycle,
    step: step.id,
    detail: {
      achievement: outcome.achievement,
      coverage: outcome.coverage,
    },
  });
  return outcome;
}

/** What somebody has already decided over needs no corrective action. */
function outcomeOf({ indicators, rollups, overrides }: Assessment): CheckpointOutcome {
  const entity = rollups.find((r) => r.node === 'entity');
  if (entity === undefined) throw new Error('results without those of the entity');
  const decided = new Set(overrides.map((applied) => applied.override.indicator));
  return {
    achievement: entity.achievement,
    coverage: entity.coverage,
    red: indicators.filter((a) => isRed(a) && !decided.has(a.indicator)).map((a) => a.indicator),
  };
}

/** One indicator that breaks the computation must not hold up the others: it stands as not computed, with why. */
function whole(indicator: string, policy: Policy, assess: () => IndicatorAssessment): IndicatorAssessment {
  try {
    return assess();
  } catch (cause) {
    return notComputed(indicator, cause instanceof Error ? cause.message : String(cause), policy);
  }
}

const isRed = (assessment: IndicatorAssessment): boolean => assessment.light === 'red';

/** Overrides on what this version of the plan has: an amendment may have dropped an indicator since, or not yet brought it. */
async function overridesOn(tx: Db, cycle: string, plan: Plan): Promise<readonly Override[]> {
  const known = new Set(allIndicators(plan).map((i) => i.node.code));
  return (await overridesOf(tx, cycle)).map(asOverride).filter((o) => known.has(o.indicator));
}

/**
 * Rows that repeat an indicator, with their own target on its measurement. One that says what the indicator says is read as
 * the checkpoint froze it.
 */
function repeated(
  plan: Plan,
  exercise: number,
  frozen: readonly FrozenIndicator[],
): readonly (FrozenIndicator & { readonly measuredAs: string })[] {
  const first = new Map(frozen.map((one) => [one.indicator, one]));
  return allIndicators(plan).flatMap(({ node: indicator }) => {
    if (indicator.repeats === undefined) return [];
    const row = freeze(indicator, exercise);
    const followed = first.get(indicator.repeats);
    const reading = row.reading ?? (followed?.target === row.target ? followed.reading : undefined);
    return [{ ...row, reading, measuredAs: indicator.repeats }];
  });
}

const titlesOf = (entity: Entity, missions: MissionScheme['titles']): Titles => ({
  office: (id) => entity.offices.find((o) => o.id === id)?.title ?? id,
  role: (id) => entity.roles.find((r) => r.id === id)?.title ?? id,
  missione: (code) => missionTitleIn({ titles: missions }, code),
});
