import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { FOLLOWED_PATH } from '../../access/followed-path.js';
import { ACCESSIBILITY_PATH, PRIVACY_PATH } from '../../access/paths.js';
import { PUBLIC_FORM_PATH } from '../../access/public-form-path.js';
import { TROUBLES_PATH } from '../../access/trouble-path.js';
import { AWAITED_PATH } from '../../acts/awaited.js';
import { override } from '../../acts/checkpoint/override.js';
import { withdrawOverride } from '../../acts/checkpoint/withdraw-override.js';
import { SOMEBODY_WAITS_MS, withPatience } from '../../register/patience.js';
import { seeingEveryBody } from '../../register/sight.js';
import { through } from '../../register/via.js';
import { API_PATH, createApi } from '../api/app.js';
import { ofDocument } from '../pages/access/documents.js';
import { createLinkPost } from '../pages/access/mail-link.js';
import { notice } from '../pages/access/notices.js';
import { mountAccess } from '../pages/access/routes.js';
import { bodyHealth } from '../pages/body/body.js';
import { ABOUT_ACTS, bodyAbout, takeAbout } from '../pages/body/body-about.js';
import { bodyFollowed } from '../pages/body/body-followed.js';
import { bodyItem, followBodyItem } from '../pages/body/body-item.js';
import { bodyStakeholders, considerFeedback, recordFeedback } from '../pages/body/body-stakeholders.js';
import { entityFile } from '../pages/body/entity-file.js';
import { people } from '../pages/body/people-page.js';
import { publicForm, publicFormSent, sendPublicForm } from '../pages/body/public-form.js';
import { moderateVoice, publicVoices } from '../pages/body/public-voices.js';
import { rule, takeRule } from '../pages/body/rule-page.js';
import { rules, rulesFile } from '../pages/body/rules-page.js';
import { sight } from '../pages/body/sight-page.js';
import { stakeholderRegister } from '../pages/body/stakeholder-register.js';
import { recordSubstitution, substitutions } from '../pages/body/substitutions.js';
import { survey } from '../pages/body/survey.js';
import { surveys } from '../pages/body/surveys.js';
import { terms, termsFile } from '../pages/body/terms-page.js';
import { troubles } from '../pages/body/troubles.js';
import { grid, remindFromGrid } from '../pages/checkpoint/grid.js';
import { indicator } from '../pages/checkpoint/indicator.js';
import { decideOver, OVERRIDE_PATH, overrideIndicator, WITHDRAWAL_PATH } from '../pages/checkpoint/override.js';
import { checkUp } from '../pages/context/check-up-page.js';
import { contextFactors } from '../pages/context/factors-page.js';
import { financialAnalysis } from '../pages/context/finance-page.js';
import { oneSeries } from '../pages/context/series-page.js';
import { document } from '../pages/documents/document.js';
import { awaitedAct } from '../pages/duties/awaited.js';
import { dutyRoutes } from '../pages/duties/index.js';
import { mountInvitedFollowed } from '../pages/duties/invited-followed.js';
import { arrival, mine } from '../pages/duties/mine.js';
import { checkpointEvidence } from '../pages/duties/officer/evidence.js';
import { OWN_RECEIPTS_PATH, receipts } from '../pages/duties/own-receipts.js';
import { mountDuties } from '../pages/duties/routes.js';
import { mountEvaluations } from '../pages/individual/routes.js';
import { mountActPage } from '../pages/kit/act-page.js';
import { ASSETS_PATH, loadAssets } from '../pages/kit/assets.js';
import { ABOUT_PATH } from '../pages/kit/body-frame.js';
import { bodyLimits, endedLimit } from '../pages/kit/body-limits.js';
import type { ConsoleDeps } from '../pages/kit/deps.js';
import { documentContent, documentForm, documentTable } from '../pages/kit/document-bytes.js';
import { keepsTyped } from '../pages/kit/ended-session.js';
import { failed, notFound } from '../pages/kit/errors.js';
import { securityHeaders } from '../pages/kit/headers.js';
import { createLimits } from '../pages/kit/limits.js';
import { LogWatch } from '../pages/kit/log-watch.js';
import {
  CHECK_UP_PATH,
  COMMUNICATIONS_PATH,
  COMPARISON_PATH,
  CONTEXT_PATH,
  ENTITY_FILE_PATH,
  FEEDBACK_PATH,
  FINANCE_PATH,
  GRID_PATH,
  MANAGE_PATH,
  OIV_DOSSIER_PATH,
  OIV_PATH,
  PEOPLE_PATH,
  REGISTER_PATH,
  RULES_FILE_PATH,
  RULES_PATH,
  SEARCH_PATH,
  SERIES_PATH,
  SIGHT_PATH,
  SUBSTITUTIONS_PATH,
  SURVEYS_PATH,
  TERMS_FILE_PATH,
  TERMS_PATH,
  UNSETTLED_MAIL_PATH,
  VOICES_PATH,
} from '../pages/kit/paths.js';
import { onlyOurWords } from '../pages/kit/said.js';
import type { Site } from '../pages/kit/site.js';
import { ofEntity, recognise, signedIn } from '../pages/kit/viewer.js';
import { events } from '../pages/log/events.js';
import { LOG_PATH, log } from '../pages/log/log.js';
import { mailbox } from '../pages/mailbox/mailbox.js';
import { message, messageAttachment, messageContent } from '../pages/mailbox/message.js';
import { settleUnsettledMail, unsettledMail } from '../pages/mailbox/unsettled-mail.js';
import { oivDesk } from '../pages/oiv/desk.js';
import { dossierFile } from '../pages/oiv/dossier-file.js';
import { mountPlanning } from '../pages/plan/routes.js';
import { strategicMap } from '../pages/scorecard/map.js';
import { individualObjectives } from '../pages/scorecard/objectives.js';
import { programmes } from '../pages/scorecard/programmes.js';
import { recordProgrammeSpending, spendingForm } from '../pages/scorecard/programmes-spending.js';
import { scorecard } from '../pages/scorecard/scorecard.js';
import { sideBySide } from '../pages/scorecard/side-by-side-page.js';
import { performanceTree } from '../pages/scorecard/tree.js';
import { search } from '../pages/search/search-page.js';
import { actOnStep, manageStep } from '../pages/step/manage.js';
import { step } from '../pages/step/step.js';
import { mountUnsaved, mountWriting } from '../pages/writing/routes.js';
import { communications } from '../pages/year/communications.js';
import { cycle } from '../pages/year/cycle.js';
import { bodyCalendar, calendarPage, changeFeed, FEED_PATH, secretCalendar } from '../pages/year/feed.js';
import { considerItem, feedback } from '../pages/year/feedback.js';
import { home } from '../pages/year/home.js';
import { STEPS_TABLE } from '../pages/year/steps-table.js';
import { ACT_PAGES } from './act-pages.js';
import { health } from './health.js';

