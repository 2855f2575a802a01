import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { err, ok, type Result } from '../domain/result.js';
import type { Series } from '../domain/series.js';
import { planWords } from '../words/plan.js';
import { sourceWords } from '../words/sources.js';
import { type Present, present } from './present.js';
import { readYaml, type SeedError } from './read-yaml.js';
import { seriesSourcesSchema } from './source-schema.js';

/** Where a year of one row of a series is read by itself, and how. */
export type SeriesSource = Present<z.output<typeof seriesSourcesSchema>>['sources'][number];

/** Reads `series-sources.yaml` of a body's folder; a body without one has none. @returns also rows that its series have not */
export function loadSeriesSources(
  folder: string,
  series: Series,
): Result<readonly SeriesSource[], readonly SeedError[]> {
  const file = join(folder, 'series-sources.yaml');
  if (!existsSync(file)) return ok([]);
  const read = readYaml(file, seriesSourcesSchema);
  if (!read.ok) return read;
  const { sources } = present(read.value.value);
  const errors = sources.flatMap((source, i): SeedError[] => {
    const wrong = (field: 'id' | 'series', message: string): SeedError => {
      const path = ['sources', i, field];
      return { file, line: read.value.lineOf(path), field: path.join('.'), message };
    };
    const { table, row } = source.series;
    const known = series.tables.find(({ id }) => id === table)?.rows.some(({ id }) => id === row) ?? false;
    return [
      ...(sources.findIndex(({ id }) => id === source.id) === i
        ? []
        : [wrong('id', sourceWords.file.twice(source.id))]),
      ...(known ? [] : [wrong('series', planWords.load.unknownRow(`${table}/${row}`))]),
    ];
  });
  return errors.length > 0 ? err(errors) : ok(sources);
}
