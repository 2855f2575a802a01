import iconv from 'iconv-lite';
import { err, ok, type Result } from '../domain/result.js';

/** Why bytes are no text in the encoding they should be in, with the line, from 1, of the first that does not fit. */
interface NotText {
  readonly encoding: string;
  /** 0 when the encoding itself is not known. */
  readonly line: number;
}

/** A file begins with one of these when it says itself what it is written in. Excel's "Unicode text" is UTF-16. */
const MARKS = [
  { mark: Buffer.of(0xef, 0xbb, 0xbf), encoding: 'utf-8' },
  { mark: Buffer.of(0xff, 0xfe), encoding: 'utf-16le' },
  { mark: Buffer.of(0xfe, 0xff), encoding: 'utf-16be' },
] as const;

/** Whether a file begins with the mark of UTF-16, which other kinds of files may begin with as well. */
export const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  MARKS.some(({ mark, encoding }) => encoding !== 'utf-8' && mark.equals(bytes.subarray(0, mark.length)));

/** Bytes that stand for nothing in windows-1252. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The text of bytes somebody sent; the one decoder of sheets, sources and data files. What the file says of itself counts
 * first, then what was declared, and where nothing says it: UTF-8 or, when they are not that, what an Italian Windows
 * writes. Nothing is replaced: bytes that do not fit are refused.
 * @param declared the label of an encoding, as in `charset=`; latin-1 is taken for windows-1252, as browsers do
 */
export function decodeText(bytes: Uint8Array, declared?: string): Result<string, NotText> {
  const marked = MARKS.find(({ mark }) => mark.equals(bytes.subarray(0, mark.length)));
  if (marked !== undefined) return decodeAs(bytes.subarray(marked.mark.length), marked.encoding);
  if (declared !== undefined) return decodeAs(bytes, labelled(declared));
  const utf8 = decodeAs(bytes, 'utf-8');
  return utf8.ok ? utf8 : decodeAs(bytes, 'windows-1252');
}

/** As `decodeText`, of what must be UTF-8, or UTF-16 that says so itself. */
export const decodeUnicode = (bytes: Uint8Array): Result<string, NotText> => decodeText(bytes, 'utf-8');

function labelled(declared: string): string {
  const label = declared.trim().toLowerCase();
  if (/^(?:utf-?8)$/.test(label)) return 'utf-8';
  // Without a mark the order of its bytes is the one of nearly all machines (WHATWG).
  if (/^utf-?16(?:le)?$/.test(label)) return 'utf-16le';
  if (label === 'utf-16be') return 'utf-16be';
  return /^(?:us-)?ascii$|^(?:iso-?8859-1|latin-?1|l1|cp1252|x-cp1252|windows-1252)$/.test(label)
    ? 'windows-1252'
    : label;
}

function decodeAs(bytes: Uint8Array, encoding: string): Result<string, NotText> {
  if (encoding.startsWith('utf-')) return decodeStrictly(bytes, encoding);
  // The decoder that comes with Node 20 leaves 0x80-0x9F of windows-1252 as control characters.
  if (!iconv.encodingExists(encoding)) return err({ encoding, line: 0 });
  if (encoding === 'windows-1252') {
    const at = bytes.findIndex((byte) => UNASSIGNED.has(byte));
    if (at !== -1) return err({ encoding, line: lineAt(bytes, at) });
  }
  return ok(iconv.decode(asBuffer(bytes), encoding));
}

function decodeStrictly(bytes: Uint8Array, encoding: string): Result<string, NotText> {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) return err({ encoding, line: 0 });
    if (cause instanceof TypeError) return err({ encoding, line: firstWrongLine(bytes, encoding) });
    throw cause;
  }
  return ok(text);
}

/** The line of the first byte that does not fit: where decoding what came before it first puts a replacement. */
function firstWrongLine(bytes: Uint8Array, encoding: string): number {
  const lenient = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  // A text may hold the replacement character itself: only where encoding it again differs is something wrong.
  const again = encoding === 'utf-8' ? Buffer.from(lenient, 'utf8') : undefined;
  if (again === undefined) return lineOf(lenient, lenient.search(/\uFFFD/));
  const at = bytes.findIndex((byte, i) => byte !== again[i]);
  return lineAt(bytes, at === -1 ? bytes.length : at);
}

const lineOf = (text: string, at: number): number => text.slice(0, Math.max(0, at)).split('\n').length;

function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 0x0a) line += 1;
  return line;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