/** The console: addresses and what answers at each. `stop` ends what it does beside answering. */
export interface ConsoleApp {
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
  app.get(`${AWAITED_PATH}/:secret`, awaitedAct(site));
  mountAccess(app, site);
  mountInvitedFollowed(app, site);
  mountDuties(app, site, dutyRoutes(site));
  const form = `${PUBLIC_FORM_PATH}/:code`;
  app.get(form, publicForm(site));
  app.post(form, sendPublicForm(site));
  app.get(`${form}/inviata`, publicFormSent(site));
  app.get(ACCESSIBILITY_PATH, notice(site, 'accessibility'));
  app.get(PRIVACY_PATH, notice(site, 'privacy'));
  app.get('/', signedIn(deps), home(site));
  app.get(COMPARISON_PATH, signedIn(deps), sideBySide(site));
  app.get('/mie', signedIn(deps), mine(site));
  app.get(OWN_RECEIPTS_PATH, signedIn(deps), receipts(site));
  app.get('/mie/ingresso', signedIn(deps), arrival(site));
  app.get('/cicli/:entity/:exercise', cycle(site));
  app.get(`/cicli/:entity/:exercise/:file{${STEPS_TABLE}\\.\\w+}`, cycle(site));
  app.get('/cicli/:entity/:exercise/attivita/:step', step(site));
  app.get('/cicli/:entity/:exercise/attivita/:step/evidenze/:hash', checkpointEvidence(site));
  app.get(`/cicli/:entity/:exercise/attivita/:step${MANAGE_PATH}`, manageStep(site));
  app.post(`/cicli/:entity/:exercise/attivita/:step${MANAGE_PATH}/:act`, actOnStep(site));
  for (const place of ACT_PAGES) mountActPage(app, site, place);
  app.get(`/cicli/:entity/:exercise${FEEDBACK_PATH}`, feedback(site));
  app.post(`/cicli/:entity/:exercise${FEEDBACK_PATH}/:item`, considerItem(site));
  app.get(`/cicli/:entity/:exercise${OIV_PATH}`, oivDesk(site));
  app.get(`/cicli/:entity/:exercise${OIV_DOSSIER_PATH}`, dossierFile(site));
  app.get(`/cicli/:entity/:exercise${COMMUNICATIONS_PATH}`, communications(site));
  app.get(`/cicli/:entity/:exercise${GRID_PATH}`, grid(site));
  app.get(`/cicli/:entity/:exercise${GRID_PATH}/:file`, grid(site));
  app.post(`/cicli/:entity/:exercise${GRID_PATH}/sollecito`, remindFromGrid(site));
  app.get(`/enti/:entity${SEARCH_PATH}`, search(site));
  app.get(`/enti/:entity${PEOPLE_PATH}`, people(site));
  app.get(`/enti/:entity${TERMS_PATH}`, terms(site));
  app.get(`/enti/:entity${TERMS_FILE_PATH}`, termsFile(site));
  app.get(`/enti/:entity${RULES_PATH}`, rules(site));
  app.get(`/enti/:entity${RULES_FILE_PATH}`, rulesFile(site));
  app.get(`/enti/:entity${RULES_PATH}/:piece`, rule(site));
  app.post(`/enti/:entity${RULES_PATH}/:piece`, takeRule(site));
  app.get(`/enti/:entity${SIGHT_PATH}`, sight(site));
  app.get(`/enti/:entity${ENTITY_FILE_PATH}`, entityFile(site));
  app.get(`/enti/:entity${SUBSTITUTIONS_PATH}`, substitutions(site));
  app.post(`/enti/:entity${SUBSTITUTIONS_PATH}`, recordSubstitution(site));
  app.get(`/enti/:entity${UNSETTLED_MAIL_PATH}`, unsettledMail(site));
  app.post(`/enti/:entity${UNSETTLED_MAIL_PATH}`, settleUnsettledMail(site));
  app.get(`/enti/:entity${TROUBLES_PATH}`, troubles(site));
  mountPlanning(app, site);
  mountWriting(app, site);
  mountEvaluations(app, site);
  app.get(`/cicli/:entity/:exercise${LOG_PATH}`, log(site));
  app.get(`/cicli/:entity/:exercise${LOG_PATH}/:file`, log(site));
  app.get('/cicli/:entity/:exercise/cruscotto', scorecard(site));
  app.get('/cicli/:entity/:exercise/indicatori/:code', indicator(site));
  const overridden = `/cicli/:entity/:exercise/indicatori/:code${OVERRIDE_PATH}`;
  app.get(overridden, overrideIndicator(site));
  app.post(overridden, decideOver(site, override));
  app.post(`${overridden}${WITHDRAWAL_PATH}`, decideOver(site, withdrawOverride));
  app.get('/cicli/:entity/:exercise/mappa', strategicMap(site));
  app.get('/cicli/:entity/:exercise/albero', performanceTree(site));
  app.get('/cicli/:entity/:exercise/programmi', programmes(site));
  app.get('/cicli/:entity/:exercise/obiettivi-individuali', individualObjectives(site));
  app.get('/cicli/:entity/:exercise/programmi/:programme/spesa', spendingForm(site));
  app.post('/cicli/:entity/:exercise/programmi/:programme/spesa', recordProgrammeSpending(site));
  app.get('/cicli/:entity/:exercise/eventi', events(site));
  app.get('/cicli/:entity/:exercise/ente', (c) => c.redirect(`/enti/${encodeURIComponent(c.req.param('entity'))}`));
  app.get('/enti/:entity', bodyHealth(site));
  app.get(`/enti/:entity${CONTEXT_PATH}`, contextFactors(site));
  app.get(`/enti/:entity${FINANCE_PATH}`, financialAnalysis(site));
  app.get(`/enti/:entity${CHECK_UP_PATH}`, checkUp(site));
  app.get(`/enti/:entity${SERIES_PATH}/:series`, oneSeries(site));
  app.get(`/enti/:entity${ABOUT_PATH}`, bodyAbout(site));
  for (const act of ABOUT_ACTS) app.post(`/enti/:entity${ABOUT_PATH}/${act.path}`, takeAbout(site, act));
  for (const kind of ['obligation', 'improvement', 'corrective'] as const) {
    const list = `/enti/:entity${FOLLOWED_PATH[kind]}`;
    app.get(list, bodyFollowed(site, kind));
    app.get(`${list}/:group/:number`, bodyItem(site, kind));
    app.post(`${list}/:group/:number`, followBodyItem(site, kind));
  }
  app.get(`/enti/:entity${REGISTER_PATH}`, stakeholderRegister(site));
  app.get(`/enti/:entity${VOICES_PATH}`, publicVoices(site));
  app.post(`/enti/:entity${VOICES_PATH}/:voice`, moderateVoice(site));
  app.get(`/enti/:entity${SURVEYS_PATH}`, surveys(site));
  app.get(`/enti/:entity${SURVEYS_PATH}/:survey`, survey(site));
  app.get('/enti/:entity/stakeholder', bodyStakeholders(site));
  app.post('/enti/:entity/stakeholder', recordFeedback(site));
  app.post('/enti/:entity/stakeholder/:id', considerFeedback(site));
  app.get('/enti/:entity/calendario', calendarPage(site));
  app.post('/enti/:entity/calendario', changeFeed(site));
  app.get('/enti/:entity/calendario.ics', bodyCalendar(site));
  app.get(`${FEED_PATH}/:secret/mio.ics`, secretCalendar(site, 'own'));
  app.get(`${FEED_PATH}/:secret/ente.ics`, secretCalendar(site, 'body'));
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
  return {
    app,
    stop: () => {
      watch.stop();
      links.stop();
    },
  };
}
