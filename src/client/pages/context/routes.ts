import type { Hono } from 'hono';
import { CHECK_UP_PATH, CONTEXT_PATH, FINANCE_PATH, SERIES_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { checkUp } from './check-up-page.js';
import { contextFactors } from './factors-page.js';
import { financialAnalysis } from './finance-page.js';
import { oneSeries } from './series-page.js';

/** What the context of a body is: factors, accounts, check-up, series. Goes after `ofEntity`. */
export function mountContext(app: Hono, site: Site): void {
  app.get(`/enti/:entity${CONTEXT_PATH}`, contextFactors(site));
  app.get(`/enti/:entity${FINANCE_PATH}`, financialAnalysis(site));
  app.get(`/enti/:entity${CHECK_UP_PATH}`, checkUp(site));
  app.get(`/enti/:entity${SERIES_PATH}/:series`, oneSeries(site));
}
