import { settled, targetOf } from '../../../domain/confirmed-readings.js';
import { sum } from '../../../domain/findings/number.js';
import type { Indicator, Plan } from '../../../domain/plan.js';
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

/**
 * The targets that wait for a reading, in the order of the plan. What says nothing has no reading to confirm; a row that
 * repeats another and says the same is read with it.
 */
export function toReadIn(parts: readonly PlanPart[], year: number): readonly ToRead[] {
  const rows = parts.flatMap((part) =>
    part.lists.flatMap((list) => list.indicators.map((indicator) => ({ part, list, indicator }))),
  );
  const texts = new Map<string, string>();
  for (const { indicator } of rows) if (!texts.has(indicator.code)) texts.set(indicator.code, textOf(indicator, year));
  const follows = ({ repeats, ...indicator }: Indicator): boolean =>
    repeats !== undefined && texts.get(repeats) === textOf(indicator, year);
  const open = rows.filter(({ indicator }) => isOpen(indicator, year));
  const followers = open.filter(({ indicator }) => follows(indicator));
  return open
    .filter(({ indicator }) => !follows(indicator))
    .flatMap(({ part, list, indicator }): readonly ToRead[] => {
      const outcome = outcomeOf(indicator, year);
      if (outcome.outcome === 'not-measurable') return [];
      return [
        {
          part,
          list,
          indicator,
          text: textOf(indicator, year),
          outcome,
          key: anchorOf(list.id, indicator.code),
          followers: followers.filter((one) => one.indicator.repeats === indicator.code),
        },
      ];
    });
}

const textOf = (indicator: Indicator, year: number): string => targetOf(indicator, year)?.text ?? '';

const isOpen = (indicator: Indicator, year: number): boolean =>
  textOf(indicator, year) !== '' && targetOf(indicator, year)?.confirmed === undefined;

export const isWritten = ({ outcome }: ToRead): boolean => outcome.outcome === 'parsed';

/** The plan with a reading confirmed, of the target and of the rows that say the same. */
export function readAs(plan: Plan, { list, indicator, followers }: ToRead, reading: Reading, by: string): Plan {
  return [{ list, indicator }, ...followers].reduce((changed, one) => {
    const id = listIdIn(changed, one.list.id);
    const target = targetOf(one.indicator, plan.exercise);
    if (id === undefined || target === undefined) return changed;
    return withIndicator(changed, id, one.indicator.code, settled(one.indicator, target, reading, by));
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
