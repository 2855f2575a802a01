import { addDays, maxDate } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate, DatedStep, Instant } from '../../../src/domain/calendar/types.js';
import { romeDate, romeInstant, timeOfDay } from '../../../src/domain/calendar/zone.js';

/** What happened to a step besides the ordinary, which is: opened on its day, ended two days before it was due. */
export interface Story {
  /** Days after the due date on which it ended; absent: not late. */
  readonly lateDays?: number;
  readonly extendedTo?: CivilDate;
  readonly rejectedFirst?: string;
  readonly actNumber?: string;
}

export const STORIES: Readonly<Record<string, Story>> = {
  'analisi-finanziaria': { lateDays: 6 },
  'obiettivi-operativi': { extendedTo: '2016-01-11' },
  'rpp-approvazione': { rejectedFirst: 'mancano le risorse previste per i programmi dell’area 3', actNumber: '13' },
  'preventivo-approvazione': { actNumber: '17' },
  'budget-approvazione': { actNumber: '141' },
  'piano-approvazione': { actNumber: '12' },
  'piano-comunicazione': { lateDays: 9 },
  'monitoraggio-1': { lateDays: 14 },
  // In February, when the final collection begins.
  'monitoraggio-2': { lateDays: 163 },
};

/** When a step ends: late as its story says, else two days before it is due, never before its third day. */
export function endOf(step: DatedStep, story: Story, opens: Instant): Instant | undefined {
  if (step.kind === 'amendment') return undefined;
  const due = story.extendedTo ?? step.dueOn;
  const day = story.lateDays === undefined ? addDays(due, -2) : addDays(due, story.lateDays);
  const soonest = addDays(romeDate(opens), step.kind === 'approval' ? 4 : 2);
  return romeInstant(maxDate(day, soonest), timeOfDay(16, 30));
}

/** After everything: when what never ends would end. */
export const NEVER: Instant = '9999-12-31T00:00:00Z';

export const latest = (instants: readonly Instant[]): Instant => [...instants].sort().at(-1) ?? NEVER;
