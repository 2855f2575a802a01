import { crc32, inflateSync } from 'node:zlib';
import { FILE_LIMITS as LIMITS } from './limits.js';

const SIGNATURE = 8;
/** What a picture is drawn from. Texts, dates, previews and films within it are left out. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs', 'IDAT', 'IEND']);
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A PNG (ISO/IEC 15948) with every part of it checked, so that what is taken can be printed.
 * @returns undefined when it is cut short or damaged
 */
export function readPng(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [file.subarray(0, SIGNATURE)];
  const data: Buffer[] = [];
  let head: Buffer | undefined;
  let ended = false;
  for (let at = SIGNATURE; at + 12 <= file.length && !ended; ) {
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) return undefined;
    const type = file.toString('latin1', at + 4, at + 8);
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined;
    if (KEPT.has(type)) kept.push(file.subarray(at, end));
    if (type === 'IHDR') head = file.subarray(at + 8, end - 4);
    if (type === 'IDAT') data.push(file.subarray(at + 8, end - 4));
    ended = type === 'IEND';
    at = end;
  }
  if (head?.length !== 13 || !ended) return undefined;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const whole = width * height > LIMITS.picturePoints || isWhole(data, head, width, height);
  return whole ? { bytes: Buffer.concat(kept), width, height } : undefined;
}

/** Whether the points of the picture are all there. */
function isWhole(data: readonly Buffer[], head: Buffer, width: number, height: number): boolean {
  const [depth = 0, colour = -1, , , interlaced = 0] = head.subarray(8);
  const channels = CHANNELS[colour];
  if (channels === undefined || depth > 16) return false;
  const size = (Math.ceil((width * channels * depth) / 8) + 1) * height;
  try {
    // Interlaced, each pass has lines of its own: it takes a little more, never less than its points.
    const points = inflateSync(Buffer.concat(data), {
      maxOutputLength: interlaced === 0 ? size + 1_024 : size * 2 + 4_096,
    });
    return points.length >= size || (interlaced !== 0 && points.length >= size - height);
  } catch {
    // Cut short, damaged, or more than it declares: it is not whole.
    return false;
  }
}
