import { fileTypeFromBuffer } from 'file-type';
import { err, ok, type Result } from '../domain/result.js';
import { officerWords } from '../words/officer.js';
import { acceptFigure } from './figure.js';
import { isMail, isOutlookMessage, isSigned, isText, isXml } from './kinds.js';
import { FILE_LIMITS } from './limits.js';
import { XLSX_TYPE } from './media-types.js';
import { hasUtf16Mark } from './text.js';

const words = officerWords.upload;

/** Limits of what can be attached: bytes of one file, files of one indicator. How large a request may be, `bodyLimits` says. */
export const MAX_FILE_BYTES = FILE_LIMITS.evidence;
export const MAX_FILES = FILE_LIMITS.evidenceFiles;

export const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

/** A file an officer may attach, checked. */
export interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** Of a picture that was looked at as one, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** What may be attached, by the extension of its name: its media type, and what its content must turn out to be. */
interface Kind {
  readonly mime: string;
  readonly content: (bytes: Uint8Array, found: string | undefined) => boolean | Promise<boolean>;
}

const is = (mime: string, ...types: readonly string[]): Kind => ({
  mime,
  content: (_bytes, found) => found !== undefined && types.includes(found),
});
const text = (mime: string): Kind => ({
  mime,
  content: (bytes, found) => (found === undefined || hasUtf16Mark(bytes)) && isText(bytes),
});
const office = (name: string) => `application/vnd.openxmlformats-officedocument.${name}`;
const open = (name: string) => `application/vnd.oasis.opendocument.${name}`;

const KINDS: Readonly<Record<string, Kind>> = {
  pdf: is('application/pdf', 'pdf'),
  png: is('image/png', 'png'),
  jpg: is('image/jpeg', 'jpg'),
  jpeg: is('image/jpeg', 'jpg'),
  webp: is('image/webp', 'webp'),
  heic: is('image/heic', 'heic'),
  tif: is('image/tiff', 'tif'),
  tiff: is('image/tiff', 'tif'),
  xlsx: is(XLSX_TYPE, 'xlsx'),
  docx: is(office('wordprocessingml.document'), 'docx'),
  pptx: is(office('presentationml.presentation'), 'pptx'),
  ods: is(open('spreadsheet'), 'ods'),
  odt: is(open('text'), 'odt'),
  odp: is(open('presentation'), 'odp'),
  xls: is('application/vnd.ms-excel', 'cfb'),
  doc: is('application/msword', 'cfb'),
  p7m: { mime: 'application/pkcs7-mime', content: isSigned },
  eml: { mime: 'message/rfc822', content: isMail },
  msg: { mime: 'application/vnd.ms-outlook', content: (bytes, found) => found === 'cfb' && isOutlookMessage(bytes) },
  xml: { mime: 'application/xml', content: (bytes) => isXml(bytes) },
  csv: text('text/csv'),
  txt: text('text/plain'),
};

/** For the `accept` of a file field, and for sentences. */
export const ACCEPTED = Object.keys(KINDS)
  .map((extension) => `.${extension}`)
  .join(',');
const NAMED = Object.keys(KINDS).join(', ');

/** Checks a file: its name, its size, and that its content is what its name says. */
export async function acceptUpload(file: File): Promise<Result<Upload, string>> {
  const name = safeName(file.name);
  if (file.size === 0) return err(words.empty(name));
  if (file.size > MAX_FILE_BYTES) return err(words.tooLarge(name, megabytes(MAX_FILE_BYTES)));
  const extension = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
  if (kind === undefined) return err(words.type(name, NAMED));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = (await fileTypeFromBuffer(bytes))?.ext;
  if (!(await kind.content(bytes, found))) return err(words.mismatch(name, extension));
  return ok({ name, mime: kind.mime, bytes });
}

/** Checks a picture for a document by its bytes, whatever its name: what is taken of it is what is drawn. */
export async function acceptPicture(file: File): Promise<Result<Upload, string>> {
  const name = safeName(file.name);
  if (file.size > MAX_FILE_BYTES) return err(words.tooLarge(name, megabytes(MAX_FILE_BYTES)));
  const figure = await acceptFigure(name, new Uint8Array(await file.arrayBuffer()));
  if (!figure.ok) return figure;
  const { width, height, ...picture } = figure.value;
  return ok({ ...picture, size: { width, height } });
}

/** The last part of a path, without what could not be shown or kept. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim();
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(shown)?.[0] ?? '';
  const stem = shown.slice(0, shown.length - extension.length).slice(0, 120);
  return `${stem === '' ? 'allegato' : stem}${extension}`;
}
