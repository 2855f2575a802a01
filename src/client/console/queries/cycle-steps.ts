import type { DatedPhase } from '../../../domain/calendar/types.js';
import type { Db } from '../../../register/database.js';
import type { Frame } from '../frame.js';
import type { Directory } from '../model/directory.js';
import { type StepView, stepView } from '../model/step-view.js';
import { awaitedOffices } from './awaited-offices.js';
import { phasesOf, stepRows } from './cycle.js';
import type { CycleName } from './cycles.js';
import { directoryOf } from './directory.js';

/** A cycle's phases and steps as they stand today, and who is who. */
export interface CycleSteps {
  readonly phases: readonly DatedPhase[];
  readonly steps: readonly StepView[];
  readonly directory: Directory;
}

export async function cycleSteps(
  db: Db,
  { id, entity }: CycleName,
  { today }: Pick<Frame, 'today'>,
): Promise<CycleSteps> {
  const [phases, rows, directory, awaited] = await Promise.all([
    phasesOf(db, id),
    stepRows(db, id),
    directoryOf(db, entity, today),
    awaitedOffices(db, id),
  ]);
  return { phases, steps: rows.map((row) => stepView(row, today, awaited.get(row.id))), directory };
}
