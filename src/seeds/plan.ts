import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../domain/plan.js';
import { err, ok, type Result } from '../domain/result.js';
import { planWords } from '../words/plan.js';
import { checkReferences } from './plan-references.js';
import { type PlanFile, planSchema, sectionSchemas } from './plan-schema.js';
import { present } from './present.js';
import { type Located, readYaml, type SeedError } from './read-yaml.js';

/** Where a field of a plan is written. */
export interface PlanPlaces {
  /** File and line, from 1, of the field at `path` (`['areas', 0, 'objectives', 1, 'title']`) or of its nearest ancestor. */
  readonly of: (path: readonly PropertyKey[]) => { readonly file: string; readonly line: number };
}

export interface LoadedPlan {
  readonly plan: Plan;
  readonly places: PlanPlaces;
  /** Every file read, in order. */
  readonly files: readonly string[];
}

const sectionKeys = {
  scorecard: 'areas',
  sheets: 'sheets',
  individual: 'individual',
  budget: 'budget',
  resources: 'resources',
} as const;
type SectionFile = keyof typeof sectionKeys;
type SectionKey = (typeof sectionKeys)[SectionFile];

/**
 * Reads a plan.
 * @param target one YAML file holding the whole plan; or a folder with `plan.yaml` and, beside it, the sections in
 *   `scorecard.yaml`, `sheets.yaml`, `individual.yaml`, `budget.yaml`, `resources.yaml`; or a seed folder that keeps all these under `plan/`
 * @returns the plan with the places of its fields, or every error with file, line, field and what was expected
 */
export function loadPlan(target: string): Result<LoadedPlan, readonly SeedError[]> {
  if (!existsSync(target)) return err([{ file: target, line: 0, field: '', message: planWords.load.notFound }]);
  if (!statSync(target).isDirectory()) return assemble(target, undefined);
  const folder = existsSync(join(target, 'plan')) ? join(target, 'plan') : target;
  const header = join(folder, 'plan.yaml');
  if (!existsSync(header)) return err([{ file: folder, line: 0, field: '', message: planWords.load.noHeader }]);
  return assemble(header, folder);
}

/** Puts heading and sections together; all files are read before any error is given, so one run shows them all. */
function assemble(headerFile: string, folder: string | undefined): Result<LoadedPlan, readonly SeedError[]> {
  const errors: SeedError[] = [];
  const header = keep(readYaml(headerFile, planSchema), errors);
  const found = new Map<SectionKey, Pick<Located<unknown>, 'file' | 'lineOf'>>();
  const sections: Partial<Pick<PlanFile, SectionKey>> = {};
  const take = <F extends SectionFile>(name: F): void => {
    const key = sectionKeys[name];
    const file = folder === undefined ? undefined : join(folder, `${name}.yaml`);
    if (header?.value[key] !== undefined) found.set(key, header);
    if (file === undefined || !existsSync(file)) return;
    const read = keep(readYaml(file, sectionSchemas[name]), errors);
    if (read === undefined) return;
    if (found.has(key))
      errors.push({ file, line: read.lineOf([key]), field: key, message: planWords.load.twice(key, headerFile) });
    Object.assign(sections, read.value);
    found.set(key, read);
  };
  for (const name of ['scorecard', 'sheets', 'individual', 'budget', 'resources'] as const) take(name);
  if (header === undefined || errors.length > 0) return err(errors);
  const { areas, sheets, individual, budget, resources, ...heading } = { ...header.value, ...sections };
  if (areas === undefined) return err([{ file: headerFile, line: 1, field: 'areas', message: planWords.load.noAreas }]);
  const plan: Plan = present({
    ...heading,
    areas,
    sheets: sheets ?? [],
    individual: individual ?? [],
    budget: budget ?? { lines: [], totals: [] },
    resources,
  });
  const places: PlanPlaces = {
    of: (path) => {
      const located = [...found].find(([key]) => key === path[0])?.[1] ?? header;
      return { file: located.file, line: located.lineOf(path) };
    },
  };
  const wrong = checkReferences(plan).map((w) => {
    const { file, line } = places.of(w.path);
    return { file, line, field: w.path.map(String).join('.'), message: w.message };
  });
  if (wrong.length > 0) return err(wrong);
  return ok({ plan, places, files: [...new Set([header.file, ...[...found.values()].map((f) => f.file)])] });
}

function keep<T>(read: Result<T, readonly SeedError[]>, errors: SeedError[]): T | undefined {
  if (read.ok) return read.value;
  errors.push(...read.error);
  return undefined;
}
