import { daysBetween } from '../../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import { isDone, isOver } from '../../../../domain/follow-up.js';
import type { FollowedRecord } from '../../../../register/follow-up.js';

/** How urgent something followed is on a day. */
interface Urgency {
  /** Days since it was due; 0 when it is not late. */
  readonly lateDays: number;
  /** Days until it is due, when it is within `SOON_DAYS`. */
  readonly soonDays?: number;
}

const SOON_DAYS = 30;

export function urgencyOf(item: FollowedRecord, today: CivilDate): Urgency {
  const { dueOn } = item;
  if (dueOn === null || isDone(item)) return { lateDays: 0 };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { lateDays: -days };
  return days <= SOON_DAYS ? { lateDays: 0, soonDays: days } : { lateDays: 0 };
}

export type FollowedChoice = 'tutti' | 'ritardo' | 'scadenza' | 'da-completare';

export const CHOICES: readonly FollowedChoice[] = ['tutti', 'ritardo', 'scadenza', 'da-completare'];

/** Whether something is among what a reader chose to see. */
export function isChosen(item: FollowedRecord, choice: FollowedChoice, today: CivilDate): boolean {
  switch (choice) {
    case 'tutti':
      return true;
    case 'ritardo':
      return urgencyOf(item, today).lateDays > 0;
    case 'scadenza':
      return urgencyOf(item, today).soonDays !== undefined;
    case 'da-completare':
      return item.state !== 'fulfilled' && !isOver(item.state);
  }
}
