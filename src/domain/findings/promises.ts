import { Decimal } from 'decimal.js';
import type { Band, Unit } from '../targets/types.js';
import { type Finding, finding } from './finding.js';
import { italian, numberBeside } from './number.js';
import { type Level, levelAt, providedThat, type ReadTarget, readingsAt } from './readings.js';
import type { PlacedIndicator } from './walk.js';

/** What an indicator promises against itself: less every year, bands with a hole, another limit than its name says. */
export function checkPromises(
  indicator: PlacedIndicator,
  exercise: number,
  readTarget: ReadTarget,
): readonly Finding[] {
  return [
    ...worsens(indicator, readTarget),
    ...holes(indicator, readTarget),
    ...againstName(indicator, exercise, readTarget),
  ];
}

function worsens({ node, place, path }: PlacedIndicator, readTarget: ReadTarget): readonly Finding[] {
  const years = node.targets.map((t) => t.year).sort((a, b) => a - b);
  const levels = years.flatMap((year) => {
    const level = levelAt(node, year, readTarget);
    return level === undefined ? [] : [{ ...level, year }];
  });
  const [first] = levels;
  if (first === undefined || levels.some((l) => l.direction !== first.direction || !sameUnit(l.unit, first.unit)))
    return [];
  const worse = levels.slice(1).filter((level, i) => isWorse(level, levels[i]?.value ?? level.value));
  const [fall] = worse;
  if (fall === undefined) return [];
  const listed = levels.map((l) => `${l.year} «${l.text}»`).join(', ');
  const fact = providedThat(levels, `Il target peggiora da un anno all’altro: ${listed}.`);
  return [finding('target-worsens', place, [...path, 'targets', fall.year], fact, node.source)];
}

/** Whether a level asks less than a value already promised or reached. */
export function isWorse({ direction, value }: Pick<Level, 'direction' | 'value'>, than: string): boolean {
  const [promised, other] = [new Decimal(value), new Decimal(than)];
  return direction === 'more-is-better' ? promised.lessThan(other) : promised.greaterThan(other);
}

const sameUnit = (a: Unit, b: Unit): boolean => a.kind === b.kind;

function holes({ node, place, path }: PlacedIndicator, readTarget: ReadTarget): readonly Finding[] {
  for (const { year, text } of node.targets) {
    const bands = readingsAt(node, year, readTarget).find((r) => r.kind === 'bands')?.bands;
    const hole = bands === undefined ? undefined : holeIn(bands);
    if (hole === undefined) continue;
    const fact = `Target ${year} «${text}»: fra ${italian(hole[0])} e ${italian(hole[1])} non c’è nessuna fascia, e un valore lì in mezzo non avrebbe risultato.`;
    return [finding('bands-gap', place, [...path, 'targets', year], fact, node.source)];
  }
  return [];
}

/** The first stretch that no band holds. Bands written in whole numbers (0-50, 51-80) leave none between them. */
function holeIn(bands: readonly Band[]): readonly [Decimal, Decimal] | undefined {
  const least = (b: Band): Decimal => new Decimal(b.from ?? Number.NEGATIVE_INFINITY);
  const sorted = bands.toSorted((a, b) => least(a).comparedTo(least(b)));
  for (const [i, band] of sorted.entries()) {
    const next = sorted[i + 1];
    if (band.to === undefined || next?.from === undefined) continue;
    const [end, start] = [new Decimal(band.to), new Decimal(next.from)];
    const step = end.isInteger() && start.isInteger() ? 1 : new Decimal(10).pow(-Math.max(end.dp(), start.dp()));
    const apart = start.minus(end);
    if (apart.greaterThan(step)) return [end, start];
    if (apart.isZero() && !band.toInclusive && !next.fromInclusive) return [end, start];
  }
  return undefined;
}

/** A name that says *entro 30 giorni* and a target that allows 60. A target stricter than its name is nobody's error. */
function againstName(
  { node, place, path }: PlacedIndicator,
  exercise: number,
  readTarget: ReadTarget,
): readonly Finding[] {
  const named = numberBeside(node.name);
  if (named === undefined) return [];
  const readings = readingsAt(node, exercise, readTarget);
  const values = readings.flatMap((r) => (r.kind === 'threshold' && unitOf(r.unit) === named.unit ? [r.value] : []));
  const [value] = values;
  if (value === undefined || values.length < readings.length || values.some((other) => other !== value)) return [];
  const [said, asked] = [new Decimal(named.value), new Decimal(value)];
  if (named.most ? asked.lessThanOrEqualTo(said) : asked.greaterThanOrEqualTo(said)) return [];
  const text = node.targets.find((t) => t.year === exercise)?.text ?? '';
  const fact = `Il nome dice «${named.text}», il target ${exercise} è «${text}».`;
  return [finding('target-against-name', place, [...path, 'targets', exercise], fact, node.source)];
}

const unitOf = (unit: Unit): string | undefined =>
  unit.kind === 'count' && unit.noun.startsWith('giorni') ? 'days' : unit.kind;
