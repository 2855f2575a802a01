import { promisify } from 'node:util';
import { crc32, createInflate, deflate } from 'node:zlib';
import { MeanLines, unfilter, withoutAlpha } from './png-rows.js';

const deflated = promisify(deflate);
const SIGNATURE = 8;
/** Bytes of a point, by the kind of colour, at eight bits each: grey, colour, grey or colour with transparency. */
const STEPS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };
/** How hard the points are packed: more takes long for little. */
const LEVEL = 4;
/** Bytes unpacked at a time: with few, asking for the next takes longer than unpacking them. */
const PIECE = 1 << 19;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A PNG with fewer points, each the mean of those it stands for.
 * @returns undefined of one it does not read (a palette, sixteen bits, interlaced lines), or that has no more points than asked
 */
export async function scalePng(bytes: Uint8Array, to: Size): Promise<Buffer | undefined> {
  const { head, beside, data } = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth, colour = -1, , , interlaced] = head.subarray(8);
  const step = STEPS[colour];
  // What is transparent by its colour is none after a mean.
  const keyed = beside.some((one) => one.toString('latin1', 4, 8) === 'tRNS');
  if (step === undefined || depth !== 8 || interlaced !== 0 || keyed || to.width >= width || to.height >= height)
    return undefined;
  const scaled = await scaledLines(data, { width, height }, to, step);
  // Transparency that hides nothing takes a third more wherever the picture is unpacked.
  const opaque = colour === 6 ? withoutAlpha(scaled, to.width) : undefined;
  head.writeUInt32BE(to.width, 0);
  head.writeUInt32BE(to.height, 4);
  if (opaque !== undefined) head[9] = 2;
  return Buffer.concat([
    Buffer.from(bytes.subarray(0, SIGNATURE)),
    pngChunk('IHDR', head),
    ...beside,
    pngChunk('IDAT', await deflated(opaque ?? scaled, { level: LEVEL })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What a PNG that was checked when it was taken consists of: its head, what stands beside its points, its points as packed. */
function partsOf(file: Buffer): { readonly head: Buffer; readonly beside: readonly Buffer[]; readonly data: Buffer } {
  const beside: Buffer[] = [];
  const data: Buffer[] = [];
  let head = Buffer.alloc(13);
  for (let at = SIGNATURE; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, end - 4);
    if (type === 'IHDR') head = Buffer.from(body);
    else if (type === 'IDAT') data.push(body);
    // How many points go on a metre is another thing with fewer of them.
    else if (type !== 'IEND' && type !== 'pHYs') beside.push(file.subarray(at, end));
    at = end;
  }
  return { head, beside, data: Buffer.concat(data) };
}

/** The lines of the smaller picture. The larger one is unpacked a piece at a time, never whole. */
async function scaledLines(packed: Buffer, from: Size, to: Size, step: number): Promise<Buffer> {
  const means = new MeanLines(from, to, step);
  let line = Buffer.alloc(from.width * step + 1);
  let above = Buffer.alloc(line.length);
  let filled = 0;
  const points = createInflate({ chunkSize: PIECE });
  points.end(packed);
  for await (const piece of points as AsyncIterable<Buffer>) {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.copy(line, filled, at);
      at += taken;
      filled += taken;
      if (filled < line.length) continue;
      unfilter(line, above, step);
      means.add(line);
      [line, above] = [above, line];
      filled = 0;
    }
  }
  return means.lines;
}

/** A piece of a PNG with its length before it and its check after it (ISO/IEC 15948, 5.3). */
export function pngChunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}
