import { withUnit } from '../achievement/format.js';
import type { Actual } from '../achievement/types.js';
import { withArticle } from '../article.js';
import { formatItalian } from '../calendar/civil-date.js';
import { compare, divide, HUNDRED, multiply, ONE, type Rational, rational } from '../rational.js';
import { italianDecimal } from '../targets/numbers.js';
import type { Reading } from '../targets/types.js';
import { moreThanAYear } from './in-a-year.js';
import { leaps } from './leap.js';
import { type Measure, targetNumber, unitOf } from './measure.js';
import { isCounted, maySink, seemsCounted } from './nature.js';
import { offBaseline } from './odd-change.js';
import { refuseKind } from './refuse-actual.js';
import { supposedReadings, withKnown } from './supposed.js';
import { termOf } from './term.js';

/**
 * What is odd about a value that can be: Italian sentences, each with the value in it, to be asked once (*è giusto?*)
 * before the value is taken. Empty for most values.
 * @param actual one that `refuseActual` takes
 */
export function oddities(actual: Actual, given: Measure): readonly string[] {
  const measure = asSupposed(withKnown(given));
  const found = [
    otherKind(actual, given),
    earlyDay(actual, measure),
    withoutDay(actual, measure),
    ...(actual.kind === 'number' || actual.kind === 'ratio' ? oddNumber(actual, measure) : []),
  ];
  return found.filter((one) => one !== undefined);
}

/** Where the text leaves one reading only, a number is weighed by it: it is asked about, and never refused for it. */
function asSupposed(measure: Measure): Measure {
  const [only, ...others] = supposedReadings(measure);
  return only === undefined || others.length > 0 ? measure : { ...measure, reading: only };
}

/** An answer that none of the readings a person may still choose takes. */
function otherKind(actual: Actual, measure: Measure): string | undefined {
  if (actual.kind === 'missing') return undefined;
  const refused = supposedReadings(measure).map((reading) => refuseKind(actual, reading));
  return refused.every((why) => why !== undefined) && refused[0] !== undefined
    ? `${refused[0]} («${measure.target}»)`
    : undefined;
}

type Amount = Extract<Actual, { kind: 'number' | 'ratio' }>;

function oddNumber(actual: Amount, measure: Measure): readonly (string | undefined)[] {
  const value = numberOf(actual, measure);
  if (value === undefined) return [];
  return [
    quotient(actual, value, measure),
    overHundred(value, measure),
    tenfold(value, measure),
    hundredth(actual, value, measure),
    offBaseline(value, measure),
    lowestScore(value, measure),
    moreThanAYear(value, measure),
    sinceLast(actual, value, measure),
    belowZero(value, measure),
    withDecimals(actual, measure),
  ];
}

/** The number that is judged, in the measure's own unit. */
function numberOf(actual: Amount, measure: Measure): Rational | undefined {
  if (measure.reading?.kind === 'within-period' && actual.kind === 'ratio') return undefined;
  if (measure.reading?.kind === 'throughout') return undefined;
  if (actual.kind === 'number') return rational(actual.value);
  const share = divide(rational(actual.numerator), rational(actual.denominator));
  const unit = unitOf(measure);
  if (unit?.kind === 'score') return multiply(share, rational(unit.outOf));
  return unit?.kind === 'percent' ? multiply(share, HUNDRED) : share;
}

const shown = (value: Rational, measure: Measure): string => withUnit(value, unitOf(measure));

function overHundred(value: Rational, measure: Measure): string | undefined {
  if (unitOf(measure)?.kind !== 'percent' || compare(value, HUNDRED) <= 0) return undefined;
  if (measure.reading?.kind === 'relative') return undefined;
  const before = measure.last?.actual.kind === 'number' ? measure.last.actual.value : undefined;
  const usual = [targetNumber(measure), before].some((one) => one !== undefined && compare(rational(one), HUNDRED) > 0);
  return usual ? undefined : `${shown(value, measure)} supera il 100%`;
}

/** Two numbers for a measure that is one: what they come to is what is judged. */
function quotient(actual: Amount, value: Rational, measure: Measure): string | undefined {
  const unit = unitOf(measure);
  if (actual.kind !== 'ratio' || unit === undefined || unit.kind === 'percent' || unit.kind === 'score')
    return undefined;
  if (unit.kind === 'number' && targetNumber(measure)?.includes('.') === true) return undefined;
  const [above, below] = [actual.numerator, actual.denominator].map(italianDecimal);
  return `${above} su ${below} è un rapporto, e vale ${shown(value, measure)}`;
}

/** Below one a percentage, where its target is far above, may be a number that was not multiplied by a hundred. */
function hundredth(actual: Amount, value: Rational, measure: Measure): string | undefined {
  const target = targetNumber(measure);
  if (actual.kind !== 'number' || unitOf(measure)?.kind !== 'percent' || target === undefined) return undefined;
  if (value.n <= 0n || compare(value, ONE) >= 0 || compare(rational(target), TEN) < 0) return undefined;
  return `${shown(value, measure)} è meno dell’uno per cento: forse si intendeva ${shown(multiply(value, HUNDRED), measure)}`;
}

