import { readMission } from '../domain/missions.js';
import { err, ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { FirstMessages, message, quoted } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { sheetWords } from '../words/sheets.js';
import { readWeight } from './decimals.js';

const words = sheetWords.paste;
/** Fifty pages of tables. */
const LONGEST = 500_000;

/** One row of a pasted scorecard: an objective, a programme or an indicator. Texts are verbatim. */
export interface PastedRow {
  /** Line of the pasted text, from 1. */
  readonly line: number;
  readonly level: 'objective' | 'programme' | 'indicator';
  /** Of an objective or a programme; indicators have none in a document. */
  readonly code?: string;
  readonly name: string;
  /** The title above the table: the perspective; empty: none. */
  readonly perspective: string;
  /** Code of the programme an indicator stands under. */
  readonly programme?: string;
  readonly weight?: DecimalText;
  /** `032/002` */
  readonly missioneProgramma?: string;
  readonly results: readonly { readonly year: number; readonly text: string }[];
  readonly targets: readonly { readonly year: number; readonly text: string }[];
  /** Who answers for it, where the table says it. */
  readonly office?: string | undefined;
  /** Where it stands, of what is not pasted. */
  readonly source?: string;
}

/** Something wrong in a pasted text, with its place. */
export interface PasteError {
  readonly line: number;
  /** Title of the column; empty when it is about the whole line. */
  readonly column: string;
  readonly value: string;
  /** `riga 7, colonna «Peso»: «abc» …` */
  readonly message: string;
}

/** What a pasted text says: good rows and errors, so that the editor can show both; of very many errors the first. */
export interface PastedPlan {
  readonly rows: readonly PastedRow[];
  readonly errors: readonly PasteError[];
}

/**
 * Reads the scorecard as pasted from a document: cells separated by tabs, or by two and more spaces where none is empty.
 * Each table begins with its titles: the perspective, `Peso`, `Risultato 2015`, `Target 2016`, `Missione / Programma`.
 */
export function readPastedPlan(text: string): PastedPlan {
  const whole = (message: string): PastedPlan => ({ rows: [], errors: [{ line: 1, column: '', value: '', message }] });
  if (text.length > LONGEST) return whole(words.tooLong);
  if (text.trim() === '') return whole(words.nothing);
  const rows: PastedRow[] = [];
  const errors = new FirstMessages<PasteError>();
  let head: Head | undefined;
  let current: Current = {};
  for (const [i, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    if (raw.trim() === '') continue;
    const cells = cellsOf(raw);
    const complain: Complain = (column, value, problem) =>
      errors.push({
        line: i + 1,
        column: quoted(column),
        value: quoted(value),
        message: message(words.place(i + 1, quoted(column), problem)),
      });
    const found = headOf(cells, complain);
    if (found !== undefined) {
      head = found;
      current = {};
    } else if (head === undefined) {
      complain('', raw.trim(), words.beforeHead(shortened(raw.trim())));
    } else {
      const row = rowOf(i + 1, cells, raw.includes('\t'), head, current, complain);
      if (row === undefined) continue;
      rows.push(row);
      if (row.level === 'objective') current = given({ objective: row.code });
      if (row.level === 'programme') current = { ...current, ...given({ programme: row.code }) };
    }
  }
  if (head === undefined) return whole(words.noHead);
  const { kept, more } = errors;
  const others = { line: 0, column: '', value: '', message: fileWords.more(more) };
  return { rows, errors: more === 0 ? kept : [...kept, others] };
}

/** A column after the first, which holds names. */
type Column =
  | { readonly title: string; readonly kind: 'weight' | 'missione' | 'other' }
  | { readonly title: string; readonly kind: 'result' | 'target'; readonly year: number };

interface Head {
  readonly perspective: string;
  readonly columns: readonly Column[];
}

interface Current {
  readonly objective?: string;
  readonly programme?: string;
}

type Complain = (column: string, value: string, problem: string) => void;

const cellsOf = (raw: string): readonly string[] =>
  raw.includes('\t')
    ? raw.split('\t').map((cell) => cell.trim())
    : raw
        .trim()
        .split(/ {2,}|\u00a0{2,}/)
        .map((cell) => cell.trim());

function headOf(cells: readonly string[], complain: Complain): Head | undefined {
  const [first = '', ...rest] = cells;
  const columns = rest.map(columnOf);
  if (!columns.some((c) => c.kind === 'weight') || !columns.some((c) => c.kind === 'target')) return undefined;
  const titles = columns.map((c) => c.title.toLowerCase()).filter((title) => title !== '');
  const twice = titles.find((title, i) => titles.indexOf(title) !== i);
  if (twice !== undefined) complain('', twice, words.twoColumns(twice));
  return { perspective: first, columns };
}

function columnOf(title: string): Column {
  const [, word, year] = /^(risultato|target)\s+(\d{4})$/i.exec(title) ?? [];
  if (word !== undefined)
    return { title, kind: word.toLowerCase() === 'target' ? 'target' : 'result', year: Number(year) };
  if (/^peso(\s*%)?$/i.test(title)) return { title, kind: 'weight' };
  return { title, kind: /^missione\s*\/?\s*programma$/i.test(title) ? 'missione' : 'other' };
}

function rowOf(
  line: number,
  cells: readonly string[],
  tabbed: boolean,
  head: Head,
  current: Current,
  complain: Complain,
): PastedRow | undefined {
  const expected = head.columns.length + 1;
  const extra = cells.slice(expected).some((cell) => cell !== '');
  if (extra || (!tabbed && cells.length !== expected)) {
    const problem = tabbed ? words.moreCells : words.lostCells;
    complain('', cells.join(' '), problem(cells.length, expected));
    return undefined;
  }
  const [first = '', ...rest] = cells;
  if (first === '') {
    complain('', '', words.noName);
    return undefined;
  }
  const [, code, title] = /^(\d+\.\d+(?:\.\d+)?)\.?\s+(.+)$/.exec(first) ?? [];
  const level = code === undefined ? 'indicator' : code.split('.').length === 2 ? 'objective' : 'programme';
  if (level === 'indicator' && current.programme === undefined) {
    complain('', first, words.noProgramme(shortened(first)));
    return undefined;
  }
  if (level === 'programme' && (current.objective === undefined || !code?.startsWith(`${current.objective}.`))) {
    complain('', first, words.noObjective(code ?? ''));
    return undefined;
  }
  const cellIn = (i: number): string => rest[i] ?? '';
  const years = (kind: 'result' | 'target') =>
    level === 'indicator'
      ? head.columns.flatMap((c, i) => (c.kind === kind ? [{ year: c.year, text: cellIn(i) }] : []))
      : [];
  const one = (kind: Column['kind'], read: (text: string) => Result<string, string>): string | undefined => {
    const at = head.columns.findIndex((c) => c.kind === kind);
    const text = cellIn(at);
    if (at < 0 || text === '') return undefined;
    const value = read(text);
    if (!value.ok) complain(head.columns[at]?.title ?? '', text, value.error);
    return value.ok ? value.value : undefined;
  };
  return {
    line,
    level,
    name: title ?? first,
    perspective: head.perspective,
    ...given({
      code,
      programme: level === 'indicator' ? current.programme : undefined,
      weight: one('weight', weightIn),
      missioneProgramma: one('missione', readMissione),
    }),
    results: years('result'),
    targets: years('target'),
  };
}

function weightIn(text: string): Result<DecimalText, string> {
  const weight = readWeight(text);
  return weight === undefined ? err(words.noWeight(text)) : ok(weight);
}

function readMissione(text: string): Result<string, string> {
  const mission = readMission(text);
  return mission === undefined ? err(words.noMissione(text)) : ok(mission);
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

type Given<X> = { [K in keyof X]?: Exclude<X[K], undefined> };
// Without its undefined fields the object is what the type says.
const given = <X extends object>(fields: X): Given<X> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<X>;
