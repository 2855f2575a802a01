import type { Hono } from 'hono';
import { COMMUNICATIONS_PATH, FEEDBACK_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { signedIn } from '../kit/viewer.js';
import { communications } from './communications.js';
import { cycle } from './cycle.js';
import { bodyCalendar, calendarPage, changeFeed, FEED_PATH, secretCalendar } from './feed.js';
import { considerItem, feedback } from './feedback.js';
import { home } from './home.js';
import { STEPS_TABLE } from './steps-table.js';

const CYCLE = '/cicli/:entity/:exercise';

/** The first page, a cycle as a whole, and its calendar. Goes after `ofEntity`. */
export function mountYear(app: Hono, site: Site): void {
  app.get('/', signedIn(site.deps), home(site));
  app.get(CYCLE, cycle(site));
  app.get(`${CYCLE}/:file{${STEPS_TABLE}\\.\\w+}`, cycle(site));
  app.get(`${CYCLE}/ente`, (c) => c.redirect(`/enti/${encodeURIComponent(c.req.param('entity'))}`));
  app.get(`${CYCLE}${FEEDBACK_PATH}`, feedback(site));
  app.post(`${CYCLE}${FEEDBACK_PATH}/:item`, considerItem(site));
  app.get(`${CYCLE}${COMMUNICATIONS_PATH}`, communications(site));
  app.get('/enti/:entity/calendario', calendarPage(site));
  app.post('/enti/:entity/calendario', changeFeed(site));
  app.get('/enti/:entity/calendario.ics', bodyCalendar(site));
  app.get(`${FEED_PATH}/:secret/mio.ics`, secretCalendar(site, 'own'));
  app.get(`${FEED_PATH}/:secret/ente.ics`, secretCalendar(site, 'body'));
}
