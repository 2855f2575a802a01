import type { Hono } from 'hono';
import { AWAITED_PATH } from '../../../acts/awaited.js';
import type { Site } from '../kit/site.js';
import { signedIn } from '../kit/viewer.js';
import { amendmentRoutes } from './amendment/routes.js';
import { awaitedAct } from './awaited.js';
import { boardRoutes } from './board/routes.js';
import { mountInvitedFollowed } from './invited-followed.js';
import { afterSignIn, ownTasksPage } from './mine.js';
import { checkpointEvidence } from './officer/evidence.js';
import { officerRoutes } from './officer/routes.js';
import { OWN_RECEIPTS_PATH, receipts } from './own-receipts.js';
import { mountDuties } from './routes.js';
import { taskRoutes } from './task/routes.js';

/**
 * What one person has to do, by the link of a mail or signed in. Each family of duties lies in a folder of its own: `officer/`,
 * `board/`, `task/`, `amendment/`. Goes after `ofEntity`.
 */
export function mountWhatIsAsked(app: Hono, site: Site): void {
  app.get(`${AWAITED_PATH}/:secret`, awaitedAct(site));
  mountInvitedFollowed(app, site);
  mountDuties(app, site, [...officerRoutes(site), ...boardRoutes(site), ...taskRoutes(site), ...amendmentRoutes(site)]);
  app.get('/mie', signedIn(site.deps), ownTasksPage(site));
  app.get('/mie/ingresso', signedIn(site.deps), afterSignIn(site));
  app.get(OWN_RECEIPTS_PATH, signedIn(site.deps), receipts(site));
  app.get('/cicli/:entity/:exercise/attivita/:step/evidenze/:hash', checkpointEvidence(site));
}
