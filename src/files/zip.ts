import { crc32, deflateRawSync } from 'node:zlib';
import type { CivilDate } from '../domain/calendar/types.js';

/** A file of an archive, already compressed. */
export interface PackedFile {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly packed: Buffer;
  /** Day it says it was last changed, as DOS writes days. */
  readonly day: number;
}

/** So that the same contents are the same bytes whenever they are written. */
const FIRST_DAY: CivilDate = '1980-01-01';

/** @param on day of the file, from 1980 on */
export function packFile(name: string, content: string | Uint8Array, on = FIRST_DAY): PackedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const [year = 1980, month = 1, day = 1] = on.split('-').map(Number);
  return {
    name,
    crc: crc32(bytes),
    size: bytes.length,
    packed: deflateRawSync(bytes),
    day: ((year - 1980) << 9) | (month << 5) | day,
  };
}

/** Names are UTF-8, contents deflated. */
const FLAGS = 0x0800;
const DEFLATED = 8;

/** A ZIP archive (APPNOTE 6.3, without its 64-bit part: for files under 4 GB). */
export function zip(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    describe(local, 4, file, name.length);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    describe(central, 6, file, name.length);
    central.writeUInt32LE(offset, 42);
    parts.push(local, name, file.packed);
    directory.push(central, name);
    offset += local.length + name.length + file.packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** What a local and a central header have in common, from the version needed to the length of the name. */
function describe(header: Buffer, at: number, file: PackedFile, nameLength: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(FLAGS, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(file.day, at + 8);
  header.writeUInt32LE(file.crc, at + 10);
  header.writeUInt32LE(file.packed.length, at + 14);
  header.writeUInt32LE(file.size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}
