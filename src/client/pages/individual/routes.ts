import type { Hono } from 'hono';
import { AGGREGATES_PATH, EVALUATIONS_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { showSheetAct, takeSheetAct } from './act-on-sheet.js';
import { evaluationAggregates } from './aggregates.js';
import { evaluations } from './overview.js';
import { evaluationPdf, evaluationSheet } from './sheet.js';
import { SHEET_ACTS } from './sheet-acts.js';

const CYCLE = '/cicli/:entity/:exercise';

/** The pages of individual evaluation. */
export function mountEvaluations(app: Hono, site: Site): void {
  app.get(`${CYCLE}${EVALUATIONS_PATH}`, evaluations(site));
  app.get(`${CYCLE}${AGGREGATES_PATH}`, evaluationAggregates(site));
  const sheet = `${CYCLE}${EVALUATIONS_PATH}/:sheet{\\d+}`;
  app.get(sheet, evaluationSheet(site));
  app.get(`${sheet}/scheda.pdf`, evaluationPdf(site));
  for (const [, act] of SHEET_ACTS) {
    app.get(`${sheet}/${act.path}`, showSheetAct(site, act));
    app.post(`${sheet}/${act.path}`, takeSheetAct(site, act));
  }
}
