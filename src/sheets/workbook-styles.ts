import { readXml } from './xml-read.js';

/** What a number format makes of a number. */
export type Format = 'number' | 'percent' | 'date';

/** The format of each style of a workbook, by the style's number. */
export function readStyles(source: string | undefined): readonly Format[] {
  if (source === undefined) return [];
  const codes = new Map<string, string>();
  const formats: Format[] = [];
  let inCells = false;
  readXml(source, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(formatOf(attributes.numFmtId ?? '0', codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** By the number of a built-in format (ECMA-376, 18.8.30), else by its code. */
function formatOf(id: string, codes: ReadonlyMap<string, string>): Format {
  const code = codes.get(id);
  if (code !== undefined) return formatOfCode(code);
  const number = Number(id);
  if (number === 9 || number === 10) return 'percent';
  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 58)
    ? 'date'
    : 'number';
}

/** Quoted texts, escaped characters and `[…]` are decoration; `General` and `Standard` have letters of dates in them. */
function formatOfCode(code: string): Format {
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general|standard/gi, '')
    .toLowerCase();
  if (plain.includes('%')) return 'percent';
  return /[dy]|m(?!.*[#0])|h/.test(plain) ? 'date' : 'number';
}
