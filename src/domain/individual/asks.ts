import { addDays, maxDate } from '../calendar/civil-date.js';
import { type NoticePolicy, planNotices } from '../calendar/plan-notices.js';
import type { CivilDate, Instant } from '../calendar/types.js';
import type { WorkingDays } from '../calendar/working-days.js';
import { never } from '../result.js';
import { goalOf, middleOf } from './goals.js';
import { hasNoted, nextOf, talkSince } from './next.js';
import type { SheetGoal } from './sheet-goal.js';
import type { Part, Passage, Standing } from './stages.js';
import type { StageTerms } from './types.js';

/** Something a sheet, or somebody without one, waits for. */
export interface Ask {
  readonly passage: Passage;
  readonly by: Part;
  readonly since: CivilDate;
  /** Absent: no term, it is said once. */
  readonly dueOn?: CivilDate;
  /** A right, that may be left unused: after its term nobody is late. */
  readonly right: boolean;
}

/** From when a step asks, and until when: one that is done has no term left. */
export interface AskedDays {
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate | undefined;
}

/** The steps of the calendar that have opened, with their days, by what they wait for. */
type OpenGoals = ReadonlyMap<SheetGoal, AskedDays>;

/** What a calendar has of the steps that wait for sheets. */
export interface GoalSteps {
  /** Steps the calendar has at all: what belongs to none of them waits for no opening. */
  readonly planned: ReadonlySet<SheetGoal>;
  readonly opened: OpenGoals;
}

/**
 * What a sheet asks of whom today. A right has its own term; what somebody must do waits for its step to open and has the step's term.
 * The half-way talk is asked of both.
 */
export function asksOf(
  sheet: Standing & { readonly from: CivilDate },
  terms: StageTerms,
  steps: GoalSteps,
  today: CivilDate,
): readonly Ask[] {
  const next = nextOf(sheet, terms, today);
  const own = ownTalk(sheet, steps, today);
  if (next === undefined) return own;
  const { passage, by, since, until } = next;
  if (by === 'person') return [{ passage, by, since, dueOn: until, right: true }, ...own];
  const asked = duty(passage, by, since, steps);
  return asked === undefined ? own : [asked, ...own];
}

/** Who is evaluated may put their side of the half-way talk on record, whether or not the other side has. */
function ownTalk(sheet: Standing & { readonly from: CivilDate }, steps: GoalSteps, today: CivilDate): readonly Ask[] {
  if (sheet.stage !== 'assigned' && sheet.stage !== 'talked') return [];
  if (today < middleOf(sheet.from, sheet.to) || today > sheet.to || hasNoted(sheet, 'person')) return [];
  const asked = duty('note-talk', 'person', talkSince(sheet), steps);
  return asked === undefined ? [] : [{ ...asked, right: true }];
}

/** What who proposes sheets is asked while people have none; undefined before the step has opened. */
export const proposalsAsked = (since: CivilDate, steps: GoalSteps): Ask | undefined =>
  duty('propose', 'evaluator', since, steps);

function duty(passage: Passage, by: Part, since: CivilDate, { planned, opened }: GoalSteps): Ask | undefined {
  const goal = goalOf(passage);
  if (goal === undefined || !planned.has(goal)) return { passage, by, since, right: false };
  const days = opened.get(goal);
  return days && { passage, by, since: maxDate(since, days.opensOn), dueOn: days.dueOn, right: false };
}

/** How a mail speaks of something: for the first time, before its term, on its day, after it. */
export type AskMoment = 'opening' | 'reminder' | 'due-today' | 'late';

/**
 * How something is to be spoken of now; undefined when it has been since, or its hour has not come. What came due while nobody was
 * told goes as one, and who was never told does not begin with a reproach.
 * @param toldOn the last day on which it was told; undefined: never
 */
export function momentOf(
  { since, dueOn, by, right }: Ask,
  toldOn: CivilDate | undefined,
  { now, policy, days }: { readonly now: Instant; readonly policy: NoticePolicy; readonly days: WorkingDays },
): AskMoment | undefined {
  // Who evaluates many is told in the morning of all that came the day before; who is evaluated has one sheet, and is told at once.
  const opensOn = by === 'person' ? since : addDays(since, 1);
  const notices = planNotices(dueOn ?? opensOn, opensOn, 'task', policy, days).filter(({ at }) => at <= now);
  if (toldOn === undefined) return notices.some(({ kind }) => kind === 'opening') ? 'opening' : undefined;
  if (dueOn === undefined) return undefined;
  const news = notices.filter(({ on }) => on > toldOn);
  const moments = news.flatMap(({ kind }): readonly AskMoment[] => {
    switch (kind) {
      case 'opening':
        return [];
      case 'reminder':
      case 'due-today':
        return [kind];
      case 'late':
        return right ? [] : [kind];
      // The step tells its owners' managers by itself.
      case 'escalation-manager':
      case 'escalation-head':
        return [];
      default:
        return never(kind);
    }
  });
  return moments.at(-1);
}
