import { sameNoun } from '../measured/written-unit.js';
import type { Indicator } from '../plan.js';
import { compare, fromInteger, multiply, ONE, type Rational, rational } from '../rational.js';
import type { Reading, Unit } from '../targets/types.js';
import { type Finding, finding } from './finding.js';
import { inDays } from './number.js';
import { type Level, levelAt, providedThat, type ReadTarget, readingsAt } from './readings.js';
import { sayingOf } from './text.js';
import { type PlacedIndicator, targetText } from './walk.js';
import { isFar, writtenYears } from './years.js';

/** What one year's target promises, so that it can be held against another year's. */
interface Promised {
  readonly year: number;
  readonly text: string;
  /** Promises are compared only where this is the same: the kind, its unit, what it is of. */
  readonly of: string;
  readonly direction: Level['direction'];
  readonly value: Rational;
  readonly level?: Level;
  /** The year a change starts from. */
  readonly base?: number;
}

/** Targets that ask less than an earlier year's, or that leap from one year to the next as if by a slip. */
export function checkYears(placed: PlacedIndicator, exercise: number, readTarget: ReadTarget): readonly Finding[] {
  const years = writtenYears(placed.node)
    .filter((year) => !isFar(year, exercise))
    .toSorted((a, b) => a - b);
  if (years.length < 2) return [];
  const promised = years.flatMap((year) => promiseOf(placed.node, year, readTarget) ?? []);
  const [first] = promised;
  if (first === undefined || promised.some((p) => !isComparable(p, first))) return [];
  const after = promised.slice(1).map((next, i) => ({ before: promised[i] ?? next, next }));
  const levels = promised.flatMap((p) => p.level ?? []);
  const listed = promised.map((p) => `${p.year} «${p.text}»`).join(', ');
  const say = (code: 'target-worsens' | 'target-leaps', year: number, what: string): readonly Finding[] => [
    finding(
      code,
      placed.place,
      [...placed.path, 'targets', year],
      providedThat(levels, `${what} da un anno all’altro: ${listed}.`),
      placed.node.source,
    ),
  ];
  const fall = after.find(({ before, next }) => isWorse(next, before.value));
  if (fall !== undefined) {
    const what = first.of.startsWith('by-date') ? 'Il termine si sposta più avanti nell’anno' : 'Il target peggiora';
    return say('target-worsens', fall.next.year, what);
  }
  const leap = after.find(({ before, next }) => next.level !== undefined && isLeap(before, next));
  return leap === undefined ? [] : say('target-leaps', leap.next.year, 'Il target diventa almeno dieci volte tanto');
}

/** Whether a level asks less than a value already promised or reached. */
export function isWorse({ direction, value }: Pick<Promised, 'direction' | 'value'>, than: Rational): boolean {
  const difference = compare(value, than);
  return direction === 'more-is-better' ? difference < 0 : difference > 0;
}

const isComparable = (a: Promised, b: Promised): boolean =>
  a.of === b.of &&
  a.direction === b.direction &&
  (a.level === undefined || b.level === undefined || isSameMeasure(a.level.unit, b.level.unit)) &&
  // From one year for all, or each from as many years before.
  (a.base === undefined || b.base === undefined || a.base === b.base || a.year - a.base === b.year - b.base);

/** Whether two levels can be compared: in one unit, or a bare number beside a number of days, of euros or of what is counted. */
function isSameMeasure(a: Unit, b: Unit): boolean {
  if (a.kind === 'count' && b.kind === 'count') return sameNoun(a.noun, b.noun);
  if (a.kind === b.kind || (inDays(a.kind, ONE) !== undefined && inDays(b.kind, ONE) !== undefined)) return true;
  const other = a.kind === 'number' ? b : b.kind === 'number' ? a : undefined;
  return other !== undefined && ['days', 'euro', 'count'].includes(other.kind);
}

/** From ten upwards, ten times as much is a digit too many; a measure that begins from a few may well grow so, and a share too. */
function isLeap(before: Promised, next: Promised): boolean {
  if (next.direction !== 'more-is-better' || next.level?.unit.kind === 'percent') return false;
  return compare(before.value, TEN) >= 0 && compare(next.value, multiply(before.value, TEN)) >= 0;
}

const TEN = fromInteger(10);

function promiseOf(node: Indicator, year: number, readTarget: ReadTarget): Promised | undefined {
  const text = targetText(node, year);
  const level = levelAt(node, year, readTarget);
  if (level !== undefined) {
    const written = rational(level.value);
    const value = inDays(level.unit.kind, written) ?? written;
    return { year, text, of: 'level', direction: level.direction, value, level };
  }
  const [reading, ...others] = readingsAt(node, year, readTarget);
  const other = reading === undefined || others.length > 0 ? undefined : otherPromise(reading, year);
  return other === undefined ? undefined : { year, text, ...other };
}

/** Of a term from an event, a day of the year and a change against a year: the only readings beside levels that can worsen. */
function otherPromise(
  reading: Reading,
  year: number,
): Pick<Promised, 'of' | 'direction' | 'value' | 'base'> | undefined {
  switch (reading.kind) {
    case 'within-period': {
      const amount = fromInteger(reading.amount);
      const days = inDays(reading.unit, amount);
      const unit = days === undefined ? reading.unit : '';
      return {
        of: `${reading.kind} ${unit} ${sayingOf(reading.event)} ${sayingOf(reading.what ?? '')}`,
        direction: 'less-is-better',
        value: days ?? amount,
      };
    }
    case 'by-date':
      // A day of another year than the target's is told as such.
      return reading.by.startsWith(`${year}-`)
        ? {
            of: `${reading.kind} ${sayingOf(reading.what ?? '')}`,
            direction: 'less-is-better',
            value: rational(reading.by.slice(5).replace('-', '')),
          }
        : undefined;
    case 'relative':
      return reading.baseline.kind === 'year'
        ? {
            of: `${reading.kind} ${reading.changeUnit}`,
            base: reading.baseline.year,
            direction: reading.direction,
            value: rational(reading.change),
          }
        : undefined;
    default:
      return undefined;
  }
}
