import type { Hono } from 'hono';
import { OIV_DOSSIER_PATH, OIV_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { oivDesk } from './desk.js';
import { dossierFile } from './dossier-file.js';

/** The OIV's desk. Goes after `ofEntity`. */
export function mountOivDesk(app: Hono, site: Site): void {
  app.get(`/cicli/:entity/:exercise${OIV_PATH}`, oivDesk(site));
  app.get(`/cicli/:entity/:exercise${OIV_DOSSIER_PATH}`, dossierFile(site));
}
