import { Decimal } from 'decimal.js';
import { canonical, italianDecimal } from '../domain/targets/numbers.js';
import { sheetWords } from '../words/sheets.js';
import type { GridCell } from './grid.js';

/** Spreadsheets compute with 15 digits and write 17: the last two are noise. The register keeps 10 decimals. */
const SIGNIFICANT = 15;
const DECIMALS = 10;
const decimal = (value: Decimal): string => canonical(value.toDecimalPlaces(DECIMALS).toFixed());

/** How a number is shown: `decimals` where they are always so many. */
export interface ReadNumber {
  readonly kind: 'number' | 'percent';
  readonly decimals?: number;
}

/** A binary number as a file has it, without the noise of its last digits. */
export function exactNumber(written: string): Decimal | undefined {
  const number = written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(number) ? new Decimal(number).toSignificantDigits(SIGNIFICANT) : undefined;
}

/** The number of a cell, or of a cell formatted as a percentage: that one on 100. */
export function numberCell(written: string, { kind, decimals }: ReadNumber): GridCell {
  const exact = exactNumber(written);
  if (exact === undefined) return { kind: 'error', shown: written, problem: sheetWords.cell.notNumber };
  if (kind === 'percent') {
    const value = decimal(exact.times(100));
    return { kind: 'percent', shown: `${italianDecimal(value)}%`, value };
  }
  const value = decimal(exact);
  return { kind: 'number', shown: italianDecimal(value), value, decimals };
}
