import { printedNumber } from '../../../../domain/findings/number.js';
import { exactText } from '../../../../domain/rational.js';
import type { SeriesTable } from '../../../../domain/series.js';
import { sentenceCase } from '../../../../words/sentence-case.js';
import type { Point } from '../charts/points.js';

/** One subject of a table: its columns oldest first. */
interface SubjectView {
  readonly id: string;
  readonly columns: readonly { readonly year: number; readonly cell: number }[];
}

/** A table by subject, ready for drawing. */
export interface SeriesView {
  readonly table: SeriesTable;
  readonly subjects: readonly SubjectView[];
  /** True where the columns tell years apart, so that a line says something. */
  readonly overYears: boolean;
}

export function seriesView(table: SeriesTable): SeriesView {
  const ids = [...new Set(table.columns.map((c) => c.subject))];
  const subjects = ids.map((id) => ({
    id,
    columns: table.columns
      .flatMap(({ subject, year }, cell) => (subject === id ? [{ year, cell }] : []))
      .sort((a, b) => a.year - b.year),
  }));
  return { table, subjects, overYears: subjects.some((s) => s.columns.length > 1) };
}

/** The values of a row for one subject, oldest first. */
export function pointsOf(cells: readonly string[], subject: SubjectView): readonly Point[] {
  return subject.columns.map(({ year, cell }) => pointOf(String(year), cells[cell] ?? ''));
}

export function pointOf(label: string, cell: string): Point {
  // Only for drawing.
  const printed = printedNumber(cell);
  const value = printed === undefined ? undefined : Number(exactText(printed.value));
  return { label, value, text: cell };
}

/** Names of the benchmark and of the body itself; of anything else, its id as words: `conto-economico` → `Conto economico`. */
export function subjectTitle(
  id: string,
  entity: { readonly id: string; readonly title: string },
  benchmark: SeriesTable['benchmark'],
): string {
  if (id === entity.id) return entity.title;
  if (id === benchmark?.subject) return benchmark.title;
  const words = id.replaceAll('-', ' ');
  return sentenceCase(words);
}
