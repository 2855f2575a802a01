import { parseActual, type WrittenActual } from '../achievement/parse-actual.js';
import type { Actual } from '../achievement/types.js';
import { withArticle } from '../article.js';
import { formatItalian } from '../calendar/civil-date.js';
import { err, ok, type Result } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import type { Unit } from '../targets/types.js';
import { unitSuffix } from '../targets/units.js';
import { inUnitAsked, unitAsked } from './asked-unit.js';
import { daysIn } from './in-a-year.js';
import { type Measure, unitOf } from './measure.js';
import { isCounted } from './nature.js';
import { refuseActual } from './refuse-actual.js';
import { withKnown } from './supposed.js';
import { termOf } from './term.js';
import { isNamed, sameNoun } from './written-unit.js';

/**
 * The value a text stands for, of something measured. The one place where that is decided, for form, sheet, program,
 * source and command; what is odd about it, `oddities` says.
 * @returns the value, or an Italian sentence that says what was written, why it can not be, and what was probably meant
 */
export function readValue(text: string, measure: Measure): Result<Actual, string> {
  const written = parseActual(text);
  return written.ok ? takeWritten(written.value, text.trim(), measure) : written;
}

/**
 * As `readValue`, for a value already read.
 * @param shown the value as its writer sees it
 */
export function takeWritten(written: WrittenActual, shown: string, given: Measure): Result<Actual, string> {
  const measure = withKnown(given);
  // That a value is missing is nothing to refuse: whoever may not leave it out says so.
  if (written.actual.kind === 'missing') return ok(written.actual);
  const doubt = belowOne(written, measure);
  if (doubt !== undefined) return err(`«${shown}»${doubt}`);
  const actual = inMeasure(written, measure);
  if (!actual.ok) return err(`«${shown}»${actual.error}`);
  const refused = refuseActual(actual.value, measure) ?? refuseReached(actual.value, measure);
  return refused === undefined ? actual : err(`«${shown}»: ${refused}`);
}

/** Where percentages are asked `0,82` without the sign may be less than one percent, or eighty-two. */
function belowOne({ actual, unit }: WrittenActual, measure: Measure): string | undefined {
  if (actual.kind !== 'number' || unit !== undefined || unitOf(measure)?.kind !== 'percent') return undefined;
  if (!/^-?0\.\d*[1-9]/.test(actual.value)) return undefined;
  const number = italianDecimal(actual.value);
  return ` si può leggere in due modi: scrivere «${number}%» se è meno dell’uno per cento, altrimenti la percentuale intera (per esempio «82%»)`;
}

/** The value in the unit asked; the error follows the value, quoted. */
function inMeasure({ actual, unit }: WrittenActual, measure: Measure): Result<Actual, string> {
  const { reading } = measure;
  if (reading?.kind === 'throughout') return inPeriod(actual, unit, measure);
  if (unit === undefined || actual.kind !== 'number') return ok(actual);
  if (reading?.kind === 'within-period' && unit.kind === 'percent') {
    // A share of cases is what the target speaks of where the indicator is a percentage; otherwise it is the time taken.
    return unitOf(measure)?.kind === 'percent' || PERCENT_NAME.test(measure.name ?? '')
      ? ok({ kind: 'ratio', numerator: actual.value, denominator: '100' })
      : err(
          ' è una percentuale: serve il tempo impiegato, oppure i casi nel termine su quelli in tutto (per esempio 19 su 20)',
        );
  }
  const asked = unitAsked(measure);
  return agrees(unit, asked, measure.name ?? '') ? ok(actual) : err(otherUnit(actual.value, unit, asked));
}

const PERCENT_NAME = /%|\bpercentual|\bquota\b|\btasso\b/iu;

/** Days of a period and percentages of it are shares; a bare number could be either. */
function inPeriod(actual: Actual, unit: Unit | undefined, { reading, moment }: Measure): Result<Actual, string> {
  if (actual.kind !== 'number' || reading?.kind !== 'throughout') return ok(actual);
  const number = italianDecimal(actual.value);
  if (unit === undefined) {
    return err(` si può leggere in due modi: scrivere «${number}%» del periodo oppure «${number} giorni»`);
  }
  if (unit.kind === 'percent') return ok({ kind: 'ratio', numerator: actual.value, denominator: '100' });
  if (unit.kind !== 'days')
    return err(' è in un’altra unità di misura: servono i giorni, o la percentuale, del periodo');
  const days = daysIn(reading, moment?.at);
  const until =
    moment?.at !== undefined && moment.at < reading.to ? ` fino ${withArticle('al', formatItalian(moment.at))}` : '';
  if (days === 0 || Number(actual.value) > days)
    return err(`: il periodo ha ${italianDecimal(String(days))} giorni${until}`);
  return ok({ kind: 'ratio', numerator: actual.value, denominator: String(days) });
}

