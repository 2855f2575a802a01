import { compareDates } from './civil-date.js';
import type { CivilDate, NoticeKind, PlannedNotice, StepKind } from './types.js';
import { addWorkingDays, nextWorkingDay, previousWorkingDay, type WorkingDays } from './working-days.js';
import { type CivilTime, romeInstant } from './zone.js';

/** When the people of an entity are written to about a step. Counts are working days from the deadline. */
export interface NoticePolicy {
  /** Time in Rome at which notices leave, between 08:00 and 18:00. */
  readonly at: CivilTime;
  /** Working days before the deadline, one reminder each. */
  readonly reminders: readonly number[];
  /** Whether the owners are told on the day of the deadline. */
  readonly dueToday: boolean;
  /** Working days after the deadline, one notice of lateness each. */
  readonly late: readonly number[];
  /** Working days after the deadline at which the owner's manager is told; absent: never. */
  readonly escalateToManager?: number | undefined;
  /** Working days after the deadline at which the head of the entity is told; absent: never. */
  readonly escalateToHead?: number | undefined;
}

/**
 * What an entity that says nothing gets: a reminder two weeks and three working days before, one on the day, lateness
 * said the next working day and a week later, the manager told after three working days and the head after eight.
 * No norm fixes these numbers: they are the body's to choose.
 */
export const DEFAULT_NOTICE_POLICY: NoticePolicy = {
  at: { hour: 9, minute: 0, second: 0 },
  reminders: [10, 3],
  dueToday: true,
  late: [1, 5],
  escalateToManager: 3,
  escalateToHead: 8,
};

/**
 * The notices of a step, in order of departure; all leave on working days.
 * - the opening leaves on the first working day on or after `opensOn`;
 * - reminders and the word of the day leave after the opening, at most one a day: who opens a step on its last day has
 *   just read the deadline. A deadline that stays on a day off is remembered on the working day before it;
 * - lateness and escalations count from the deadline, so a deadline on a day off is late from the next working day;
 * - an amendment (`In itinere`) is a possibility, not a duty: only its opening is announced.
 */
export function planNotices(
  dueOn: CivilDate,
  opensOn: CivilDate,
  kind: StepKind,
  policy: NoticePolicy,
  days: WorkingDays,
): readonly PlannedNotice[] {
  const opening = nextWorkingDay(opensOn, days);
  const planned: Planned[] = [{ kind: 'opening', on: opening }];
  if (kind !== 'amendment') {
    planned.push(...promptsBetween(opening, dueOn, policy, days), ...latenessAfter(dueOn, policy, days));
  }
  return planned.map((n) => ({ ...n, at: romeInstant(n.on, policy.at) }));
}

type Planned = Pick<PlannedNotice, 'kind' | 'on'>;

function promptsBetween(opening: CivilDate, dueOn: CivilDate, policy: NoticePolicy, days: WorkingDays): Planned[] {
  const prompts = policy.reminders.map((n): Planned => ({ kind: 'reminder', on: addWorkingDays(dueOn, -n, days) }));
  if (policy.dueToday) {
    const inTime = days.isWorkingDay(dueOn);
    // First in the list: on its day it takes the place of a reminder.
    prompts.unshift({ kind: inTime ? 'due-today' : 'reminder', on: previousWorkingDay(dueOn, days) });
  }
  return prompts
    .filter((p) => p.on > opening)
    .filter((p, i, all) => all.findIndex((other) => other.on === p.on) === i)
    .sort((a, b) => compareDates(a.on, b.on));
}

function latenessAfter(dueOn: CivilDate, policy: NoticePolicy, days: WorkingDays): Planned[] {
  const after = (kind: NoticeKind, counts: readonly (number | undefined)[]): Planned[] =>
    counts.flatMap((n) => (n === undefined ? [] : [{ kind, on: addWorkingDays(dueOn, n, days) }]));
  return [
    ...after('late', [...new Set(policy.late)]),
    ...after('escalation-manager', [policy.escalateToManager]),
    ...after('escalation-head', [policy.escalateToHead]),
  ].sort((a, b) => compareDates(a.on, b.on));
}
