import { legalTermOf } from '../../../../domain/calendar/legal-term.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import type { Db } from '../../../../register/database.js';
import { type DelayNotice, delayNoticesOf } from '../../../../register/delay-notices.js';
import { type DelayReasonRecord, delayReasonsOf } from '../../../../register/delays.js';
import type { StepRecord } from '../../../../register/steps.js';

/** What is on record of a step past its legal term. */
export interface Delay {
  readonly notices: readonly DelayNotice[];
  readonly reasons: readonly DelayReasonRecord[];
}

/** The delay of a step; undefined while its term stands, or when the term is the body's own. */
export async function delayOf(db: Db, step: StepRecord, today: CivilDate): Promise<Delay | undefined> {
  const { cycle, id, planned, status } = step;
  const term = legalTermOf(planned);
  if (term === undefined) return undefined;
  const [notices, reasons] = await Promise.all([delayNoticesOf(db, cycle, id), delayReasonsOf(db, cycle, id)]);
  const late = today > term && status !== 'done' && status !== 'cancelled';
  return late || notices.length > 0 ? { notices, reasons } : undefined;
}
