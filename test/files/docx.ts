import { packFile, zip } from '../../src/files/zip.js';

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly body: string;
  /** Pictures by the id the text names them with: `rId10`. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  /** Parts beside. */
  readonly beside?: Readonly<Record<string, string | Uint8Array>>;
  readonly main?: string;
}

/** A text as Word saves it: the parts that matter. */
export function docx({ body, pictures = {}, beside = {}, main = MAIN }: Parts): Buffer {
  const images = Object.entries(pictures);
  const relations = images.map(
    ([id]) => `<Relationship Id="${id}" Type="${RELATIONS}/image" Target="media/${id}.png"/>`,
  );
  const styles = ['1', '2'].map(
    (n) => `<w:style w:type="paragraph" w:styleId="Titolo${n}"><w:name w:val="heading ${n}"/></w:style>`,
  );
  return zip(
    Object.entries({
      '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
      '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdS" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rIdN" Type="${RELATIONS}/numbering" Target="numbering.xml"/><Relationship Id="rIdL" Type="${RELATIONS}/hyperlink" Target="https://esempio.example/a" TargetMode="External"/>${relations.join('')}</Relationships>`,
      'word/styles.xml': `<?xml version="1.0"?><w:styles ${NS}>${styles.join('')}<w:style w:type="paragraph" w:styleId="Didascalia"><w:name w:val="caption"/></w:style></w:styles>`,
      'word/numbering.xml': `<?xml version="1.0"?><w:numbering ${NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      'word/document.xml': `<?xml version="1.0"?><w:document ${NS}><w:body>${body}</w:body></w:document>`,
      ...Object.fromEntries(images.map(([id, bytes]) => [`word/media/${id}.png`, bytes])),
      ...beside,
    }).map(([name, content]) => packFile(name, content)),
  );
}

export const p = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const item = (text: string, level = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A picture as Word puts it in a paragraph. */
export const picture = (id: string, alternative: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alternative}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
