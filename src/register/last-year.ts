import type { LastYear } from '../domain/achievement/baseline.js';
import { cycleId } from '../domain/cycle-id.js';
import { latestComputed } from './assessments.js';
import { frozenIndicators } from './checkpoints.js';
import type { Db } from './database.js';
import { currentMeasurements } from './measurements.js';

/** What was measured at the last computed checkpoint of an exercise, by indicator with its name then; empty when there is none. */
export async function measuredInTheEnd(db: Db, entity: string, exercise: number): Promise<LastYear> {
  const last = await latestComputed(db, cycleId({ entity, exercise }));
  if (last === undefined) return new Map();
  const [asked, measured] = await Promise.all([frozenIndicators(db, last), currentMeasurements(db, last)]);
  const names = new Map(asked.map((one) => [one.indicator, one.name]));
  return new Map(measured.map(({ indicator, actual }) => [indicator, { name: names.get(indicator) ?? '', actual }]));
}
