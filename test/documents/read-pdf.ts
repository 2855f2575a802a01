import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader of a PDF finds in it. */
export interface ReadPdf {
  readonly pages: number;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly tagged: boolean;
  /** All the text, without spaces: lines break where the paper ends. */
  readonly text: string;
  /** The same, page by page. */
  readonly texts: readonly string[];
  /** Roles of the structure tree, counted: `Table`, `TH`, `Caption`, `H2`. */
  readonly roles: Readonly<Record<string, number>>;
  /** What its pictures say to who does not see them. */
  readonly alternatives: readonly string[];
}

/** Reads a PDF as an assistive technology would: text, structure, language. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles: Record<string, number> = {};
  const alternatives: string[] = [];
  const count = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('role' in node && typeof node.role === 'string') roles[node.role] = (roles[node.role] ?? 0) + 1;
    if ('alt' in node && typeof node.alt === 'string') alternatives.push(node.alt);
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(count);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replaceAll(/\s/g, ''),
    );
    count(await page.getStructTree());
  }
  const { info } = await pdf.getMetadata();
  const facts = info as { readonly Language?: string; readonly Title?: string };
  const mark = await pdf.getMarkInfo();
  await pdf.destroy();
  return {
    pages: texts.length,
    language: facts.Language,
    title: facts.Title,
    tagged: mark?.Marked === true,
    text: texts.join(''),
    texts,
    roles,
    alternatives,
  };
}
