import { settled, targetOf } from '../../../domain/confirmed-readings.js';
import { type OpenReading, openReadings, openShare, type ReadList } from '../../../domain/open-readings.js';
import type { Indicator, Plan } from '../../../domain/plan.js';
import type { Reading } from '../../../domain/targets/types.js';
import { withIndicator } from './edits.js';
import { anchorOf, listIdIn, type OutlineList, type PlanPart } from './outline.js';

/** A target of the exercise that nobody has confirmed the reading of. */
export interface ToRead extends Omit<OpenReading<ReadList>, 'list' | 'followers'> {
  readonly part: PlanPart;
  readonly list: OutlineList;
  /** What its fields are named after: unique in the plan. */
  readonly key: string;
  /** Rows that repeat the indicator and say the same: its reading is theirs. */
  readonly followers: readonly { readonly list: OutlineList; readonly indicator: Indicator }[];
}

/** The targets that wait for a reading, in the order of the plan: see `openReadings`. */
export function toReadIn(parts: readonly PlanPart[], year: number): readonly ToRead[] {
  return openReadings(listsOf(parts), year).map(({ list: { part, list }, followers, ...open }) => ({
    ...open,
    part,
    list,
    key: anchorOf(list.id, open.indicator.code),
    followers: followers.map((one) => ({ list: one.list.list, indicator: one.indicator })),
  }));
}

interface PartList extends ReadList {
  readonly part: PlanPart;
  readonly list: OutlineList;
}

const listsOf = (parts: readonly PlanPart[]): readonly PartList[] =>
  parts.flatMap((part) => part.lists.map((list) => ({ part, list, ...readList(list) })));

const readList = ({ indicators, kind }: OutlineList): ReadList => ({ indicators, inCard: kind === 'scorecard' });

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
export const weightToRead = (parts: readonly PlanPart[], open: readonly ToRead[]): string | undefined =>
  openShare(
    listsOf(parts),
    open.map(({ list, indicator }) => ({ list: readList(list), indicator })),
  );
