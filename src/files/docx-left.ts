import { docxWords } from '../words/docx.js';
import type { Archive } from './archive.js';
import { TooLarge } from './budget.js';
import { FILE_LIMITS as LIMITS } from './limits.js';
import { readXml } from './xml.js';

const words = docxWords.left;

/** How much there is in a text of what is not carried over. */
interface Counts {
  readonly elements: ReadonlyMap<string, number>;
  readonly comments: number;
  readonly margins: boolean;
}

/** Parts that the library reads too: none may declare a type, nor have more elements than can be held. */
const READ = /^word\/(?:document\d*|styles|numbering|footnotes|endnotes|comments)\.xml$/;

/**
 * Goes through the parts of a text.
 * @throws TooLarge, or whatever is wrong with them
 */
export async function countsOf(archive: Archive): Promise<Counts> {
  const elements = new Map<string, number>();
  let [all, comments] = [0, 0];
  for (const name of archive.names.filter((one) => READ.test(one))) {
    const pieces = archive.pieces(name, LIMITS.docxText);
    if (pieces === undefined) continue;
    const main = name.startsWith('word/document');
    await readXml(pieces, {
      open: (element) => {
        all += 1;
        if (all > LIMITS.docxElements) throw new TooLarge(docxWords.bomb);
        if (main) elements.set(element, (elements.get(element) ?? 0) + 1);
        if (element === 'comment') comments += 1;
      },
    });
  }
  const margins = archive.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  const written = await Promise.all(
    margins.map(async (name) => /<w:t[ >][^<]*\S/.test((await archive.read(name)) ?? '')),
  );
  return { elements, comments, margins: written.some(Boolean) };
}

/** The same in words. */
export function leftOf({ elements, comments, margins }: Counts): readonly string[] {
  const said = (count: number | undefined, sentence: (n: number) => string): readonly string[] =>
    count === undefined || count === 0 ? [] : [sentence(count)];
  // What is drawn is said twice: as Word of today reads it, and for older programs.
  const boxes = Math.max(elements.get('wsp') ?? 0, elements.get('textbox') ?? 0);
  return [
    ...said(comments, words.comments),
    ...said(elements.get('del'), words.deletions),
    ...said(elements.get('ins'), words.insertions),
    ...said(elements.get('txbxContent') === undefined ? 0 : Math.max(1, boxes), words.boxes),
    ...said(elements.get('oMath'), words.equations),
    ...said(elements.get('chart'), words.charts),
    ...said(elements.get('relIds'), words.diagrams),
    ...said(elements.get('OLEObject'), words.embedded),
    ...(margins ? [words.margins] : []),
  ];
}
