import { HUNDRED, multiply, ofNumber, type Rational, roundedText, significant } from '../domain/rational.js';
import { canonical, italianDecimal } from '../domain/targets/numbers.js';
import { sheetWords } from '../words/sheets.js';
import type { GridCell } from './grid.js';

/** Spreadsheets compute with 15 digits and write 17: the last two are noise. The register keeps 10 decimals. */
const SIGNIFICANT = 15;
const DECIMALS = 10;
const decimal = (value: Rational): string => canonical(roundedText(value, { decimals: DECIMALS, mode: 'half-up' }));

/** How a number is shown: `decimals` where they are always so many. */
export interface ReadNumber {
  readonly kind: 'number' | 'percent';
  readonly decimals?: number;
}

/** A binary number as a file has it, without the noise of its last digits. */
function exactNumber(written: string): Rational | undefined {
  const number = written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(number) ? significant(ofNumber(number), SIGNIFICANT) : undefined;
}

/** The number of a cell, or of a cell formatted as a percentage: that one on 100. */
export function numberCell(written: string, { kind, decimals }: ReadNumber): GridCell {
  const exact = exactNumber(written);
  if (exact === undefined) return { kind: 'error', shown: written, problem: sheetWords.cell.notNumber };
  if (kind === 'percent') {
    const value = decimal(multiply(exact, HUNDRED));
    return { kind: 'percent', shown: `${italianDecimal(value)}%`, value };
  }
  const value = decimal(exact);
  return { kind: 'number', shown: italianDecimal(value), value, decimals };
}
