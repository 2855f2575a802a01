import type { Indicator } from '../plan.js';
import { candidatesOf, type TargetContext, type TargetOutcome } from '../targets/outcome.js';
import { sentence } from '../targets/sentence.js';
import type { DecimalText, Reading } from '../targets/types.js';
import { shapeOf } from './text.js';
import { contextOf, targetText } from './walk.js';

/** How a target's text is read. */
export type ReadTarget = (text: string, context: TargetContext) => TargetOutcome;

/** A level to reach or to stay under, as far as all possible readings of a target agree on it. */
export interface Level {
  readonly text: string;
  readonly value: DecimalText;
  readonly unit: Extract<Reading, { kind: 'threshold' }>['unit'];
  readonly direction: 'more-is-better' | 'less-is-better';
  /** `se si legge come «…»`: nothing when the target is written or confirmed. */
  readonly provided?: string;
}

/** The readings of an indicator's target of a year, confirmed or possible; none when there is no text. */
export function readingsAt(indicator: Indicator, year: number, readTarget: ReadTarget): readonly Reading[] {
  const confirmed = indicator.targets.find((t) => t.year === year)?.confirmed;
  if (confirmed !== undefined) return [confirmed];
  const text = targetText(indicator, year);
  if (text === '') return [];
  return candidatesOf(readTarget(text, contextOf(indicator, year))).map((c) => c.reading);
}

/** The level that an indicator promises for a year; undefined when it is no level, or when which way is better is open. */
export function levelAt(indicator: Indicator, year: number, readTarget: ReadTarget): Level | undefined {
  const readings = readingsAt(indicator, year, readTarget);
  const [first, ...others] = readings;
  if (first?.kind !== 'threshold') return undefined;
  const text = targetText(indicator, year);
  const open = others.some((o) => o.kind !== 'threshold' || o.direction !== first.direction || o.value !== first.value);
  if (open && !isOpenInUnitAlone(indicator, year, first, readTarget)) return undefined;
  return {
    text,
    value: first.value,
    unit: first.unit,
    direction: first.direction,
    provided: isCertain(indicator, year, readTarget) ? undefined : `se «${text}» si legge come «${sentence(first)}»`,
  };
}

/** Where the text itself says which way is better, and all that is asked is whether its unit is that of the name. */
function isOpenInUnitAlone(
  indicator: Indicator,
  year: number,
  first: Extract<Reading, { kind: 'threshold' }>,
  readTarget: ReadTarget,
): boolean {
  const text = targetText(indicator, year);
  const outcome = readTarget(text, contextOf(indicator, year));
  return (
    outcome.outcome === 'ambiguous' &&
    outcome.reasons.every((r) => r.code === 'unit-against-name') &&
    outcome.candidates.every((c) => c.reading.kind === 'threshold' && c.reading.value === first.value) &&
    shapeOf(text).operator === first.operator
  );
}

function isCertain(indicator: Indicator, year: number, readTarget: ReadTarget): boolean {
  if (indicator.targets.find((t) => t.year === year)?.confirmed !== undefined) return true;
  return readTarget(targetText(indicator, year), contextOf(indicator, year)).outcome === 'parsed';
}

/** A sentence that holds on a condition: `Se … si legge come …, il target peggiora.` */
export function providedThat(levels: readonly Level[], fact: string): string {
  const provided = levels.flatMap((l) => l.provided ?? [])[0];
  if (provided === undefined) return fact;
  const rest = `${fact.charAt(0).toLowerCase()}${fact.slice(1)}`;
  return `${provided.charAt(0).toUpperCase()}${provided.slice(1)}, ${rest}`;
}
