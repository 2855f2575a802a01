import { createContext, useContext } from 'hono/jsx';
import type { Cell, Table } from '../../../../documents/content.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import { SAID, SEAL } from '../said.js';
import { type Column, inFile } from './column.js';

/** What a page says of itself in the files its tables are taken away as. */
export interface PageHeading {
  readonly title: string;
  readonly entity: string | undefined;
  readonly exercise: number | undefined;
  readonly on: CivilDate;
  readonly simulated: boolean;
}

/** A table of a page, or the part of one that stands in one place of it. */
export interface TablePart<R> {
  /** Short name without spaces, one on its page: `attivita`. Names the file. */
  readonly name: string;
  /** What the file is called, where that is not the table's name. */
  readonly fileName?: string | undefined;
  readonly caption: string;
  /** What tells this part from the others, as a column of the whole. */
  readonly part?: Table['part'] | undefined;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
}

/** A table as its file has it, its parts together. */
export interface WholeTable {
  readonly fileName: string;
  readonly caption: string;
  readonly parts: readonly Table[];
}

/** The tables of one page while it is being written: each tells what it holds, so that it can be taken away. */
export class TablesOfPage {
  readonly #parts = new Map<string, { readonly fileName: string; readonly tables: Table[] }>();
  #heading: PageHeading | undefined;
  #filters = '';

  readonly #address: URL | undefined;
  readonly #asked: string | undefined;

  /**
   * @param address of the page, where its tables can be asked for; undefined for an answer to what was sent
   * @param asked the table that is taken away: the rows of the others are not looked at
   */
  constructor(address: URL | undefined, asked: string | undefined) {
    this.#address = address;
    this.#asked = asked;
  }

  /** A part of a table known already is put with the others. */
  add<R>(part: TablePart<R>): void {
    const known = this.#parts.get(part.name);
    const { fileName, tables } = known ?? { fileName: part.fileName ?? part.name, tables: [] };
    tables.push(tableOf(this.#asked === part.name ? part : { ...part, rows: [] }));
    this.#parts.set(part.name, { fileName, tables });
  }

  /** What the page says of itself. */
  headed(heading: PageHeading): void {
    this.#heading = heading;
  }

  /** The filters the page follows, in words. */
  filteredBy(said: string): void {
    this.#filters = said;
  }

  get heading(): PageHeading | undefined {
    return this.#heading;
  }

  get filters(): string {
    return this.#filters;
  }

  table(name: string): WholeTable | undefined {
    const found = this.#parts.get(name);
    const [first] = found?.tables ?? [];
    return found === undefined || first === undefined
      ? undefined
      : { fileName: found.fileName, caption: first.caption, parts: found.tables };
  }

  /** Where a table of the page is taken away in a form; undefined where it can not be asked for. */
  hrefOf(name: string, form: string): string | undefined {
    if (this.#address === undefined) return undefined;
    const to = new URL(this.#address);
    for (const passing of PASSING) to.searchParams.delete(passing);
    to.searchParams.set(TABLE_PARAMETER, `${name}.${form}`);
    return to.pathname + to.search;
  }
}

/** In an address: the table of the page that is taken away, and its form, `griglia.xlsx`. */
export const TABLE_PARAMETER = 'tabella';
/** Of an address what says which page of a list it is, what was just done, whether it asks again: no matter to a file. */
const PASSING = ['pagina', SAID, SEAL, 'aggiorna'];

function tableOf<R>({ name, caption, part, columns, rows }: TablePart<R>): Table {
  const kept = inFile(columns);
  return {
    kind: 'table',
    dataset: name,
    caption,
    part,
    columns: kept.map(({ title }) => ({ title })),
    rows: rows.map((row) => ({ cells: kept.map(({ value }): Cell => value(row) ?? '') })),
  };
}

const Context = createContext<TablesOfPage | undefined>(undefined);
export const TablesProvider = Context.Provider;

/** The tables of the page being written; undefined for a piece of a page. */
export const useTables = (): TablesOfPage | undefined => useContext(Context);