function lowestScore(value: Rational, measure: Measure): string | undefined {
  if (unitOf(measure)?.kind !== 'score' || value.n !== 0n) return undefined;
  return `${shown(value, measure)} è un voto solo se la scala parte da 0`;
}

const TEN: Rational = { n: 10n, d: 1n };

function tenfold(value: Rational, measure: Measure): string | undefined {
  const text = targetNumber(measure);
  if (text === undefined || unitOf(measure)?.kind === 'score') return undefined;
  const target = rational(text);
  if (target.n <= 0n || compare(value, multiply(target, TEN)) < 0) return undefined;
  return `${shown(value, measure)} è almeno dieci volte il target (${shown(target, measure)})`;
}

/** A value that is not where the last one was: of a total within its exercise that it falls, of the rest that it is far off. */
function sinceLast(actual: Amount, value: Rational, measure: Measure): string | undefined {
  const { last } = measure;
  if (last === undefined || (last.actual.kind !== 'number' && last.actual.kind !== 'ratio')) return undefined;
  const before = numberOf(last.actual, measure);
  if (before === undefined) return undefined;
  return fallen(actual, value, before, measure) ?? leaps(value, before, measure);
}

function fallen(actual: Amount, value: Rational, before: Rational, measure: Measure): string | undefined {
  const { last, moment, reading } = measure;
  if (last === undefined || last.exercise !== moment?.exercise || last.actual.kind !== actual.kind) return undefined;
  if (compare(value, before) >= 0) return undefined;
  const [now, then] = [value, before].map((one) => shown(one, measure));
  if (reading?.kind === 'threshold' && reading.accumulation === 'accumulates') {
    return `il totale dell’anno scende: era ${then} ${withArticle('al', formatItalian(last.on))}, ora è ${now}`;
  }
  return !saysAccumulation(reading) && isCounted(measure, unitOf(measure))
    ? `era ${then} ${withArticle('al', formatItalian(last.on))}, ora è ${now}: se è il totale dall’inizio dell’anno non scende`
    : undefined;
}

/** Whether somebody has said how the measure adds up. A reading kept on record has no empty fields. */
function saysAccumulation(reading: Reading | undefined): boolean {
  switch (reading?.kind) {
    case undefined:
      return false;
    case 'threshold':
    case 'range':
    case 'bands':
    case 'relative':
      return reading.accumulation !== undefined;
    case 'by-date':
    case 'within-period':
    case 'throughout':
    case 'yes-no':
      return true;
  }
}

function belowZero(value: Rational, measure: Measure): string | undefined {
  return value.n < 0n && !maySink(measure) ? `${shown(value, measure)} è un valore negativo` : undefined;
}

function withDecimals(actual: Amount, measure: Measure): string | undefined {
  if (actual.kind !== 'number' || !actual.value.includes('.')) return undefined;
  const unit = unitOf(measure);
  if (unit?.kind === 'euro' && /^-?\d{1,3}\.\d{3}$/.test(actual.value)) {
    return `€ ${italianDecimal(actual.value)} ha i millesimi: le migliaia si scrivono con il punto`;
  }
  const before = measure.last?.actual;
  const usual = before?.kind === 'number' && before.value.includes('.');
  return !usual && !isCounted(measure, unit) && seemsCounted(measure, unit)
    ? `${italianDecimal(actual.value)} ha i decimali, il target no`
    : undefined;
}

function earlyDay(actual: Actual, { moment }: Measure): string | undefined {
  const on = actual.kind === 'date' ? actual.on : 'reachedOn' in actual ? actual.reachedOn : undefined;
  if (on === undefined || moment?.exercise === undefined) return undefined;
  return Number(on.slice(0, 4)) < moment.exercise
    ? `${withArticle('il', formatItalian(on))} viene prima dell’esercizio ${moment.exercise}`
    : undefined;
}

function withoutDay(actual: Actual, { reading, moment }: Measure): string | undefined {
  if ((actual.kind !== 'number' && actual.kind !== 'ratio') || actual.reachedOn !== undefined) return undefined;
  const term = termOf(reading, moment?.at);
  const value = numberOf(actual, { reading });
  if (term === undefined || value === undefined || !reaches(value, reading)) return undefined;
  return `manca il giorno in cui il target è stato raggiunto (il termine era ${withArticle('il', formatItalian(term))}): senza, il risultato non si calcola`;
}

function reaches(value: Rational, reading: Reading | undefined): boolean {
  if (reading?.kind !== 'threshold') return false;
  const side = compare(value, rational(reading.value)) * (reading.direction === 'more-is-better' ? 1 : -1);
  return reading.operator === '>' || reading.operator === '<' ? side > 0 : side >= 0;
}
