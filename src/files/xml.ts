import { SaxesParser } from 'saxes';
import { fileWords } from '../words/files.js';
import { Budget, TooLarge } from './budget.js';
import { FILE_LIMITS as LIMITS } from './limits.js';

export interface XmlHandlers {
  /** Names without their prefix: writers differ in it. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Walks an XML part piece by piece, letting others work between one and the next.
 * @param budget of the file the part is of
 * @throws TooLarge beyond a limit; anything else when it is not well formed, or declares a document type: no spreadsheet
 *   does, and entities are a way to explode
 */
export async function readXml(
  pieces: AsyncIterable<string> | Iterable<string>,
  handlers: XmlHandlers,
  budget: Budget = new Budget(),
): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let [depth, attributes, silent] = [0, 0, 0];
  parser.on('doctype', () => {
    throw new Error('document type declared');
  });
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('attribute', () => {
    silent = 0;
    attributes += 1;
    if (attributes > LIMITS.attributes) throw new TooLarge(fileWords.bomb);
  });
  parser.on('opentag', (tag) => {
    [attributes, silent] = [0, 0];
    depth += 1;
    if (depth > LIMITS.depth) throw new TooLarge(fileWords.bomb);
    budget.element();
    handlers.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    silent = 0;
    handlers.close?.(local(tag.name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  let first = true;
  for await (const piece of pieces) {
    // A run without an end is kept by the parser until it ends.
    silent += piece.length;
    if (silent - piece.length > LIMITS.run) throw new TooLarge(fileWords.bomb);
    parser.write(first && piece.startsWith('\uFEFF') ? piece.slice(1) : piece);
    if (piece !== '') first = false;
  }
  parser.close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
