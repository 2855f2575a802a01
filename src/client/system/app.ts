import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { ACCESSIBILITY_PATH, PRIVACY_PATH } from '../../access/paths.js';
import { SOMEBODY_WAITS_MS, withPatience } from '../../register/patience.js';
import { seeingEveryBody } from '../../register/sight.js';
import { through } from '../../register/via.js';
import { API_PATH, createApi } from '../api/app.js';
import { ofDocument } from '../pages/access/documents.js';
import { createLinkPost } from '../pages/access/mail-link.js';
import { notice } from '../pages/access/notices.js';
import { mountAccess } from '../pages/access/routes.js';
import { mountBody, mountPublicForm } from '../pages/body/routes.js';
import { mountCheckpoints } from '../pages/checkpoint/routes.js';
import { mountContext } from '../pages/context/routes.js';
import { mountDocuments } from '../pages/documents/routes.js';
import { mountWhatIsAsked } from '../pages/duties/index.js';
import { mountEvaluations } from '../pages/individual/routes.js';
import { mountActPage } from '../pages/kit/act-page.js';
import { ASSETS_PATH, loadAssets } from '../pages/kit/assets.js';
import { bodyLimits, endedLimit } from '../pages/kit/body-limits.js';
import type { ConsoleDeps } from '../pages/kit/deps.js';
import { keepsTyped } from '../pages/kit/ended-session.js';
import { failed, notFound } from '../pages/kit/errors.js';
import { securityHeaders } from '../pages/kit/headers.js';
import { createLimits } from '../pages/kit/limits.js';
import { LogWatch } from '../pages/kit/log-watch.js';
import { onlyOurWords } from '../pages/kit/said.js';
import type { Site } from '../pages/kit/site.js';
import { ofEntity, recognise, signedIn } from '../pages/kit/viewer.js';
import { mountLog } from '../pages/log/routes.js';
import { mountMailbox } from '../pages/mailbox/routes.js';
import { mountOivDesk } from '../pages/oiv/routes.js';
import { mountPlanning } from '../pages/plan/routes.js';
import { mountScorecard } from '../pages/scorecard/routes.js';
import { mountSearch } from '../pages/search/routes.js';
import { mountSteps } from '../pages/step/routes.js';
import { mountUnsaved, mountWriting } from '../pages/writing/routes.js';
import { mountYear } from '../pages/year/routes.js';
import { ACT_PAGES } from './act-pages.js';
import { health } from './health.js';

/** The console: addresses and what answers at each. `stop` ends what it does beside answering. */
interface ConsoleApp {
  readonly app: Hono;
  stop(): void;
}

export function createConsole(deps: ConsoleDeps): ConsoleApp {
  const assets = loadAssets();
  const watch = new LogWatch(deps.register.db, deps.log);
  const links = createLinkPost(deps);
  const site: Site = { deps, assets, watch, limits: createLimits(deps.limits), links };
  // What a browser calls the origin of our pages, also where a proxy ends TLS before us.
  const ownOrigin = new URL(deps.consoleUrl).origin;
  const app = new Hono();
  for (const watch of deps.watching ?? []) app.use(watch);
  // Who asks is looked for among everybody; whatever is about an entity then sees only that (`ofEntity`, duties, tokens).
  app.use((_c, next) => seeingEveryBody(next));
  app.use((_c, next) => withPatience(deps.patienceMs ?? SOMEBODY_WAITS_MS, next));
  app.use(securityHeaders(deps.consoleUrl));
  app.get(`${ASSETS_PATH}/:build/:name`, (c) => assets.serve(c, c.req.param('build'), c.req.param('name')));
  app.get('/salute', health(site));
  app.use(compress());
  app.route(API_PATH, createApi(site));
  app.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === ownOrigin }));
  app.use(async (_c, next) => await through({ channel: 'page' }, next));
  app.use(onlyOurWords(deps));
  app.use(recognise(deps));
  app.use(bodyLimits(site));
  mountUnsaved(app, site);
  for (const below of ['/cicli/:entity/*', '/enti/:entity/*']) app.use(below, endedLimit(site), keepsTyped(site));
  app.use('/cicli/:entity/*', ofEntity(deps));
  app.use('/enti/:entity/*', ofEntity(deps));
  app.use('/posta/*', signedIn(deps));
  app.use('/documenti/:hash/*', ofDocument(deps));
  mountPages(app, site);
  app.notFound(notFound(site));
  app.onError(failed(site));
  return {
    app,
    stop: () => {
      watch.stop();
      links.stop();
    },
  };
}

/** Every page, each subject's by its own `routes.ts`; the acts that have a page of their own beside those of what they are done to. */
function mountPages(app: Hono, site: Site): void {
  mountAccess(app, site);
  app.get(ACCESSIBILITY_PATH, notice(site, 'accessibility'));
  app.get(PRIVACY_PATH, notice(site, 'privacy'));
  mountPublicForm(app, site);
  mountWhatIsAsked(app, site);
  mountYear(app, site);
  mountSteps(app, site);
  for (const place of ACT_PAGES) mountActPage(app, site, place);
  mountCheckpoints(app, site);
  mountScorecard(app, site);
  mountOivDesk(app, site);
  mountPlanning(app, site);
  mountWriting(app, site);
  mountEvaluations(app, site);
  mountBody(app, site);
  mountContext(app, site);
  mountDocuments(app, site);
  mountLog(app, site);
  mountMailbox(app, site);
  mountSearch(app, site);
}
