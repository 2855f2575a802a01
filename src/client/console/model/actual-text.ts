import type { Actual } from '../../../domain/achievement/types.js';
import { never } from '../../../domain/result.js';
import type { Unit } from '../../../domain/target/types.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay, italianNumber } from '../../../words/format.js';

/** What was observed, as an Italian office writes it: `82,5%`, `1.250 €`, `30/04/2016`, `12 su 15`. */
export function actualText(actual: Actual, unit: Unit | undefined): string {
  switch (actual.kind) {
    case 'number':
      return withUnit(italianNumber(actual.value), unit);
    case 'ratio':
      return words.actual.ratio(italianNumber(actual.numerator), italianNumber(actual.denominator));
    case 'date':
      return italianDay(actual.on);
    case 'yes-no':
      return actual.value ? words.actual.yes : words.actual.no;
    case 'not-yet':
      return words.actual.notYet;
    case 'not-assessable':
      return words.actual.notAssessable(actual.reason);
    case 'missing':
      return words.actual.missing;
    default:
      return never(actual);
  }
}

function withUnit(number: string, unit: Unit | undefined): string {
  switch (unit?.kind) {
    case undefined:
    case 'number':
    case 'count':
      return number;
    case 'percent':
      return `${number}%`;
    case 'percentage-points':
      return `${number} punti`;
    case 'euro':
      return `${number} €`;
    case 'days':
      return `${number} giorni`;
    case 'hours':
      return `${number} ore`;
    case 'months':
      return `${number} mesi`;
    case 'score':
      return `${number}/${italianNumber(unit.outOf)}`;
    default:
      return never(unit);
  }
}
