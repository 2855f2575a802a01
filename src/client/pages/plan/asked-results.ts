import type { Context } from 'hono';
import { withSupposed } from '../../../domain/confirmed-readings.js';
import { allIndicators } from '../../../domain/findings/walk.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { GridCheckpoint } from '../../../register/reading/grid-rows.js';
import { measuredAt } from '../../../register/reading/measured-so-far.js';
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

interface Asked {
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
  { entity, exercise }: CycleName,
  checkpoint: string,
  { lines, supposition }: Asked,
  individualShown: boolean,
): Promise<Found | undefined> {
  const found = await measuredAt(db, { entity, exercise }, checkpoint);
  if (found === undefined) return undefined;
  const { plan: read, measured, version } = found;
  const { plan, supposed } = withSupposed(individualShown ? read : { ...read, individual: [] });
  const understood = understand(plan, lines);
  const results = supposeResults(
    plan,
    understood.plan,
    measured,
    understood.problems.length === 0 ? understood.values : new Map(),
    supposition,
  );
  const changes = resultChanges(understood.plan, results, new Set(understood.said.keys()));
  const known = allIndicators(plan).map(({ node }) => node);
  const suppositions = supposed.size;
  return { known, understood, results, changes, version, individualShown, suppositions };
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
