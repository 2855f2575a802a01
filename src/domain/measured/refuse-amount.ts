import { italianPercent } from '../achievement/format.js';
import { compare, HUNDRED, multiply, type Rational, rational } from '../achievement/rational.js';
import type { Actual } from '../achievement/types.js';
import { daysBetween, minDate } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import type { Unit } from '../targets/types.js';
import { type Measure, targetNumber } from './measure.js';
import { isCounted, maySink, passesHundred } from './nature.js';

/** Why a number can not be what a reading and a unit ask; `undefined` when it can, and for values that are no numbers. */
export function refuseAmount(actual: Actual, measure: Measure, unit: Unit | undefined): string | undefined {
  if (actual.kind !== 'number' && actual.kind !== 'ratio') return undefined;
  switch (measure.reading?.kind) {
    case 'within-period':
      if (actual.kind === 'ratio') return refuseShare(actual, 'i casi nel termine non superano i casi in tutto');
      return actual.value.startsWith('-') ? 'un tempo impiegato non è negativo' : undefined;
    case 'throughout':
      return refuseCovered(actual, measure);
    case 'threshold':
    case 'range':
    case 'bands':
    case 'relative':
    case 'by-date':
    case 'yes-no':
    case undefined:
      return unit === undefined ? undefined : refuseInUnit(actual, measure, unit);
    default:
      return never(measure.reading);
  }
}

type Amount = Extract<Actual, { kind: 'number' | 'ratio' }>;

function refuseCovered(actual: Amount, { reading, moment }: Measure): string | undefined {
  if (reading?.kind !== 'throughout') return undefined;
  if (actual.kind === 'ratio') return refuseShare(actual, 'la parte garantita non supera il periodo');
  const share = rational(actual.value);
  if (share.n >= 0n && compare(share, HUNDRED) <= 0) return undefined;
  const days = daysIn(reading, moment?.at);
  return `una parte del periodo va da 0% a 100%; se sono giorni, scrivere «${italianDecimal(actual.value)} giorni» (al massimo ${days})`;
}

/** Days of a period that have passed at a reference date, both ends counted. */
export function daysIn(
  period: { readonly from: CivilDate; readonly to: CivilDate },
  at: CivilDate | undefined,
): number {
  return Math.max(0, daysBetween(period.from, at === undefined ? period.to : minDate(at, period.to)) + 1);
}

function refuseShare({ numerator, denominator }: Extract<Actual, { kind: 'ratio' }>, why: string): string | undefined {
  if (numerator.startsWith('-')) return 'il numeratore non è negativo';
  if (compare(rational(numerator), rational(denominator)) <= 0) return undefined;
  return `${italianDecimal(numerator)} su ${italianDecimal(denominator)} è più del tutto: ${why}; controllare che non siano scambiati`;
}

function refuseInUnit(actual: Amount, measure: Measure, unit: Unit): string | undefined {
  const value = actual.kind === 'number' ? actual.value : undefined;
  const negative = value?.startsWith('-') === true && !maySink(measure);
  switch (unit.kind) {
    case 'count':
      if (value === undefined) return `il target conta ${unit.noun}: serve un numero, non un rapporto`;
      if (negative) return `un numero di ${unit.noun} non è negativo`;
      return value.includes('.') && isCounted(measure, unit)
        ? `un numero di ${unit.noun} è intero${asThousands(value)}`
        : undefined;
    case 'number':
      if (value === undefined || !isCounted(measure, unit)) return undefined;
      if (negative) return 'ciò che si conta non è negativo';
      return value.includes('.') ? `ciò che si conta è un numero intero${asThousands(value)}` : undefined;
    case 'hours':
    case 'months':
      return negative ? 'una durata non è negativa' : undefined;
    case 'score':
      if (actual.kind === 'ratio') return refuseShare(actual, 'il punteggio non supera il massimo');
      return actual.value.startsWith('-') || compare(rational(actual.value), rational(unit.outOf)) > 0
        ? `il punteggio va da 0 a ${italianDecimal(unit.outOf)}`
        : undefined;
    case 'percent':
      return actual.kind === 'ratio' ? refuseParts(actual, measure) : refusePercent(actual.value, measure);
    case 'percentage-points':
    case 'euro':
    case 'days':
      return undefined;
    default:
      return never(unit);
  }
}

/** `1,234` in a count is most often a thousand written the English way. */
const asThousands = (value: string): string =>
  /^[1-9]\d{0,2}\.\d{3}$/.test(value) ? `; se sono migliaia, scrivere ${value}` : '';

function refuseParts(ratio: Extract<Actual, { kind: 'ratio' }>, measure: Measure): string | undefined {
  if (ratio.numerator.startsWith('-')) return maySink(measure) ? undefined : 'il numeratore non è negativo';
  return passesHundred(measure) === 'may' ? undefined : refuseShare(ratio, 'una parte non supera il tutto');
}

/** Above this a percentage is a number pasted into a cell of percentages, which shows it a hundred times as large. */
const PASTED: Rational = { n: 1000n, d: 1n };

function refusePercent(text: string, measure: Measure): string | undefined {
  const value = rational(text);
  const target = targetNumber(measure);
  const usual = target !== undefined && compare(multiply(rational(target), { n: 10n, d: 1n }), PASTED) > 0;
  if (compare(value, PASTED) >= 0 && !usual) {
    const meant = { n: value.n, d: value.d * 100n };
    const hint = compare(meant, HUNDRED) <= 0 ? `: si intendeva forse ${italianPercent(meant)}?` : '';
    return `${italianDecimal(text)}% non è una percentuale plausibile${hint}`;
  }
  if (compare(value, HUNDRED) > 0 && passesHundred(measure) === 'never') {
    return 'una parte non supera il tutto: la percentuale è al massimo 100';
  }
  return value.n < 0n && passesHundred(measure) === 'never' ? 'una parte del tutto non è negativa' : undefined;
}
