import { printedNumber } from '../domain/findings/number.js';
import { exactText } from '../domain/rational.js';
import type { SeriesTable } from '../domain/series.js';
import { documentWords as words } from '../words/documents.js';
import { sentenceCase } from '../words/sentence-case.js';
import type { NamedChart } from './markdown.js';

/** More lines than these cannot be told apart. */
const MOST_LINES = 4;

/**
 * The rows of a series a text names, `TABLE/ROW,ROW`: one row alone is drawn for each subject it is known of, several are drawn
 * for the body itself, or for the first subject of the table where the body is none of them.
 * @returns undefined when there is no such table or row, nothing to draw, or too much to tell apart
 */
export function chartNamed(name: string, tables: readonly SeriesTable[], entity: string): NamedChart | undefined {
  const [, id = '', list = ''] = /^([^/]+)\/(.+)$/.exec(name) ?? [];
  const table = tables.find((one) => one.id === id);
  return table === undefined
    ? undefined
    : chartOf(
        table,
        list.split(',').map((row) => row.trim()),
        entity,
      );
}

/** The chart of some rows of a table, by their ids, as `chartNamed` draws it. */
export function chartOf(table: SeriesTable, asked: readonly string[], entity: string): NamedChart | undefined {
  const rows = asked.flatMap((row) => table.rows.find((one) => one.id === row) ?? []);
  if (rows.length !== asked.length) return undefined;
  const subjects = [...new Set(table.columns.map((column) => column.subject))];
  const own = subjects.includes(entity) ? entity : subjects[0];
  const drawn = rows.length === 1 ? subjects : subjects.filter((subject) => subject === own);
  const years = [
    ...new Set(table.columns.filter(({ subject }) => drawn.includes(subject)).map(({ year }) => year)),
  ].sort();
  const lines = rows.flatMap((row) =>
    drawn.map((subject) => ({
      title: rows.length === 1 ? subjectTitle(table, subject, entity) : row.name,
      values: years.map((year) => {
        const at = table.columns.findIndex((column) => column.subject === subject && column.year === year);
        const read = printedNumber(row.cells[at] ?? '');
        return read === undefined ? null : exactText(read.value);
      }),
    })),
  );
  if (lines.length > MOST_LINES || lines.every(({ values }) => values.every((value) => value === null)))
    return undefined;
  return { labels: years.map(String), lines };
}

function subjectTitle({ benchmark }: SeriesTable, subject: string, entity: string): string {
  if (subject === entity) return words.series.own;
  if (subject === benchmark?.subject) return benchmark.title;
  const text = subject.replaceAll('-', ' ');
  return sentenceCase(text);
}
