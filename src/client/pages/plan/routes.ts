import type { Hono } from 'hono';
import { uploadLimit } from '../kit/body-limits.js';
import {
  AMENDMENT_PATH,
  CONFIRMED_PATH,
  OBJECTIVES_PATH,
  PLAN_PATH,
  PROPOSALS_PATH,
  READINGS_PATH,
  TOGETHER_PATH,
  WHAT_IF_PATH,
} from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { AMENDMENT_ACTS, actOnAmendment, amendmentPage } from './amendment-page.js';
import { confirmedReadings } from './confirmed-page.js';
import { correctReading, saveCorrection } from './correct-page.js';
import { supposeDates } from './dates-page.js';
import { exportPlan, importPage, importPlan } from './import-page.js';
import { indicatorForm, saveIndicator } from './indicator-form.js';
import { OBJECTIVE_ACTS, objectivesPage, takeObjectiveAct } from './objectives-page.js';
import { planOverview } from './overview.js';
import { planPart } from './part-page.js';
import { proposalsPage, takeProposal, takeSettlement } from './proposals-page.js';
import { readTargets, saveReadings } from './readings-page.js';
import { supposeResultsPage } from './results-page.js';
import { indicatorsTogether, saveTogether } from './together-page.js';
import { planVersionPage, restoreVersion } from './version-page.js';
import { planWeights, saveWeights } from './weights-page.js';

/** The plan editor and the hypotheses below each cycle. Goes after `ofEntity`. */
export function mountPlanning(app: Hono, site: Site): void {
  const plan = `/cicli/:entity/:exercise${PLAN_PATH}`;
  const amendment = `${plan}${AMENDMENT_PATH}`;
  app.get(plan, planOverview(site));
  app.use(`${amendment}/*`, async (c, next) => {
    c.set('amends', true);
    await next();
  });
  app.get(amendment, amendmentPage(site));
  for (const act of AMENDMENT_ACTS) app.post(`${amendment}/${act.path}`, actOnAmendment(site, act));
  app.get(`${plan}${OBJECTIVES_PATH}`, objectivesPage(site));
  for (const act of OBJECTIVE_ACTS) app.post(`${plan}${OBJECTIVES_PATH}/${act.path}`, takeObjectiveAct(site, act));
  app.get(`${plan}${PROPOSALS_PATH}`, proposalsPage(site));
  app.post(`${plan}${PROPOSALS_PATH}/indicatori/:indicator`, takeProposal(site));
  app.post(`${plan}${PROPOSALS_PATH}/:proposal`, takeSettlement(site));
  mountEditor(app, site, plan);
  mountEditor(app, site, amendment);
  const whatIf = `/cicli/:entity/:exercise${WHAT_IF_PATH}`;
  app.get(whatIf, supposeDates(site));
  app.get(`${whatIf}/risultati`, supposeResultsPage(site));
}

/** The pages a plan is edited with, below its address: the first plan's, and every amendment's. */
function mountEditor(app: Hono, site: Site, plan: string): void {
  app.get(`${plan}/parti/:part`, planPart(site));
  app.on(['GET'], [`${plan}/indicatori/:list/:code`, `${plan}/nuovo/:list`], indicatorForm(site));
  app.on(['POST'], [`${plan}/indicatori/:list/:code`, `${plan}/nuovo/:list`], saveIndicator(site));
  app.get(`${plan}${CONFIRMED_PATH}`, confirmedReadings(site));
  app.get(`${plan}${CONFIRMED_PATH}/:list/:code`, correctReading(site));
  app.post(`${plan}${CONFIRMED_PATH}/:list/:code`, saveCorrection(site));
  app.on(['GET'], [`${plan}${READINGS_PATH}`, `${plan}${READINGS_PATH}/:part`], readTargets(site));
  app.on(['POST'], [`${plan}${READINGS_PATH}`, `${plan}${READINGS_PATH}/:part`], saveReadings(site));
  app.get(`${plan}/pesi`, planWeights(site));
  app.post(`${plan}/pesi`, saveWeights(site));
  app.get(`${plan}${TOGETHER_PATH}/:part`, indicatorsTogether(site));
  app.post(`${plan}${TOGETHER_PATH}/:part`, saveTogether(site));
  app.get(`${plan}/importa`, importPage(site));
  app.post(`${plan}/importa`, uploadLimit(site), importPlan(site));
  app.get(`${plan}/piano.xlsx`, exportPlan(site));
  app.get(`${plan}/versioni/:version`, planVersionPage(site));
  app.post(`${plan}/versioni/:version`, restoreVersion(site));
}
