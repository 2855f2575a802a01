import type { Rollup } from '../domain/achievement/types.js';
import { daysInPost } from '../domain/individual/part-year.js';
import { type ScoreInput, type ScoreTrace, scoreOf } from '../domain/individual/score.js';
import type {
  AssignedObjective,
  EvaluatedGroup,
  IndividualRules,
  Judgement,
  ObjectiveResult,
} from '../domain/individual/types.js';
import { add, divide, fromInteger, type Rational, recordedRational, ZERO } from '../domain/rational.js';
import { err, ok, type Result } from '../domain/result.js';
import { assessmentOf, latestComputed } from '../register/assessments.js';
import type { Db } from '../register/database.js';
import { lastDayCollected } from '../register/reading/checkpoint-days.js';
import { individualActWords as words } from '../words/individual-acts.js';

/** Whose score, with what is judged of it. */
export interface Scored {
  readonly cycle: string;
  readonly exercise: number;
  readonly rules: IndividualRules;
  readonly group: EvaluatedGroup;
  readonly from: ScoreDates['from'];
  readonly to: ScoreDates['to'];
  readonly objectives: readonly AssignedObjective[];
  /** Offices of the person. */
  readonly offices: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly absentDays: number;
}

type ScoreDates = { readonly from: Parameters<typeof daysInPost>[0]; readonly to: Parameters<typeof daysInPost>[1] };

/** The score of a sheet on the year's results on record; why there is none yet, in Italian. Three queries. */
export async function scoreOnRecord(db: Db, scored: Scored): Promise<Result<ScoreTrace, string>> {
  const latest = await latestComputed(db, scored.cycle);
  const assessment = latest && (await assessmentOf(db, latest));
  const until = latest && (await lastDayCollected(db, latest));
  if (assessment === undefined || until === undefined || until < `${scored.exercise}-12-31`)
    return err(words.noResultsYet);
  const input: ScoreInput = {
    exercise: scored.exercise,
    group: scored.group,
    dictionaries: scored.rules.dictionaries,
    objectives: scored.objectives,
    results: resultsOf(scored.objectives, assessment.rollups, assessment.indicators),
    organisational: organisationalOf(assessment.rollups, scored.offices),
    judgements: scored.judgements,
    partYear: scored.rules.partYear,
    days: daysInPost(scored.from, scored.to, scored.absentDays),
  };
  return ok(scoreOf(input));
}

function resultsOf(
  objectives: readonly AssignedObjective[],
  rollups: readonly Rollup[],
  indicators: readonly { readonly indicator: string; readonly achievement?: string }[],
): ReadonlyMap<string, Rational> {
  const found = objectives.flatMap(({ id, result }) => {
    const achievement =
      result.kind === 'indicator'
        ? indicators.find(({ indicator }) => indicator === result.code)?.achievement
        : nodeOf(result).flatMap((node) => find(rollups, node)?.achievement ?? [])[0];
    return achievement === undefined ? [] : [[id, recordedRational(achievement)] as const];
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

/** The body's result, and the mean of those of somebody's offices; of offices with none of their own there is none. */
function organisationalOf(rollups: readonly Rollup[], offices: readonly string[]): ScoreInput['organisational'] {
  const of = (node: string): readonly Rational[] => {
    const achievement = rollups.find((one) => one.node === node)?.achievement;
    return achievement === undefined ? [] : [recordedRational(achievement)];
  };
  const [entity] = of('entity');
  const own = offices.flatMap((office) => of(`office:${office}`));
  return {
    entity,
    office: own.length === 0 ? undefined : divide(own.reduce(add, ZERO), fromInteger(own.length)),
  };
}
