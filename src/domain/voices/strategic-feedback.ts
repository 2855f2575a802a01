import type { CivilDate } from '../calendar/types.js';
import { compare, HUNDRED, rational } from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/** Where an item of the strategic feedback comes from. */
export const FEEDBACK_ORIGINS = ['result', 'oiv', 'corrective', 'improvement', 'feedback'] as const;
export type FeedbackOrigin = (typeof FEEDBACK_ORIGINS)[number];

/** What follows from an item that was considered. */
export const FOLLOWS = ['objective', 'indicator', 'action', 'nothing'] as const;
export type Follows = (typeof FOLLOWS)[number];

/** What was said of an item for an exercise. */
export interface Consideration {
  readonly item: string;
  readonly exercise: number;
  /** What the item was about, as it was read. */
  readonly title: string;
  /** Null where it was said before there was a choice. */
  readonly follows: Follows | null;
  /** Code or title of what follows. */
  readonly refers: string | null;
  readonly outcome: string;
  readonly actor: string;
}

/** Kind of the document that says what last cycle left to think about. */
export const STRATEGIC_FEEDBACK = 'feedback';

/** Something last cycle left to think about. */
export interface FeedbackItem {
  /** `result:2015:1.1.1-01`, `improvement:rendicontazione/2`, `feedback:12` */
  readonly key: string;
  readonly origin: FeedbackOrigin;
  /** What it is about: `1.1.1-01 Tempi di pagamento`. */
  readonly title: string;
  /** What happened, as it is on record: value and result, remark, state. */
  readonly said: string;
  /** Why, where somebody has said; empty where nobody has. */
  readonly cause: string;
  readonly on: CivilDate | undefined;
}

/** An item with what was made of it, where somebody has said. */
export interface ConsideredItem extends FeedbackItem {
  readonly considered: Consideration | undefined;
}

/** The key of an item: what it comes from, and its name there. */
export const itemKey = (origin: FeedbackOrigin, ...names: readonly (string | number)[]): string =>
  [origin, ...names].join(':');

/** What an item comes from; undefined where the text is no key. */
export const originOf = (key: string): FeedbackOrigin | undefined => {
  const [first, rest] = key.split(':', 2);
  return rest === undefined || rest === '' ? undefined : FEEDBACK_ORIGINS.find((one) => one === first);
};

/**
 * The items in the order of their origins, each with what was made of it. What was considered and is drawn no more, such as an
 * action that is done since, stays under the title it had.
 */
export function withConsiderations(
  items: readonly FeedbackItem[],
  considered: readonly Consideration[],
): readonly ConsideredItem[] {
  const said = new Map(considered.map((one) => [one.item, one]));
  const drawn = new Set(items.map(({ key }) => key));
  const gone = considered.filter(({ item }) => !drawn.has(item)).flatMap(itemOf);
  return FEEDBACK_ORIGINS.flatMap((origin) =>
    [...items, ...gone]
      .filter((item) => item.origin === origin)
      .map((item) => ({ ...item, considered: said.get(item.key) })),
  );
}

function itemOf({ item, title }: Consideration): readonly FeedbackItem[] {
  const origin = originOf(item);
  return origin === undefined ? [] : [{ key: item, origin, title, said: '', cause: '', on: undefined }];
}

/** What an item was about, as it is kept beside what was made of it: how an action stood that day is no part of it. */
export const asRead = ({ origin, title, said }: FeedbackItem): string =>
  origin === 'corrective' || origin === 'improvement' ? title : `${title}: ${said}`;

/** How many are still to be considered. */
export const leftToConsider = (items: readonly ConsideredItem[]): number =>
  items.filter(({ considered }) => considered === undefined).length;

/** Whether what follows has to be named: everything but nothing. */
export const mustRefer = (follows: Follows | undefined): boolean => follows !== undefined && follows !== 'nothing';

/** Whether a result is below its target: assessed, and less than all of it. */
export const isBelowTarget = (achievement: DecimalText | undefined): achievement is DecimalText =>
  achievement !== undefined && compare(rational(achievement), HUNDRED) < 0;
