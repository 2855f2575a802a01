import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Beside } from '../domain/findings/check-plan.js';
import { ok, type Result } from '../domain/result.js';
import type { Series } from '../domain/series.js';
import { loadTransparency } from './annexes.js';
import { findTemplate } from './calendar.js';
import { loadEntity } from './entity.js';
import { seedsFolder } from './locate.js';
import type { SeedError } from './read-yaml.js';
import { type LocatedSeries, loadLocatedSeries } from './series.js';

export interface LoadedBeside extends Beside {
  readonly series: Series;
  /** Where what a finding about the series speaks of is written. */
  readonly placeInSeries: LocatedSeries['of'];
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
  let beside: Beside = {};
  if (!existsSync(join(folder, 'transparency.yaml'))) absent.push('transparency');
  else {
    const transparency = loadTransparency(folder);
    if (!transparency.ok) return transparency;
    beside = { transparency: transparency.value };
  }
  if (!existsSync(join(folder, 'entity.yaml'))) absent.push('entity');
  else {
    const entity = loadEntity(join(folder, 'entity.yaml'));
    if (!entity.ok) return entity;
    const template = findTemplate(entity.value.value.template, seeds);
    if (!template.ok) return template;
    const steps = template.value.value.phases.flatMap((phase) =>
      phase.steps.map(({ id, number, title }) => ({ id, phase: phase.id, number, title })),
    );
    beside = { ...beside, offices: entity.value.value.offices.map((o) => o.id), steps };
  }
  return ok({ ...beside, series: series.value.series, placeInSeries: series.value.of, absent });
}

/** A plan lies in its body's folder, or one below it in `plan/`. */
function seedFolderOf(target: string): string {
  const near = statSync(target).isDirectory() ? target : dirname(target);
  return [near, dirname(near)].find((folder) => existsSync(join(folder, 'entity.yaml'))) ?? near;
}
