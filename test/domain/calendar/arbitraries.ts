import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/civil-date.js';

/** Days from 1900 to 2100. */
export const anyDate = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n));

/** Days from 1996, where Europe/Rome is known, to 2040. */
export const romeDay = fc.integer({ min: 0, max: 16_400 }).map((n) => addDays('1996-01-01', n));
