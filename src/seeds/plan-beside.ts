import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BesidePlan } from '../domain/findings/check-plan.js';
import { ok, type Result } from '../domain/result.js';
import type { Series } from '../domain/series.js';
import { loadLocatedTransparency } from './annexes.js';
import { findTemplate } from './calendar.js';
import { loadEntity } from './entity.js';
import { seedsFolder } from './locate.js';
import type { SeedError } from './read-yaml.js';
import { loadLocatedSeries } from './series.js';

/** File and line, from 1, of what a finding's path names; undefined when it names something else. */
export type PlaceBeside = (
  path: readonly PropertyKey[],
) => { readonly file: string; readonly line: number } | undefined;

export interface LoadedBeside extends BesidePlan {
  readonly series: Series;
  /** Where what a finding about something beside the plan speaks of is written: a series, an obligation, a step. */
  readonly placeBeside: PlaceBeside;
  /** What was looked for and is not there. */
  readonly absent: readonly ('entity' | 'series' | 'transparency')[];
}

/**
 * Reads what stands beside a plan and must agree with it: the entity's offices, the steps of its calendar, the
 * historical series, the transparency obligations. A file that is not there is no error; one that is wrong is.
 * @param target what was given to `loadPlan`
 * @param seeds folder that holds `calendars/`
 */
export function loadBeside(target: string, seeds: string = seedsFolder()): Result<LoadedBeside, readonly SeedError[]> {
  const folder = seedFolderOf(target);
  const absent: LoadedBeside['absent'][number][] = [];
  const series = loadLocatedSeries(folder);
  if (!series.ok) return series;
  if (series.value.series.tables.length === 0) absent.push('series');
  // What a cycle has measured is in the register, and not in files.
  let beside: BesidePlan = { lastYear: new Map() };
  const places = new Map<string, PlaceBeside>([['relations', series.value.of]]);
  if (!existsSync(join(folder, 'transparency.yaml'))) absent.push('transparency');
  else {
    const transparency = loadLocatedTransparency(folder);
    if (!transparency.ok) return transparency;
    const { file, lineOf, value } = transparency.value;
    places.set('groups', (path) => ({ file, line: lineOf(path) }));
    beside = { ...beside, transparency: value };
  }
  if (!existsSync(join(folder, 'entity.yaml'))) absent.push('entity');
  else {
    const entity = loadEntity(join(folder, 'entity.yaml'));
    if (!entity.ok) return entity;
    const template = findTemplate(entity.value.value.template, seeds);
    if (!template.ok) return template;
    const { file, lineOf, value } = template.value;
    const placed = value.phases.flatMap((phase, p) =>
      phase.steps.map(({ id, number, title }, s) => ({
        step: { id, phase: phase.id, number, title },
        at: ['phases', p, 'steps', s],
      })),
    );
    places.set('steps', ([, i, ...field]) => {
      const at = placed[Number(i)]?.at;
      return at === undefined ? undefined : { file, line: lineOf([...at, ...field]) };
    });
    const steps = placed.map(({ step }) => step);
    beside = { ...beside, offices: entity.value.value.offices.map((o) => o.id), steps };
  }
  return ok({
    ...beside,
    series: series.value.series,
    placeBeside: (path) => places.get(String(path[0]))?.(path),
    absent,
  });
}

/** A plan lies in its body's folder, or one below it in `plan/`. */
function seedFolderOf(target: string): string {
  const near = statSync(target).isDirectory() ? target : dirname(target);
  return [near, dirname(near)].find((folder) => existsSync(join(folder, 'entity.yaml'))) ?? near;
}
