import type { Series, SeriesTable } from '../domain/series.js';
import { documentWords as words } from '../words/documents.js';
import type { Section } from './content.js';

/** The historical and benchmark tables that belong to a chapter of the Piano, as their source says (`cap. 3.2.1, …`). */
export function seriesSections(entity: string, series: Series | undefined, chapter: string): readonly Section[] {
  const tables = (series?.tables ?? []).filter((table) => table.source.startsWith(`cap. ${chapter}.`));
  if (tables.length === 0) return [];
  return [{ level: 3, title: words.series.title, blocks: tables.map((table) => tableOf(entity, table)) }];
}

function tableOf(entity: string, { id, title, columns, rows }: SeriesTable): Section['blocks'][number] {
  const grouped = rows.some((row) => row.group !== undefined);
  const subjects = new Set(columns.map((column) => column.subject));
  const named = (subject: string): string => (subject === entity ? words.series.own : capital(subject));
  return {
    kind: 'table',
    dataset: `serie-${id}`,
    caption: title,
    columns: [
      ...(grouped ? [{ title: words.series.group, share: 2 }] : []),
      { title: words.series.row, share: 4, heads: true },
      ...columns.map(({ subject, year }) => ({
        title: subjects.size === 1 ? String(year) : `${named(subject)} ${year}`,
        figures: true,
        share: 1.2,
      })),
    ],
    rows: rows.map((row) => ({ cells: [...(grouped ? [row.group ?? ''] : []), row.name, ...row.cells] })),
  };
}

/** `media-toscana` → `Media toscana`. */
const capital = (id: string): string => `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
