import { err, ok, type Result } from '../domain/result.js';
import type { Archive } from '../files/archive.js';
import { type Budget, TooLarge, unreadable } from '../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { readXml, type XmlHandlers } from '../files/xml.js';
import { fileWords } from '../words/files.js';
import type { Grid, GridCell, GridRow, MergedRows } from './grid.js';
import { OdsCell, repeated } from './ods-cell.js';
import { lazySheet, type SheetFile } from './sheet-file.js';

const CONTENT = 'content.xml';

/** Whether an archive is a file of LibreOffice and its relatives, of whatever kind. */
export const isOpenDocument = ({ names }: Archive): boolean => names.includes(CONTENT) && names.includes('mimetype');

/**
 * The visible sheets of an `.ods` file (OpenDocument 1.2 and later, part 3). Of a formula the result last computed is taken.
 * @returns an Italian sentence when the file is no such sheet, has macros or a password, or would grow too large
 */
export async function openOpenDocument(archive: Archive, budget: Budget): Promise<Result<SheetFile, string>> {
  try {
    const refused = await refuseKind(archive);
    if (refused !== undefined) return err(refused);
    // All the sheets are in one part: it is walked once.
    const grids = await readTables(archive.pieces(CONTENT, LIMITS.unpacked) ?? [], budget);
    return ok({ type: 'ods', sheets: grids.map((grid) => lazySheet(grid.name, async () => ok(grid))) });
  } catch (cause) {
    // The parts of a file somebody sent: what is wrong in them is for its writer, in one sentence.
    return err(unreadable(cause));
  }
}

async function refuseKind(archive: Archive): Promise<string | undefined> {
  const type = (await archive.read('mimetype'))?.trim() ?? '';
  if (!/^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?$/.test(type)) return fileWords.notWorkbook;
  if (archive.names.some((name) => /^(?:Basic|Scripts)\/./.test(name))) return fileWords.macros;
  const manifest = (await archive.read('META-INF/manifest.xml')) ?? '';
  return manifest.includes('encryption-data') ? fileWords.password : undefined;
}

async function readTables(content: AsyncIterable<string> | Iterable<string>, budget: Budget): Promise<Grid[]> {
  const grids: Grid[] = [];
  const hidden = new Set<string>();
  let [style, isSheet] = ['', false];
  let table: TableReader | undefined;
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (table !== undefined) table.open(name, attributes);
      else if (name === 'spreadsheet') isSheet = true;
      else if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style);
      else if (name === 'table') {
        if (grids.length >= LIMITS.sheets) throw new TooLarge(fileWords.tooManySheets(LIMITS.sheets));
        const shown = !hidden.has(attributes['table:style-name'] ?? '');
        table = new TableReader(attributes['table:name'] ?? '', shown, budget);
      }
    },
    text: (text) => table?.text(text),
    close: (name) => {
      if (table === undefined || !table.close(name)) return;
      if (table.shown) grids.push({ name: table.name, rows: table.rows, merged: table.merged });
      table = undefined;
    },
  };
  await readXml(content, handlers, budget);
  if (!isSheet) throw new Error('no spreadsheet in it');
  return grids;
}

/** Reads one sheet: what is repeated costs what it holds, and empty rows and cells cost nothing however many they are. */
class TableReader {
  readonly name: string;
  readonly shown: boolean;
  readonly rows: GridRow[] = [];
  readonly merged: MergedRows[] = [];
  readonly #budget: Budget;
  #row = 1;
  #rows = 1;
  #column = 0;
  #columns = 1;
  /** Elements open inside the sheet; those within a comment, a drawing or a form are not of its cells. */
  #aside = 0;
  #depth = 1;
  #cells = new Map<number, GridCell>();
  #cell: OdsCell | undefined;

  constructor(name: string, shown: boolean, budget: Budget) {
    [this.name, this.shown, this.#budget] = [name, shown, budget];
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#aside > 0 || ASIDE.has(name)) this.#aside += 1;
    else if (name === 'table-row') {
      this.#rows = repeated(attributes['table:number-rows-repeated']);
      [this.#column, this.#cells] = [0, new Map()];
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#columns = repeated(attributes['table:number-columns-repeated']);
      const spanned = repeated(attributes['table:number-rows-spanned']);
      if (spanned > 1) this.merged.push({ column: this.#column, from: this.#row, to: this.#row + spanned - 1 });
      this.#cell = new OdsCell(attributes, this.#budget);
    } else this.#cell?.open(name, attributes);
  }

  text(text: string): void {
    if (this.#aside === 0) this.#cell?.text(text);
  }

  /** @returns whether the sheet ends here */
  close(name: string): boolean {
    this.#depth -= 1;
    if (this.#aside > 0) this.#aside -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'table-row') this.#endRow();
    else this.#cell?.close(name);
    return this.#depth === 0;
  }

  #endCell(): void {
    const read = this.shown && this.#column < LIMITS.columns ? this.#cell?.read() : undefined;
    if (read !== undefined) {
      const last = Math.min(this.#column + this.#columns, LIMITS.columns);
      this.#budget.cells(last - this.#column);
      for (let column = this.#column; column < last; column++) this.#cells.set(column, read);
    }
    this.#column += this.#columns;
    this.#cell = undefined;
  }

  #endRow(): void {
    const cells = this.#cells;
    if (cells.size > 0) {
      this.#budget.cells(cells.size * (this.#rows - 1));
      const end = this.#row + this.#rows;
      if (end - 1 > LIMITS.lastRow || this.rows.length + this.#rows > LIMITS.rows) {
        throw new TooLarge(fileWords.tooManyCells);
      }
      for (let row = this.#row; row < end; row++) this.rows.push({ row, cells });
    }
    this.#row += this.#rows;
  }
}

const ASIDE = new Set(['annotation', 'shapes', 'forms', 'frame', 'table', 'ruby-text', 'note']);
