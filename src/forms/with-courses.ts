import { isFinal } from '../domain/achievement/judge/elapsed.js';
import { checkpointOf } from '../register/checkpoints.js';
import type { Db } from '../register/database.js';
import { earlierCourses } from '../register/earlier-courses.js';
import { individualIndicators } from '../register/reading/checkpoint.js';
import type { OfficerForm } from './form.js';

/**
 * The form with how its indicators went in earlier exercises, from which a forecast is made beside a value. Not those of individual
 * objectives, of which none is kept either, and not at the end of the year, where nothing is left to foresee. Three queries.
 */
export async function withCourses(db: Db, form: OfficerForm): Promise<OfficerForm> {
  if (isFinal({ exercise: form.exercise, at: form.period.to }) || form.rows.length === 0) return form;
  const checkpoint = await checkpointOf(db, form);
  if (checkpoint === undefined) return form;
  const [earlier, individual] = await Promise.all([
    earlierCourses(db, form.entity.id, form.exercise, form.period.to),
    individualIndicators(db, form.entity.id, form.exercise, checkpoint.planVersion),
  ]);
  return {
    ...form,
    rows: form.rows.map((row) =>
      individual.has(row.code) ? row : { ...row, earlier: earlier.get(row.code)?.get(row.name) ?? [] },
    ),
  };
}
