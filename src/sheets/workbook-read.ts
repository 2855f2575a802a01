import { err, ok, type Result } from '../domain/result.js';
import type { Archive } from '../files/archive.js';
import { type Budget, TooLarge, unreadable } from '../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { readXml, type XmlHandlers } from '../files/xml.js';
import { fileWords } from '../words/files.js';
import { italianDay } from '../words/format.js';
import { sheetWords } from '../words/sheets.js';
import { numberCell } from './cell-number.js';
import { dateOfSerial } from './excel-dates.js';
import { cellPlace, type Grid, type GridCell, type GridRow, type MergedRows } from './grid.js';
import { lazySheet, type SheetFile } from './sheet-file.js';
import { readIndex, readStrings, readTargets } from './workbook-parts.js';
import { type Format, GENERAL, readStyles } from './workbook-styles.js';
import { fromOoxmlText } from './xml-text.js';

/**
 * The visible sheets of an `.xlsx` file. Of a formula the result last computed is taken: it is what its writer saw;
 * nothing in a file is ever computed. A part that several sheets refer to is read once.
 * @returns an Italian sentence when the file is not such a workbook, has macros, or would grow too large
 */
export async function openWorkbook(archive: Archive, budget: Budget): Promise<Result<SheetFile, string>> {
  const refused = refuseKind(archive.names);
  if (refused !== undefined) return err(refused);
  try {
    return ok({ type: 'xlsx', sheets: await sheetsOf(archive, budget) });
  } catch (cause) {
    // The parts of a file somebody sent: what is wrong in them is for its writer, in one sentence.
    return err(unreadable(cause));
  }
}

function refuseKind(names: readonly string[]): string | undefined {
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name) || /^xl\/macrosheets\//i.test(name))) {
    return fileWords.macros;
  }
  return names.includes('xl/workbook.xml') ? undefined : fileWords.notWorkbook;
}

async function sheetsOf(archive: Archive, budget: Budget): Promise<SheetFile['sheets']> {
  const { sheets, since1904 } = await readIndex(part(archive, 'xl/workbook.xml'), budget);
  const targets = await readTargets(part(archive, 'xl/_rels/workbook.xml.rels'), budget);
  const pathOf = (type: string) => [...targets.values()].find((t) => t.type.endsWith(`/${type}`))?.path ?? '';
  const formats = await readStyles(archive.pieces(pathOf('styles')), budget);
  const strings = await readStrings(archive.pieces(pathOf('sharedStrings')), budget);
  const read = new Map<string, Promise<Omit<Grid, 'name'>>>();
  return sheets.flatMap(({ name, id }) => {
    const target = targets.get(id);
    if (target === undefined || !target.type.endsWith('/worksheet')) return [];
    const grid = async (): Promise<Result<Grid, string>> => {
      try {
        const known = read.get(target.path);
        const found =
          known ?? readRows(part(archive, target.path, LIMITS.unpacked), { formats, strings, since1904, budget });
        read.set(target.path, found);
        return ok({ name, ...(await found) });
      } catch (cause) {
        return err(unreadable(cause));
      }
    };
    return [lazySheet(name, grid)];
  });
}

function part(archive: Archive, path: string, most?: number): AsyncIterable<string> {
  const pieces = archive.pieces(path, most);
  if (pieces === undefined) throw new Error(`part ${path} is missing`);
  return pieces;
}

interface Context {
  readonly formats: readonly Format[];
  readonly strings: readonly string[];
  readonly since1904: boolean;
  readonly budget: Budget;
}

/** A cell as its XML says it. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

async function readRows(source: AsyncIterable<string>, context: Context): Promise<Omit<Grid, 'name'>> {
  const { budget } = context;
  const rows: GridRow[] = [];
  const merged: MergedRows[] = [];
  let [row, column] = [0, -1];
  let cells = new Map<number, GridCell>();
  let cell: RawCell | undefined;
  let [inValue, guides] = [false, 0];
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      inValue = cell !== undefined && (name === 'v' || name === 't');
      if (name === 'rPh') guides += 1;
      if (name === 'f' && cell !== undefined) cell.formula = true;
      if (name === 'mergeCell') {
        const one = mergedIn(attributes.ref ?? '');
        if (one !== undefined) merged.push(one);
      }
      if (name === 'row') {
        // A writer may leave the numbers out: then things follow each other.
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        [column, cells] = [-1, new Map()];
      }
      if (name === 'c') {
        column = cellPlace(attributes.r ?? '')?.column ?? column + 1;
        const style = Number(attributes.s ?? 0);
        cell = { column, type: attributes.t ?? 'n', style, formula: false, value: '' };
      }
    },
    text: (text) => {
      if (!inValue || guides > 0 || cell === undefined) return;
      budget.letters(text.length);
      cell.value += text;
    },
    close: (name) => {
      inValue = false;
      if (name === 'rPh') guides -= 1;
      if (name === 'c' && cell !== undefined) {
        const read = cell.column < LIMITS.columns ? gridCell(cell, context) : undefined;
        if (read !== undefined) {
          budget.cells(1);
          cells.set(cell.column, read);
        }
        cell = undefined;
      }
      // A row that is only formatted, or hidden, holds nothing: how far below it stands does not matter.
      if (name === 'row' && cells.size > 0) {
        if (!(row <= LIMITS.lastRow) || rows.length >= LIMITS.rows) throw new TooLarge(fileWords.tooManyCells);
        rows.push({ row, cells });
      }
    },
  };
  await readXml(source, handlers, budget);
  return { rows, merged };
}

/** `B3:B7`, and the first column of `B3:D7`; undefined of what lies in one row. */
function mergedIn(ref: string): MergedRows | undefined {
  const [first, last] = ref.split(':').map(cellPlace);
  if (first === undefined || last === undefined || last.row <= first.row) return undefined;
  return { column: first.column, from: first.row, to: last.row };
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
      return formatted(value, formats[cell.style] ?? GENERAL, since1904);
  }
}

const textCell = (shown: string): GridCell | undefined => (shown.trim() === '' ? undefined : { kind: 'text', shown });

function formatted(written: string, format: Format, since1904: boolean): GridCell {
  if (format.kind !== 'date') return numberCell(written, { ...format, kind: format.kind });
  const number = Number(written);
  const date = Number.isFinite(number) ? dateOfSerial(number, since1904) : undefined;
  if (date !== undefined) return { kind: 'date', shown: italianDay(date), value: date };
  const shown = numberCell(written, { kind: 'number' });
  return shown.kind === 'error' ? shown : { kind: 'error', shown: shown.shown, problem: sheetWords.cell.notDay };
}
