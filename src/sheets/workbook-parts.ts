import { type Budget, TooLarge } from '../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { readXml, type XmlHandlers } from '../files/xml.js';
import { fileWords } from '../words/files.js';
import { fromOoxmlText } from './xml-text.js';

/** The visible sheets of a workbook, and whether its days count from 1904. */
export async function readIndex(
  source: AsyncIterable<string>,
  budget: Budget,
): Promise<{
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly since1904: boolean;
}> {
  const sheets: { name: string; id: string }[] = [];
  let since1904 = false;
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      sheets.push({ name: attributes.name ?? '', id: id ?? '' });
      if (sheets.length > LIMITS.sheets) throw new TooLarge(fileWords.tooManySheets(LIMITS.sheets));
    },
  };
  await readXml(source, handlers, budget);
  return { sheets, since1904 };
}

/** Where each relation of the workbook leads, from the root of the archive. */
export async function readTargets(
  source: AsyncIterable<string>,
  budget: Budget,
): Promise<ReadonlyMap<string, { readonly type: string; readonly path: string }>> {
  const targets = new Map<string, { type: string; path: string }>();
  const handlers: XmlHandlers = {
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, { type: Type ?? '', path: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}` });
    },
  };
  await readXml(source, handlers, budget);
  return targets;
}

/** The shared strings, without their phonetic guides. */
export async function readStrings(
  source: AsyncIterable<string> | undefined,
  budget: Budget,
): Promise<readonly string[]> {
  if (source === undefined) return [];
  const strings: string[] = [];
  let current = '';
  let [inText, guides] = [false, 0];
  const handlers: XmlHandlers = {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') guides += 1;
      inText = name === 't';
    },
    text: (text) => {
      if (!inText || guides > 0) return;
      budget.letters(text.length);
      current += text;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') guides -= 1;
      if (name === 'si') strings.push(fromOoxmlText(current));
    },
  };
  await readXml(source, handlers, budget);
  return strings;
}
