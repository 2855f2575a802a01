import { parseCivilDate } from '../domain/calendar/civil-date.js';
import { equal, parseRational, rounded } from '../domain/rational.js';
import type { Budget } from '../files/budget.js';
import { italianDay } from '../words/format.js';
import { sheetWords } from '../words/sheets.js';
import { numberCell, type ReadNumber } from './cell-number.js';
import type { GridCell } from './grid.js';

const words = sheetWords.cell;

/** Spaces an element may stand for: more than a cell would have. */
const MOST_SPACES = 1_000;

/** One cell of an `.ods` sheet while its elements go by (OpenDocument 1.3, part 3, 9.1.4 and 19.385). */
export class OdsCell {
  readonly #attributes: Readonly<Record<string, string>>;
  readonly #budget: Budget;
  #shown = '';
  #paragraphs = 0;
  #inText = 0;

  constructor(attributes: Readonly<Record<string, string>>, budget: Budget) {
    this.#attributes = attributes;
    this.#budget = budget;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'p' || name === 'h') {
      if (this.#paragraphs > 0) this.#add('\n');
      this.#paragraphs += 1;
      this.#inText += 1;
    }
    if (this.#inText === 0) return;
    if (name === 's') this.#add(' '.repeat(Math.min(repeated(attributes['text:c']), MOST_SPACES)));
    if (name === 'tab') this.#add('\t');
    if (name === 'line-break') this.#add('\n');
  }

  text(text: string): void {
    // Line ends of the file itself are spaces (6.1.2).
    if (this.#inText > 0) this.#add(text.replace(/[\r\n\t ]+/g, ' '));
  }

  #add(text: string): void {
    this.#budget.letters(text.length);
    this.#shown += text;
  }

  close(name: string): void {
    if (name === 'p' || name === 'h') this.#inText -= 1;
  }

  /** The cell; undefined when nothing is in it. */
  read(): GridCell | undefined {
    const of = this.#attributes;
    const shown = this.#shown;
    const type = of['office:value-type'] ?? of['calcext:value-type'];
    const computed = of['table:formula'] !== undefined;
    // An error is a text, or a number, with its name in the place of a value.
    if (of['calcext:value-type'] === 'error' || (computed && /^(?:#[A-ZÀ-Ú/0-9]+[!?]?|Err:\d+)$/.test(shown))) {
      return { kind: 'error', shown, problem: words.spreadsheetError };
    }
    switch (type) {
      case 'float':
      case 'currency':
        return numberOf(of['office:value'], { kind: 'number', ...decimalsOf(shown, of['office:value']) });
      case 'percentage':
        return numberOf(of['office:value'], { kind: 'percent' });
      case 'date':
        return dayOf(of['office:date-value'] ?? '', shown);
      case 'boolean': {
        const value = of['office:boolean-value'] === 'true';
        return { kind: 'boolean', shown: value ? 'VERO' : 'FALSO', value };
      }
      case undefined:
        if (shown.trim() === '' && computed) return { kind: 'error', shown: '', problem: words.notComputed };
        return textOf(shown);
      default:
        return textOf(this.#paragraphs === 0 ? (of['office:string-value'] ?? '') : shown);
    }
  }
}

/** How often something stands there; once where nothing sensible is said. */
export function repeated(written: string | undefined): number {
  const count = Number(written ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

const textOf = (shown: string): GridCell | undefined => (shown.trim() === '' ? undefined : { kind: 'text', shown });

const numberOf = (written: string | undefined, format: ReadNumber): GridCell => numberCell(written ?? '', format);

function dayOf(written: string, shown: string): GridCell {
  const date = parseCivilDate(written.split('T')[0] ?? '');
  if (date.ok) return { kind: 'date', shown: italianDay(date.value), value: date.value };
  return { kind: 'error', shown, problem: words.notDay };
}

/** How many decimals the cell shows, where what it shows is its value: `6,00` of 6, but not `1.234` of 1234. */
function decimalsOf(shown: string, value: string | undefined): { readonly decimals?: number } {
  const [, whole = '', fraction] = /^(-?[\d.,' \u00a0\u202f]*?)(?:[.,](\d{1,10}))?$/.exec(shown.trim()) ?? [];
  if (fraction === undefined || value === undefined || !/^-?[\d.]+$/.test(value)) return {};
  const digits = parseRational(`${whole.replace(/[^\d-]/g, '') || '0'}.${fraction}`);
  const exact = parseRational(value);
  if (!digits.ok || !exact.ok) return {};
  const shownAs = rounded(exact.value, { decimals: fraction.length, mode: 'half-up' });
  return equal(digits.value, shownAs) ? { decimals: fraction.length } : {};
}
