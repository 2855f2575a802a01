import type { Instant } from '../../domain/calendar/types.js';
import { romeDateTime } from '../../domain/calendar/zone.js';
import { never } from '../../domain/result.js';
import type { Cell } from '../content.js';
import type { Dataset } from './datasets.js';

const SEPARATOR = ';';
/** Without it Excel reads UTF-8 as Windows-1252. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * One table as csv: UTF-8 with its mark, `;`, lines ended by CR LF, decimals with a comma and no thousands, ISO dates.
 * That is what a spreadsheet in Italian opens as it is (docs/decisions/016); exact values for programs are in the JSON.
 */
export function csvForm(dataset: Dataset): Buffer {
  const lines = [dataset.columns.map((column) => field(column.title)), ...dataset.rows.map((row) => row.map(fieldOf))];
  return Buffer.from(`${BYTE_ORDER_MARK}${lines.map((line) => `${line.join(SEPARATOR)}\r\n`).join('')}`, 'utf8');
}

function fieldOf(cell: Cell): string {
  if (typeof cell === 'string') return field(harmless(cell));
  switch (cell.kind) {
    case 'percent':
      return `${cell.value.replace('.', ',')}%`;
    case 'euro':
    case 'number':
      return cell.value.replace('.', ',');
    case 'day':
      return cell.value;
    case 'instant':
      return romeMoment(cell.value);
    default:
      return never(cell);
  }
}

/** `2016-07-10 09:05:00`, in Rome: what a spreadsheet opens as day and time, whatever its language. */
function romeMoment(instant: Instant): string {
  const { date, time } = romeDateTime(instant);
  return `${date} ${[time.hour, time.minute, time.second].map((n) => String(n).padStart(2, '0')).join(':')}`;
}

/** A text a spreadsheet would take for a formula gets an apostrophe before it; a plain number or percent is none. */
export const harmless = (text: string): string =>
  /^\s*[=+\-@]|^[\t\r\n]/.test(text) && !/^[+-]?\d[\d.,]*\s?%?$/.test(text) ? `'${text}` : text;

const field = (text: string): string => (/[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
