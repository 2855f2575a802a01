import { never } from '../../result.js';
import type { Unit } from '../../target/types.js';
import { divide, HUNDRED, isZero, multiply, type Rational, rational } from '../rational.js';
import type { Actual } from '../types.js';
import { type NoFigure, noFigure } from './types.js';

/** Values that no formula can use, whatever the target: `undefined` when the value is one to judge. */
export function withoutValue(actual: Actual): NoFigure | undefined {
  switch (actual.kind) {
    case 'missing':
      return noFigure('missing', 'valore non comunicato');
    case 'not-assessable':
      return noFigure('not-assessable', `dichiarato non valutabile: ${actual.reason}`);
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
      return shareOf(actual, unit.kind === 'percent');
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

/** A ratio as one number; on nothing there is nothing to judge. */
export function shareOf(
  ratio: { readonly numerator: string; readonly denominator: string },
  onHundred: boolean,
): Rational | NoFigure {
  const denominator = rational(ratio.denominator);
  if (isZero(denominator)) return noFigure('not-assessable', 'il denominatore è zero: nessun caso da misurare');
  const share = divide(rational(ratio.numerator), denominator);
  return onHundred ? multiply(HUNDRED, share) : share;
}
