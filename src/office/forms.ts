import { csvForm } from '../documents/forms/csv.js';
import { datasetsOf } from '../documents/forms/datasets.js';
import { htmlForm } from '../documents/forms/html.js';
import { pdfForm } from '../documents/forms/pdf.js';
import { type Pictures, pictureHashes } from '../documents/forms/pictures.js';
import { xlsxForm } from '../documents/forms/xlsx.js';
import { zipForm } from '../documents/forms/zip.js';
import { readSnapshot, type Snapshot } from '../documents/snapshot.js';
import { never } from '../domain/result.js';
import { XLSX_TYPE } from '../files/media-types.js';
import type { Db } from '../register/database.js';
import { type FormKind, formBytes, frozenBytes, type KeptBytes, keepForm } from '../register/documents.js';
import { filesByHash } from '../register/drafting-files.js';

/** The forms a document can be had in. The JSON is the snapshot itself: its SHA-256 is the hash all forms print. */
export const FORMS = ['html', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type Form = (typeof FORMS)[number];

export const FORM_MIMES: Readonly<Record<Form, string>> = {
  html: 'text/html',
  pdf: 'application/pdf',
  xlsx: XLSX_TYPE,
  csv: 'application/zip',
  json: 'application/json',
};

/** The snapshot with a given hash; undefined for none, and for a document frozen as a page before there were snapshots. */
export async function snapshotOf(db: Db, hash: string): Promise<Snapshot | undefined> {
  const frozen = await frozenBytes(db, hash);
  return frozen?.mime === FORM_MIMES.json ? readSnapshot(frozen.bytes) : undefined;
}

/**
 * A form of the document with that hash: the one kept, or made now from the snapshot and kept from now on.
 * `csv` is a zip with a file for each table.
 * @returns undefined when there is no such document, or it has no such form
 */
export async function formOf(db: Db, hash: string, form: Form): Promise<KeptBytes | undefined> {
  if (form === 'json') {
    const snapshot = await snapshotOf(db, hash);
    return snapshot === undefined ? undefined : { mime: FORM_MIMES.json, bytes: snapshot.bytes };
  }
  const kept = await formBytes(db, hash, form);
  if (kept !== undefined) return kept;
  const snapshot = await snapshotOf(db, hash);
  if (snapshot === undefined) return undefined;
  return await keepForm(db, hash, {
    form,
    mime: FORM_MIMES[form],
    bytes: await makeForm(snapshot, form, await picturesOf(db, snapshot)),
  });
}

/** The files of the figures of a snapshot. */
export async function picturesOf(db: Db, { content }: Pick<Snapshot, 'content'>): Promise<Pictures> {
  return await filesByHash(db, pictureHashes(content));
}

/** Writes a snapshot in one form. */
export async function makeForm(snapshot: Snapshot, form: FormKind, pictures: Pictures): Promise<Buffer> {
  switch (form) {
    case 'html':
      return await htmlForm(snapshot, pictures);
    case 'pdf':
      return await pdfForm(snapshot, pictures);
    case 'xlsx':
      return xlsxForm(snapshot);
    case 'csv':
      return zipForm(snapshot);
    default:
      return never(form);
  }
}

/** One table of a document as csv; undefined when it has no table of that name. */
export function tableCsv(snapshot: Snapshot, table: string): Buffer | undefined {
  const dataset = datasetsOf(snapshot.content).find((one) => one.name === table);
  return dataset === undefined ? undefined : csvForm(dataset);
}
