import { targetOf } from './confirmed-readings.js';
import { sum } from './findings/number.js';
import { contextOf } from './findings/walk.js';
import type { Indicator, Plan } from './plan.js';
import { indicatorLists } from './plan-lists.js';
import { divide, exactText, HUNDRED, isZero, multiply, rounded } from './rational.js';
import type { TargetOutcome } from './targets/outcome.js';
import { parseTarget } from './targets/parse.js';
import type { DecimalText, Reading } from './targets/types.js';

/** A list of indicators, and whether it is of the scorecard. */
export interface ReadList {
  readonly indicators: readonly Indicator[];
  readonly inCard: boolean;
}

/** A target of the exercise that nobody has confirmed the reading of. */
export interface OpenReading<L extends ReadList> {
  readonly list: L;
  readonly indicator: Indicator;
  readonly text: string;
  readonly outcome: TargetOutcome;
  /** Rows that repeat the indicator and say the same: its reading is theirs. */
  readonly followers: readonly { readonly list: L; readonly indicator: Indicator }[];
}

/** A target whose reading somebody has confirmed. */
interface ConfirmedReading<L extends ReadList> extends OpenReading<L> {
  readonly reading: Reading;
  /** Id of who confirmed it; absent of a plan that came with its readings. */
  readonly by?: string;
}

/**
 * The targets that wait for a reading, in the order of the lists. What says nothing has no reading to confirm; a row that
 * repeats another and says the same is read with it.
 */
export const openReadings = <L extends ReadList>(lists: readonly L[], year: number): readonly OpenReading<L>[] =>
  rowsOf(lists, year, (indicator) => isOpen(indicator, year)).filter(
    ({ outcome }) => outcome.outcome !== 'not-measurable',
  );

/** The targets whose reading is confirmed, likewise. */
export const confirmedReadings = <L extends ReadList>(
  lists: readonly L[],
  year: number,
): readonly ConfirmedReading<L>[] =>
  rowsOf(lists, year, (indicator) => targetOf(indicator, year)?.confirmed !== undefined).flatMap((row) => {
    const { confirmed, confirmedBy } = targetOf(row.indicator, year) ?? {};
    if (confirmed === undefined) return [];
    return [{ ...row, reading: confirmed, by: confirmedBy }];
  });

function rowsOf<L extends ReadList>(
  lists: readonly L[],
  year: number,
  asked: (indicator: Indicator) => boolean,
): readonly OpenReading<L>[] {
  const rows = lists.flatMap((list) => list.indicators.map((indicator) => ({ list, indicator })));
  const texts = new Map<string, string>();
  for (const { indicator } of rows) if (!texts.has(indicator.code)) texts.set(indicator.code, textOf(indicator, year));
  const follows = ({ repeats, ...indicator }: Indicator): boolean =>
    repeats !== undefined && texts.get(repeats) === textOf(indicator, year);
  const found = rows.filter(({ indicator }) => asked(indicator));
  const followers = found.filter(({ indicator }) => follows(indicator));
  return found
    .filter(({ indicator }) => !follows(indicator))
    .map(({ list, indicator }) => ({
      list,
      indicator,
      text: textOf(indicator, year),
      outcome: outcomeOf(indicator, year),
      followers: followers.filter((one) => one.indicator.repeats === indicator.code),
    }));
}

/** Percent of the scorecard's weight that waits for a reading, with one decimal; absent where nothing has a weight. */
export function openShare(
  lists: readonly ReadList[],
  open: readonly { readonly list: ReadList; readonly indicator: Indicator }[],
): DecimalText | undefined {
  const weights = (indicators: readonly Indicator[]): readonly string[] =>
    indicators.flatMap((one) => (one.weight === undefined ? [] : [one.weight]));
  const whole = sum(weights(lists.filter((list) => list.inCard).flatMap((list) => list.indicators)));
  if (isZero(whole)) return undefined;
  const waiting = sum(weights(open.filter(({ list }) => list.inCard).map(({ indicator }) => indicator)));
  return exactText(rounded(divide(multiply(waiting, HUNDRED), whole), { decimals: 1, mode: 'half-up' }));
}

/** How many readings of a plan wait, and their share of the scorecard's weight. */
export function readingsLeft(plan: Plan): { readonly readings: number; readonly share?: DecimalText } {
  const lists = [...indicatorLists(plan)].map(([id, indicators]) => ({
    indicators,
    inCard: id.startsWith('scorecard:'),
  }));
  const open = openReadings(lists, plan.exercise);
  const share = openShare(lists, open);
  return { readings: open.length, share };
}

/** How the target of a year may be read. */
export const outcomeOf = (indicator: Indicator, year: number): TargetOutcome =>
  parseTarget(textOf(indicator, year), contextOf(indicator, year));

const textOf = (indicator: Indicator, year: number): string => targetOf(indicator, year)?.text ?? '';

const isOpen = (indicator: Indicator, year: number): boolean =>
  textOf(indicator, year) !== '' && targetOf(indicator, year)?.confirmed === undefined;
