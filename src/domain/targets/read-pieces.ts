import { parseCivilDate } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { canonical } from './numbers.js';
import type { DecimalText, Unit } from './types.js';
import { SINGULARS } from './units.js';

export const NUMBER = '-?[0-9]{1,3}(?:\\.[0-9]{3})*(?:,[0-9]+)?';
export const DAY = '[0-9]{2}/[0-9]{2}/[0-9]{4}';
/** Before a day; confirmed sentences of before elide nothing. */
export const THE = "(?:il |l')";
export const QUOTED = '«[^«»]{1,400}»';
export const UNIT = `(?:%| su ${NUMBER}| (?:casi di )?${QUOTED}| [a-zA-Zàèéìòù]+(?: [a-zA-Zàèéìòù]+){0,5})?`;

/** ` giorno` is the unit of which ` giorni` are many. */
const PLURALS: ReadonlyMap<string, string> = new Map([...SINGULARS].map(([many, one]) => [` ${one}`, ` ${many}`]));

export function unit(spoken: string | undefined): Unit {
  const text = PLURALS.get(spoken ?? '') ?? spoken;
  switch (text) {
    case undefined:
    case '':
      return { kind: 'number' };
    case '%':
    case ' %':
      return { kind: 'percent' };
    case ' punti percentuali':
      return { kind: 'percentage-points' };
    case ' euro':
      return { kind: 'euro' };
    case ' giorni':
      return { kind: 'days' };
    case ' ore':
      return { kind: 'hours' };
    case ' mesi':
      return { kind: 'months' };
    default:
      return /^ su -?[0-9]/.test(text)
        ? { kind: 'score', outOf: decimal(text.slice(4)) }
        : { kind: 'count', noun: unquote(text.slice(1).replace(/^casi di (?=«)/, '')) };
  }
}

export const decimal = (text = ''): DecimalText => canonical(text.replaceAll('.', '').replace(',', '.'));

export const unquote = (text = ''): string => (text.startsWith('«') ? text.slice(1, -1) : text);

export function day(text: string): CivilDate | undefined {
  const date = parseCivilDate(`${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`);
  return date.ok ? date.value : undefined;
}

export function keyOf<K extends string>(table: Readonly<Record<K, string>>, value: string | undefined): K | undefined {
  // `Object.keys` widens to string; the keys are the table's own.
  return (Object.keys(table) as K[]).find((key) => table[key] === value);
}
