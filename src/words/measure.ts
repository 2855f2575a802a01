import { describeActual } from '../domain/achievement/trace.js';
import type { Actual } from '../domain/achievement/types.js';
import { never } from '../domain/result.js';
import type { Unit } from '../domain/targets/types.js';
import { agreeingSuffix, singularSuffix } from '../domain/targets/units.js';
import type { ValueStanding } from '../domain/value-standing.js';
import { italianNumber } from './format.js';

/** What a plural does not follow. */
const ONES: ReadonlySet<string> = new Set(['1', '-1']);

/** A unit of measure as a form or a mail names it. */
export function unitText(unit: Unit | undefined): string {
  if (unit === undefined) return 'come da target';
  switch (unit.kind) {
    case 'number':
      return 'numero';
    case 'percent':
      return '%';
    case 'percentage-points':
      return 'punti percentuali';
    case 'euro':
      return 'euro';
    case 'days':
      return 'giorni';
    case 'hours':
      return 'ore';
    case 'months':
      return 'mesi';
    case 'count':
      return unit.noun;
    case 'score':
      return `punteggio su ${italianNumber(unit.outOf)}`;
    default:
      return never(unit);
  }
}

/** A measured value with what it counts: `7 incontri`, `83,5%`. @param noun what it counts, where a form calls it otherwise */
export function amountText(actual: Actual, unit: Unit | undefined, noun = unitText(unit)): string {
  const text = actualText(actual, unit);
  if (actual.kind !== 'number' || unit === undefined) return text;
  if (unit.kind === 'percent' || unit.kind === 'number') return text;
  if (ONES.has(actual.value) && (unit.kind === 'count' || singularSuffix(unit) !== undefined))
    return `${text}${agreeingSuffix(actual.value, unit)}`;
  return unit.kind === 'score' ? `${text} (${noun})` : `${text} ${noun}`;
}

/** A measured value in words and Italian figures. */
export const actualText = (actual: Actual, unit: Unit | undefined): string =>
  describeActual(actual, unit, { number: italianNumber, missing: 'mancante' });

/** How values are called by what they are to the year's results. */
export const standingWords: Readonly<Record<ValueStanding, { readonly name: string; readonly said: string }>> = {
  interim: {
    name: 'valori in corso d’anno',
    said: 'Valori in corso d’anno: i risultati dell’esercizio sono quelli della raccolta finale.',
  },
  provisional: {
    name: 'valori provvisori',
    said: 'Valori provvisori: si confermano o si correggono nella raccolta finale.',
  },
  final: { name: 'valori definitivi', said: 'Valori definitivi: sono i risultati dell’esercizio.' },
};
