import { fileTypeFromBuffer } from 'file-type';
import mammoth from 'mammoth';
import { err, ok, type Result } from '../domain/result.js';
import { docxWords as words } from '../words/docx.js';
import { type Archive, openArchive } from './archive.js';
import { TooLarge } from './budget.js';
import { countsOf, leftOf } from './docx-left.js';
import { markdownOf } from './docx-markdown.js';
import { type AcceptedFigure, acceptFigure } from './figure.js';
import { FILE_LIMITS as LIMITS } from './limits.js';
import { packFile, zip } from './zip.js';

/** A text written in Word, as a section holds it. */
export interface DocxText {
  /** Its figures are named `figura:docx-1`, until they have names of their own. */
  readonly markdown: string;
  readonly figures: readonly (AcceptedFigure & { readonly key: string })[];
  /** What stayed in the file, each in words. */
  readonly left: readonly string[];
}

/** Headings and captions, also where a template gave its styles Italian names. */
const STYLES = [
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => [
    `p[style-name='Titolo ${n}'] => h${n}:fresh`,
    `p[style-name='Heading ${n}'] => h${n}:fresh`,
  ]),
  "p[style-name='Titolo'] => h1:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='caption'] => p.didascalia:fresh",
  "p[style-name='Caption'] => p.didascalia:fresh",
  "p[style-name='Didascalia'] => p.didascalia:fresh",
];

/**
 * Reads a `.docx` (ECMA-376): headings, lists, tables, figures, links, notes. Nothing of it runs and nothing is loaded from
 * outside it.
 * @returns why it can not be taken, as a sentence
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<DocxText, string>> {
  if (bytes.length > LIMITS.docx) return err(words.tooLarge(String(LIMITS.docx / 1_000_000)));
  const kind = (await fileTypeFromBuffer(bytes))?.ext;
  if (kind === 'cfb') return err(words.old);
  if (kind === 'odt') return err(words.odt);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err(words.notDocx);
  const archive = await openArchive(bytes);
  if (!archive.ok) return err(words.broken);
  try {
    return await readArchive(archive.value);
  } catch (cause) {
    // Whatever is wrong in a file somebody sent, the sentence for them is one; unless it is only too large.
    return err(cause instanceof TooLarge ? words.bomb : words.broken);
  }
}

async function readArchive(archive: Archive): Promise<Result<DocxText, string>> {
  const types = await archive.read('[Content_Types].xml');
  if (archive.names.some((name) => /vbaProject/i.test(name)) || /macroEnabled/i.test(types ?? ''))
    return err(words.macros);
  if (types === undefined || !/wordprocessingml\.(?:document|template)\.main/.test(types)) return err(words.notDocx);
  const counts = await countsOf(archive);
  const figures: (AcceptedFigure & { key: string })[] = [];
  const refused: string[] = [];
  const result = await mammoth.convertToHtml(
    { buffer: await repacked(archive) },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async (image) => {
        const key = `docx-${figures.length + 1}`;
        const extension = /\/(\w+)/.exec(image.contentType)?.[1] ?? 'img';
        const name = words.figureName(figures.length + refused.length + 1, extension === 'jpeg' ? 'jpg' : extension);
        const figure = await acceptFigure(name, await image.readAsBuffer());
        if (figure.ok) figures.push({ ...figure.value, key });
        else refused.push(figure.error);
        return { src: figure.ok ? `figura:${key}` : '' };
      }),
    },
  );
  const { markdown, left } = markdownOf(result.value);
  if (markdown.trim() === '') return err(words.empty);
  return ok({ markdown, figures, left: [...leftOf(counts), ...left, ...refused.map(words.left.figure)] });
}

/**
 * The parts that are read, packed again: each was unpacked within its limits, and is what it declared to be, before the
 * library, which has no limits, sees it.
 */
async function repacked(archive: Archive): Promise<Buffer> {
  const wanted = archive.names.filter(
    (name) => /\.(?:xml|rels)$|^word\/media\//i.test(name) && !/^(?:customXml|docProps)\//.test(name),
  );
  const files = [];
  let text = 0;
  for (const name of wanted) {
    const bytes = await archive.bytes(name);
    if (bytes === undefined) continue;
    if (!/^word\/media\//i.test(name)) text += bytes.length;
    if (text > LIMITS.docxText) throw new TooLarge(words.bomb);
    files.push(packFile(name, bytes));
  }
  return zip(files);
}
