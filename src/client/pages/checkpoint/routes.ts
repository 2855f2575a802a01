import type { Hono } from 'hono';
import { override } from '../../../acts/checkpoint/override.js';
import { withdrawOverride } from '../../../acts/checkpoint/withdraw-override.js';
import { GRID_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { grid, remindFromGrid } from './grid.js';
import { indicator } from './indicator.js';
import { decideOver, OVERRIDE_PATH, overrideIndicator, WITHDRAWAL_PATH } from './override.js';

const CYCLE = '/cicli/:entity/:exercise';

/** The grid of monitoring, each indicator, and what is decided over its result. Goes after `ofEntity`. */
export function mountCheckpoints(app: Hono, site: Site): void {
  app.get(`${CYCLE}${GRID_PATH}`, grid(site));
  app.get(`${CYCLE}${GRID_PATH}/:file`, grid(site));
  app.post(`${CYCLE}${GRID_PATH}/sollecito`, remindFromGrid(site));
  const one = `${CYCLE}/indicatori/:code`;
  app.get(one, indicator(site));
  app.get(`${one}${OVERRIDE_PATH}`, overrideIndicator(site));
  app.post(`${one}${OVERRIDE_PATH}`, decideOver(site, override));
  app.post(`${one}${OVERRIDE_PATH}${WITHDRAWAL_PATH}`, decideOver(site, withdrawOverride));
}
