import type { Hono } from 'hono';
import type { Site } from '../kit/site.js';
import { events } from './events.js';
import { LOG_PATH, log } from './log.js';

const CYCLE = '/cicli/:entity/:exercise';

/** The log of a cycle, and what pages hear of it while they are open. Goes after `ofEntity`. */
export function mountLog(app: Hono, site: Site): void {
  app.get(`${CYCLE}${LOG_PATH}`, log(site));
  app.get(`${CYCLE}${LOG_PATH}/:file`, log(site));
  app.get(`${CYCLE}/eventi`, events(site));
}
