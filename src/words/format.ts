import { formatItalian } from '../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDateTime } from '../domain/calendar/zone.js';

/** `1.234,50` of `1234.50`: exact, digit by digit; `decimals` pads with zeros and never cuts. */
export function italianNumber(text: string, decimals = 0): string {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const padded = fraction.padEnd(decimals, '0');
  return `${negative ? '−' : ''}${grouped}${padded === '' ? '' : `,${padded}`}`;
}

export const italianPercent = (text: string): string => `${italianNumber(text)}%`;

export const euro = (text: string): string => `${italianNumber(text, 2)} €`;

/** How big a file is: `12 kB`, `1,4 MB`; never less than it is. @param bytes how many */
export const fileSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${italianNumber(String(Math.ceil(bytes / 1_000)))} kB`
    : `${italianNumber(String(Math.ceil(bytes / 100_000) / 10))} MB`;

/** `10 MB` of how big a file may be: rounded down, so that what is said is taken. */
export const sizeLimit = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.floor(bytes / 1_000)} kB` : `${Math.floor(bytes / 1_000_000)} MB`;

/** `31/01/2016` */
export const italianDay = (date: CivilDate): string => formatItalian(date);

/** `31/01/2016 alle 09:05`, in Europe/Rome. */
export function italianMoment(instant: Instant): string {
  const { date, time } = romeDateTime(instant);
  return `${formatItalian(date)} alle ${pad(time.hour)}:${pad(time.minute)}`;
}

const pad = (n: number): string => String(n).padStart(2, '0');
