import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { allIndicators } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';
import { err, ok, type Result } from '../domain/result.js';
import { sourceWords } from '../words/sources.js';
import { type Present, present } from './present.js';
import { readYaml, type SeedError } from './read-yaml.js';
import { type SOURCE_UNITS, sourcesSchema } from './source-schema.js';

/** Where one indicator's value is read by itself, and how. */
export type Source = Present<z.output<typeof sourcesSchema>>['sources'][number];

/** How a source is read: CSV, a table or a cell of an Excel sheet, JSON, SQL. */
export type SourceReading = Source['read'];

export type SourceUnit = (typeof SOURCE_UNITS)[number];

/**
 * Reads `sources.yaml` of a body's folder; a body without one has no automatic sources.
 * @param plan the plan on file, whose indicators the sources must name; absent: not checked
 */
export function loadSources(folder: string, plan?: Plan): Result<readonly Source[], readonly SeedError[]> {
  const file = join(folder, 'sources.yaml');
  if (!existsSync(file)) return ok([]);
  const read = readYaml(file, sourcesSchema);
  if (!read.ok) return read;
  const { sources } = present(read.value.value);
  const errors: SeedError[] = [];
  const complain = (index: number, field: 'id' | 'indicator', message: string): void => {
    const path = ['sources', index, field];
    errors.push({ file, line: read.value.lineOf(path), field: path.join('.'), message });
  };
  const codes = plan === undefined ? undefined : new Set(allIndicators(plan).map(({ node }) => node.code));
  sources.forEach((source, i) => {
    for (const field of ['id', 'indicator'] as const) {
      if (sources.findIndex((other) => other[field] === source[field]) !== i) {
        complain(i, field, sourceWords.file.twice(source[field]));
      }
    }
    if (codes?.has(source.indicator) === false) {
      complain(i, 'indicator', sourceWords.file.unknownIndicator(source.indicator));
    }
  });
  return errors.length > 0 ? err(errors) : ok(sources);
}
