import type { Compared, Side } from '../../../domain/scorecard/side-by-side.js';
import type { Db } from '../../../register/database.js';
import { type ComputedCheckpoint, computedCheckpoints } from '../../../register/reading/checkpoint.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { type ResultsAt, resultsAt } from '../../../register/reading/results-at.js';
import { seeing } from '../../../register/sight.js';
import { consoleWords } from '../../../words/console.js';
import { sideBySideWords as words } from '../../../words/side-by-side.js';

/** Two cycles with the results that are put side by side; a cycle without any has none. */
export interface SidesFound {
  readonly compared: Compared;
  /** Days of the year, `04-30`, at which both have results, the latest first. */
  readonly moments: readonly string[];
  /** The one shown; undefined where they have none in common, and the last of each is shown. */
  readonly moment: string | undefined;
  readonly first: ResultsAt | undefined;
  readonly second: ResultsAt | undefined;
}

/**
 * The results of two cycles at the same day of the year: the one asked for, or the latest there is; each is looked for among the rows
 * of its own body.
 * @param asked `04-30`; of a day that is not common to both nothing is made
 */
export async function sidesOf(
  db: Db,
  first: CycleName,
  second: CycleName,
  asked: string | undefined,
): Promise<SidesFound> {
  const [ones, others] = await Promise.all(
    [first, second].map((cycle) => seeing(cycle.entity, () => computedCheckpoints(db, cycle.id))),
  );
  const days = new Set(others?.map(dayOf));
  const moments = [...new Set(ones?.map(dayOf))].filter((day) => days.has(day));
  const moment = moments.find((day) => day === asked) ?? moments[0];
  const at = (cycle: CycleName, computed: readonly ComputedCheckpoint[] | undefined) => {
    const checkpoint = computed?.find((one) => moment === undefined || dayOf(one) === moment);
    return checkpoint && seeing(cycle.entity, () => resultsAt(db, cycle, checkpoint));
  };
  const compared = first.entity === second.entity ? 'exercises' : 'bodies';
  return { compared, moments, moment, first: await at(first, ones), second: await at(second, others) };
}

/** Of the body that comes first, the latest cycle that has results: what has none is put beside nothing unless somebody asks. */
export async function lastWithResults(db: Db, cycles: readonly CycleName[]): Promise<CycleName | undefined> {
  for (const cycle of cycles) {
    if (cycle.entity !== cycles[0]?.entity) continue;
    const computed = await seeing(cycle.entity, () => computedCheckpoints(db, cycle.id));
    if (computed.length > 0) return cycle;
  }
  return undefined;
}

/** What of the results is compared. */
export const sideOf = ({ cycle, tree, assessment }: ResultsAt): Side => ({
  exercise: cycle.exercise,
  tree,
  rollups: assessment.rollups,
  indicators: assessment.indicators,
  overrides: assessment.overrides,
});

const dayOf = ({ to }: ComputedCheckpoint): string => to.slice(5);

/** A cycle among those of several bodies and years. */
export const cycleTitle = ({ entityName, exercise, simulated }: CycleName): string =>
  words.cycle(entityName, exercise, simulated ? consoleWords.simulated.label.toLowerCase() : undefined);
