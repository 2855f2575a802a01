import type { Context } from 'hono';
import type { DocumentContent, DocumentHeading, Table } from '../../../documents/content.js';
import { takeSnapshot } from '../../../documents/snapshot.js';
import { FORM_MIMES, makeForm, tableCsv } from '../../../office/forms.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Frame } from './frame.js';

/** The forms in which a table of a page is taken away. */
export const AWAY_FORMS = ['csv', 'xlsx', 'json'] as const;
export type AwayForm = (typeof AWAY_FORMS)[number];

/** The form a file's name asks for: `registro.xlsx` of `registro`; undefined for any other name. */
export const formNamed = (table: string, file: string | undefined): AwayForm | undefined =>
  AWAY_FORMS.find((form) => file === `${table}.${form}`);

/** Heading of what is written now, from a page: it is kept nowhere, so it has no version but the first. */
export const headingNow = ({ today }: Frame, cycle: CycleName, kind: string, title: string): DocumentHeading => ({
  kind,
  title,
  entity: cycle.entityName,
  exercise: cycle.exercise,
  version: 1,
  on: today,
  simulated: cycle.simulated,
});

/** A page's table alone, as the content of a file. */
export const tableContent = (heading: DocumentHeading, table: Table): DocumentContent => ({
  ...heading,
  landscape: true,
  sections: [{ level: 2, title: heading.title, blocks: [table] }],
});

/**
 * Sends a table as a file to save: a csv of its own, not the archive of a document with many.
 * @param table name of the content's only table
 * @throws when the content has no such table
 */
export async function takenAway(
  c: Context,
  content: DocumentContent,
  table: string,
  form: AwayForm,
  fileName: string,
): Promise<Response> {
  const snapshot = takeSnapshot(content);
  const bytes =
    form === 'json' ? snapshot.bytes : form === 'csv' ? tableCsv(snapshot, table) : await makeForm(snapshot, form);
  if (bytes === undefined) throw new Error(`the content ${content.kind} has no table ${table}`);
  c.header('Content-Disposition', `attachment; filename="${fileName}"`);
  const mime = form === 'csv' ? 'text/csv; charset=utf-8' : FORM_MIMES[form];
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mime });
}
