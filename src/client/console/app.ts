import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { bodyLimits } from '../access/body-limits.js';
import { ofDocument } from '../access/documents.js';
import { createLimits } from '../access/limits.js';
import { mountAccess } from '../access/routes.js';
import { ofEntity, recognise, signedIn } from '../access/viewer.js';
import { ASSETS_PATH, loadAssets } from './assets.js';
import type { ConsoleDeps } from './deps.js';
import { dutyRoutes } from './duties/index.js';
import { mountDuties } from './duties/routes.js';
import { securityHeaders } from './headers.js';
import { LogWatch } from './log-watch.js';
import { cycle } from './pages/cycle.js';
import { document, documentContent, documentForm, documentTable } from './pages/document.js';
import { failed, notFound } from './pages/errors.js';
import { events } from './pages/events.js';
import { health } from './pages/health.js';
import { home } from './pages/home.js';
import { indicator } from './pages/indicator.js';
import { mailbox } from './pages/mailbox.js';
import { strategicMap } from './pages/map.js';
import { message, messageAttachment, messageContent } from './pages/message.js';
import { scorecard } from './pages/scorecard.js';
import { step } from './pages/step.js';
import { performanceTree } from './pages/tree.js';
import type { Site } from './site.js';

/** The console: addresses and what answers at each. `stop` ends what it does beside answering. */
export interface ConsoleApp {
  readonly app: Hono;
  stop(): void;
}

export function createConsole(deps: ConsoleDeps): ConsoleApp {
  const assets = loadAssets();
  const watch = new LogWatch(deps.register.db, deps.log);
  const site: Site = { deps, assets, watch, limits: createLimits(deps.limits) };
  // What a browser calls the origin of our pages, also where a proxy ends TLS before us.
  const ownOrigin = new URL(deps.consoleUrl).origin;
  const app = new Hono();
  app.use(securityHeaders(deps.consoleUrl));
  app.get(`${ASSETS_PATH}/:build/:name`, (c) => assets.serve(c, c.req.param('build'), c.req.param('name')));
  app.get('/salute', health(site));
  app.use(compress());
  app.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === ownOrigin }));
  app.use(bodyLimits(site));
  app.use(recognise(deps));
  app.use('/cicli/:entity/*', ofEntity(deps));
  app.use('/posta/*', signedIn(deps));
  app.use('/documenti/:hash/*', ofDocument(deps));
  mountAccess(app, site);
  mountDuties(app, site, dutyRoutes(site));
  app.get('/', signedIn(deps), home(site));
  app.get('/cicli/:entity/:exercise', cycle(site));
  app.get('/cicli/:entity/:exercise/attivita/:step', step(site));
  app.get('/cicli/:entity/:exercise/cruscotto', scorecard(site));
  app.get('/cicli/:entity/:exercise/indicatori/:code', indicator(site));
  app.get('/cicli/:entity/:exercise/mappa', strategicMap(site));
  app.get('/cicli/:entity/:exercise/albero', performanceTree(site));
  app.get('/cicli/:entity/:exercise/eventi', events(site));
  app.get('/posta', mailbox(site));
  app.get('/posta/:id', message(site));
  app.get('/posta/:id/contenuto', messageContent(site));
  app.get('/posta/:id/allegati/:number', messageAttachment(site));
  app.get('/documenti/:hash', document(site));
  app.get('/documenti/:hash/contenuto', documentContent(site));
  app.get('/documenti/:hash/tabelle/:table', documentTable(site));
  app.get('/documenti/:hash/:form', documentForm(site));
  app.notFound(notFound(site));
  app.onError(failed(site));
  return { app, stop: () => watch.stop() };
}
