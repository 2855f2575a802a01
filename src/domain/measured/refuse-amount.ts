import { italianNumber, italianPercent } from '../achievement/format.js';
import type { Actual } from '../achievement/types.js';
import type { CivilDate } from '../calendar/types.js';
import { compare, HUNDRED, multiply, type Rational, rational } from '../rational.js';
import { never } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import type { Unit } from '../targets/types.js';
import { daysIn, refuseOverYear } from './in-a-year.js';
import { type Measure, targetNumber } from './measure.js';
import { changesAboveZero, isCounted, isShared, maySink, passesHundred, takesNoEarlyDays } from './nature.js';

/** Why a number can not be what a reading and a unit ask; `undefined` when it can, and for values that are no numbers. */
export function refuseAmount(actual: Actual, measure: Measure, unit: Unit | undefined): string | undefined {
  if (actual.kind !== 'number' && actual.kind !== 'ratio') return undefined;
  switch (measure.reading?.kind) {
    case 'within-period':
      if (actual.kind === 'ratio') {
        return (
          refuseShare(actual, 'i casi nel termine non possono superare i casi in tutto') ?? refuseHalfCases(actual)
        );
      }
      return actual.value.startsWith('-') ? 'un tempo impiegato non può essere negativo' : undefined;
    case 'throughout':
      return refuseCovered(actual, measure);
    case 'threshold':
    case 'range':
    case 'bands':
    case 'relative':
    case 'by-date':
    case 'yes-no':
    case undefined:
      return unit === undefined ? undefined : (refuseInUnit(actual, measure, unit) ?? refuseOverYear(actual, measure));
    default:
      return never(measure.reading);
  }
}

type Amount = Extract<Actual, { kind: 'number' | 'ratio' }>;

function refuseCovered(actual: Amount, { reading, moment }: Measure): string | undefined {
  if (reading?.kind !== 'throughout') return undefined;
  if (actual.kind === 'ratio') {
    return (
      refuseShare(actual, 'la parte garantita non può superare il periodo') ??
      refuseYetToCome(actual, reading, moment?.at)
    );
  }
  const share = rational(actual.value);
  if (share.n >= 0n && compare(share, HUNDRED) <= 0) return undefined;
  const days = daysIn(reading, moment?.at);
  return `una parte del periodo va da 0% a 100%; se sono giorni, scrivere «${italianDecimal(actual.value)} giorni» (al massimo ${days})`;
}

/** Days out of all those of a period that is not over yet. */
function refuseYetToCome(
  { numerator, denominator }: Extract<Actual, { kind: 'ratio' }>,
  period: { readonly from: CivilDate; readonly to: CivilDate },
  at: CivilDate | undefined,
): string | undefined {
  const [all, passed] = [daysIn(period, undefined), daysIn(period, at)];
  // Out of a hundred is a percentage, also of a period of a hundred days.
  if (denominator !== String(all) || all === 100 || compare(rational(numerator), rational(String(passed))) <= 0) {
    return undefined;
  }
  return `i giorni passati del periodo sono ${passed}: scrivere quelli garantiti su ${passed}`;
}

function refuseShare({ numerator, denominator }: Extract<Actual, { kind: 'ratio' }>, why: string): string | undefined {
  if (numerator.startsWith('-')) return 'il numeratore non può essere negativo';
  if (compare(rational(numerator), rational(denominator)) <= 0) return undefined;
  return `${italianDecimal(numerator)} su ${italianDecimal(denominator)} è più del tutto: ${why}; controllare che non siano scambiati`;
}

/** Cases are whole; out of a hundred it is a percentage of them. */
function refuseHalfCases({ numerator, denominator }: Extract<Actual, { kind: 'ratio' }>): string | undefined {
  const halves = denominator !== '100' && [numerator, denominator].some((part) => part.includes('.'));
  return halves ? 'i casi si contano: servono due numeri interi' : undefined;
}

