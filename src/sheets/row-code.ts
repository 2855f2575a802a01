import { canonical } from '../domain/targets/numbers.js';
import { quoted } from '../files/messages.js';
import type { FormRow } from '../forms/form.js';
import { sheetWords } from '../words/sheets.js';
import type { GridCell } from './grid.js';

const words = sheetWords.officer;

/** Which indicator a line of a sheet is about. */
type FoundRow =
  | { readonly kind: 'found'; readonly row: FormRow }
  /** The code is that of `row`, the name beside it that of another. */
  | { readonly kind: 'other-name'; readonly row: FormRow; readonly problem: string }
  | { readonly kind: 'unknown'; readonly problem: string };

/** What of a sheet tells a code as it was written from one a spreadsheet has changed. */
interface CodesOfSheet {
  /** In a CSV nothing says what was typed as a text. */
  readonly csv: boolean;
  /** Every code of the sheet, as it stands there. */
  readonly written: ReadonlySet<string>;
}

/**
 * Finds the indicator of a line by its code and by the name beside it. A spreadsheet makes a number of `1.10` (1,1) and of
 * `01` (1), and a day of `1-2`: then the code alone does not say which one is meant, and the name decides or its writer
 * is asked. A value never goes to another indicator for it.
 */
export function rowFinder(
  rows: readonly FormRow[],
  { csv, written }: CodesOfSheet,
): (code: GridCell | undefined, name: string) => FoundRow {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const found = (row: FormRow): FoundRow => ({ kind: 'found', row });
  const changed = (shown: string, among: readonly FormRow[]): FoundRow => ({
    kind: 'unknown',
    problem: words.changedCode(
      quoted(shown),
      among.slice(0, MOST_NAMED).map(({ code }) => code),
    ),
  });
  return (cell, name) => {
    const shown = writtenCode(cell);
    if (cell === undefined || shown === '') return { kind: 'unknown', problem: words.noCode };
    const named = name === '' ? [] : rows.filter((row) => plainText(row.name) === plainText(name));
    const exact = byCode.get(shown);
    const equal = sameNumber(rows, shown);
    if (exact === undefined) {
      const among = equal.length > 0 ? equal : isDay(cell) ? rows.filter(({ code }) => DATABLE.test(code)) : [];
      const [only, ...others] = named.filter((row) => among.includes(row));
      if (only !== undefined && others.length === 0) return found(only);
      return among.length > 0
        ? changed(cell.shown.trim(), among)
        : { kind: 'unknown', problem: words.unknownCode(quoted(cell.shown.trim())) };
    }
    const typed = cell.kind === 'text' && !csv;
    const rivals = typed ? [] : equal.filter((row) => row !== exact);
    if (rivals.length > 0) {
      const [only, ...others] = named.filter((row) => row === exact || rivals.includes(row));
      if (only !== undefined && others.length === 0) return found(only);
      // Where the others stand as they are, nothing has changed the codes of this sheet.
      const whole = csv && named.length === 0 && rivals.every(({ code }) => written.has(code));
      return whole ? found(exact) : changed(cell.shown.trim(), [exact, ...rivals]);
    }
    if (named.includes(exact) || name === '') return found(exact);
    const [other] = named;
    if (other !== undefined) {
      return { kind: 'other-name', row: exact, problem: words.otherName(exact.code, other.code) };
    }
    // A text is what somebody wrote; a number may have been another code, and the name beside it is not that of this one.
    return cell.kind === 'text' ? found(exact) : changed(cell.shown.trim(), [exact]);
  };
}

const MOST_NAMED = 5;

/** The code as text: of a number the number, `1.1`. */
export const writtenCode = (cell: GridCell | undefined): string =>
  cell === undefined ? '' : cell.kind === 'number' ? cell.value : cell.shown.trim();

/** Titles and names as they are compared. */
export const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

const NUMBER = /^\d{1,15}(?:[.,]\d{1,10})?$/;
const POWER = /^(\d(?:[.,]\d+)?)E\+?(\d{1,2})$/i;

/** The codes that are the same number: `1.10` and `1.1` of `1,1`. */
function sameNumber(rows: readonly FormRow[], shown: string): readonly FormRow[] {
  const number = numberOf(shown);
  return number === undefined ? [] : rows.filter(({ code }) => numberOf(code) === number);
}

/** The number a text is, or shows as a power of ten; undefined when it is none. */
export function numberOf(text: string): string | undefined {
  const [, digits, zeros] = POWER.exec(text) ?? [];
  if (digits !== undefined) return plainPower(digits, Number(zeros));
  return NUMBER.test(text) ? canonical(text.replace(',', '.')) : undefined;
}

/** `1E+05`, which is how a spreadsheet shows `1E5`, in full. */
function plainPower(digits: string, zeros: number): string {
  const [whole = '', fraction = ''] = digits.split(/[.,]/);
  const all = `${whole}${fraction.padEnd(zeros, '0')}`;
  return canonical(`${all.slice(0, whole.length + zeros)}.${all.slice(whole.length + zeros) || '0'}`);
}

/** A code a spreadsheet might take for a day. */
export const DATABLE = /^\d+(?:[./ -]\d+)+$/;
const MONTH = '(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]*';
const DAY = new RegExp(
  `^(?:\\d{1,4}[/.-]\\d{1,2}(?:[/.-]\\d{1,4})?|\\d{1,2}[-/ ]${MONTH}(?:[-/ ]\\d{2,4})?|${MONTH}[-/ ]\\d{2,4})(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?$`,
  'i',
);

const isDay = (cell: GridCell): boolean =>
  cell.kind === 'date' || (cell.kind === 'text' && DAY.test(cell.shown.trim()));
