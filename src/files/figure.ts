import { fileTypeFromBuffer } from 'file-type';
import { err, ok, type Result } from '../domain/result.js';
import { figureWords as words } from '../words/figure.js';
import { readDrawing } from './drawing.js';
import { readJpeg } from './jpeg.js';
import { FILE_LIMITS as LIMITS } from './limits.js';
import { readPng } from './png.js';

/** A picture that can be printed: its bytes without what does not belong on a page (where a photograph was taken, who drew). */
export interface AcceptedFigure {
  readonly name: string;
  readonly mime: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a picture by what its bytes are, whatever its name says.
 * @returns why not, as a sentence
 */
export async function acceptFigure(name: string, bytes: Uint8Array): Promise<Result<AcceptedFigure, string>> {
  if (bytes.length === 0) return err(words.empty(name));
  if (bytes.length > LIMITS.figure) return err(words.tooLarge(name, `${LIMITS.figure / 1_000_000} MB`));
  const found = await fileTypeFromBuffer(bytes);
  switch (found?.ext) {
    case 'png':
      return within(name, 'image/png', readPng(bytes));
    case 'jpg':
      return within(name, 'image/jpeg', readJpeg(bytes));
    case 'xml':
    case undefined:
      return await drawing(name, bytes);
    default:
      return err(
        found?.mime.startsWith('image/') ? words.otherFormat(name, found.ext.toUpperCase()) : words.notPicture(name),
      );
  }
}

/** A picture read: undefined when it is damaged. */
type ReadPicture = Pick<AcceptedFigure, 'bytes' | 'width' | 'height'> | undefined;

function within(name: string, mime: AcceptedFigure['mime'], read: ReadPicture): Result<AcceptedFigure, string> {
  if (read === undefined || read.width === 0 || read.height === 0) return err(words.broken(name));
  if (read.width * read.height > LIMITS.picturePoints) {
    return err(words.tooWide(name, `${LIMITS.picturePoints / 1_000_000} milioni di`));
  }
  return ok({ name, mime, ...read });
}

async function drawing(name: string, bytes: Uint8Array): Promise<Result<AcceptedFigure, string>> {
  const read = await readDrawing(bytes);
  if (read.ok) return ok({ name, mime: 'image/svg+xml', ...read.value });
  switch (read.error) {
    case 'not-drawing':
      return err(words.notPicture(name));
    case 'complex':
      return err(words.complex(name));
    case 'broken':
      return err(words.broken(name));
    default:
      return err(words.active(name, words[read.error]));
  }
}
