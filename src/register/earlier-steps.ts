import { approvesPlan } from '../domain/calendar/approves-plan.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { stepsOf } from './steps.js';

/*
 * What of a cycle had been done before Ciclo was there: the log says it, by the lines of two acts. The last line about a step counts.
 */

/** A step done before Ciclo, on paper or elsewhere. */
export interface EarlierStep {
  readonly step: string;
  readonly on: CivilDate;
  /** The act it was done by, as it is cited. */
  readonly act?: string;
  readonly note?: string;
  /** SHA-256 of the files of that act, in the order they came. */
  readonly files?: readonly string[];
}

/** Key under which it goes on record that a step was done before, as its cycle begins: until then its files wait by it. */
export const earlierKey = (cycle: string, step: string): string => `${cycle}/${step}/done-earlier`;

/** Actions of the log by which a step is said to have been done before, and is said not to have been. */
export const EARLIER = { recorded: 'earlier-step-recorded', withdrawn: 'earlier-step-withdrawn' } as const;

/** What had been done of the steps of a cycle, in the order it was first put on record. One indexed query. */
export async function earlierSteps(db: Db, cycle: string): Promise<readonly EarlierStep[]> {
  const lines = await db
    .selectFrom('log')
    .select(['action', 'step', 'detail'])
    .where('cycle', '=', cycle)
    .where('action', 'in', Object.values(EARLIER))
    .orderBy('id')
    .execute();
  const found = new Map<string, EarlierStep>();
  for (const { action, step, detail } of lines) {
    if (step === null) continue;
    if (action === EARLIER.withdrawn) found.delete(step);
    // Written by the act that records it, and never changed: the log is append-only.
    else found.set(step, { step, ...(detail as { earlier: Omit<EarlierStep, 'step'> }).earlier });
  }
  return [...found.values()];
}

/** By which step the Piano of a cycle had been approved before Ciclo; undefined where it had not, or its step was opened again. */
export async function earlierApproval(db: Db, cycle: string): Promise<EarlierStep | undefined> {
  const [earlier, steps] = await Promise.all([earlierSteps(db, cycle), stepsOf(db, cycle)]);
  return earlier.find(({ step }) =>
    steps.some((one) => one.id === step && one.status === 'done' && approvesPlan(one.planned)),
  );
}
