import type { AssessmentPeriod } from '../domain/achievement/assess.js';
import { yearOf } from '../domain/calendar/civil-date.js';
import { assessmentOf } from '../register/assessments.js';
import type { Db } from '../register/database.js';
import { italianPercent } from '../words/format.js';
import type { FormRow, OfficerForm } from './form.js';
import { previewOf } from './preview.js';

/** An indicator far from its target, with the achievement that says so. */
export interface RedRow {
  readonly row: FormRow;
  readonly achievement: string;
}

/** What the values of a form are judged for. */
const judgedFor = ({ period }: Pick<OfficerForm, 'period'>): AssessmentPeriod => ({
  exercise: yearOf(period.to),
  at: period.to,
});

/** The rows that the last computation of the checkpoint found red; before there is one, what their values would give. */
export async function redRows(db: Db, form: OfficerForm): Promise<readonly RedRow[]> {
  // Of a checkpoint reopened, the earlier computation is no longer what counts.
  const assessment = form.state === 'closed' ? await assessmentOf(db, form) : undefined;
  const computed = new Map(assessment?.indicators.map((one) => [one.indicator, one]));
  return form.rows.flatMap((row) => {
    const own =
      computed.get(row.code) ??
      (row.current === undefined
        ? undefined
        : previewOf(row, row.current.actual, form.policy, judgedFor(form)).assessment);
    if (own?.light !== 'red') return [];
    return [{ row, achievement: own.achievement === undefined ? '' : italianPercent(own.achievement) }];
  });
}
