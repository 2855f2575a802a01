import { settled, targetOf, unsettled } from '../../../domain/confirmed-readings.js';
import { sum } from '../../../domain/findings/number.js';
import type { Indicator, Plan, Target } from '../../../domain/plan.js';
import type { Reading, TargetOutcome } from '../../../domain/targets/types.js';
import { outcomeOf, withIndicator } from './edits.js';
import { anchorOf, listIdIn, type OutlineList, type PlanPart } from './outline.js';

/** A target of the exercise that nobody has confirmed the reading of. */
export interface ToRead {
  readonly part: PlanPart;
  readonly list: OutlineList;
  readonly indicator: Indicator;
  readonly text: string;
  readonly outcome: TargetOutcome;
  /** What its fields are named after: unique in the plan. */
  readonly key: string;
  /** Rows that repeat the indicator and say the same: its reading is theirs. */
  readonly followers: readonly { readonly list: OutlineList; readonly indicator: Indicator }[];
}

/** A target whose reading somebody has confirmed. */
export interface ReadTarget extends ToRead {
  readonly reading: Reading;
  /** Id of who confirmed it; absent of a plan that came with its readings. */
  readonly by?: string;
}

/**
 * The targets that wait for a reading, in the order of the plan. What says nothing has no reading to confirm; a row that
 * repeats another and says the same is read with it.
 */
export function toReadIn(parts: readonly PlanPart[], year: number): readonly ToRead[] {
  return rowsIn(parts, year, (indicator) => isOpen(indicator, year)).filter(
    ({ outcome }) => outcome.outcome !== 'not-measurable',
  );
}

/** The targets whose reading is confirmed, likewise. */
export function readIn(parts: readonly PlanPart[], year: number): readonly ReadTarget[] {
  const isRead = (indicator: Indicator): boolean => targetOf(indicator, year)?.confirmed !== undefined;
  return rowsIn(parts, year, isRead).flatMap((one) => {
    const { confirmed, confirmedBy } = targetOf(one.indicator, year) ?? {};
    if (confirmed === undefined) return [];
    return [{ ...one, reading: confirmed, ...(confirmedBy === undefined ? {} : { by: confirmedBy }) }];
  });
}

function rowsIn(parts: readonly PlanPart[], year: number, asked: (indicator: Indicator) => boolean): readonly ToRead[] {
  const rows = parts.flatMap((part) =>
    part.lists.flatMap((list) => list.indicators.map((indicator) => ({ part, list, indicator }))),
  );
  const texts = new Map<string, string>();
  for (const { indicator } of rows) if (!texts.has(indicator.code)) texts.set(indicator.code, textOf(indicator, year));
  const follows = ({ repeats, ...indicator }: Indicator): boolean =>
    repeats !== undefined && texts.get(repeats) === textOf(indicator, year);
  const found = rows.filter(({ indicator }) => asked(indicator));
  const followers = found.filter(({ indicator }) => follows(indicator));
  return found
    .filter(({ indicator }) => !follows(indicator))
    .map(({ part, list, indicator }) => ({
      part,
      list,
      indicator,
      text: textOf(indicator, year),
      outcome: outcomeOf(indicator, year),
      key: anchorOf(list.id, indicator.code),
      followers: followers.filter((one) => one.indicator.repeats === indicator.code),
    }));
}

const textOf = (indicator: Indicator, year: number): string => targetOf(indicator, year)?.text ?? '';

const isOpen = (indicator: Indicator, year: number): boolean =>
  textOf(indicator, year) !== '' && targetOf(indicator, year)?.confirmed === undefined;

export const isWritten = ({ outcome }: ToRead): boolean => outcome.outcome === 'parsed';

/** The plan with a reading confirmed, of the target and of the rows that say the same. */
export const readAs = (plan: Plan, one: ToRead, reading: Reading, by: string): Plan =>
  changed(plan, one, (indicator, target) => settled(indicator, target, reading, by));

/** The plan with a confirmation taken back, likewise. */
export const unread = (plan: Plan, one: ToRead): Plan => changed(plan, one, unsettled);

function changed(
  plan: Plan,
  { list, indicator, followers }: ToRead,
  change: (indicator: Indicator, target: Target) => Indicator,
): Plan {
  return [{ list, indicator }, ...followers].reduce((next, one) => {
    const id = listIdIn(next, one.list.id);
    const target = targetOf(one.indicator, plan.exercise);
    if (id === undefined || target === undefined) return next;
    return withIndicator(next, id, one.indicator.code, change(one.indicator, target));
  }, plan);
}

/** Percent of the scorecard's weight that waits for a reading; absent where nothing has a weight. */
export function weightToRead(parts: readonly PlanPart[], open: readonly ToRead[]): string | undefined {
  const weights = (indicators: readonly Indicator[]): readonly string[] =>
    indicators.flatMap((one) => (one.weight === undefined ? [] : [one.weight]));
  const inCard = (list: OutlineList): boolean => list.kind === 'scorecard';
  const whole = sum(weights(parts.flatMap((part) => part.lists.filter(inCard).flatMap((list) => list.indicators))));
  if (whole.isZero()) return undefined;
  const waiting = sum(weights(open.filter((one) => inCard(one.list)).map((one) => one.indicator)));
  return waiting.times(100).dividedBy(whole).toDecimalPlaces(1).toString();
}
