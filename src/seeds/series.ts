import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.js';
import type { RowReference, Series, SeriesRelation } from '../domain/series.js';
import { planWords } from '../words/plan.js';
import { present } from './present.js';
import { readYaml, type SeedError } from './read-yaml.js';
import { seriesSchema } from './series-schema.js';

/**
 * Reads the historical and benchmark tables: every YAML file of `series/` in a seed folder, in alphabetical order,
 * which is the order documents print them in.
 * Relations may refer to tables of other files. A folder without `series/` has none.
 */
export function loadSeries(folder: string): Result<Series, readonly SeedError[]> {
  const at = join(folder, 'series');
  if (!existsSync(at)) return ok({ tables: [], relations: [] });
  const errors: SeedError[] = [];
  const tables: Series['tables'][number][] = [];
  const relations: { file: string; line: number; field: string; relation: SeriesRelation }[] = [];
  for (const name of readdirSync(at).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = join(at, name);
    const read = readYaml(file, seriesSchema);
    if (!read.ok) {
      errors.push(...read.error);
      continue;
    }
    const content = present(read.value.value);
    content.tables.forEach((table, t) => {
      if (tables.some((other) => other.id === table.id)) {
        const path = ['tables', t, 'id'];
        errors.push({
          file,
          line: read.value.lineOf(path),
          field: path.join('.'),
          message: planWords.load.duplicateCode(table.id),
        });
      }
      table.rows.forEach((row, r) => {
        if (row.cells.length === table.columns.length) return;
        const path = ['tables', t, 'rows', r, 'cells'];
        const message = planWords.load.cells(table.columns.length, row.cells.length);
        errors.push({ file, line: read.value.lineOf(path), field: path.join('.'), message });
      });
      tables.push(table);
    });
    content.relations?.forEach((relation, i) => {
      relations.push({ file, line: read.value.lineOf(['relations', i]), field: `relations.${i}`, relation });
    });
  }
  for (const { file, line, field, relation } of relations) {
    for (const reference of referencesOf(relation)) {
      const table = tables.find((t) => t.id === reference.table);
      const known = table?.rows.some((r) => r.id === reference.row) ?? false;
      const subject = reference.subject;
      const seen = subject === undefined || (table?.columns.some((c) => c.subject === subject) ?? false);
      if (!known || !seen) errors.push({ file, line, field, message: planWords.load.unknownRow(written(reference)) });
    }
  }
  return errors.length > 0 ? err(errors) : ok({ tables, relations: relations.map((r) => r.relation) });
}

function referencesOf(relation: SeriesRelation): readonly RowReference[] {
  if (relation.kind === 'equation') return [...relation.left, ...relation.right];
  if (relation.kind === 'not-above') return [...relation.rows, ...relation.ceiling];
  return 'rows' in relation ? relation.rows : [relation.row];
}

function written(reference: RowReference): string {
  return `${reference.table}/${reference.row}${reference.subject === undefined ? '' : `@${reference.subject}`}`;
}
