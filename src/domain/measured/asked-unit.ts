import { decimalText } from '../achievement/format.js';
import { divide, multiply, type Rational, rational } from '../rational.js';
import { italianDecimal } from '../targets/numbers.js';
import type { Unit } from '../targets/types.js';
import { type Measure, unitOf } from './measure.js';
import { canonicalNoun } from './written-unit.js';

/** The unit a number is asked in: of a term from an event, the term's own. */
export function unitAsked(measure: Measure): Unit | undefined {
  const { reading } = measure;
  if (reading?.kind !== 'within-period') return unitOf(measure);
  switch (reading.unit) {
    case 'days':
    case 'hours':
    case 'months':
      return { kind: reading.unit };
    case 'weeks':
      return { kind: 'count', noun: 'settimane' };
    case 'working-days':
      return { kind: 'count', noun: 'giorni lavorativi' };
  }
}

/** Lengths that are exact multiples of each other. How many days a month has, or hours a day of work, nobody can say. */
const LENGTHS: readonly (readonly [string, Rational])[] = [
  ['minuti', { n: 1n, d: 1n }],
  ['ore', { n: 60n, d: 1n }],
  ['giorni', { n: 1n, d: 1n }],
  ['settimane', { n: 7n, d: 1n }],
  ['mesi', { n: 1n, d: 1n }],
  ['anni', { n: 12n, d: 1n }],
];
const FAMILIES = [LENGTHS.slice(0, 2), LENGTHS.slice(2, 4), LENGTHS.slice(4)];
const NAMES: Partial<Readonly<Record<Unit['kind'], string>>> = { days: 'giorni', hours: 'ore', months: 'mesi' };

/** `14 giorni` of two weeks: a length of time in the unit asked, where the one comes to the other exactly. */
export function inUnitAsked(value: string, written: Unit, asked: Unit): string | undefined {
  const [from, to] = [written, asked].map((unit) =>
    unit.kind === 'count' ? canonicalNoun(unit.noun) : NAMES[unit.kind],
  );
  for (const family of FAMILIES) {
    const lengths = new Map(family);
    const [a, b] = [lengths.get(from ?? ''), lengths.get(to ?? '')];
    if (a === undefined || b === undefined) continue;
    return `${italianDecimal(decimalText(divide(multiply(rational(value), a), b)))} ${to}`;
  }
  return undefined;
}
