/** Pixels of a picture. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * The size a PNG (ISO/IEC 15948, chunk IHDR) or a JPEG (ITU-T T.81, markers SOF0 to SOF15) says it has; undefined for what is
 * neither, or is cut off before it says so.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = data.subarray(0, PNG.length).equals(PNG) ? ofPng(data) : ofJpeg(data);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

const ofPng = (data: Buffer): PictureSize | undefined =>
  data.length < 24 || data.toString('latin1', 12, 16) !== 'IHDR'
    ? undefined
    : { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };

/** Markers of a frame's beginning; C4, C8 and CC are tables and an extension. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function ofJpeg(data: Buffer): PictureSize | undefined {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 <= data.length; ) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) at++;
    else if (isFrame(marker)) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    else at += 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}
