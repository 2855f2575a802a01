import { plainName } from '../domain/match-office.js';
import { readMission } from '../domain/missions.js';
import type { DecimalText } from '../domain/targets/types.js';
import { FirstMessages, message, quoted } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { ownPlanWords as words } from '../words/own-plan.js';
import { sheetWords } from '../words/sheets.js';
import { readWeight } from './decimals.js';
import { cellName, type GridRow } from './grid.js';
import type { Held, Meaning } from './own-headings.js';
import { isDitto, type OwnTable } from './own-table.js';

/** An indicator of an office's own table, with what it stands under. Texts are verbatim; empty: none. */
export interface OwnRow {
  readonly row: number;
  readonly area: string;
  readonly objective: string;
  readonly programme: string;
  readonly perspective: string;
  readonly office: string;
  readonly name: string;
  readonly weight?: DecimalText | undefined;
  readonly programmeWeight?: DecimalText | undefined;
  readonly missione?: string | undefined;
  readonly targets: readonly { readonly year: number; readonly text: string }[];
  readonly results: readonly { readonly year: number; readonly text: string }[];
}

/** What an office's table says, and what of it is left out. */
export interface OwnRows {
  readonly indicators: readonly OwnRow[];
  /** Totals, notes, signatures: the row and how it begins. */
  readonly leftOut: readonly { readonly row: number; readonly text: string }[];
  /** Each with its place. */
  readonly errors: readonly string[];
}

/** Reads the rows of a table. @param meanings what each column means, by its place */
export function readOwnRows(table: OwnTable, meanings: ReadonlyMap<number, Meaning>): OwnRows {
  const reader = new Reader(table, meanings);
  for (const [i, row] of table.rows.entries()) reader.take(row, table.rows[i + 1]);
  return reader.read();
}

const LEVELS = ['area', 'obiettivo', 'programma'] as const;
/** What is said once for the rows below it too. */
const CARRIED = [...LEVELS, 'prospettiva', 'missione', 'ufficio'] as const satisfies readonly Held[];
type Carried = (typeof CARRIED)[number];

const TOTAL = /^(?:sub ?totale|totale|totali|tot|somma|media)(?: |$)/;
const TOTAL_ALONE =
  /^(?:sub ?totale|totale|totali|tot|somma|media)(?: (?:generale|complessivo|pesi|peso|ponderata|finale))?$/;
