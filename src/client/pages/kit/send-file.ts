import type { Context } from 'hono';
import type { FileBytes } from '../../../register/acts.js';
import { attachmentHeader, declareForeign } from './headers.js';

/** A file somebody sent, always as one to save: never as a page of ours. */
export function sendFile(c: Context, file: FileBytes): Response {
  declareForeign(c);
  c.header('Content-Type', file.mime);
  c.header('Content-Disposition', attachmentHeader(file.name));
  return c.body(new Uint8Array(file.bytes));
}
