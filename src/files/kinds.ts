import { decodeText } from './text.js';
import { readXml, type XmlHandlers } from './xml.js';

/** Letters in any encoding a text may have, and no control characters but ends of line and tabs. */
export function isText(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes);
  // Older programs than those we know wrote letters too.
  const text = decoded.ok ? decoded.value : Buffer.from(bytes).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\0-\x08\x0b\x0e-\x1f]/.test(text);
}

/** `1.2.840.113549.1.7.2`, signed data, as DER has it. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
/** As much of an envelope as tells what it is. */
const BEGINNING = 4_096;
const ARMOUR = /^-----BEGIN (?:PKCS7|PKCS #7 SIGNED DATA|CMS)-----\r?\n/;
const ARMOUR_END = /\r?\n-----END (?:PKCS7|PKCS #7 SIGNED DATA|CMS)-----\s*$/;

/**
 * A CMS envelope of signed data (RFC 5652): a DER or BER sequence that begins with the type's identifier, as it is, in
 * base64, or in base64 between the lines of PEM (RFC 7468), which is how signing programs save a `.p7m` too.
 */
export function isSigned(bytes: Uint8Array): boolean {
  if (isSequence(bytes)) return true;
  const text = Buffer.from(bytes).toString('latin1').trim();
  const armoured = ARMOUR.test(text);
  if (armoured !== ARMOUR_END.test(text)) return false;
  const base64 = text.replace(ARMOUR, '').replace(ARMOUR_END, '').trim();
  if (!/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(base64)) return false;
  return isSequence(Buffer.from(base64.slice(0, BEGINNING), 'base64'));
}

const isSequence = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x30 && Buffer.from(bytes.subarray(0, 32)).includes(SIGNED_DATA);

/**
 * A mail as it travels (RFC 5322), as PEC programs save it: header fields up to the first empty line, with who sent it and
 * at least one of the fields that only a mail has.
 */
export function isMail(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.includes('\0')) return false;
  const [head = ''] = text.replace(/^(?:\u00ef\u00bb\u00bf)?\s*(?:From [^\r\n]*\r?\n)?/, '').split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  if (!lines.every((line) => /^[!-9;-~]+[ \t]*:/.test(line) || /^[ \t]/.test(line))) return false;
  const has = (name: string): boolean => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  return has('from') && ['received', 'date', 'message-id', 'mime-version', 'return-path'].some(has);
}

/** A mail saved by Outlook: a compound file with the property stream of messages (MS-OXMSG, 2.4). */
export const isOutlookMessage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('__properties_version1.0', 'utf16le'),
  );

/** Well-formed data in XML, without a document type: a page or a drawing, which may carry scripts, is none. */
export async function isXml(bytes: Uint8Array): Promise<boolean> {
  const declared = /^[^>]{0,100}\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  );
  const text = decodeText(bytes, declared?.[1] ?? 'utf-8');
  if (!text.ok) return false;
  let root: string | undefined;
  const handlers: XmlHandlers = {
    open: (name) => {
      root ??= name.toLowerCase();
    },
  };
  try {
    await readXml(inPieces(text.value), handlers);
  } catch {
    // Whatever is wrong in it, it is not XML that can be taken.
    return false;
  }
  return root !== undefined && root !== 'html' && root !== 'svg';
}

const PIECE = 65_536;

function* inPieces(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}