function refuseInUnit(actual: Amount, measure: Measure, unit: Unit): string | undefined {
  const value = actual.kind === 'number' ? actual.value : undefined;
  const negative = value?.startsWith('-') === true && !maySink(measure);
  switch (unit.kind) {
    case 'count':
      if (value === undefined) return `il target conta ${unit.noun}: serve un numero, non un rapporto`;
      if (negative) return `un numero di ${unit.noun} non può essere negativo`;
      return value.includes('.') && isCounted(measure, unit)
        ? `un numero di ${unit.noun} deve essere intero${asThousands(value)}`
        : undefined;
    case 'number':
      if (value === undefined) return refuseRatio(measure, unit, isCounted(measure, unit));
      if (value.startsWith('-') && changesAboveZero(measure)) return CHANGE;
      if (!isCounted(measure, unit)) return undefined;
      if (negative) return BELOW_NOTHING;
      return value.includes('.') ? `ciò che si conta deve essere un numero intero${asThousands(value)}` : undefined;
    case 'hours':
    case 'months':
      return value === undefined ? refuseRatio(measure, unit) : negative ? NO_DURATION : undefined;
    case 'days':
      if (value === undefined) return refuseRatio(measure, unit);
      return negative && takesNoEarlyDays(measure) ? NO_DURATION : undefined;
    case 'euro':
      if (value === undefined) return refuseRatio(measure, unit);
      return negative && changesAboveZero(measure) ? CHANGE : undefined;
    case 'percentage-points':
      return value === undefined ? refuseRatio(measure, unit) : undefined;
    case 'score':
      if (actual.kind === 'ratio') return refuseShare(actual, 'il punteggio non può superare il massimo');
      return actual.value.startsWith('-') || compare(rational(actual.value), rational(unit.outOf)) > 0
        ? `il punteggio va da 0 a ${italianDecimal(unit.outOf)}`
        : undefined;
    case 'percent':
      return actual.kind === 'ratio' ? refuseParts(actual, measure) : refusePercent(actual.value, measure);
    default:
      return never(unit);
  }
}

export const BELOW_NOTHING = 'ciò che si conta non può essere negativo';
const NO_DURATION = 'una durata non può essere negativa';
const CHANGE = 'serve il valore misurato, non la sua variazione: ciò che si misura non può essere negativo';

/** Two numbers where one is asked: of an average or an index they may be what it is computed from. */
function refuseRatio(measure: Measure, unit: Unit, sure = true): string | undefined {
  if (!sure || isShared(measure, unit)) return undefined;
  return `serve un numero solo, ${ASKED[unit.kind] ?? 'quanto si è contato'}, non un rapporto`;
}

const ASKED: Partial<Readonly<Record<Unit['kind'], string>>> = {
  hours: 'in ore',
  days: 'in giorni',
  months: 'in mesi',
  euro: 'in euro',
};

/** `1,234` in a count is most often a thousand written the English way. */
const asThousands = (value: string): string =>
  /^[1-9]\d{0,2}\.\d{3}$/.test(value) ? `; se sono migliaia, scrivere ${value}` : '';

function refuseParts(ratio: Extract<Actual, { kind: 'ratio' }>, measure: Measure): string | undefined {
  if (ratio.numerator.startsWith('-')) return maySink(measure) ? undefined : 'il numeratore non può essere negativo';
  return passesHundred(measure) === 'may' ? undefined : refuseShare(ratio, 'una parte non può superare il tutto');
}

/** Above this a percentage is a number pasted into a cell of percentages, which shows it a hundred times as large. */
const PASTED: Rational = { n: 1000n, d: 1n };

/** What a percentage far too large may have been: pasted in such a cell, or written with a point for its comma (`89.996%`). */
function perhaps({ n, d }: Rational): string {
  const [pasted, pointed] = [
    { n, d: d * 100n },
    { n, d: d * 1000n },
  ];
  if (compare(pasted, HUNDRED) <= 0) return `: si intendeva forse ${italianPercent(pasted)}?`;
  return d === 1n && compare(pointed, HUNDRED) <= 0
    ? `: si intendeva forse ${italianNumber(pointed)}%? I decimali si scrivono con la virgola`
    : '';
}

function refusePercent(text: string, measure: Measure): string | undefined {
  const value = rational(text);
  const target = targetNumber(measure);
  const usual = target !== undefined && compare(multiply(rational(target), { n: 10n, d: 1n }), PASTED) > 0;
  if (compare(value, PASTED) >= 0 && !usual) {
    return `${italianDecimal(text)}% non è una percentuale plausibile${perhaps(value)}`;
  }
  if (compare(value, HUNDRED) > 0 && passesHundred(measure) === 'never') {
    return 'una parte non può superare il tutto: la percentuale è al massimo 100';
  }
  return value.n < 0n && passesHundred(measure) === 'never' ? 'una parte del tutto non può essere negativa' : undefined;
}
