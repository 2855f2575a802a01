import type { Context, Handler } from 'hono';
import { fileName } from '../../../documents/print.js';
import { CSV_TYPE, XLSX_TYPE } from '../../../files/media-types.js';
import { FORMS, formOf, snapshotOf, tableCsv } from '../../../office/forms.js';
import { documentBytes, type KeptBytes } from '../../../register/documents.js';
import { attachmentHeader, declareForeign } from './headers.js';
import type { Site } from './site.js';

/** A document in another form, as a file to save; made on first request, the same from then on. */
export function documentForm({ deps }: Site): Handler {
  return async (c) => {
    const hash = c.req.param('hash') ?? '';
    const form = FORMS.find((one) => one === c.req.param('form'));
    const { db } = deps.register;
    const snapshot = form === undefined ? undefined : await snapshotOf(db, hash);
    const found = form === undefined ? undefined : await formOf(db, hash, form);
    if (form === undefined || snapshot === undefined || found === undefined) return c.notFound();
    return saved(c, `"${hash}-${form}"`, found, `${fileName(snapshot.content)}${extensionOf(found.mime)}`);
  };
}

/** One table of a document as csv. */
export function documentTable({ deps }: Site): Handler {
  return async (c) => {
    const hash = c.req.param('hash') ?? '';
    const table = c.req.param('table') ?? '';
    const snapshot = await snapshotOf(deps.register.db, hash);
    const bytes = snapshot === undefined ? undefined : tableCsv(snapshot, table);
    if (snapshot === undefined || bytes === undefined) return c.notFound();
    const found = { mime: CSV_TYPE, bytes };
    return saved(c, `"${hash}-${table}"`, found, `${fileName(snapshot.content)}-${table}.csv`);
  };
}

/** A file that never changes. */
function saved(c: Context, etag: string, { mime, bytes }: KeptBytes, name: string): Response {
  declareForeign(c);
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, max-age=31536000, immutable');
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
  c.header('Content-Type', mime === 'text/html' ? 'text/html; charset=utf-8' : mime);
  c.header('Content-Disposition', attachmentHeader(name));
  return c.body(new Uint8Array(bytes));
}

/** The bytes of a document: HTML for the frame, anything else as a file to save. They never change. */
export function documentContent({ deps }: Site): Handler {
  return async (c) => {
    const hash = c.req.param('hash') ?? '';
    const etag = `"${hash}"`;
    const found = await documentBytes(deps.register.db, hash);
    if (found === undefined) return c.notFound();
    declareForeign(c);
    c.header('ETag', etag);
    c.header('Cache-Control', 'private, max-age=31536000, immutable');
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
    const shown = isHtml(found.mime) && c.req.query('scarica') === undefined;
    c.header('Content-Type', isHtml(found.mime) ? 'text/html; charset=utf-8' : found.mime);
    if (!shown) c.header('Content-Disposition', attachmentHeader(`${hash.slice(0, 12)}${extensionOf(found.mime)}`));
    return c.body(new Uint8Array(found.bytes));
  };
}

export const isHtml = (mime: string): boolean => mime === 'text/html' || mime.startsWith('text/html;');

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'text/csv': '.csv',
  'application/json': '.json',
  [XLSX_TYPE]: '.xlsx',
};

const extensionOf = (mime: string): string => (isHtml(mime) ? '.html' : (EXTENSIONS[mime.split(';')[0] ?? ''] ?? ''));
