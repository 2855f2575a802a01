import { closingInstant } from '../domain/calendar/plan-calendar.js';
import { postponeStep } from '../domain/calendar/postponement.js';
import type { DatedStep } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Db } from '../register/database.js';
import { appendLog, type LogEntry } from '../register/log.js';
import { replanStep, type StepRecord } from '../register/steps.js';

/**
 * Gives a step the dates its calendar has now, with its line in the log; a later day given by hand stays.
 * @param dates the calendar's before and now
 * @param line its key, who and why
 * @returns whether it has other dates
 */
export async function dateAgain(
  tx: Db,
  step: StepRecord,
  dates: { readonly was: DatedStep; readonly will: DatedStep },
  {
    reason,
    ...line
  }: Omit<LogEntry, 'subject' | 'step' | 'detail'> & { readonly cycle: string; readonly reason: string },
): Promise<boolean> {
  const now = postponeStep({ ...step, begun: step.status !== 'waiting' }, dates, romeDate(line.at));
  if (now === undefined) return false;
  const dueAt = closingInstant(now.dueOn);
  const status = step.status === 'late' && line.at <= dueAt ? 'open' : step.status;
  await replanStep(tx, line.cycle, now.planned, { dueOn: now.dueOn, dueAt, status });
  const detail = { dueOn: now.dueOn, before: step.dueOn, reason };
  await appendLog(tx, { ...line, subject: step.planned.title, step: step.id, detail });
  return true;
}
