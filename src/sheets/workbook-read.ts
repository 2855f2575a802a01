import { Decimal } from 'decimal.js';
import { err, ok, type Result } from '../domain/result.js';
import { canonical, italianDecimal } from '../domain/targets/numbers.js';
import { italianDay } from '../words/format.js';
import { sheetWords } from '../words/sheets.js';
import { dateOfSerial } from './excel-dates.js';
import { cellPlace, type Grid, type GridCell, type GridRow } from './grid.js';
import { type Archive, openArchive } from './unzip.js';
import { readIndex, readStrings, readTargets } from './workbook-parts.js';
import { type Format, GENERAL, readStyles } from './workbook-styles.js';
import { readXml } from './xml-read.js';
import { fromOoxmlText } from './xml-text.js';

const MAX_CELLS = 100_000;
const MAX_ROWS = 20_000;
/** Columns beyond these are not looked at. */
const MAX_COLUMNS = 200;

class TooLarge extends Error {}

/**
 * The visible sheets of an `.xlsx` file. Of a formula the result last computed is taken: it is what its writer saw;
 * nothing in a file is ever computed.
 * @returns an Italian sentence when the file is not such a workbook, has macros, or would grow too large
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly Grid[], string>> {
  const opened = await openArchive(bytes);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const refused = refuseKind(archive.names);
  if (refused !== undefined) return err(refused);
  try {
    return ok(await sheetsOf(archive));
  } catch (cause) {
    // The parts of a file somebody sent: what is wrong in them is for its writer, in one sentence.
    return err(cause instanceof TooLarge ? sheetWords.file.tooManyCells : sheetWords.file.broken);
  }
}

function refuseKind(names: readonly string[]): string | undefined {
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name) || /^xl\/macrosheets\//i.test(name))) {
    return sheetWords.file.macros;
  }
  if (names.includes('xl/workbook.xml')) return undefined;
  return names.includes('mimetype') || names.includes('content.xml')
    ? sheetWords.file.openDocument
    : sheetWords.file.notWorkbook;
}

async function sheetsOf(archive: Archive): Promise<readonly Grid[]> {
  const { sheets, since1904 } = readIndex(await part(archive, 'xl/workbook.xml'));
  const targets = readTargets(await part(archive, 'xl/_rels/workbook.xml.rels'));
  const stylesPath = [...targets.values()].find((t) => t.type.endsWith('/styles'))?.path;
  const stringsPath = [...targets.values()].find((t) => t.type.endsWith('/sharedStrings'))?.path;
  const formats = readStyles(stylesPath === undefined ? undefined : await archive.read(stylesPath));
  const strings = readStrings(stringsPath === undefined ? undefined : await archive.read(stringsPath));
  const grids: Grid[] = [];
  for (const { name, id } of sheets) {
    const target = targets.get(id);
    if (target === undefined || !target.type.endsWith('/worksheet')) continue;
    grids.push({ name, rows: readRows(await part(archive, target.path), { formats, strings, since1904 }) });
  }
  return grids;
}

async function part(archive: Archive, path: string): Promise<string> {
  const source = await archive.read(path);
  if (source === undefined) throw new Error(`part ${path} is missing`);
  return source;
}

interface Context {
  readonly formats: readonly Format[];
  readonly strings: readonly string[];
  readonly since1904: boolean;
}

/** A cell as its XML says it. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

function readRows(source: string, context: Context): readonly GridRow[] {
  const rows: GridRow[] = [];
  let [row, column, count] = [0, -1, 0];
  let cells = new Map<number, GridCell>();
  let cell: RawCell | undefined;
  let [inValue, guides] = [false, 0];
  readXml(source, {
    open: (name, attributes) => {
      inValue = cell !== undefined && (name === 'v' || name === 't');
      if (name === 'rPh') guides += 1;
      if (name === 'f' && cell !== undefined) cell.formula = true;
      if (name === 'row') {
        // A writer may leave the numbers out: then things follow each other.
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        [column, cells] = [-1, new Map()];
        if (!(row <= MAX_ROWS)) throw new TooLarge();
      }
      if (name === 'c') {
        count += 1;
        if (count > MAX_CELLS) throw new TooLarge();
        column = cellPlace(attributes.r ?? '')?.column ?? column + 1;
        const style = Number(attributes.s ?? 0);
        cell = { column, type: attributes.t ?? 'n', style, formula: false, value: '' };
      }
    },
    text: (text) => {
      if (inValue && guides === 0 && cell !== undefined) cell.value += text;
    },
    close: (name) => {
      inValue = false;
      if (name === 'rPh') guides -= 1;
      if (name === 'c' && cell !== undefined) {
        const read = cell.column < MAX_COLUMNS ? gridCell(cell, context) : undefined;
        if (read !== undefined) cells.set(cell.column, read);
        cell = undefined;
      }
      if (name === 'row' && cells.size > 0) rows.push({ row, cells });
    },
  });
  return rows;
}

function gridCell(cell: RawCell, { formats, strings, since1904 }: Context): GridCell | undefined {
  const { type, value, formula } = cell;
  switch (type) {
    case 's':
      return textCell(strings[Number(value)] ?? '');
    case 'inlineStr':
    case 'str':
      return textCell(fromOoxmlText(value));
    case 'b':
      return { kind: 'boolean', shown: value === '1' ? 'VERO' : 'FALSO', value: value === '1' };
    case 'e':
      return { kind: 'error', shown: value, problem: sheetWords.cell.spreadsheetError };
    case 'd': {
      const [day = ''] = value.split('T');
      return textCell(day);
    }
    default:
      if (value === '') {
        return formula ? { kind: 'error', shown: '', problem: sheetWords.cell.notComputed } : undefined;
      }
      return numberCell(value, formats[cell.style] ?? GENERAL, since1904);
  }
}

const textCell = (shown: string): GridCell | undefined => (shown.trim() === '' ? undefined : { kind: 'text', shown });

/** Excel computes with 15 digits and writes 17: the last two are noise. The register keeps 10 decimals. */
const SIGNIFICANT = 15;
const DECIMALS = 10;
const decimal = (value: Decimal): string => canonical(value.toDecimalPlaces(DECIMALS).toFixed());

function numberCell(written: string, format: Format, since1904: boolean): GridCell {
  const number = Number(written);
  if (!Number.isFinite(number)) return { kind: 'error', shown: written, problem: sheetWords.cell.notNumber };
  const exact = new Decimal(number).toSignificantDigits(SIGNIFICANT);
  switch (format.kind) {
    case 'number': {
      const value = decimal(exact);
      const { decimals } = format;
      return { kind: 'number', shown: italianDecimal(value), value, ...(decimals === undefined ? {} : { decimals }) };
    }
    case 'percent': {
      const value = decimal(exact.times(100));
      return { kind: 'percent', shown: `${italianDecimal(value)}%`, value };
    }
    case 'date': {
      const date = dateOfSerial(number, since1904);
      if (date !== undefined) return { kind: 'date', shown: italianDay(date), value: date };
      return { kind: 'error', shown: italianDecimal(decimal(exact)), problem: sheetWords.cell.notDay };
    }
  }
}
