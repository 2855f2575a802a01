import { InvalidArgumentError } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import { readDay } from '../../domain/measured/written-date.js';
import { cliWords as words } from '../../words/cli.js';

/** An exercise as an option: `2027`. */
export function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError(words.notAYear(text));
  return Number(text);
}

/** A date as an option, as forms take it: `31/03/2027` or `2027-03-31`. */
export function date(text: string): CivilDate {
  const read = readDay(text);
  if (!read?.ok) throw new InvalidArgumentError(words.notADate(text));
  return read.value;
}

/** How long to wait, as an option: `120`. */
export function seconds(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError(words.notSeconds(text));
  return Number(text);
}
