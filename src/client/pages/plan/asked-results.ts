import type { Context } from 'hono';
import { periodOf } from '../../../domain/achievement/assess.js';
import { withSupposed } from '../../../domain/confirmed-readings.js';
import { allIndicators } from '../../../domain/findings/walk.js';
import type { Override } from '../../../domain/scorecard/types.js';
import { checkpointOf } from '../../../register/checkpoints.js';
import { withReadings } from '../../../register/confirmed-readings.js';
import { cycleOf } from '../../../register/cycles.js';
import { measuredInTheEnd } from '../../../register/last-year.js';
import { currentMeasurements } from '../../../register/measurements.js';
import { asOverride, overridesOf } from '../../../register/overrides.js';
import { planVersion } from '../../../register/plans.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { GridCheckpoint } from '../../../register/reading/grid-rows.js';
import type { Frame } from '../kit/frame.js';
import type { Site } from '../kit/site.js';
import { MOST, type Understood, understand, type WrittenHypothesis } from './hypotheses.js';
import {
  type ResultChange,
  resultChanges,
  type SupposedResults,
  type Supposition,
  supposeResults,
} from './supposed-results.js';

export interface Asked {
  readonly checkpoint: string;
  readonly supposition: Supposition;
  readonly lines: readonly WrittenHypothesis[];
  /** Indicator whose page the reader comes from. */
  readonly from: string;
}

const LONGEST = 400;

export function askedIn(c: Context): Asked {
  const text = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, LONGEST);
  const supposition = (['target', 'none'] as const).find((one) => one === text('mancanti')) ?? 'no';
  const lines = Array.from({ length: MOST }, (_, i) => i + 1).map((n) => ({
    n,
    code: text(`c${n}`),
    target: text(`t${n}`),
    weight: text(`p${n}`),
    value: text(`v${n}`),
    reading: text(`l${n}`),
    readFor: text(`r${n}`),
  }));
  return { checkpoint: text('monitoraggio'), supposition, lines, from: text('indicatore') };
}

export interface Found {
  /** The plan's indicators, to choose among. */
  readonly known: readonly { readonly code: string; readonly name: string }[];
  readonly understood: Understood;
  readonly results: SupposedResults;
  readonly changes: readonly ResultChange[];
  readonly version: number;
  readonly individualShown: boolean;
  /** Indicators that nobody has confirmed the reading of: their one reading is supposed. */
  readonly suppositions: number;
}

export async function hypothesise(
  db: Site['deps']['register']['db'],
  { id, entity, exercise }: CycleName,
  checkpoint: string,
  { lines, supposition }: Asked,
  individualShown: boolean,
): Promise<Found | undefined> {
  const ref = { cycle: id, checkpoint };
  const [record, cycle, measured, overrides, lastYear] = await Promise.all([
    checkpointOf(db, ref),
    cycleOf(db, id),
    currentMeasurements(db, ref),
    overridesOf(db, id),
    measuredInTheEnd(db, entity, exercise - 1),
  ]);
  if (record === undefined || cycle === undefined) return undefined;
  const version = await planVersion(db, entity, exercise, record.planVersion);
  if (version === undefined) throw new Error(`plan version ${record.planVersion} of ${id} is missing`);
  const { plan: read } = await withReadings(db, version);
  const { plan, supposed } = withSupposed(individualShown ? read : { ...read, individual: [] });
  const understood = understand(plan, lines);
  const standing: readonly Override[] = overrides.map(asOverride);
  const results = supposeResults(
    plan,
    understood.plan,
    {
      actuals: new Map(measured.map((m) => [m.indicator, m.actual])),
      period: periodOf(record),
      policy: cycle.policy,
      overrides: standing,
      lastYear,
    },
    understood.problems.length === 0 ? understood.values : new Map(),
    supposition,
  );
  const changes = resultChanges(understood.plan, results, new Set(understood.said.keys()));
  const known = allIndicators(plan).map(({ node }) => node);
  const suppositions = supposed.size;
  return { known, understood, results, changes, version: version.version, individualShown, suppositions };
}

/** What the page of supposed results shows. */
export interface ResultsPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly checkpoints: readonly GridCheckpoint[];
  readonly chosen: GridCheckpoint | undefined;
  readonly asked: Asked;
  readonly found: Found | undefined;
}