const NOTE =
  /^\s*(?:[(*]|nota\b|note\b|n\.\s?b\.?|nb\b|fonte\b|legenda\b|avvertenz|il (?:segretario|dirigente|direttore|responsabile)\b)/i;

class Reader {
  readonly #table: OwnTable;
  readonly #at: ReadonlyMap<string, number>;
  readonly #years: readonly { readonly kind: 'target' | 'risultato'; readonly year: number; readonly at: number }[];
  readonly #indicators: OwnRow[] = [];
  readonly #leftOut: { readonly row: number; readonly text: string }[] = [];
  readonly #errors = new FirstMessages<string>();
  readonly #carried = new Map<Carried, string>();
  /** Headings of groups that stand in rows of their own. */
  #headings: string[] = [];
  #inHeadings = false;
  /** The weight above, where it holds for several rows; and the row it stands in. */
  #shared: { readonly from: number; readonly weight: DecimalText | undefined } | undefined;

  constructor(table: OwnTable, meanings: ReadonlyMap<number, Meaning>) {
    this.#table = table;
    this.#at = new Map([...meanings].map(([at, { kind }]) => [kind, at]));
    this.#years = [...meanings].flatMap(([at, one]) => ('year' in one ? [{ ...one, at }] : []));
  }

  read(): OwnRows {
    this.#fractions();
    const { kept, more } = this.#errors;
    const errors = more === 0 ? kept : [...kept, fileWords.more(more)];
    return { indicators: this.#indicators, leftOut: this.#leftOut, errors };
  }

  take(row: GridRow, next: GridRow | undefined): void {
    const filled = [...row.cells.values()].filter(({ shown }) => shown.trim() !== '' && !isDitto(shown));
    const [first] = filled;
    if (first === undefined || this.#isHeadAgain(row)) return;
    const name = this.#text(row, 'indicatore');
    const targets = this.#years.filter(({ kind, at }) => kind === 'target' && this.#raw(row, at) !== '');
    const said = [name, ...LEVELS.map((level) => this.#text(row, level)), first.shown].map(plainName);
    const isTotal = said.some((one) => TOTAL_ALONE.test(one) || (targets.length === 0 && TOTAL.test(one)));
    if (isTotal || (targets.length === 0 && NOTE.test(first.shown))) this.#leave(row, first.shown);
    else if (filled.length === 1 && targets.length === 0) this.#alone(row, first.shown, next);
    else this.#below(row, name, first.shown);
  }

  #below(row: GridRow, name: string, first: string): void {
    this.#carry(row);
    const at = this.#at.get('indicatore');
    const targets = this.#years.filter((one) => one.kind === 'target' && this.#raw(row, one.at) !== '');
    const own = ['peso', 'unità di misura', 'ufficio'] as const;
    if (isDitto(this.#raw(row, at))) {
      if (targets.some((one) => !isDitto(this.#raw(row, one.at)))) this.#fail(row, at, words.sharedName);
    } else if (name === '' && targets.length > 0) this.#fail(row, at, words.noName);
    else if (name === '' || (targets.length === 0 && own.every((kind) => this.#text(row, kind) === '')))
      this.#leave(row, first);
    else this.#indicator(row, name);
  }

  #indicator(row: GridRow, name: string): void {
    const weight = this.#weight(row, 'peso');
    const shared = isDitto(this.#raw(row, this.#at.get('peso')));
    if (!shared) this.#shared = { from: this.#indicators.length, weight };
    // The weight of a cell over several rows is of what they stand under, not of the first of them.
    else if (this.#shared !== undefined) {
      const { from, weight: whole } = this.#shared;
      for (const [i, one] of this.#indicators.entries())
        if (i >= from) this.#indicators[i] = { ...one, weight: undefined, programmeWeight: whole };
    }
    const carried = (kind: Carried): string => this.#carried.get(kind) ?? '';
    const [programme = '', objective = '', area = ''] = [...this.#headings].reverse();
    const missione = carried('missione');
    const mission = readMission(missione);
    if (missione !== '' && mission === undefined && /\d/.test(missione))
      this.#fail(row, this.#at.get('missione'), sheetWords.paste.noMissione(missione));
    const years = (of: 'target' | 'risultato') =>
      this.#years.flatMap(({ kind, year, at }) => {
        const text = kind === of ? this.#measure(row, at, kind) : '';
        return text === '' ? [] : [{ year, text }];
      });
    this.#indicators.push({
      row: row.row,
      area: carried('area') || area,
      objective: carried('obiettivo') || objective,
      programme: carried('programma') || programme,
      perspective: carried('prospettiva'),
      office: carried('ufficio'),
      name,
      weight: shared ? undefined : weight,
      programmeWeight: shared ? this.#shared?.weight : this.#weight(row, 'peso del programma'),
      missione: mission,
      targets: years('target'),
      results: years('risultato'),
    });
    this.#inHeadings = false;
  }

  /** A row with one cell: the heading of those below it where nothing else says what they stand under; otherwise it is left out. */
  #alone(row: GridRow, text: string, next: GridRow | undefined): void {
    if (LEVELS.some((level) => this.#text(row, level) === text.trim())) this.#carry(row);
    else if (LEVELS.some((level) => this.#at.has(level)) || next === undefined) this.#leave(row, text);
    else this.#under(text.trim());
  }

  /** Numbered headings stand under those with fewer numbers; one without takes the place of the last. */
  #under(heading: string): void {
    const depth = depthOf(heading);
    if (depth !== undefined) this.#headings = this.#headings.filter((one) => (depthOf(one) ?? 0) < depth);
    else if (!this.#inHeadings) this.#headings.pop();
    this.#headings.push(heading);
    this.#inHeadings = true;
  }

  #carry(row: GridRow): void {
    let renewed = false;
    for (const kind of CARRIED) {
      const at = this.#at.get(kind);
      const text = at === undefined ? '' : this.#text(row, kind);
      const isLevel = LEVELS.some((level) => level === kind);
      if (text !== '') this.#carried.set(kind, text);
      // Under another objective nobody has said yet who answers, nor which programme it is.
      else if (renewed && !isDitto(this.#raw(row, at))) this.#carried.delete(kind);
      if (text !== '' && isLevel) renewed = true;
    }
  }

  #isHeadAgain(row: GridRow): boolean {
    const columns = this.#table.columns.filter(({ at }) => this.#raw(row, at) !== '');
    return columns.length > 1 && columns.every(({ at, heading }) => heading.includes(this.#raw(row, at)));
  }

  #leave(row: GridRow, text: string): void {
    this.#leftOut.push({ row: row.row, text: quoted(text.trim()) });
  }

  #raw(row: GridRow, at: number | undefined): string {
    return at === undefined ? '' : (row.cells.get(at)?.shown.trim() ?? '');
  }

  /** What a cell says of its own. */
  #text(row: GridRow, kind: Held): string {
    const raw = this.#raw(row, this.#at.get(kind));
    return isDitto(raw) ? '' : raw.replaceAll(/\s+/g, ' ');
  }

  #weight(row: GridRow, kind: 'peso' | 'peso del programma'): DecimalText | undefined {
    const text = this.#text(row, kind);
    if (text === '' || text === '-') return undefined;
    const weight = readWeight(text);
    if (weight === undefined) this.#fail(row, this.#at.get(kind), sheetWords.paste.noWeight(quoted(text)));
    return weight;
  }

  /** A target or a result as written, with its unit where it is a bare number. */
  #measure(row: GridRow, at: number, kind: 'target' | 'risultato'): string {
    const cell = row.cells.get(at);
    if (cell?.kind === 'error') {
      this.#fail(row, at, cell.problem);
      return '';
    }
    const text = this.#raw(row, at);
    if (isDitto(text)) return this.#above(at, kind);
    const unit = this.#text(row, 'unità di misura');
    if (
      unit === '' ||
      !/^[<>=≥≤±]*\s*\d[\d.,]*$/.test(text) ||
      /^(?:n|nr|num|numero|numerico|data|giorno)\b/i.test(unit)
    )
      return text;
    const percent = /^(?:%|percentuale|perc)/i.test(unit);
    if (percent && /^[<>=≥≤]*\s*(?:0[.,]\d+|1)$/.test(text)) this.#fail(row, at, words.fraction(text));
    return percent ? `${text}%` : `${text} ${unit}`;
  }

  /** What the row above says, in a cell that is its too. */
  #above(at: number, kind: 'target' | 'risultato'): string {
    const year = this.#years.find((one) => one.at === at)?.year;
    const above = this.#indicators.at(-1);
    const texts = kind === 'target' ? above?.targets : above?.results;
    return texts?.find((one) => one.year === year)?.text ?? '';
  }

  /** Weights that are parts of one, taken for parts of a hundred, would weigh a hundredth. */
  #fractions(): void {
    const weighed = this.#indicators.filter(({ weight }) => weight !== undefined);
    const [first] = weighed;
    const at = this.#at.get('peso');
    if (first === undefined || at === undefined || !weighed.every(({ weight }) => Number(weight) <= 1)) return;
    this.#errors.push(message(this.#place(first.row, at, words.fractions(first.weight?.replace('.', ',') ?? ''))));
  }

  #fail({ row }: GridRow, at: number | undefined, problem: string): void {
    this.#errors.push(message(this.#place(row, at ?? 0, problem)));
  }

  #place(row: number, at: number, problem: string): string {
    const heading = quoted(this.#table.columns.find((one) => one.at === at)?.heading ?? '');
    const { sheet } = this.#table;
    return sheet === ''
      ? sheetWords.officer.place(row, heading, cellName(at, row), problem)
      : sheetWords.table.place(sheet, row, heading, cellName(at, row), problem);
  }
}

/** How deep a numbered heading is: 2 of `1.2 Promuovere`; undefined of one without a number. */
const depthOf = (text: string): number | undefined => /^(\d+(?:\.\d+)*)[.) ]/.exec(text.trim())?.[1]?.split('.').length;
