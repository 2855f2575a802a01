import type { Hono } from 'hono';
import { MANAGE_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { FILES_PATH, stepFile } from './files.js';
import { actOnStep, manageStep } from './manage.js';
import { step } from './step.js';

const STEP = '/cicli/:entity/:exercise/attivita/:step';

/** A step, and what controllo di gestione does to it. Goes after `ofEntity`. */
export function mountSteps(app: Hono, site: Site): void {
  app.get(STEP, step(site));
  app.get(`${STEP}${FILES_PATH}/:hash`, stepFile(site));
  app.get(`${STEP}${MANAGE_PATH}`, manageStep(site));
  app.post(`${STEP}${MANAGE_PATH}/:act`, actOnStep(site));
}
