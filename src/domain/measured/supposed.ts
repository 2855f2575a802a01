import { candidatesOf } from '../targets/outcome.js';
import { parseTarget } from '../targets/parse.js';
import type { Reading, Unit } from '../targets/types.js';
import type { Measure } from './measure.js';

/**
 * The measure with what its target's own text makes known where nobody has confirmed a reading: a unit that every reading
 * the text may have speaks of. What is in doubt between them stays unknown.
 */
export function withKnown(measure: Measure): Measure {
  if (measure.reading !== undefined || measure.unit !== undefined) return measure;
  const unit = commonUnit(supposedReadings(measure));
  return unit === undefined ? measure : { ...measure, unit };
}

/** The readings a person may still choose among, most plausible first; empty where one is confirmed, or the text says nothing. */
export function supposedReadings({ reading, target, name, moment }: Measure): readonly Reading[] {
  if (reading !== undefined || target === undefined) return [];
  const outcome = parseTarget(target, {
    name,
    year: moment?.exercise,
  });
  return candidatesOf(outcome).map((candidate) => candidate.reading);
}

function commonUnit(readings: readonly Reading[]): Unit | undefined {
  const units = readings.map((one) => ('unit' in one && typeof one.unit === 'object' ? one.unit : undefined));
  const [first] = units;
  // A plain number says nothing of what is counted or measured.
  if (first === undefined || first.kind === 'number') return undefined;
  return units.every((one) => one !== undefined && sameUnit(one, first)) ? first : undefined;
}

function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind === 'count' && b.kind === 'count') return a.noun === b.noun;
  return a.kind === 'score' && b.kind === 'score' ? a.outOf === b.outOf : a.kind === b.kind;
}
