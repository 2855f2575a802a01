import { openArchive } from '../../../files/archive.js';
import { packFile, zip } from '../../../files/zip.js';
import { cellName, type Grid } from '../../../sheets/grid.js';
import { openSheetFile } from '../../../sheets/read-file.js';
import { ooxmlText } from '../../../sheets/xml-text.js';
import { sheetWords } from '../../../words/sheets.js';

const { columns } = sheetWords.officer;
const SHEET = 'xl/worksheets/sheet1.xml';

/**
 * A data sheet with values typed into its value column, as somebody does in a spreadsheet, and the rest as it came.
 * @param values by indicator; what the sheet does not ask is left out
 */
export async function fillSheet(bytes: Uint8Array, values: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const [read, archive] = await Promise.all([openSheetFile(bytes), openArchive(bytes)]);
  if (!read.ok || !archive.ok) throw new Error('the sheet of a mail cannot be opened');
  const grid = await read.value.sheets[0]?.grid();
  const places = grid?.ok === true ? valuePlaces(grid.value) : new Map<string, string>();
  const parts = await Promise.all(
    archive.value.names.map(async (name) => {
      const content = (await archive.value.read(name)) ?? '';
      return packFile(name, name === SHEET ? typedInto(content, places, values) : content);
    }),
  );
  return new Uint8Array(zip(parts));
}

/** The cell of each indicator's value, by code: found as somebody would, by the titles of the columns. */
function valuePlaces({ rows }: Grid): ReadonlyMap<string, string> {
  const head = rows.find(({ cells }) => [...cells.values()].some(({ shown }) => shown === columns.code));
  const columnOf = (title: string): number =>
    [...(head?.cells ?? [])].find(([, { shown }]) => shown === title)?.[0] ?? -1;
  const [code, value] = [columnOf(columns.code), columnOf(columns.value)];
  return new Map(
    rows
      .filter(({ row }) => row > (head?.row ?? 0))
      .flatMap(({ row, cells }) => {
        const shown = cells.get(code)?.shown;
        return shown === undefined ? [] : [[shown, cellName(value, row)] as const];
      }),
  );
}

function typedInto(sheet: string, places: ReadonlyMap<string, string>, values: ReadonlyMap<string, string>): string {
  return [...values].reduce((xml, [code, text]) => {
    const place = places.get(code);
    if (place === undefined) return xml;
    const cell = `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${ooxmlText(text)}</t></is></c>`;
    return xml.replace(new RegExp(`<c r="${place}"(?:[^>]*/>|.*?</c>)`), () => cell);
  }, sheet);
}
