import type { DocumentContent } from './content.js';
import { htmlForm } from './forms/html.js';
import { NO_PICTURES, type Pictures } from './forms/pictures.js';
import { takeSnapshot } from './snapshot.js';

/** A document ready to be frozen: its snapshot, whose hash a board decides on, and the page the board reads. */
export interface WrittenDocument {
  readonly kind: string;
  readonly title: string;
  readonly mime: 'application/json';
  /** The snapshot. */
  readonly bytes: Buffer;
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly hash: string;
  /** Made with the document and kept with it. */
  readonly forms: readonly { readonly form: 'html'; readonly mime: 'text/html'; readonly bytes: Buffer }[];
}

/** Takes the snapshot of a document and writes the page it is read on. */
export async function writeDocument(
  content: DocumentContent,
  pictures: Pictures = NO_PICTURES,
): Promise<WrittenDocument> {
  const snapshot = takeSnapshot(content);
  return {
    kind: content.kind,
    title: content.title,
    mime: 'application/json',
    bytes: snapshot.bytes,
    hash: snapshot.hash,
    forms: [{ form: 'html', mime: 'text/html', bytes: await htmlForm(snapshot, pictures) }],
  };
}