/** Whether a written unit is the one asked; a noun may also be the one the indicator's name speaks of. */
export function agrees(written: Unit, asked: Unit | undefined, name: string): boolean {
  if (written.kind === 'count') {
    // Of a cell that has neither a name nor a unit nobody knows what it counts.
    if (asked === undefined && name === '') return true;
    if (asked?.kind === 'count' && sameNoun(written.noun, asked.noun)) return true;
    if (asked?.kind === 'score') return sameNoun(written.noun, 'punti');
    return (asked === undefined || asked.kind === 'number' || asked.kind === 'count') && isNamed(written.noun, name);
  }
  if (asked === undefined) return true;
  // An amount in euro is what it is where nothing else is named, unless things are counted one by one.
  if (asked.kind === 'number' && written.kind === 'euro') return !isCounted({ name }, asked);
  if (asked.kind === 'number')
    return (
      written.kind !== 'percent' && written.kind !== 'percentage-points' && NAMED[written.kind]?.test(name) === true
    );
  if (asked.kind === 'count') {
    // `12 ore` of hours of training; plain days are not working days.
    const noun = NOUNS[written.kind];
    return noun !== undefined && sameNoun(noun, asked.noun) && !/lavorativ|ferial/.test(asked.noun);
  }
  return written.kind === asked.kind;
}

const NOUNS: Partial<Readonly<Record<Unit['kind'], string>>> = {
  days: 'giorni',
  hours: 'ore',
  months: 'mesi',
  euro: 'euro',
};

/** How the name of a plain number says the unit it is in. */
const NAMED: Partial<Readonly<Record<Unit['kind'], RegExp>>> = {
  days: /\bgiorn|\bgg\b|\btemp[oi]\b|\bdurata\b|\britard|\btempestivit/iu,
  hours: /\bor[ae]\b|\btemp[oi]\b|\bdurata\b/iu,
  months: /\bmes[ei]\b|\btemp[oi]\b|\bdurata\b/iu,
};

function otherUnit(value: string, written: Unit, asked: Unit | undefined): string {
  if (written.kind === 'count' && (asked === undefined || asked.kind === 'number' || asked.kind === 'count')) {
    const counted = asked?.kind === 'count' ? ` (qui si misurano ${asked.noun})` : '';
    return `: «${written.noun}» non è ciò che si misura${counted}: scrivere il solo numero, se è quello`;
  }
  if (asked === undefined || asked.kind === 'number') {
    return ' è in un’altra unità di misura, che il target non nomina: scrivere il solo numero, se è quello';
  }
  const converted = inUnitAsked(value, written, asked);
  return ` è in un’altra unità di misura: ${converted === undefined ? measuredHere(asked) : `sarebbero ${converted}`}`;
}

/** What would be taken. */
function measuredHere(asked: Unit): string {
  if (asked.kind === 'count') return `qui si misurano ${asked.noun}`;
  if (asked.kind === 'score') return `qui si dà un punteggio su ${italianDecimal(asked.outOf)}`;
  return asked.kind === 'percent' ? 'qui si misura in percentuale' : `qui si misura in${unitSuffix(asked)}`;
}

/** A day beside a value is of use only where the target has a term of its own. */
function refuseReached(actual: Actual, { reading, moment }: Measure): string | undefined {
  if ((actual.kind !== 'number' && actual.kind !== 'ratio') || actual.reachedOn === undefined) return undefined;
  if (reading?.kind !== 'threshold' || reading.by === undefined)
    return 'qui il giorno non serve: scrivere il solo valore';
  const { at } = moment ?? {};
  if (at !== undefined && actual.reachedOn > at && termOf(reading, at) !== undefined) {
    return `il valore è quello ${withArticle('al', formatItalian(at))}: il giorno in cui è stato raggiunto non può venire dopo`;
  }
  return undefined;
}
