import { civilDate, isValidDate } from '../calendar/civil-date.js';
import { parseMonth } from '../calendar/months.js';
import type { CivilDate } from '../calendar/types.js';
import { err, ok, type Result } from '../result.js';
import { plainText } from './plain-text.js';

/** The clock a program writes beside a day: `30/06/2016 00:00`, `2016-06-30T10:15:00Z`. */
const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/i;
const WEEKDAY = /^(?:lun|mar|mer|gio|ven|sab|dom)[a-zì]*\.?,? /;
/** A day with its month in letters; the year may be missing, and is then asked for. */
const SPOKEN = /^(?:(?:il|l') ?)?(\d{1,2}|primo)[°º]?[ /.-](\p{L}{3,})\.?(?:[ /.,-] ?'?(\d{2}|\d{4}))?$/u;

/**
 * Reads a day as offices write it: `30/06/2016`, `30.6.16`, `2016-06-30`, `30-giu-2016`, `il 1° luglio 2016`. Two figures
 * of a year are of this century.
 * @param plain from `plainText`
 * @returns the day; why it is none, in Italian; undefined when the text is no day at all
 */
export function parseWrittenDate(plain: string): Result<CivilDate, string> | undefined {
  const text = plain
    .toLowerCase()
    .replace(/(?<=\d)\.$/, '')
    .replace(TIME, '')
    .replace(WEEKDAY, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso !== null) return dated(iso[1], iso[2], iso[3]);
  const numeric = /^(?:(?:il|l') ?)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text);
  if (numeric !== null) return dated(numeric[3], numeric[2], numeric[1]);
  const [, day, word, year] = SPOKEN.exec(text) ?? [];
  if (day === undefined || word === undefined) return undefined;
  const month = parseMonth(word);
  if (!month.ok) return year === undefined ? undefined : err(month.error);
  if (year === undefined) return err('nel giorno manca l’anno: scriverlo per intero, per esempio 30/06/2016');
  return dated(year, String(month.value), day === 'primo' ? '1' : day);
}

/** The same of a text as somebody typed it: one reader for forms, sheets, filters and commands. */
export function readDay(written: string): Result<CivilDate, string> | undefined {
  const plain = plainText(written);
  return plain.ok ? parseWrittenDate(plain.value) : plain;
}

function dated(year = '', month = '', day = ''): Result<CivilDate, string> {
  const parts = { year: Number(year) + (year.length === 2 ? 2000 : 0), month: Number(month), day: Number(day) };
  if (!isValidDate(parts)) return err(`il giorno ${day}/${month}/${year} non esiste`);
  return ok(civilDate(parts.year, parts.month, parts.day));
}
