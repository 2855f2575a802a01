import { checkSeries } from '../domain/findings/series.js';
import type { Series, SeriesRelation, SeriesTable } from '../domain/series.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, type Column, paragraph, type Section } from './content.js';
import { chartOf } from './named-chart.js';

/** The historical and benchmark tables that belong to a chapter of the Piano, as their source says (`cap. 3.2.1, …`). */
export function seriesSections(entity: string, series: Series | undefined, chapter: string): readonly Section[] {
  const tables = (series?.tables ?? []).filter((table) => table.source.startsWith(`cap. ${chapter}.`));
  if (tables.length === 0) return [];
  const title = words.series.chapters[chapter] ?? words.series.title;
  return [{ level: 3, title, blocks: tables.flatMap((table) => seriesBlocks(entity, table, series?.relations)) }];
}

/**
 * A table with what it certainly prints wrong, and the charts that are drawn of it.
 * @param entity whose own columns are called so
 * @param relations what must hold among its rows
 */
export const seriesBlocks = (
  entity: string,
  table: SeriesTable,
  relations: readonly SeriesRelation[] = [],
): readonly Block[] => [
  seriesTable(entity, table),
  ...wrongSigns(table, relations).map((fact) => paragraph(words.series.wrongSign(fact))),
  ...(table.charts ?? []).flatMap((rows): readonly Block[] => {
    const chart = chartOf(table, rows, entity);
    if (chart === undefined) return [];
    const titles = rows.map((row) => (table.rows.find(({ id }) => id === row)?.name ?? row).replace(/^\d+\.\s*/, ''));
    const [first, last] = [chart.labels[0] ?? '', chart.labels.at(-1) ?? ''];
    const caption = words.series.chart(table.title, titles, unitOf(table, rows));
    return [{ kind: 'chart', ...chart, caption, alt: words.series.chartAlt(caption, first, last), besideTable: true }];
  }),
];

/** The figures of a table whose sign its own sum contradicts, each in a sentence: they stay as they are printed. */
function wrongSigns(table: SeriesTable, relations: readonly SeriesRelation[]): readonly string[] {
  const alone = new Set(table.columns.map(({ subject }) => subject)).size === 1;
  const own = relations.flatMap((one): readonly SeriesRelation[] =>
    one.kind !== 'composition' || one.rows.some((row) => row.table !== table.id)
      ? []
      : // Of a table of one body its sentences name nobody.
        [alone ? { ...one, rows: one.rows.map(({ subject: _, ...row }) => row) } : one],
  );
  return checkSeries({ tables: [table], relations: own }).flatMap(({ code, fact }) =>
    code === 'sign-missing' ? [fact] : [],
  );
}

/** What the drawn rows are counted in, where they are counted in one thing. */
function unitOf(table: SeriesTable, rows: readonly string[]): string | undefined {
  const units = new Set(rows.map((row) => table.rows.find(({ id }) => id === row)?.unit ?? table.unit));
  return units.size === 1 ? [...units][0] : undefined;
}

/** A percentage is written in each cell; of sums of money, mostly, the source says what they are nowhere. */
const titleOf = ({ title, unit, rows }: SeriesTable): string =>
  unit === 'euro' && !rows.some(({ cells }) => cells.some((cell) => cell.includes('€')))
    ? words.series.inUnit(title, unit)
    : title;

/** One historical or benchmark table. @param entity whose own columns are called so */
function seriesTable(entity: string, table: SeriesTable): Block {
  const { id, note, headings, benchmark, columns, rows } = table;
  const title = titleOf(table);
  const grouped = rows.some((row) => row.group !== undefined);
  const defined = rows.some((row) => row.definition !== undefined);
  const subjects = new Set(columns.map((column) => column.subject));
  const named = (subject: string): string =>
    subject === entity ? words.series.own : subject === benchmark?.subject ? benchmark.title : capitals(subject);
  return {
    kind: 'table',
    dataset: `serie-${id}`,
    caption: note === undefined ? title : `${title} (${note})`,
    columns: [
      ...(grouped ? [{ title: headings?.group ?? words.series.group, share: 2 }] : []),
      { title: headings?.row ?? words.series.row, share: 4, heads: true },
      ...(defined ? [{ title: words.series.definition, share: 5 }] : []),
      ...columns.map(
        ({ subject, year }): Column => ({
          title: subjects.size === 1 ? String(year) : `${named(subject)} ${year}`,
          figures: true,
          share: 1.2,
        }),
      ),
    ],
    rows: rows.map((row) => ({
      cells: [
        ...(grouped ? [row.group ?? ''] : []),
        row.name,
        ...(defined ? [row.definition ?? ''] : []),
        ...row.cells,
      ],
    })),
  };
}

/** `conto-economico` → `Conto Economico`. */
const capitals = (id: string): string =>
  id
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ');
