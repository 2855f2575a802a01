import type { EarlierResult, SaidBefore, YearEnd } from '../../documents/relazione/year-end.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import { type Assessment, assessmentOf, latestComputed } from '../../register/assessments.js';
import { checkpointOf } from '../../register/checkpoints.js';
import { correctiveActionsOf } from '../../register/corrective-actions.js';
import type { Db } from '../../register/database.js';
import { currentMeasurements } from '../../register/measurements.js';
import { stepsOf } from '../../register/steps.js';
import { checkpointContent } from '../checkpoint-results.js';

/** Exercises before this one that a Relazione looks at. */
const YEARS_BACK = 2;

/** The results at the last computed checkpoint of a cycle; undefined before there are any. */
export async function yearEndOf(db: Db, { entity, exercise }: CycleRef): Promise<YearEnd | undefined> {
  const cycle = cycleId({ entity, exercise });
  const last = await latestComputed(db, cycle);
  const step = last === undefined ? undefined : (await stepsOf(db, cycle)).find(({ id }) => id === last.checkpoint);
  if (last === undefined || step === undefined) return undefined;
  const [checkpoint, assessment, remedies] = await Promise.all([
    checkpointContent(db, step),
    assessmentOf(db, last),
    correctiveActionsOf(db, last),
  ]);
  const root = assessment === undefined ? undefined : entityIn(assessment);
  if (checkpoint === undefined || root === undefined) return undefined;
  const actions = new Map([...remedies].map(([indicator, { text }]) => [indicator, text]));
  return { exercise, checkpoint, entity: root, remedies: actions };
}

/** What was said of each indicator at the checkpoints before the last computed one, by the one whose period ended last. */
export async function saidBefore(db: Db, { entity, exercise }: CycleRef): Promise<ReadonlyMap<string, SaidBefore>> {
  const cycle = cycleId({ entity, exercise });
  const last = await latestComputed(db, cycle);
  const checkpoints = (await stepsOf(db, cycle)).filter(({ planned }) => planned.kind === 'checkpoint');
  const dueOn = checkpoints.find(({ id }) => id === last?.checkpoint)?.planned.dueOn ?? '';
  const all = await Promise.all(
    checkpoints
      .filter(({ planned }) => planned.dueOn < dueOn)
      .map(async ({ id }) => {
        const ref = { cycle, checkpoint: id };
        const [record, measured, actions] = await Promise.all([
          checkpointOf(db, ref),
          currentMeasurements(db, ref),
          correctiveActionsOf(db, ref),
        ]);
        return record === undefined ? [] : [{ to: record.to, measured, actions }];
      }),
  );
  const said = new Map<string, SaidBefore>();
  for (const { to, measured, actions } of all.flat().toSorted((a, b) => (a.to < b.to ? -1 : 1))) {
    const add = (indicator: string, more: SaidBefore) => said.set(indicator, { ...said.get(indicator), ...more });
    for (const { indicator, cause, next } of measured) {
      if (cause !== null) add(indicator, { cause: { text: cause, to } });
      if (next !== null) add(indicator, { remedy: { text: next, to } });
    }
    for (const [indicator, { text }] of actions) add(indicator, { remedy: { text, to } });
  }
  return said;
}

const entityIn = ({ rollups }: Assessment) => rollups.find(({ node }) => node === 'entity');

/** What the entity and its areas reached at each checkpoint of the exercise, and at the last one of those before, oldest first. */
export async function earlierResults(db: Db, { entity, exercise }: CycleRef): Promise<readonly EarlierResult[]> {
  const found: EarlierResult[] = [];
  for (let year = exercise - YEARS_BACK; year < exercise; year++) {
    const last = await latestComputed(db, cycleId({ entity, exercise: year }));
    if (last !== undefined)
      found.push(...(await resultsAt(db, year, last.checkpoint, cycleId({ entity, exercise: year }))));
  }
  const cycle = cycleId({ entity, exercise });
  for (const { id } of (await stepsOf(db, cycle)).filter(({ planned }) => planned.kind === 'checkpoint'))
    found.push(...(await resultsAt(db, exercise, id, cycle)));
  return found;
}

async function resultsAt(
  db: Db,
  exercise: number,
  checkpoint: string,
  cycle: string,
): Promise<readonly EarlierResult[]> {
  const ref = { cycle, checkpoint };
  const [record, assessment] = await Promise.all([checkpointOf(db, ref), assessmentOf(db, ref)]);
  const root = assessment === undefined ? undefined : entityIn(assessment);
  if (record === undefined || root === undefined) return [];
  return [root, ...root.children].map(({ node, achievement, coverage }) => ({
    exercise,
    to: record.to,
    of: node,
    achievement: achievement ?? null,
    coverage,
  }));
}
