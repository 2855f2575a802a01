import { InvalidArgumentError } from 'commander';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { cliWords as words } from '../../words/cli.js';

/** An exercise as an option: `2027`. */
export function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError(words.notAYear(text));
  return Number(text);
}

/** A date as an option: `31/03/2027` or `2027-03-31`. */
export function date(text: string): CivilDate {
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const iso = d === undefined || m === undefined ? text.trim() : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const parsed = parseCivilDate(iso);
  if (!parsed.ok) throw new InvalidArgumentError(words.notADate(text));
  return parsed.value;
}

/** How long to wait, as an option: `120`. */
export function seconds(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError(words.notSeconds(text));
  return Number(text);
}
