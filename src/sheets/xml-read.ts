import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  /** Names without their prefix: writers differ in it. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Walks an XML part.
 * @throws when it is not well formed, or declares a document type: no spreadsheet does, and entities are a way to explode
 */
export function readXml(source: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on('doctype', () => {
    throw new Error('document type declared');
  });
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', (tag) => handlers.open?.(local(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.write(source.startsWith('\uFEFF') ? source.slice(1) : source).close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
