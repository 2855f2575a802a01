import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry } from 'yauzl';
import { err, ok, type Result } from '../domain/result.js';
import { fileWords } from '../words/files.js';
import { TooLarge } from './budget.js';
import { FILE_LIMITS as LIMITS } from './limits.js';

/** An archive opened with its sizes checked: nothing is unpacked before it is asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** The text of a file; undefined when it is not there. Throws when it is not what the archive declares, or `TooLarge`. */
  read(name: string): Promise<string | undefined>;
  /** The bytes of a file, as `read` gives its text. */
  bytes(name: string): Promise<Buffer | undefined>;
  /**
   * A file as pieces of text; undefined when it is not there. Throws when read, as `read` does.
   * @param most how large it may be; a part of which little is kept may be all there is
   */
  pieces(name: string, most?: number): AsyncIterable<string> | undefined;
}

/**
 * Opens a ZIP archive held in memory. The sizes it declares are summed before anything is unpacked, and while unpacking a
 * file may not outgrow the one it declared, so that a small archive can not become a large memory.
 */
export async function openArchive(packed: Uint8Array): Promise<Result<Archive, string>> {
  try {
    const file = await yauzl.fromBufferPromise(asBuffer(packed), { lazyEntries: true, strictFileNames: false });
    const entries = new Map<string, Entry>();
    let [unpacked, files] = [0, 0];
    for await (const entry of file.eachEntry()) {
      unpacked += entry.uncompressedSize;
      files += 1;
      if (files > LIMITS.archiveFiles || unpacked > LIMITS.unpacked) return err(fileWords.bomb);
      entries.set(entry.fileName, entry);
    }
    const bytes = async (name: string): Promise<Buffer | undefined> => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      refuseLarge(entry, LIMITS.part);
      const stream: Readable = await file.openReadStreamPromise(entry);
      return await buffer(stream);
    };
    return ok({
      names: [...entries.keys()],
      bytes,
      read: async (name) => (await bytes(name))?.toString('utf8'),
      pieces: (name, most = LIMITS.part) => {
        const entry = entries.get(name);
        if (entry === undefined) return undefined;
        refuseLarge(entry, most);
        return textOf(() => file.openReadStreamPromise(entry));
      },
    });
  } catch {
    // Whatever is wrong in an archive somebody sent, the sentence for them is one.
    return err(fileWords.broken);
  }
}

function refuseLarge(entry: Entry, most: number): void {
  if (entry.uncompressedSize > most) throw new TooLarge(fileWords.bomb);
}

async function* textOf(open: () => Promise<Readable>): AsyncIterable<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const stream = await open();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

/** XML is in UTF-8 unless it begins with the mark of UTF-16. */
function encodingOf(first: Uint8Array): string {
  const mark = first.subarray(0, 2).join();
  return mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
