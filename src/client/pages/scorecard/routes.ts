import type { Hono } from 'hono';
import { COMPARISON_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { signedIn } from '../kit/viewer.js';
import { strategicMap } from './map.js';
import { individualObjectives } from './objectives.js';
import { programmes } from './programmes.js';
import { recordProgrammeSpending, spendingForm } from './programmes-spending.js';
import { scorecard } from './scorecard.js';
import { sideBySide } from './side-by-side-page.js';
import { performanceTree } from './tree.js';

const CYCLE = '/cicli/:entity/:exercise';

/** The plan with its results, however one looks at it. Goes after `ofEntity`. */
export function mountScorecard(app: Hono, site: Site): void {
  app.get(COMPARISON_PATH, signedIn(site.deps), sideBySide(site));
  app.get(`${CYCLE}/cruscotto`, scorecard(site));
  app.get(`${CYCLE}/mappa`, strategicMap(site));
  app.get(`${CYCLE}/albero`, performanceTree(site));
  app.get(`${CYCLE}/programmi`, programmes(site));
  app.get(`${CYCLE}/programmi/:programme/spesa`, spendingForm(site));
  app.post(`${CYCLE}/programmi/:programme/spesa`, recordProgrammeSpending(site));
  app.get(`${CYCLE}/obiettivi-individuali`, individualObjectives(site));
}
