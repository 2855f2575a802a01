import type { Actual } from '../domain/achievement/types.js';
import { parseCivilDate } from '../domain/calendar/civil-date.js';
import { never } from '../domain/result.js';
import type { Reading, Unit } from '../domain/targets/types.js';

/** What a value is checked against: the unit and the reading a checkpoint froze, when they are known. */
export interface Expected {
  readonly unit?: Unit;
  readonly reading?: Reading;
}

/**
 * Why a measured value can not be taken, in Italian, or undefined when it can. Where the target has no confirmed reading
 * only the value's own form is checked: an officer is not stopped by what planning left open.
 */
export function refuseActual(actual: Actual, expected: Expected): string | undefined {
  return (
    refuseForm(actual) ??
    refuseKind(actual, expected.reading) ??
    refuseUnit(actual, expected.unit ?? unitOf(expected.reading))
  );
}

/**
 * Why a free text can not be kept, in Italian: PostgreSQL holds neither the null character nor half of a character
 * outside the basic plane. Undefined when it can.
 */
export function refuseText(text: string | undefined): string | undefined {
  if (text === undefined || !/\0|\p{Surrogate}/u.test(text)) return undefined;
  return 'il testo contiene un carattere che non si può registrare: riscriverlo senza incollarlo da un altro programma';
}

const DECIMAL = /^-?(0|[1-9]\d{0,17})(\.\d{1,10})?$/;

function refuseForm(actual: Actual): string | undefined {
  switch (actual.kind) {
    case 'number':
      return refuseDecimal(actual.value);
    case 'ratio':
      return (
        refuseDecimal(actual.numerator) ??
        refuseDecimal(actual.denominator) ??
        (isZero(actual.denominator) ? 'il denominatore è zero: il rapporto non si può calcolare' : undefined)
      );
    case 'date':
      return parseCivilDate(actual.on).ok ? undefined : `«${actual.on}» non è una data del calendario`;
    case 'yes-no':
    case 'not-yet':
      return undefined;
    case 'not-assessable':
      if (actual.reason.trim() === '') return 'un valore non rilevabile si segna con il motivo: il motivo manca';
      return refuseText(actual.reason);
    case 'missing':
      return 'il valore manca';
    default:
      return never(actual);
  }
}

function refuseKind(actual: Actual, reading: Reading | undefined): string | undefined {
  if (reading === undefined || actual.kind === 'not-assessable') return undefined;
  switch (reading.kind) {
    case 'threshold':
    case 'range':
    case 'bands':
    case 'relative':
      return actual.kind === 'number' || actual.kind === 'ratio' ? undefined : 'il target chiede un numero';
    case 'by-date':
      return actual.kind === 'date' || actual.kind === 'not-yet'
        ? undefined
        : 'il target chiede la data di realizzazione, oppure «non ancora»';
    case 'yes-no':
      return actual.kind === 'yes-no' || actual.kind === 'not-yet' ? undefined : 'il target chiede sì o no';
    case 'within-period':
    case 'throughout':
      return undefined;
    default:
      return never(reading);
  }
}

function unitOf(reading: Reading | undefined): Unit | undefined {
  return reading !== undefined && 'unit' in reading && typeof reading.unit === 'object' ? reading.unit : undefined;
}

function refuseUnit(actual: Actual, unit: Unit | undefined): string | undefined {
  if (unit === undefined || (actual.kind !== 'number' && actual.kind !== 'ratio')) return undefined;
  const value = actual.kind === 'number' ? actual.value : undefined;
  switch (unit.kind) {
    case 'count':
      if (actual.kind === 'ratio') return `il target conta ${unit.noun}: serve un numero, non un rapporto`;
      if (actual.value.startsWith('-')) return `un numero di ${unit.noun} non è negativo`;
      return actual.value.includes('.') ? `un numero di ${unit.noun} è intero` : undefined;
    case 'hours':
    case 'months':
      return value?.startsWith('-') === true ? 'una durata non è negativa' : undefined;
    case 'score':
      if (value === undefined) return undefined;
      return value.startsWith('-') || Number(value) > Number(unit.outOf)
        ? `il punteggio va da 0 a ${unit.outOf}`
        : undefined;
    case 'number':
    case 'percent':
    case 'percentage-points':
    case 'euro':
    case 'days':
      return undefined;
    default:
      return never(unit);
  }
}

const refuseDecimal = (text: string): string | undefined =>
  DECIMAL.test(text)
    ? undefined
    : `«${text.slice(0, 40)}» non è un numero decimale scritto con il punto, al massimo 18 cifre e 10 decimali`;

const isZero = (text: string): boolean => /^-?0(\.0+)?$/.test(text);
