import type { Indicator } from '../plan.js';
import {
  compare,
  decimalPlaces,
  isWhole,
  isZero,
  ONE,
  powerOfTen,
  type Rational,
  rational,
  subtract,
} from '../rational.js';
import { candidatesOf } from '../targets/outcome.js';
import type { Band } from '../targets/types.js';
import { type Finding, finding } from './finding.js';
import { checkNamed } from './named.js';
import { italian } from './number.js';
import { outOfReach } from './out-of-reach.js';
import { type ReadTarget, readingsAt } from './readings.js';
import { contextOf, type PlacedIndicator } from './walk.js';
import { checkYears } from './worsening.js';

/** What an indicator promises against itself: less every year, bands with a hole, another limit than its name says, what cannot be. */
export function checkPromises(
  indicator: PlacedIndicator,
  exercise: number,
  readTarget: ReadTarget,
): readonly Finding[] {
  return [
    ...checkYears(indicator, exercise, readTarget),
    ...holes(indicator, readTarget),
    ...checkNamed(indicator, exercise, readTarget),
    ...outOfReach(indicator, readTarget),
  ];
}

function holes({ node, place, path }: PlacedIndicator, readTarget: ReadTarget): readonly Finding[] {
  for (const { year, text } of node.targets) {
    const bands = bandsOf(node, year, text, readTarget);
    const hole = bands === undefined ? undefined : holeIn(bands);
    if (hole === undefined) continue;
    const fact = `Target ${year} «${text}»: fra ${italian(hole[0])} e ${italian(hole[1])} non c’è nessuna fascia, e un valore lì in mezzo non avrebbe risultato.`;
    return [finding('bands-gap', place, [...path, 'targets', year], fact, node.source)];
  }
  return [];
}

/** The bands of a target. The last one is often written with its beginning alone: `da 25: 100%`. */
function bandsOf(node: Indicator, year: number, text: string, readTarget: ReadTarget): readonly Band[] | undefined {
  const read = readingsAt(node, year, readTarget).find((r) => r.kind === 'bands');
  if (read !== undefined) return read.bands;
  const spelledOut = text.replace(/\bda (\d[\d.,]*)\s?(?=[:=])/giu, 'da $1 in poi');
  if (spelledOut === text) return undefined;
  const readings = candidatesOf(readTarget(spelledOut, contextOf(node, year))).map((c) => c.reading);
  return readings.find((r) => r.kind === 'bands')?.bands;
}

/** The first stretch that no band holds. Bands written in whole numbers (0-50, 51-80) leave none between them. */
function holeIn(bands: readonly Band[]): readonly [Rational, Rational] | undefined {
  const sorted = bands.toSorted(byBeginning);
  for (const [i, band] of sorted.entries()) {
    const next = sorted[i + 1];
    if (band.to === undefined || next?.from === undefined) continue;
    const [end, start] = [rational(band.to), rational(next.from)];
    const apart = subtract(start, end);
    if (compare(apart, isWhole(end) && isWhole(start) ? ONE : lastDigit(end, start)) > 0) return [end, start];
    if (isZero(apart) && !band.toInclusive && !next.fromInclusive) return [end, start];
  }
  return undefined;
}

/** Bands from the lowest, first the one without a beginning. */
function byBeginning(a: Band, b: Band): number {
  if (a.from === undefined || b.from === undefined) return Number(a.from !== undefined) - Number(b.from !== undefined);
  return compare(rational(a.from), rational(b.from));
}

/** One unit of the last decimal that either is written with. */
const lastDigit = (a: Rational, b: Rational): Rational => ({
  n: 1n,
  d: powerOfTen(Math.max(decimalPlaces(a) ?? 0, decimalPlaces(b) ?? 0)),
});
