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
  const read = loadLocatedSeries(folder);
  return read.ok ? ok(read.value.series) : read;
}

/** The tables with the places of what their relations speak of. */
interface LocatedSeries {
  readonly series: Series;
  /** File and line, from 1, of the row that the relation at `path` (`['relations', 3]`) judges. */
  readonly of: (path: readonly PropertyKey[]) => { readonly file: string; readonly line: number } | undefined;
}

/** As `loadSeries`, with places. */
export function loadLocatedSeries(folder: string): Result<LocatedSeries, readonly SeedError[]> {
  const at = join(folder, 'series');
  if (!existsSync(at)) return ok({ series: { tables: [], relations: [] }, of: () => undefined });
  const places = new Map<string, { readonly file: string; readonly line: number }>();
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
      const other = table.benchmark?.subject;
      if (other !== undefined && !table.columns.some((column) => column.subject === other)) {
        const path = ['tables', t, 'benchmark', 'subject'];
        const message = planWords.load.noBenchmark(other);
        errors.push({ file, line: read.value.lineOf(path), field: path.join('.'), message });
      }
      table.charts?.forEach((rows, at) => {
        const unknown = rows.find((row) => !table.rows.some(({ id }) => id === row));
        if (unknown === undefined) return;
        const path = ['tables', t, 'charts', at];
        const message = planWords.load.unknownRow(`${table.id}/${unknown}`);
        errors.push({ file, line: read.value.lineOf(path), field: path.join('.'), message });
      });
      table.rows.forEach((row, r) => {
        places.set(`${table.id}/${row.id}`, { file, line: read.value.lineOf(['tables', t, 'rows', r]) });
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
  if (errors.length > 0) return err(errors);
  return ok({
    series: { tables, relations: relations.map((r) => r.relation) },
    of: ([, i]) => {
      const relation = relations[Number(i)]?.relation;
      const judged = relation === undefined ? undefined : judgedBy(relation);
      return judged === undefined ? undefined : places.get(`${judged.table}/${judged.row}`);
    },
  });
}

/** The row whose value a relation is about: a total, or the first of those it compares. */
function judgedBy(relation: SeriesRelation): RowReference | undefined {
  return relation.kind === 'equation' ? (relation.right[0] ?? relation.left[0]) : referencesOf(relation)[0];
}

function referencesOf(relation: SeriesRelation): readonly RowReference[] {
  if (relation.kind === 'equation') return [...relation.left, ...relation.right];
  if (relation.kind === 'not-above') return [...relation.rows, ...relation.ceiling];
  return 'rows' in relation ? relation.rows : [relation.row];
}

function written(reference: RowReference): string {
  return `${reference.table}/${reference.row}${reference.subject === undefined ? '' : `@${reference.subject}`}`;
}
