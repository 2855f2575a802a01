import type { Context } from 'hono';
import { number } from '../../../../documents/content.js';
import { csvForm } from '../../../../documents/forms/csv.js';
import { datasetsOf } from '../../../../documents/forms/datasets.js';
import { type About, workbookOf } from '../../../../documents/forms/xlsx.js';
import { takeSnapshot } from '../../../../documents/snapshot.js';
import { never } from '../../../../domain/result.js';
import { CSV_TYPE } from '../../../../files/media-types.js';
import { FORM_MIMES } from '../../../../office/forms.js';
import { documentWords } from '../../../../words/documents.js';
import { takeAwayWords as words } from '../../../../words/take-away.js';
import { type PageHeading, TABLE_PARAMETER, type TablesOfPage, type WholeTable } from './tables-of-page.js';

/** The forms in which a table of a page can be asked for; as JSON, for programs, those of a cycle. */
const FORMS = ['csv', 'xlsx', 'json'] as const;
type TableForm = (typeof FORMS)[number];

/** A table somebody asks for, and in which form; `nothing` for what no table is called. */
type TableAsked = { readonly name: string; readonly form: TableForm } | 'nothing';

/** The table that an address asks for: `?tabella=griglia.xlsx`, or the page's own address with `/griglia.xlsx` after it. */
export function tableAsked(c: Context): TableAsked | undefined {
  // Only a page can be asked for again, and its tables with it.
  if (c.req.method !== 'GET') return undefined;
  const written = c.req.param('file') ?? c.req.query(TABLE_PARAMETER);
  if (written === undefined) return undefined;
  const [, name, ending] = /^([a-z0-9-]+)\.([a-z]+)$/.exec(written) ?? [];
  const form = FORMS.find((one) => one === ending);
  return name === undefined || form === undefined ? 'nothing' : { name, form };
}

/** Whether a table is asked for rather than its page: then it is whole, not a page of it. */
export const takesAway = (c: Context): boolean => tableAsked(c) !== undefined;

/** The table asked for as a file to save; undefined when the page has none of that name, or not in that form. */
export function tableFile(c: Context, tables: TablesOfPage, asked: TableAsked): Response | undefined {
  const { heading } = tables;
  if (asked === 'nothing' || heading === undefined) return undefined;
  const table = tables.table(asked.name);
  if (table === undefined) return undefined;
  const bytes = bytesOf({ ...heading, filters: tables.filters }, asked.name, table, asked.form);
  if (bytes === undefined) return undefined;
  c.header('Content-Disposition', `attachment; filename="${fileNameOf(c, table)}.${asked.form}"`);
  const mime = asked.form === 'csv' ? CSV_TYPE : FORM_MIMES[asked.form];
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mime });
}

/** `monitoraggi-ccms-2016`: what it is of, as far as the address says. */
const fileNameOf = (c: Context, { fileName }: WholeTable): string =>
  [fileName, c.req.param('entity'), c.req.param('exercise')]
    .filter((part) => part !== undefined)
    .join('-')
    .replace(/[^\w.-]+/g, '-');

type Said = PageHeading & { readonly filters: string };

function bytesOf(said: Said, name: string, { caption, parts }: WholeTable, form: TableForm): Buffer | undefined {
  const { exercise, entity = '' } = said;
  const title = caption === said.title ? caption : `${said.title}: ${caption}`;
  const content = {
    ...{ kind: name, title, entity, exercise: exercise ?? 0, version: 1, on: said.on, simulated: said.simulated },
    landscape: true,
    sections: [{ level: 2 as const, title, blocks: parts }],
  };
  switch (form) {
    case 'json':
      return exercise === undefined ? undefined : takeSnapshot(content).bytes;
    case 'csv':
      return datasetsOf(content).map(csvForm)[0];
    case 'xlsx':
      return workbookOf(aboutTable(title, said), datasetsOf(content));
    default:
      return never(form);
  }
}

const aboutTable = (title: string, { entity, exercise, on, filters, simulated }: Said): About => [
  [documentWords.sheet.title, title],
  ...(entity === undefined ? [] : [[documentWords.sheet.entity, entity] as const]),
  ...(exercise === undefined ? [] : [[documentWords.sheet.exercise, number(exercise)] as const]),
  [documentWords.sheet.on, { kind: 'day', value: on }],
  ...(filters === '' ? [] : [[words.filters, filters] as const]),
  ...(simulated ? [[documentWords.sheet.note, documentWords.simulated] as const] : []),
];
