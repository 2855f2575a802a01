import { packFile, zip } from '../../src/files/zip.js';

const NAMESPACES = ['office', 'table', 'text', 'style', 'calcext', 'draw', 'dc']
  .map((prefix) => `xmlns:${prefix}="urn:x:${prefix}"`)
  .join(' ');
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** The paragraphs of a text as LibreOffice writes them: more than one space, tabs and ends of line are elements. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const spaced = escaped(line)
        .replace(/^ +| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
        .replaceAll('\t', '<text:tab/>');
      return `<text:p>${spaced}</text:p>`;
    })
    .join('');

const cell = (attributes: string, shown: string, inside = ''): string =>
  `<table:table-cell ${attributes}>${inside}${paragraphs(shown)}</table:table-cell>`;

/** Cells as LibreOffice saves them. */
export const ods = {
  text: (text: string): string => cell('office:value-type="string" calcext:value-type="string"', text),
  number: (value: string, shown = value.replace('.', ',')): string =>
    cell(`office:value-type="float" office:value="${value}"`, shown),
  percent: (value: string): string => cell(`office:value-type="percentage" office:value="${value}"`, `${value} di 1`),
  date: (day: string): string => cell(`office:value-type="date" office:date-value="${day}"`, day),
  yes: '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VERO</text:p></table:table-cell>',
  error:
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
  notComputed: '<table:table-cell table:formula="of:=1+1"/>',
  commented: (text: string): string =>
    cell(
      'office:value-type="string"',
      text,
      '<office:annotation><dc:date>2016-01-01</dc:date><text:p>da rivedere</text:p></office:annotation>',
    ),
  empty: (times = 1): string => `<table:table-cell table:style-name="ce1" table:number-columns-repeated="${times}"/>`,
  row: (cells: readonly string[], attributes = ''): string =>
    `<table:table-row ${attributes}>${cells.join('')}</table:table-row>`,
  emptyRows: (times: number): string =>
    `<table:table-row table:number-rows-repeated="${times}">${ods.empty(1024)}</table:table-row>`,
  table: (name: string, rows: readonly string[], style = 'ta1'): string =>
    `<table:table table:name="${escaped(name)}" table:style-name="${style}"><table:table-column table:number-columns-repeated="1024"/>${rows.join('')}</table:table>`,
};

/** An `.ods` file of tables. `ta2` is the style of a hidden one. */
export function odsFile(tables: readonly string[], more: Readonly<Record<string, string>> = {}): Buffer {
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
  const parts = { mimetype: SPREADSHEET, 'content.xml': content, ...more };
  return zip(Object.entries(parts).map(([name, part]) => packFile(name, part)));
}
