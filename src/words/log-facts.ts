import { actNumbered } from '../domain/act-number.js';
import { formatItalian, parseCivilDate } from '../domain/calendar/civil-date.js';
import { italianPercent } from './format.js';
import { logDetails } from './log-details.js';

const PERCENTAGES: ReadonlySet<string> = new Set(['achievement', 'coverage']);

/** The facts of a log line's detail that are for people, in a fixed order; the rest is for programs. */
export function logFacts(detail: object): readonly string[] {
  const values = new Map(Object.entries(detail));
  return Object.entries(logDetails).flatMap(([field, label]) => {
    const value: unknown = values.get(field);
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return value === '' ? [] : [`${label} ${italian(field, String(value))}`];
  });
}

function italian(field: string, value: string): string {
  if (PERCENTAGES.has(field)) return italianPercent(value);
  if (field === 'actNumber') return actNumbered(value);
  const date = parseCivilDate(value);
  return date.ok ? formatItalian(date.value) : value;
}
