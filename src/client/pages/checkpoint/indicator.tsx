import type { Context, Handler } from 'hono';
import { mayReadIndividual } from '../../../access/individual.js';
import { officeRole, STEERING } from '../../../domain/entity.js';
import type { Db } from '../../../register/database.js';
import { inOwnRight } from '../../../register/people.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { delegatedOnDay, indicatorCheckpoints, sentValues } from '../../../register/reading/indicator.js';
import { indicatorActions } from '../../../register/reading/indicator-actions.js';
import { planShown } from '../../../register/reading/plan.js';
import { trendRows } from '../../../register/reading/trend.js';
import { profileToday } from '../../../register/series-values.js';
import { stepRemarksOf } from '../../../register/step-remarks.js';
import { surveyedIndicators } from '../../../register/surveys.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { type PlanPlace, placesOf } from '../kit/model/plan-places.js';
import { trendsOf } from '../kit/model/trend.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';
import { IndicatorPage } from './indicator-page.js';
import { neighbours } from './indicator-pager.js';

/** Everything on record about one indicator; of an individual objective only for who may see it. */
export function indicator({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    const code = c.req.param('code');
    if (cycle === undefined || code === undefined) return c.notFound();
    const { db } = deps.register;
    const shown = await planShown(db, cycle.entity, cycle.exercise);
    const places = shown === undefined ? [] : placesOf(shown.plan);
    const place = places.find((p) => p.indicator.code === code);
    if (shown === undefined || place === undefined) return c.notFound();
    if (place.kind === 'individual' && !(await maySee(c, db, place.objective.role, frame))) return c.notFound();
    const [checkpoints, values, directory, profile, rows, actions, surveyed, remarks] = await Promise.all([
      indicatorCheckpoints(db, cycle.id, code),
      sentValues(db, cycle.id, code),
      directoryOf(db, cycle.entity, frame.today),
      profileToday(db, cycle.entity),
      trendRows(db, cycle.entity, cycle.exercise, code),
      indicatorActions(db, cycle, code),
      surveyedIndicators(db, cycle.entity, cycle.exercise),
      stepRemarksOf(db, cycle.id, { indicator: code }),
    ]);
    const trends = trendsOf(rows, cycle.exercise, scorecardWords.table.notComputed);
    return answer(
      c,
      <IndicatorPage
        {...{ frame, cycle, shown, place, checkpoints, values, directory, profile, trends, actions }}
        around={neighbours(places, place)}
        delegated={delegatedOnDay(checkpoints, frame.today)}
        colleagues={remarks}
        speaks={speaks(c, place)}
        opensFiles={allows(c, 'steer') || allows(c, 'read-individual')}
        steers={allows(c, 'steer')}
        surveyed={surveyed.find((one) => one.indicator === code)}
        done={c.req.query('fatto')}
      />,
    );
  };
}

/** Whether who asks has part in what colleagues say of it: its office, or controllo di gestione. */
function speaks(c: Context, { indicator: { office } }: PlanPlace): boolean {
  const roles = [STEERING, ...(office === undefined ? [] : [officeRole(office)])];
  return c.get('standing')?.capacities.some(({ role }) => roles.includes(role)) ?? false;
}

/** Whether who asks may see the individual results of a role's holders. */
async function maySee(c: Context, db: Db, role: string, frame: Frame): Promise<boolean> {
  const standing = c.get('standing');
  if (standing === undefined) return false;
  const holders = await inOwnRight(db, standing.person.entity, role, frame.today);
  const allowed = await Promise.all(holders.map((person) => mayReadIndividual(db, standing, person)));
  return allowed.length > 0 && allowed.every(Boolean);
}
