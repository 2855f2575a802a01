import { err, ok, type Result } from '../result.js';

/** Months as Italian documents write them, in order. */
export const MONTH_NAMES = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;

/**
 * The month, from 1, a word stands for: its name or any beginning of it of at least three letters (`Giu`, `Sett`,
 * `dicembre`). Three letters already tell Italian months apart.
 */
export function parseMonth(word: string): Result<number, string> {
  const name = word.trim().toLowerCase().replace(/\.$/, '');
  const index = name.length < 3 ? -1 : MONTH_NAMES.findIndex((month) => month.startsWith(name));
  return index < 0 ? err(`«${word.trim()}» non è il nome di un mese`) : ok(index + 1);
}

/** Days a month can have at most: 29 for February. */
function longestMonth(month: number): number {
  return month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Checks that a day can exist in a month, in some year. */
export function checkDay(day: number, month: number): Result<number, string> {
  const longest = longestMonth(month);
  if (day >= 1 && day <= longest) return ok(day);
  return err(
    `il ${day} ${MONTH_NAMES[month - 1]} non esiste: ${MONTH_NAMES[month - 1]} ha al massimo ${longest} giorni`,
  );
}
