import { join } from 'node:path';
import type { ImprovementItem, Transparency } from '../domain/annexes.js';
import { ok, type Result } from '../domain/result.js';
import { type Located, readYaml, type SeedError } from './read-yaml.js';
import { improvementSchema, transparencySchema } from './series-schema.js';

/** Reads `transparency.yaml` of a seed folder: obligations of publication and their state. */
export function loadTransparency(folder: string): Result<Transparency, readonly SeedError[]> {
  const read = loadLocatedTransparency(folder);
  return read.ok ? ok(read.value.value) : read;
}

/** As `loadTransparency`, with places. */
export const loadLocatedTransparency = (folder: string): Result<Located<Transparency>, readonly SeedError[]> =>
  readYaml(join(folder, 'transparency.yaml'), transparencySchema);

/** Reads `improvement.yaml` of a seed folder: the improvement plan of the performance cycle. */
export function loadImprovement(folder: string): Result<readonly ImprovementItem[], readonly SeedError[]> {
  const read = readYaml(join(folder, 'improvement.yaml'), improvementSchema);
  return read.ok ? ok(read.value.value.improvement) : read;
}
