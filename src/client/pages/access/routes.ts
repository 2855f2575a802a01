import type { Hono } from 'hono';
import {
  CAST_PATH,
  CONFIRM_PATH,
  LINK_PATH,
  OIDC_PATH,
  OIDC_RETURN_PATH,
  SIGN_IN_PATH,
  SIGN_OUT_PATH,
} from '../../../access/paths.js';
import type { Site } from '../kit/site.js';
import { administration, endOneSession, issue, revokeApiToken, revokeInvite } from './administration.js';
import { castPage, enterAs } from './cast.js';
import { confirm, openRequest } from './confirm-token.js';
import { eraseFile, erasePersonal, erasures } from './erasures.js';
import { fromProvider, toProvider } from './oidc.js';
import { askForLink, linkSent, signInPage, signOut } from './sign-in.js';
import { openLink, useLink } from './sign-in-link.js';

/** Serves signing in and out, and the administration of an entity's accesses. */
export function mountAccess(app: Hono, site: Site): void {
  app.get(SIGN_IN_PATH, signInPage(site));
  app.post(SIGN_IN_PATH, askForLink(site));
  app.get(`${SIGN_IN_PATH}/inviato`, linkSent(site));
  app.post(SIGN_OUT_PATH, signOut(site));
  app.get(`${LINK_PATH}/:secret`, openLink(site));
  app.post(`${LINK_PATH}/:secret`, useLink(site));
  app.get(`${CONFIRM_PATH}/:secret`, openRequest(site));
  app.post(`${CONFIRM_PATH}/:secret`, confirm(site));
  app.get(CAST_PATH, castPage(site));
  app.post(CAST_PATH, enterAs(site));
  app.get(OIDC_PATH, toProvider(site));
  app.get(OIDC_RETURN_PATH, fromProvider(site));
  app.get('/enti/:entity/accessi', administration(site));
  app.get('/enti/:entity/accessi/cancellazioni', erasures(site));
  app.post('/enti/:entity/accessi/cancellazioni/file', eraseFile(site));
  app.post('/enti/:entity/accessi/cancellazioni/persona', erasePersonal(site));
  app.post('/enti/:entity/accessi/gettoni', issue(site));
  app.post('/enti/:entity/accessi/gettoni/:reference/revoca', revokeApiToken(site));
  app.post('/enti/:entity/accessi/sessioni/:reference/chiudi', endOneSession(site));
  app.post('/enti/:entity/accessi/inviti/:id/revoca', revokeInvite(site));
}
