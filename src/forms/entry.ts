import { isCounted } from '../domain/measured/nature.js';
import { never } from '../domain/result.js';
import type { DecimalText, Reading, Unit } from '../domain/targets/types.js';

/**
 * What the answer to one indicator looks like, as its unit and reading demand. `fraction`: numerator and denominator may
 * stand for the value; of a `ratio` they are what is asked first.
 */
export type Entry =
  | { readonly kind: 'percent' | 'ratio'; readonly fraction: true }
  | { readonly kind: 'number'; readonly fraction: true }
  | { readonly kind: 'score'; readonly outOf: DecimalText; readonly fraction: true }
  /** `whole`: counted one by one, and not measured or shared out. */
  | { readonly kind: 'count'; readonly noun: string; readonly whole: boolean; readonly fraction: false }
  | { readonly kind: 'euro' | 'days' | 'hours' | 'months' | 'percentage-points'; readonly fraction: false }
  /** A day, or «non ancora». */
  | { readonly kind: 'date'; readonly fraction: false }
  /** Sì, no, or «non ancora». */
  | { readonly kind: 'yes-no'; readonly fraction: false }
  /** Whatever an officer may write: the target has no reading a person confirmed, or one that takes several answers. */
  | { readonly kind: 'open'; readonly fraction: true };

/** What an indicator is known by when its kind of entry is decided. */
interface Asked {
  readonly name: string;
  readonly unit?: Unit;
  readonly reading?: Reading;
}

/** The kind of entry an indicator asks for. */
export function entryOf({ name, unit, reading }: Asked): Entry {
  if (reading === undefined) return unit === undefined ? OPEN : measureEntry(unit, name);
  switch (reading.kind) {
    case 'by-date':
      return { kind: 'date', fraction: false };
    case 'yes-no':
      return { kind: 'yes-no', fraction: false };
    case 'threshold':
    case 'range':
    case 'bands':
    case 'relative':
      return measureEntry(unit ?? reading.unit, name);
    // The time taken, the day, yes or no, or how many cases out of how many.
    case 'within-period':
    case 'throughout':
      return OPEN;
    default:
      return never(reading);
  }
}

const OPEN: Entry = { kind: 'open', fraction: true };

/** `risorse spese/risorse stanziate`, `sul totale`: what is asked first are the two numbers. */
const NAMES_A_RATIO = /\p{L}\s*\/\s*\p{L}|\b(?:rapporto|incidenza)\b|\bsul? totale\b/iu;

function measureEntry(unit: Unit, name: string): Entry {
  switch (unit.kind) {
    case 'percent':
      return { kind: NAMES_A_RATIO.test(name) ? 'ratio' : 'percent', fraction: true };
    case 'number':
      return { kind: 'number', fraction: true };
    case 'score':
      return { kind: 'score', outOf: unit.outOf, fraction: true };
    case 'count':
      return { kind: 'count', noun: unit.noun, whole: isCounted({ name }, unit), fraction: false };
    case 'percentage-points':
    case 'euro':
    case 'days':
    case 'hours':
    case 'months':
      return { kind: unit.kind, fraction: false };
    default:
      return never(unit);
  }
}
