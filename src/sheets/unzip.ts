import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry } from 'yauzl';
import { err, ok, type Result } from '../domain/result.js';
import { sheetWords } from '../words/sheets.js';

/** A sheet of 500 indicators unzips to half a megabyte; this much is read in about a second. */
const MAX_UNZIPPED = 10_000_000;
const MAX_FILES = 500;

/** An archive opened with its sizes checked: nothing is unpacked before it is asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** The text of a file; undefined when it is not there. Throws when its content is not what the archive declares. */
  read(name: string): Promise<string | undefined>;
}

/**
 * Opens a ZIP archive held in memory. The sizes it declares are summed before anything is unpacked, and while unpacking a
 * file may not outgrow the one it declared, so that a small archive can not become a large memory.
 */
export async function openArchive(bytes: Uint8Array): Promise<Result<Archive, string>> {
  try {
    const file = await yauzl.fromBufferPromise(asBuffer(bytes), { lazyEntries: true, strictFileNames: false });
    const entries = new Map<string, Entry>();
    let unzipped = 0;
    for await (const entry of file.eachEntry()) {
      unzipped += entry.uncompressedSize;
      if (entries.size >= MAX_FILES || unzipped > MAX_UNZIPPED) return err(sheetWords.file.bomb);
      entries.set(entry.fileName, entry);
    }
    return ok({
      names: [...entries.keys()],
      read: async (name) => {
        const entry = entries.get(name);
        if (entry === undefined) return undefined;
        const stream: Readable = await file.openReadStreamPromise(entry);
        return (await buffer(stream)).toString('utf8');
      },
    });
  } catch {
    // Whatever is wrong in an archive somebody sent, the sentence for them is one.
    return err(sheetWords.file.broken);
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
