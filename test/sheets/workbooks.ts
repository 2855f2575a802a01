import { openArchive } from '../../src/files/archive.js';
import { packFile, zip } from '../../src/files/zip.js';
import type { OfficerForm } from '../../src/forms/form.js';
import { readOfficerSheet, writeOfficerSheet } from '../../src/sheets/officer-sheet.js';
import type { CellStyle } from '../../src/sheets/styles.js';
import { STYLES_XML, styleNumber } from '../../src/sheets/styles.js';
import { ooxmlText } from '../../src/sheets/xml-text.js';
import { form } from './forms.js';

/** The parts of a workbook, as text. */
export type Parts = Readonly<Record<string, string>>;

export const packed = (parts: Parts): Buffer =>
  zip(Object.entries(parts).map(([name, content]) => packFile(name, content)));

export async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.error);
  const parts: Record<string, string> = {};
  for (const name of archive.value.names) parts[name] = (await archive.value.read(name)) ?? '';
  return parts;
}

/** A cell as a spreadsheet saves it. */
export const typed = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${ooxmlText(text)}</t></is></c>`;
export const number = (place: string, value: string, style: CellStyle = 'entry'): string =>
  `<c r="${place}" s="${styleNumber(style)}"><v>${value}</v></c>`;

const SHEET = 'xl/worksheets/sheet1.xml';

/** The sheet of a form with some of its cells as an officer left them, by place. */
export async function filled(cells: Readonly<Record<string, string>>, of: OfficerForm = form()): Promise<Buffer> {
  const parts = await partsOf(writeOfficerSheet(of));
  let sheet = parts[SHEET] ?? '';
  for (const [place, cell] of Object.entries(cells)) {
    const there = new RegExp(`<c r="${place}"(?:[^>]*/>|.*?</c>)`);
    if (!there.test(sheet)) throw new Error(`there is no cell ${place}`);
    sheet = sheet.replace(there, () => cell);
  }
  return packed({ ...parts, [SHEET]: sheet });
}

/** What a file says, as short as a test wants it: values by code, messages, codes left. */
export async function said(bytes: Uint8Array, of: OfficerForm = form()) {
  const read = await readOfficerSheet(bytes, of);
  if (!read.ok) return { refused: read.error };
  return {
    values: Object.fromEntries(read.value.answers.map((a) => [a.code, a.actual])),
    errors: read.value.errors.map((e) => e.message),
    unanswered: read.value.unanswered,
  };
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with these rows, in the styles of ours. */
export const ooxml = (rows: string): Parts => ({
  'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Dati" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="sheet.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLES_XML,
  'xl/sheet.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
