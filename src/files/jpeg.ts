/** Start of frame: all but those of Huffman and arithmetic tables, and of the extension. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const [SCAN, END, APP0, APP1, APP2, APP14, COMMENT] = [0xda, 0xd9, 0xe0, 0xe1, 0xe2, 0xee, 0xfe] as const;

/**
 * A JPEG (ITU-T T.81) without what a camera says beside the picture: place, time, preview. Which side is up is kept.
 * @returns undefined when it is cut short or damaged
 */
export function readJpeg(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [file.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let up = 1;
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) return undefined;
    const segment = file.subarray(at, end);
    if (marker === SCAN) {
      const last = file.lastIndexOf(Buffer.of(0xff, END));
      if (size === undefined || last < end) return undefined;
      const turned = up >= 5 ? { width: size.height, height: size.width } : size;
      return { bytes: Buffer.concat([...kept, file.subarray(at, last + 2)]), ...turned };
    }
    if (isFrame(marker) && segment.length >= 9) {
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    }
    if (marker === APP1) {
      up = orientationIn(segment) ?? up;
      if (up > 1) kept.push(orientation(up));
    } else if (marker === APP0 || marker === APP2 || marker === APP14 || (marker < APP0 && marker !== COMMENT)) {
      kept.push(segment);
    }
    at = end;
  }
  return undefined;
}

/** Which side is up in a JPEG that was taken, 1 to 8: 1 is as it lies. */
export function orientationOf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== SCAN; ) {
    const end = at + 2 + file.readUInt16BE(at + 2);
    const up = file[at + 1] === APP1 ? orientationIn(file.subarray(at, end)) : undefined;
    if (up !== undefined) return up;
    at = end;
  }
  return 1;
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;

/** Which side is up, 1 to 8, as Exif says it. */
function orientationIn(segment: Buffer): number | undefined {
  if (!segment.subarray(4, 10).equals(EXIF) || segment.length < 26) return undefined;
  const tiff = segment.subarray(10);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < two(first); entry++) {
    const at = first + 2 + entry * 12;
    if (two(at) === ORIENTATION) {
      const value = two(at + 8);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  }
  return undefined;
}

/** An Exif segment that says only which side is up. */
function orientation(up: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(up, 18);
  const head = Buffer.from([0xff, APP1, 0, 2 + EXIF.length + tiff.length]);
  return Buffer.concat([head, EXIF, tiff]);
}
