import type { Rollup } from '../domain/achievement/types.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { daysInPost } from '../domain/individual/part-year.js';
import { type PlanResult, type ScoreInput, type ScoreTrace, scoreOf } from '../domain/individual/score.js';
import type {
  AssignedObjective,
  EvaluatedGroup,
  IndividualRules,
  Judgement,
  ObjectiveResult,
} from '../domain/individual/types.js';
import type { Policy } from '../domain/policy.js';
import {
  add,
  divide,
  fromInteger,
  HUNDRED,
  isZero,
  multiply,
  rational,
  recordedRational,
  ZERO,
} from '../domain/rational.js';
import { err, ok, type Result } from '../domain/result.js';
import { type Assessment, assessmentOf, latestComputed } from '../register/assessments.js';
import { checkpointOf } from '../register/checkpoints.js';
import { policyOf } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { stepOf } from '../register/steps.js';
import { individualActWords as words } from '../words/individual-acts.js';

/** Whose score, with what is judged of it. */
interface Scored {
  readonly cycle: string;
  readonly exercise: number;
  readonly rules: IndividualRules;
  readonly group: EvaluatedGroup;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly objectives: readonly AssignedObjective[];
  /** Offices of the person. */
  readonly offices: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly absentDays: number;
}

/**
 * The score of a sheet on the year's results on record; why there is none yet, in Italian. Values that are still to be confirmed give
 * none: where a cycle collects final ones, it is those that people are evaluated on.
 */
export async function scoreOnRecord(db: Db, scored: Scored): Promise<Result<ScoreTrace, string>> {
  const latest = await latestComputed(db, scored.cycle);
  if (latest === undefined) return err(words.noResultsYet);
  const [assessment, checkpoint, step, policy] = await Promise.all([
    assessmentOf(db, latest),
    checkpointOf(db, latest),
    stepOf(db, latest.cycle, latest.checkpoint),
    policyOf(db, scored.cycle),
  ]);
  if (assessment === undefined || checkpoint === undefined || checkpoint.to < `${scored.exercise}-12-31`)
    return err(words.noResultsYet);
  const title = step?.planned.title ?? latest.checkpoint;
  if (checkpoint.standing === 'provisional') return err(words.resultsProvisional(title));
  const input: ScoreInput = {
    exercise: scored.exercise,
    group: scored.group,
    dictionaries: scored.rules.dictionaries,
    objectives: scored.objectives,
    results: resultsOf(scored.objectives, assessment, policy),
    organisational: organisationalOf(assessment.rollups, scored.offices, policy),
    judgements: scored.judgements,
    partYear: scored.rules.partYear,
    days: daysInPost(scored.from, scored.to, scored.absentDays),
  };
  return ok({ ...scoreOf(input), results: { title, to: checkpoint.to } });
}

type Missing = Pick<Policy, 'missing'>;

function resultsOf(
  objectives: readonly AssignedObjective[],
  { rollups, indicators }: Pick<Assessment, 'rollups' | 'indicators'>,
  policy: Missing,
): ReadonlyMap<string, PlanResult> {
  const found = objectives.flatMap(({ id, result }): readonly (readonly [string, PlanResult])[] => {
    if (result.kind === 'indicator') {
      const achievement = indicators.find(({ indicator }) => indicator === result.code)?.achievement;
      return achievement === undefined ? [] : [[id, { value: recordedRational(achievement), coverage: HUNDRED }]];
    }
    const known = nodeOf(result).flatMap((node) => knownOf(find(rollups, node), policy));
    return known.map((one) => [id, one] as const);
  });
  return new Map(found);
}

/** Where the result of an objective of the plan stands among the roll-ups. */
function nodeOf(result: ObjectiveResult): readonly string[] {
  if (result.kind === 'programme') return [`programme:${result.code}`];
  return result.kind === 'individual-objective' ? [`individual:${result.code}`] : [];
}

function find(rollups: readonly Rollup[], node: string): Rollup | undefined {
  for (const rollup of rollups) {
    if (rollup.node === node) return rollup;
    const below = find(rollup.children, node);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** What a roll-up says, and on how much it stands: by a rule that counts what is missing as the floor, on all of it. */
function knownOf(rollup: Rollup | undefined, { missing }: Missing): readonly PlanResult[] {
  if (rollup?.achievement === undefined) return [];
  const coverage = missing === 'counts-as-floor' ? HUNDRED : rational(rollup.coverage);
  return [{ value: recordedRational(rollup.achievement), coverage }];
}

/**
 * The body's result, and the mean of those of somebody's offices; of offices with nothing to measure there is none. An office whose
 * values are all missing has a share in what is not known.
 */
function organisationalOf(
  rollups: readonly Rollup[],
  offices: readonly string[],
  policy: Missing,
): ScoreInput['organisational'] {
  const of = (node: string): readonly Rollup[] => rollups.filter((one) => one.node === node);
  const own = offices.flatMap((office) => of(`office:${office}`));
  return {
    entity: of('entity').flatMap((one) => knownOf(one, policy))[0],
    office: meanOf(
      own.flatMap((one) => knownOf(one, policy)),
      own.length,
    ),
  };
}

/** @param of how many there are, with those nothing is known of */
function meanOf(known: readonly PlanResult[], of: number): PlanResult | undefined {
  const coverage = known.reduce((sum, one) => add(sum, one.coverage), ZERO);
  if (isZero(coverage)) return undefined;
  const points = known.reduce((sum, { value, coverage: share }) => add(sum, multiply(value, share)), ZERO);
  return { value: divide(points, coverage), coverage: divide(coverage, fromInteger(of)) };
}
