import { readXml } from './xml-read.js';
import { fromOoxmlText } from './xml-text.js';

/** The visible sheets of a workbook, and whether its days count from 1904. */
export function readIndex(source: string): {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly since1904: boolean;
} {
  const sheets: { name: string; id: string }[] = [];
  let since1904 = false;
  readXml(source, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      sheets.push({ name: attributes.name ?? '', id: id ?? '' });
    },
  });
  return { sheets, since1904 };
}

/** Where each relation of the workbook leads, from the root of the archive. */
export function readTargets(source: string): ReadonlyMap<string, { readonly type: string; readonly path: string }> {
  const targets = new Map<string, { type: string; path: string }>();
  readXml(source, {
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, { type: Type ?? '', path: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}` });
    },
  });
  return targets;
}

/** The shared strings, without their phonetic guides. */
export function readStrings(source: string | undefined): readonly string[] {
  if (source === undefined) return [];
  const strings: string[] = [];
  let current = '';
  let [inText, guides] = [false, 0];
  readXml(source, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') guides += 1;
      inText = name === 't';
    },
    text: (text) => {
      if (inText && guides === 0) current += text;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') guides -= 1;
      if (name === 'si') strings.push(fromOoxmlText(current));
    },
  });
  return strings;
}
