import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ImprovementItem, Transparency } from '../domain/annexes.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import type { Entity } from '../domain/entity.js';
import type { Plan } from '../domain/plan.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Series } from '../domain/series.js';
import { loadImprovement, loadTransparency } from './annexes.js';
import { type BodyFiles, loadBody } from './body.js';
import { loadEntity } from './entity.js';
import type { Found } from './found.js';
import { shortPath } from './locate.js';
import { loadNarrative, type NarrativeText } from './narrative.js';
import { outlinesIn } from './outline.js';
import { loadPlan } from './plan.js';
import type { Located, SeedError } from './read-yaml.js';
import { loadSeries } from './series.js';
import { loadSeriesSources, type SeriesSource } from './series-sources.js';
import { loadSources, type Source } from './sources.js';

/** What a body prints beside its plan: chapters of its own, historical tables, obligations, improvement. */
export interface BesidePlan {
  readonly narrative: readonly NarrativeText[];
  readonly series: Series;
  readonly transparency?: Transparency;
  readonly improvement?: readonly ImprovementItem[];
  /** Where a year of the series is read by itself. */
  readonly seriesSources?: readonly SeriesSource[];
}

/** Everything the files of one body say. */
export interface Body {
  readonly folder: string;
  readonly entity: Entity;
  readonly plan: Plan | undefined;
  readonly files: BodyFiles;
  readonly sources: readonly Source[];
  readonly beside: BesidePlan;
  /** Its own outlines of documents, in place of those it shares with others. */
  readonly outlines: readonly Located<DocumentOutline>[];
}

/** What was read, or nothing where there were errors: those are kept apart. */
export type Keep = <T>(read: Result<T, readonly SeedError[]>) => T[];

/** The body a folder describes, with its plan; nothing where none is. */
export function foundIn(folder: string, keep: Keep): readonly Found[] {
  const file = join(folder, 'entity.yaml');
  if (!existsSync(file)) return [];
  return keep(loadEntity(shortPath(file))).map((at): Found => {
    const hasPlan = existsSync(join(folder, 'plan.yaml')) || existsSync(join(folder, 'plan'));
    const [plan] = hasPlan ? keep(loadPlan(shortPath(folder))) : [];
    return { entity: at.value, folder, at, plan };
  });
}

/** The bodies with the rest of their files. */
export function completed(found: readonly Found[], keep: Keep): readonly Body[] {
  const files = found.map(({ folder, entity }) => keep(loadBody(folder, entity))[0] ?? NO_FILES);
  const sources = found.map(({ folder, plan }) => keep(loadSources(folder, plan?.plan)).flat());
  const beside = found.map(({ folder }) => besideIn(folder, keep));
  const outlines = found.map(({ folder }) => keep(outlinesIn(join(folder, 'documents'))).flat());
  return found.map(({ folder, entity, plan }, i) => ({
    folder,
    entity,
    plan: plan?.plan,
    files: files[i] ?? NO_FILES,
    sources: sources[i] ?? [],
    beside: beside[i] ?? { narrative: [], series: NO_SERIES },
    outlines: outlines[i] ?? [],
  }));
}

/** One body by itself. @returns every error of its files */
export function readBody(folder: string): Result<Body, readonly SeedError[]> {
  const errors: SeedError[] = [];
  const keep: Keep = (read) => {
    if (read.ok) return [read.value];
    errors.push(...read.error);
    return [];
  };
  const [body] = completed(foundIn(folder, keep), keep);
  return body === undefined || errors.length > 0 ? err(errors) : ok(body);
}

function besideIn(folder: string, keep: Keep): BesidePlan {
  const [series = NO_SERIES] = keep(loadSeries(folder));
  const [seriesSources = []] = keep(loadSeriesSources(folder, series));
  const [narrative = []] = keep(loadNarrative(folder));
  const [transparency] = existsSync(join(folder, 'transparency.yaml')) ? keep(loadTransparency(folder)) : [];
  const [improvement] = existsSync(join(folder, 'improvement.yaml')) ? keep(loadImprovement(folder)) : [];
  return {
    narrative,
    series,
    transparency,
    improvement,
    seriesSources: seriesSources.length === 0 ? undefined : seriesSources,
  };
}

const NO_SERIES: Series = { tables: [], relations: [] };
const NO_FILES: BodyFiles = { profile: { chapters: [], stakeholders: [] }, followed: [] };
