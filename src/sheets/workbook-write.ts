import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { DecimalText } from '../domain/targets/types.js';
import { type PackedFile, packFile, zip } from '../files/zip.js';
import { momentSerialOf, serialOf } from './excel-dates.js';
import { cellName, columnName } from './grid.js';
import { type CellStyle, STYLES_XML, styleNumber } from './styles.js';
import { ooxmlText, xml } from './xml-text.js';

/** A cell to write. A text is always a text, also when it begins like a formula. */
export interface Cell {
  readonly style: CellStyle;
  readonly value?:
    | { readonly text: string }
    | { readonly number: DecimalText }
    | { readonly date: CivilDate }
    /** Shown as clocks in Italy do. */
    | { readonly instant: Instant }
    | undefined;
}

/** Cells of which the spreadsheet proposes the values; others may be typed. */
export interface Choice {
  readonly column: number;
  readonly row: number;
  readonly values: readonly string[];
}

export interface WrittenSheet {
  /** At most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** Columns, from 0, in which what is typed in new rows too stays the text it is. */
  readonly textColumns?: readonly number[];
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** Rows that stay in sight. */
  readonly frozenRows?: number;
  /** The first row heads a table whose rows are chosen by what is in its columns. */
  readonly filtered?: boolean;
  /** Only unlocked cells can be changed, without a password. */
  readonly locked?: boolean;
  readonly choices?: readonly Choice[];
}

export const text = (style: CellStyle, value: string): Cell =>
  value === '' ? { style } : { style, value: { text: value } };

/**
 * An `.xlsx` workbook. The same sheets are always the same bytes, and what does not change from one to the next is
 * compressed once: hundreds of sheets are written in the time one mail takes.
 */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Buffer {
  return zip([
    constantFile('[Content_Types].xml', contentTypes(sheets.length)),
    constantFile('_rels/.rels', ROOT_RELATIONS),
    // A range that can be filtered is as long as its table.
    (sheets.some(isFiltered) ? packFile : constantFile)('xl/workbook.xml', workbook(sheets)),
    constantFile('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)),
    constantFile('xl/styles.xml', STYLES_XML),
    ...sheets.map((sheet, i) => packFile(`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet, i === 0))),
  ]);
}

const constants = new Map<string, PackedFile>();

/** Packs a file once. Only what is made of the names of sheets comes here, so that there are few of them. */
function constantFile(name: string, content: string): PackedFile {
  const key = `${name}\n${content}`;
  const known = constants.get(key);
  if (known !== undefined) return known;
  const packed = packFile(name, content);
  if (constants.size < 64) constants.set(key, packed);
  return packed;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (inside: string): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

const ROOT_RELATIONS = relations(relation(1, 'officeDocument', 'xl/workbook.xml'));

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

const workbookRelations = (count: number): string =>
  relations(
    numbers(count)
      .map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`))
      .join('') + relation(count + 1, 'styles', 'styles.xml'),
  );

const contentTypes = (count: number): string =>
  [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...numbers(count).map(
      (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
    '</Types>',
  ].join('');

const workbook = (sheets: readonly WrittenSheet[]): string =>
  [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
    ...sheets.map(({ name }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`),
    '</sheets>',
    filteredNames(sheets),
    '</workbook>',
  ].join('');

const isFiltered = ({ filtered }: WrittenSheet): boolean => filtered === true;

/** Excel knows a filter by this name too, and mends a workbook without it. */
function filteredNames(sheets: readonly WrittenSheet[]): string {
  const names = sheets.flatMap((sheet, i) =>
    isFiltered(sheet)
      ? [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xml(absoluteRange(sheet))}</definedName>`,
        ]
      : [],
  );
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

const absoluteRange = (sheet: WrittenSheet): string =>
  `'${sheet.name.replaceAll("'", "''")}'!${filteredRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;

/** The order of the parts is the schema's: Excel refuses another. */
function worksheet(sheet: WrittenSheet, first: boolean): string {
  return [
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(sheet.frozenRows)}</sheetView></sheetViews>`,
    `<cols>${sheet.widths.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"${inColumn(sheet, i)}/>`).join('')}</cols>`,
    `<sheetData>${sheet.rows.map((cells, i) => row(cells, i + 1)).join('')}</sheetData>`,
    sheet.locked === true ? '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0"/>' : '',
    isFiltered(sheet) ? `<autoFilter ref="${filteredRange(sheet)}"/>` : '',
    choices(sheet.choices ?? []),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

const inColumn = ({ textColumns = [] }: WrittenSheet, column: number): string =>
  textColumns.includes(column) ? ` style="${styleNumber('cell')}"` : '';

/** `A1:F20`: the whole table, headings included. */
const filteredRange = ({ widths, rows }: WrittenSheet): string =>
  `A1:${cellName(Math.max(0, widths.length - 1), Math.max(1, rows.length))}`;

const pane = (rows: number | undefined): string =>
  rows === undefined
    ? ''
    : `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;

function row(cells: readonly (Cell | undefined)[], number: number): string {
  let inside = '';
  for (const [column, cell] of cells.entries()) {
    if (cell !== undefined) inside += cellXml(cell, `${columnName(column)}${number}`);
  }
  return `<row r="${number}">${inside}</row>`;
}

function cellXml({ style, value }: Cell, name: string): string {
  const head = `<c r="${name}" s="${styleNumber(style)}"`;
  if (value === undefined) return `${head}/>`;
  if ('number' in value) return `${head}><v>${value.number}</v></c>`;
  if ('date' in value) return `${head}><v>${serialOf(value.date)}</v></c>`;
  if ('instant' in value) return `${head}><v>${momentSerialOf(value.instant)}</v></c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${ooxmlText(value.text)}</t></is></c>`;
}

function choices(all: readonly Choice[]): string {
  if (all.length === 0) return '';
  const one = ({ column, row: at, values }: Choice): string =>
    `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cellName(column, at)}"><formula1>"${xml(values.join(','))}"</formula1></dataValidation>`;
  return `<dataValidations count="${all.length}">${all.map(one).join('')}</dataValidations>`;
}
