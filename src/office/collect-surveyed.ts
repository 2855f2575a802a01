import type { Actual } from '../domain/achievement/types.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import { type Measure, unitOf } from '../domain/measured/measure.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Unit } from '../domain/targets/types.js';
import { outsidePeriod } from '../domain/voices/survey.js';
import {
  type CheckpointRecord,
  type CheckpointRef,
  checkpointOf,
  collectingCheckpoints,
  frozenIndicators,
} from '../register/checkpoints.js';
import type { CollectedOutcome } from '../register/collected.js';
import type { Db } from '../register/database.js';
import { missingIndicators } from '../register/measurements.js';
import { type SurveyedIndicator, surveyedIndicators } from '../register/surveys.js';
import { voiceWords } from '../words/voices.js';
import { keepReading } from './keep-reading.js';
import { refuseUnit } from './sources/actual.js';

interface OfCycle {
  readonly entity: string;
  readonly exercise: number;
}

/**
 * The values of a checkpoint that surveys measure: each is the result of its question, on record with where it comes from, and
 * submitted. Nobody confirms it: who linked the question has said that it measures the indicator; what is odd waits for the office.
 * Idempotent: a question is read once at a checkpoint.
 * @returns what each gave
 * @throws when the checkpoint is not in the register
 */
export async function collectSurveyed(
  db: Db,
  target: CheckpointRef,
  of: OfCycle,
  at: Instant,
): Promise<readonly CollectedOutcome[]> {
  const linked = await surveyedIndicators(db, of.entity, of.exercise);
  if (linked.length === 0) return [];
  const checkpoint = await checkpointOf(db, target);
  if (checkpoint === undefined)
    throw new Error(`checkpoint ${target.checkpoint} of ${target.cycle} is not in the register`);
  const missing = new Set((await missingIndicators(db, target)).map((one) => one.indicator));
  const outcomes: CollectedOutcome[] = [];
  for (const one of linked.filter(({ indicator }) => missing.has(indicator)))
    outcomes.push(await collect(db, checkpoint, one, at));
  return outcomes;
}

/**
 * The same of one indicator that has just been linked, at the checkpoints that are collecting.
 * @returns whether it has been collected at one of them; or why the question cannot measure it
 */
export async function collectNowFromSurvey(
  db: Db,
  { entity, exercise }: OfCycle,
  indicator: string,
  at: Instant,
): Promise<Result<boolean, string>> {
  const cycle = cycleId({ entity, exercise });
  const linked = (await surveyedIndicators(db, entity, exercise)).find((one) => one.indicator === indicator);
  if (linked === undefined) return ok(false);
  let collected = false;
  for (const id of await collectingCheckpoints(db, cycle)) {
    const checkpoint = await checkpointOf(db, { cycle, checkpoint: id });
    const missing = await missingIndicators(db, { cycle, checkpoint: id });
    if (checkpoint === undefined || !missing.some((one) => one.indicator === indicator)) continue;
    if (outsidePeriod(linked.survey, checkpoint) !== undefined) continue;
    const outcome = await collect(db, checkpoint, linked, at);
    if (outcome.outcome === 'failed') return err(outcome.reason);
    collected = true;
  }
  return ok(collected);
}

async function collect(
  db: Db,
  checkpoint: CheckpointRecord,
  linked: SurveyedIndicator,
  at: Instant,
): Promise<CollectedOutcome> {
  const { indicator, survey, question } = linked;
  const target = { cycle: checkpoint.cycle, checkpoint: checkpoint.checkpoint };
  const frozen = (await frozenIndicators(db, target)).find((one) => one.indicator === indicator);
  const measure: Measure = { ...frozen, moment: { exercise: linked.exercise, at: checkpoint.to, today: romeDate(at) } };
  const outcome = readingOf(linked, unitOf(measure), checkpoint);
  const source = {
    id: `indagine-${survey.id}-${question.number}`,
    indicator,
    title: voiceWords.source(survey, question),
    confirm: false,
  };
  const key = `${target.cycle}/${target.checkpoint}/${indicator}/${source.id}`;
  await keepReading(db, target, { source, measure }, outcome, key, at);
  return outcome;
}

function readingOf(
  { survey, question }: SurveyedIndicator,
  wanted: Unit | undefined,
  period: { readonly from: CivilDate; readonly to: CivilDate },
): CollectedOutcome {
  const outside = outsidePeriod(survey, period);
  if (outside !== undefined) return { outcome: 'failed', reason: voiceWords.outside[outside](survey.toDay) };
  const refused = refuseUnit(question.unit, wanted);
  if (refused !== undefined) return { outcome: 'failed', reason: refused };
  const value: Actual = { kind: 'number', value: question.result };
  return { outcome: 'read', value, raw: voiceWords.result(question) };
}
