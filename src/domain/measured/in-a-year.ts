import type { Actual } from '../achievement/types.js';
import { daysBetween, minDate, partsOf } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { compare, fromInteger, type Rational, rational } from '../rational.js';
import { italianDecimal } from '../targets/numbers.js';
import { type Measure, type Moment, targetNumber, unitOf } from './measure.js';
import { textOf } from './nature.js';
import { canonicalNoun } from './written-unit.js';

/** Days of a period that have passed at a reference date, both ends counted. */
export function daysIn(
  period: { readonly from: CivilDate; readonly to: CivilDate },
  at: CivilDate | undefined,
): number {
  return Math.max(0, daysBetween(period.from, at === undefined ? period.to : minDate(at, period.to)) + 1);
}

/**
 * Why the days, months or hours of one thing can not be as many: there are not so many in the year, or in the part of it
 * that has passed.
 */
export function refuseOverYear(actual: Actual, measure: Measure): string | undefined {
  const length = lengthOf(measure);
  if (length === undefined || actual.kind !== 'number' || !isOfOne(measure, length)) return undefined;
  const most = mostOf(length, measure.moment, measure.moment?.at);
  if (compare(rational(actual.value), fromInteger(most)) <= 0) return undefined;
  const until = measure.moment?.at === undefined ? 'in un anno' : 'dall’inizio dell’anno alla data di riferimento';
  return `${until} ci sono al massimo ${italianDecimal(String(most))} ${length}`;
}

/** What is odd about days, months or hours that are more than a year has, where nothing says that many things have them. */
export function moreThanAYear(value: Rational, measure: Measure): string | undefined {
  const { reading } = measure;
  const length = lengthOf(measure);
  if (length === undefined || (reading?.kind !== 'threshold' && reading?.kind !== 'range')) return undefined;
  if (reading.kind === 'threshold' && reading.direction === 'less-is-better') return undefined;
  const most = mostOf(length, measure.moment, undefined);
  const usual = compare(rational(targetNumber(measure) ?? '0'), fromInteger(most)) > 0;
  return usual || compare(value, fromInteger(most)) <= 0
    ? undefined
    : `in un anno ci sono al massimo ${italianDecimal(String(most))} ${length}`;
}

type Length = 'giorni' | 'settimane' | 'mesi' | 'ore';

/** What goes on for days on end: of one thing a year holds no more of them. */
const OF_ONE =
  /\b(?:giorn[io]|giornat[ae]|settiman[ae]|mes[ei]|or[ae])(?: (?:annu[ei]|annual[ei]|effettiv[ei]))? (?:di|del|della|dell'|d') ?(?:apertur|serviz|funzionament|disponibilit|accessibilit|operativit|presidi|copertur|reperibilit)|\bapertura\b|\bfunzionamento\b/iu;
/** Of many things together there may be more. */
const OF_MANY =
  /\b(?:delle|dei|degli|nelle|nei|negli|tutt[ei]|complessiv[eoia]|total[ei]|cumulat[eoia]|somma|apertur[e]|servizi)\b/iu;

function isOfOne(measure: Measure, length: Length): boolean {
  const { reading } = measure;
  // Time that is taken may be longer than a year: that is what a target against it is for.
  if (reading?.kind === 'threshold' && reading.direction === 'less-is-better') return false;
  const text = saidOf(measure);
  const target = targetNumber(measure);
  const more =
    target !== undefined && compare(rational(target), fromInteger(mostOf(length, measure.moment, undefined))) > 0;
  return !more && OF_ONE.test(text) && !OF_MANY.test(text);
}

function saidOf(measure: Measure): string {
  const unit = unitOf(measure);
  return unit?.kind === 'count' ? `${textOf(measure)} ${unit.noun}` : textOf(measure);
}

const LENGTHS: readonly (readonly [RegExp, Length])[] = [
  [/^(?:giorn[io]|giornat[ae])\b/iu, 'giorni'],
  [/^settiman[ae]\b/iu, 'settimane'],
  [/^mes[ei]\b/iu, 'mesi'],
  [/^or[ae]\b/iu, 'ore'],
];

/** The length of time that is counted: by its unit, or, of a plain number, by what the name begins with. */
function lengthOf(measure: Measure): Length | undefined {
  const unit = unitOf(measure);
  switch (unit?.kind) {
    case 'days':
      return 'giorni';
    case 'months':
      return 'mesi';
    case 'hours':
      return 'ore';
    case 'count':
      return LENGTHS.find(([spelling]) => spelling.test(canonicalNoun(unit.noun)))?.[1];
    case 'number': {
      const name = (measure.name ?? '').trim().replace(/^(?:numero|num\.?|nr?\.?|n[°º])(?: (?:di|dei|delle))? /iu, '');
      return LENGTHS.find(([spelling]) => spelling.test(name))?.[1];
    }
    default:
      return undefined;
  }
}

const MONTHS = 12;

/** How many the year has, up to a day of it; of a year nobody names, the longest. */
function mostOf(length: Length, moment: Moment | undefined, at: CivilDate | undefined): number {
  const year = moment?.exercise ?? (at === undefined ? undefined : partsOf(at).year);
  const days =
    year === undefined ? 366 : daysIn({ from: `${year}-01-01` as CivilDate, to: `${year}-12-31` as CivilDate }, at);
  const months = at === undefined || year === undefined || partsOf(at).year !== year ? MONTHS : partsOf(at).month;
  switch (length) {
    case 'giorni':
      return days;
    case 'settimane':
      return Math.ceil(days / 7);
    case 'mesi':
      return months;
    case 'ore':
      return days * 24;
  }
}
