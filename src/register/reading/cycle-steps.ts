import type { CivilDate, DatedPhase } from '../../domain/calendar/types.js';
import type { Db } from '../database.js';
import { awaitedOffices } from './awaited-offices.js';
import { phasesOf, stepRows } from './cycle.js';
import type { CycleName } from './cycles.js';
import type { Directory } from './directory.js';
import { directoryOf } from './directory-of.js';
import { type StepView, stepView } from './step-view.js';

/** A cycle's phases and steps as they stand today, and who is who. */
export interface CycleSteps {
  readonly phases: readonly DatedPhase[];
  readonly steps: readonly StepView[];
  readonly directory: Directory;
}

export async function cycleSteps(
  db: Db,
  { id, entity }: CycleName,
  { today }: { readonly today: CivilDate },
): Promise<CycleSteps> {
  const [phases, rows, directory, awaited] = await Promise.all([
    phasesOf(db, id),
    stepRows(db, id),
    directoryOf(db, entity, today),
    awaitedOffices(db, id),
  ]);
  return { phases, steps: rows.map((row) => stepView(row, today, awaited.get(row.id))), directory };
}
