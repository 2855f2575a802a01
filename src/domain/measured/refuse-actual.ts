import type { Actual } from '../achievement/types.js';
import { withArticle } from '../article.js';
import { formatItalian, parseCivilDate } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import { type Measure, unitOf } from './measure.js';
import { refuseText } from './plain-text.js';
import { refuseAmount } from './refuse-amount.js';
import { withKnown } from './supposed.js';

/**
 * Why a measured value can not be, in Italian, or undefined when it can: whoever gives it, by form, sheet, program, source
 * or command. Where the target has no confirmed reading a value is refused for what is known all the same (its form, its
 * days, the unit of the plan or of the text): an officer is not stopped by what planning left open.
 */
export function refuseActual(actual: Actual, given: Measure): string | undefined {
  const measure = withKnown(given);
  return (
    refuseForm(actual) ??
    refuseKind(actual, measure.reading) ??
    refuseDays(actual, measure) ??
    refuseAmount(actual, measure, unitOf(measure))
  );
}

const DECIMAL = /^-?(0|[1-9]\d{0,17})(\.\d{1,10})?$/;

/** Why a value is not one the register keeps, whatever it is for. */
export function refuseForm(actual: Actual): string | undefined {
  switch (actual.kind) {
    case 'number':
      return refuseDecimal(actual.value);
    case 'ratio':
      return (
        refuseDecimal(actual.numerator) ??
        refuseDecimal(actual.denominator) ??
        (isZero(actual.denominator) ? 'il denominatore è zero: il rapporto non si può calcolare' : undefined) ??
        (actual.denominator.startsWith('-') ? 'il denominatore non può essere negativo' : undefined)
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

/** Why a value is not of the kind a reading asks for. */
export function refuseKind(actual: Actual, reading: Measure['reading']): string | undefined {
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
    case 'throughout':
      return actual.kind === 'date' ? 'il target chiede se la cosa è stata garantita per tutto il periodo' : undefined;
    case 'within-period':
      return undefined;
    default:
      return never(reading);
  }
}

/** Exercises before this one in which something promised for it may have been done already. */
const YEARS_BEFORE = 2;
/** Without an exercise: years before the day of the answer. */
const YEARS_BACK = 10;

function refuseDays(actual: Actual, measure: Measure): string | undefined {
  if (actual.kind === 'date') return refuseDay(actual.on, measure);
  if (actual.kind !== 'number' && actual.kind !== 'ratio') return undefined;
  return actual.reachedOn === undefined ? undefined : refuseDay(actual.reachedOn, measure);
}

/** Why a day on which something was done can not be. */
function refuseDay(on: CivilDate, { moment = {} }: Pick<Measure, 'moment'>): string | undefined {
  const { today, exercise } = moment;
  if (!parseCivilDate(on).ok) return `«${on}» non è una data del calendario`;
  if (today !== undefined && on > today) {
    return `${withArticle('il', formatItalian(on))} deve ancora venire: oggi è ${withArticle('il', formatItalian(today))}`;
  }
  const year = Number(on.slice(0, 4));
  const around = exercise ?? (today === undefined ? undefined : Number(today.slice(0, 4)));
  const before = exercise === undefined ? YEARS_BACK : YEARS_BEFORE;
  if (around === undefined || (year >= around - before && year <= around + 1)) return undefined;
  return `${withArticle('il', formatItalian(on))} è fuori dall’esercizio ${around}: controllare l’anno`;
}

const refuseDecimal = (text: string): string | undefined =>
  DECIMAL.test(text)
    ? undefined
    : `«${text.slice(0, 40)}» non è un numero decimale scritto con il punto, al massimo 18 cifre e 10 decimali`;

const isZero = (text: string): boolean => /^-?0(\.0+)?$/.test(text);
