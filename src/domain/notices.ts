import type { DatedStep, Instant, PlannedNotice } from './calendar/types.js';

/** What has to happen next to an open step that nobody has completed yet. */
type Moment =
  | {
      readonly kind: 'notice';
      readonly at: Instant;
      readonly notice: PlannedNotice;
      readonly skipped: readonly PlannedNotice[];
    }
  | { readonly kind: 'late'; readonly at: Instant };

/** A notice's name within its step: the same notice planned for another day is another notice. */
export function noticeKey(notice: PlannedNotice): string {
  return `${notice.kind}@${notice.on}`;
}

/**
 * The next moment of an open step, or undefined when nothing more is planned.
 * Notices that are already overdue go out as one: the latest of them, but the opening first of all, because a person
 * who was never told must not begin with a reproach. The ones it stands for are `skipped`.
 * @param handled keys (`noticeKey`) of the notices already sent or skipped
 */
export function nextMoment(
  step: DatedStep,
  handled: ReadonlySet<string>,
  isLate: boolean,
  now: Instant,
): Moment | undefined {
  const open = step.notices.filter((n) => !handled.has(noticeKey(n))).sort((a, b) => (a.at < b.at ? -1 : 1));
  const overdue = open.filter((n) => n.at <= now);
  const late: Moment | undefined = isLate ? undefined : { kind: 'late', at: step.dueAt };
  if (late !== undefined && late.at < now && overdue.every((n) => n.at >= late.at)) return late;
  const chosen = overdue.find((n) => n.kind === 'opening') ?? overdue.at(-1);
  if (chosen !== undefined) {
    return { kind: 'notice', at: chosen.at, notice: chosen, skipped: overdue.filter((n) => n !== chosen) };
  }
  const next = open[0];
  if (next === undefined) return late;
  if (late !== undefined && late.at < next.at) return late;
  return { kind: 'notice', at: next.at, notice: next, skipped: [] };
}
