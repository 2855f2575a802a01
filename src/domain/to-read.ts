import { settled, targetOf, unsettled } from './confirmed-readings.js';
import { confirmedReadings, type OpenReading, openReadings, openShare, type ReadList } from './open-readings.js';
import type { Indicator, Plan, Target } from './plan.js';
import { withIndicator } from './plan-edits.js';
import { anchorOf, listIdIn, type OutlineList, type PlanPart } from './plan-outline.js';
import type { Reading } from './targets/types.js';

/** A target of the exercise that nobody has confirmed the reading of. */
export interface ToRead extends Omit<OpenReading<ReadList>, 'list' | 'followers'> {
  readonly part: PlanPart;
  readonly list: OutlineList;
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

/** The targets that wait for a reading, in the order of the plan: see `openReadings`. */
export const toReadIn = (parts: readonly PlanPart[], year: number): readonly ToRead[] =>
  openReadings(listsOf(parts), year).map(onPage);

/** The targets whose reading is confirmed, likewise. */
export const readIn = (parts: readonly PlanPart[], year: number): readonly ReadTarget[] =>
  confirmedReadings(listsOf(parts), year).map((one) => ({ ...one, ...onPage(one) }));

function onPage({ list: { part, list }, followers, indicator, text, outcome }: OpenReading<PartList>): ToRead {
  return {
    part,
    list,
    indicator,
    text,
    outcome,
    key: anchorOf(list.id, indicator.code),
    followers: followers.map((one) => ({ list: one.list.list, indicator: one.indicator })),
  };
}

/** Every indicator of a plan with where it stands, by a key that is unique in the plan. */
export const onThePlan = (
  parts: readonly PlanPart[],
): readonly { readonly list: OutlineList; readonly indicator: Indicator; readonly key: string }[] =>
  parts.flatMap(({ lists }) =>
    lists.flatMap((list) =>
      list.indicators.map((indicator) => ({ list, indicator, key: anchorOf(list.id, indicator.code) })),
    ),
  );

interface PartList extends ReadList {
  readonly part: PlanPart;
  readonly list: OutlineList;
}

const listsOf = (parts: readonly PlanPart[]): readonly PartList[] =>
  parts.flatMap((part) => part.lists.map((list) => ({ part, list, ...readList(list) })));

const readList = ({ indicators, kind }: OutlineList): ReadList => ({ indicators, inCard: kind === 'scorecard' });

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
export const weightToRead = (parts: readonly PlanPart[], open: readonly ToRead[]): string | undefined =>
  openShare(
    listsOf(parts),
    open.map(({ list, indicator }) => ({ list: readList(list), indicator })),
  );
