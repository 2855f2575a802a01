import { divide, HUNDRED, isZero, multiply, ONE, type Rational, rational } from '../../rational.js';
import { never } from '../../result.js';
import type { Unit } from '../../targets/types.js';
import type { Actual } from '../types.js';
import { type NoFigure, noFigure } from './types.js';

/** Values that no formula can use, whatever the target: `undefined` when the value is one to judge. */
export function withoutValue(actual: Actual): NoFigure | undefined {
  switch (actual.kind) {
    case 'missing':
      return noFigure('missing', 'valore non comunicato');
    case 'not-assessable':
      return noFigure('not-assessable', `dichiarato non rilevabile: ${actual.reason}`);
    case 'number':
    case 'ratio':
    case 'date':
    case 'yes-no':
    case 'not-yet':
      return undefined;
    default:
      return never(actual);
  }
}

/**
 * The measured number in the target's unit: a ratio against a percent target is taken on 100.
 * @param final at the end of the exercise "not yet" is a value that never came
 */
export function measured(actual: Actual, unit: Unit, final: boolean): Rational | NoFigure {
  switch (actual.kind) {
    case 'number':
      return rational(actual.value);
    case 'ratio':
      return shareOf(actual, wholeOf(unit));
    case 'not-yet':
      return final
        ? noFigure('missing', 'valore non comunicato: a esercizio chiuso «non ancora» non è una misura')
        : noFigure('not-yet', 'misura non ancora disponibile');
    case 'date':
    case 'yes-no':
      return noFigure('doubtful', 'il target chiede un numero: il valore comunicato non lo è');
    case 'missing':
    case 'not-assessable':
      return withoutValue(actual) ?? noFigure('missing', 'valore non comunicato');
    default:
      return never(actual);
  }
}

/** What a ratio is taken on: 17/20 is 85 on 100 for a percent, 5.1 on 6 for a score out of 6, 0.85 for a plain number. */
function wholeOf(unit: Unit): Rational {
  if (unit.kind === 'percent') return HUNDRED;
  return unit.kind === 'score' ? rational(unit.outOf) : ONE;
}

/** A ratio as one number on a whole; on nothing there is nothing to judge. */
export function shareOf(
  ratio: { readonly numerator: string; readonly denominator: string },
  whole: Rational,
): Rational | NoFigure {
  const denominator = rational(ratio.denominator);
  if (isZero(denominator)) return noFigure('not-assessable', 'il denominatore è zero: nessun caso da misurare');
  return multiply(whole, divide(rational(ratio.numerator), denominator));
}
