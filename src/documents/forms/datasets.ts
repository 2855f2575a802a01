import { documentWords as words } from '../../words/documents.js';
import { type Cell, CHART_TABLE, type Column, type DocumentContent, type Table, tablesOf } from '../content.js';

/** One whole table as data: the parts a page prints apart are one, told apart by a column. */
export interface Dataset {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The tables of a document as xlsx and csv give them, in the order they first appear. */
export function datasetsOf(content: DocumentContent): readonly Dataset[] {
  const tables = numbered(tablesOf(content));
  const names = [...new Set(tables.map((table) => table.dataset))];
  return names.map((name) =>
    together(
      name,
      tables.filter((table) => table.dataset === name),
    ),
  );
}

/** The figures of charts have no name: the document numbers them. */
function numbered(tables: readonly Table[]): readonly Table[] {
  let charts = 0;
  return tables.map((table) => {
    if (table.dataset !== CHART_TABLE) return table;
    charts += 1;
    return { ...table, dataset: `${CHART_TABLE}-${charts}` };
  });
}

function together(name: string, parts: readonly Table[]): Dataset {
  const [first] = parts;
  if (first === undefined) throw new Error(`the dataset ${name} has no table`);
  const odd = parts.find((part) => part.columns.length !== first.columns.length);
  if (odd !== undefined) throw new Error(`the parts of the dataset ${name} do not have the same columns`);
  const levelled = parts.some((part) => part.rows.some((row) => row.level !== undefined));
  return {
    name,
    title: words.datasets[name] ?? first.caption,
    columns: [
      ...(first.part === undefined ? [] : [{ title: first.part.column }]),
      ...(levelled ? [{ title: words.level }] : []),
      ...first.columns,
    ],
    rows: parts.flatMap((part) =>
      part.rows.map((row) => [
        ...(part.part === undefined ? [] : [part.part.value]),
        ...(levelled ? [row.level ?? ''] : []),
        ...row.cells,
      ]),
    ),
  };
}
