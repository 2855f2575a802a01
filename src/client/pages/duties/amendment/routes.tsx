import type { Context } from 'hono';
import { planWork } from '../../../../domain/plan-work.js';
import { hearingOf } from '../../../../register/hearings.js';
import { listPlanVersions } from '../../../../register/plans.js';
import { AMENDMENT_PATH, planPath } from '../../kit/paths.js';
import { answer, type Site } from '../../kit/site.js';
import { changesOf } from '../board/changes.js';
import { asOwner, dutyPageData } from '../board/page-data.js';
import { decisionHome, recorderOf } from '../board/routes.js';
import type { DutyRoute } from '../routes.js';
import { HomePage } from './home-page.js';

/** What who may propose an in-year amendment finds; the board's secretary finds the decision's page. */
export function amendmentRoutes(site: Site): readonly DutyRoute[] {
  const kinds = ['amendment'] as const;
  return [
    { method: 'GET', path: '', kinds, handler: (c) => amendmentHome(site, c) },
    // Where amendments were written before they had the pages of the plan: the address is in mails and bookmarks.
    { method: 'GET', path: '/proposta', kinds, handler: (c) => c.redirect(editorPath(c), 303) },
  ];
}

const editorPath = (c: Context): string => planPath(c.get('duty').ref, AMENDMENT_PATH);

async function amendmentHome(site: Site, c: Context): Promise<Response> {
  const { db } = site.deps.register;
  const data = await dutyPageData(site, c);
  const { ref, step } = data.duty;
  const hearing = await hearingOf(db, step);
  const recorder = recorderOf(c);
  if (recorder !== undefined) return await decisionHome(site, c, data, hearing, recorder);
  const versions = await listPlanVersions(db, ref.entity, ref.exercise);
  const changes =
    hearing.matter.phase === 'before-board' ? await changesOf(db, data.duty, hearing, data.directory) : undefined;
  const open = step.status === 'open' || step.status === 'late';
  const inForce = versions.findLast((v) => v.status === 'in-force');
  const page = { data: asOwner(data), hearing, work: planWork(versions), inForce, open, changes };
  return answer(c, <HomePage {...page} editor={editorPath(c)} />);
}
