import { type Budget, TooLarge } from '../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { readXml, type XmlHandlers } from '../files/xml.js';
import { fileWords } from '../words/files.js';

/** What a number format makes of a number. */
export interface Format {
  readonly kind: 'number' | 'percent' | 'date';
  /** How many decimals it always shows; absent where it shows those there are. */
  readonly decimals?: number;
}

export const GENERAL: Format = { kind: 'number' };

/** Excel takes no longer one (ECMA-376 says nothing). */
const LONGEST_CODE = 255;

/** The format of each style of a workbook, by the style's number. */
export async function readStyles(
  source: AsyncIterable<string> | undefined,
  budget: Budget,
): Promise<readonly Format[]> {
  if (source === undefined) return [];
  const codes = new Map<string, Format>();
  const formats: Format[] = [];
  let inCells = false;
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(attributes.numFmtId ?? '', formatOfCode((attributes.formatCode ?? '').slice(0, LONGEST_CODE)));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(formatOf(attributes.numFmtId ?? '0', codes));
      if (Math.max(formats.length, codes.size) > LIMITS.formats) throw new TooLarge(fileWords.bomb);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  };
  await readXml(source, handlers, budget);
  return formats;
}

/** Built-in formats with a fixed number of decimals (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, Format>> = {
  1: { kind: 'number', decimals: 0 },
  2: { kind: 'number', decimals: 2 },
  3: { kind: 'number', decimals: 0 },
  4: { kind: 'number', decimals: 2 },
  9: { kind: 'percent', decimals: 0 },
  10: { kind: 'percent', decimals: 2 },
};

function formatOf(id: string, codes: ReadonlyMap<string, Format>): Format {
  const code = codes.get(id);
  if (code !== undefined) return code;
  const number = Number(id);
  const isDate = (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 58);
  return isDate ? { kind: 'date' } : (BUILT_IN[id] ?? GENERAL);
}

/** Quoted texts, escaped characters and `[…]` are decoration; `General` and `Standard` have letters of dates in them. */
function formatOfCode(code: string): Format {
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general|standard/gi, '')
    .toLowerCase();
  const [, fixed] = /^[#,0 ]*0(?:\.(0+))?[% ]*(?:;|$)/.exec(plain) ?? [undefined, null];
  const decimals = fixed === null ? undefined : (fixed?.length ?? 0);
  if (plain.includes('%')) return { kind: 'percent', decimals };
  return /[dy]|m(?!.*[#0])|h/.test(plain) ? { kind: 'date' } : { kind: 'number', decimals };
}
