import type { CivilDate, DatedPhase } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { assessmentOf } from '../../../register/assessments.js';
import type { CycleStatus } from '../../../register/cycle-tables.js';
import { listCycles } from '../../../register/cycles.js';
import type { Register } from '../../../register/database.js';
import { awaitedOffices } from '../../../register/reading/awaited-offices.js';
import { phasesOf, stepRows } from '../../../register/reading/cycle.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type ReadingsWaiting, readingsWaiting } from '../../../register/reading/readings-waiting.js';
import { type StepView, stepView } from '../../../register/reading/step-view.js';
import { seeingEveryBody } from '../../../register/sight.js';
import { statusWords as words } from '../../../words/cli-verbs.js';
import { meant } from '../../../words/meant.js';
import { calendarNow } from '../../system/calendar-now.js';

/** The result of the last computation of a checkpoint, for the whole entity; percentages with a decimal point. */
export interface EntityAchievement {
  readonly achievement?: string;
  readonly coverage: string;
}

/** One cycle on the day its calendar shows. */
export interface CycleStatusReport {
  readonly space: string;
  readonly entity: string;
  readonly exercise: number;
  readonly status: CycleStatus;
  readonly simulated: boolean;
  readonly today: CivilDate;
  readonly phases: readonly DatedPhase[];
  readonly steps: readonly StepView[];
  readonly directory: Directory;
  /** By checkpoint, of those computed. */
  readonly achievements: ReadonlyMap<string, EntityAchievement>;
  /** Readings of the plan that nobody has confirmed; absent where none waits. */
  readonly readings?: ReadingsWaiting;
}

export interface CycleLine {
  readonly entity: string;
  readonly exercise: number;
  readonly status: CycleStatus;
}

/** A cycle in full, or the list of them when no entity is named. */
export type StatusAnswer = CycleStatusReport | { readonly space: string; readonly cycles: readonly CycleLine[] };

/** Where a cycle stands, by the register alone; or why not, in Italian. */
export async function statusOf(
  { db, schema: space }: Register,
  asked: { readonly entity?: string; readonly year?: number },
): Promise<Result<StatusAnswer, string>> {
  const cycles = await seeingEveryBody(() => listCycles(db));
  if (asked.entity === undefined) {
    const of = cycles.filter((c) => asked.year === undefined || c.exercise === asked.year);
    return ok({ space, cycles: of.map(({ entity, exercise, status }) => ({ entity, exercise, status })) });
  }
  const cycle = cycles.find((c) => c.entity === asked.entity && (asked.year ?? c.exercise) === c.exercise);
  if (cycle === undefined) {
    const known = cycles.map((c) => `${c.entity} ${c.exercise}`);
    const entities = [...new Set(cycles.map((c) => c.entity))];
    const near = entities.includes(asked.entity) ? '' : meant(asked.entity, entities);
    return err(words.noCycle(asked.entity, asked.year, space, known) + near);
  }
  const today = romeDate(await calendarNow(db));
  const [phases, rows, awaited, directory, readings] = await Promise.all([
    phasesOf(db, cycle.id),
    stepRows(db, cycle.id),
    awaitedOffices(db, cycle.id),
    directoryOf(db, cycle.entity, today),
    readingsWaiting(db, cycle),
  ]);
  const steps = rows.map((row) => stepView(row, today, awaited.get(row.id)));
  const achievements = new Map<string, EntityAchievement>();
  for (const { id } of steps.filter((s) => s.planned.kind === 'checkpoint')) {
    const rollups = (await assessmentOf(db, { cycle: cycle.id, checkpoint: id }))?.rollups ?? [];
    const root = rollups.find((r) => r.node === 'entity');
    if (root === undefined) continue;
    const { achievement, coverage } = root;
    achievements.set(id, { coverage, achievement });
  }
  const { entity, exercise, status, simulated } = cycle;
  const found = { space, entity, exercise, status, simulated, today, phases, steps, directory, achievements };
  return ok({ ...found, readings });
}
