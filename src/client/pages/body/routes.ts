import type { Hono } from 'hono';
import { FOLLOWED_PATH } from '../../../access/followed-path.js';
import { PUBLIC_FORM_PATH } from '../../../access/public-form-path.js';
import { TROUBLES_PATH } from '../../../access/trouble-path.js';
import { FOLLOWED_KINDS } from '../../../domain/follow-up.js';
import { ABOUT_PATH } from '../kit/body-frame.js';
import {
  BEGIN_PATH,
  ENTITY_FILE_PATH,
  PEOPLE_PATH,
  REGISTER_PATH,
  RULES_FILE_PATH,
  RULES_PATH,
  SIGHT_PATH,
  SUBSTITUTIONS_PATH,
  SURVEYS_PATH,
  TERMS_FILE_PATH,
  TERMS_PATH,
  VOICES_PATH,
} from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { beginning, takeBeginning } from './begin-page.js';
import { bodyHealth } from './body.js';
import { ABOUT_ACTS, bodyAbout, takeAbout } from './body-about.js';
import { bodyFollowed } from './body-followed.js';
import { bodyItem, followBodyItem } from './body-item.js';
import { bodyStakeholders, considerFeedback, recordFeedback } from './body-stakeholders.js';
import { entityFile } from './entity-file.js';
import { people } from './people-page.js';
import { publicForm, publicFormSent, sendPublicForm } from './public-form.js';
import { moderateVoice, publicVoices } from './public-voices.js';
import { rule, takeRule } from './rule-page.js';
import { rules, rulesFile } from './rules-page.js';
import { sight } from './sight-page.js';
import { stakeholderRegister } from './stakeholder-register.js';
import { recordSubstitution, substitutions } from './substitutions.js';
import { survey } from './survey.js';
import { surveys } from './surveys.js';
import { terms, termsFile } from './terms-page.js';
import { troubles } from './troubles.js';

const BODY = '/enti/:entity';

/** The form a body opens to everybody: who writes there has neither signed in nor a link. */
export function mountPublicForm(app: Hono, site: Site): void {
  const form = `${PUBLIC_FORM_PATH}/:code`;
  app.get(form, publicForm(site));
  app.post(form, sendPublicForm(site));
  app.get(`${form}/inviata`, publicFormSent(site));
}

/** A body beside its cycles: how it is, its people and terms, what it follows, who speaks to it. Goes after `ofEntity`. */
export function mountBody(app: Hono, site: Site): void {
  app.get(BODY, bodyHealth(site));
  app.get(`${BODY}${TROUBLES_PATH}`, troubles(site));
  app.get(`${BODY}${PEOPLE_PATH}`, people(site));
  app.get(`${BODY}${SIGHT_PATH}`, sight(site));
  app.get(`${BODY}${SUBSTITUTIONS_PATH}`, substitutions(site));
  app.post(`${BODY}${SUBSTITUTIONS_PATH}`, recordSubstitution(site));
  app.get(`${BODY}${BEGIN_PATH}`, beginning(site));
  app.post(`${BODY}${BEGIN_PATH}`, takeBeginning(site));
  app.get(`${BODY}${TERMS_PATH}`, terms(site));
  app.get(`${BODY}${TERMS_FILE_PATH}`, termsFile(site));
  app.get(`${BODY}${RULES_PATH}`, rules(site));
  app.get(`${BODY}${RULES_FILE_PATH}`, rulesFile(site));
  app.get(`${BODY}${RULES_PATH}/:piece`, rule(site));
  app.post(`${BODY}${RULES_PATH}/:piece`, takeRule(site));
  app.get(`${BODY}${ENTITY_FILE_PATH}`, entityFile(site));
  app.get(`${BODY}${ABOUT_PATH}`, bodyAbout(site));
  for (const act of ABOUT_ACTS) app.post(`${BODY}${ABOUT_PATH}/${act.path}`, takeAbout(site, act));
  for (const kind of FOLLOWED_KINDS) {
    const list = `${BODY}${FOLLOWED_PATH[kind]}`;
    app.get(list, bodyFollowed(site, kind));
    app.get(`${list}/:group/:number`, bodyItem(site, kind));
    app.post(`${list}/:group/:number`, followBodyItem(site, kind));
  }
  mountVoices(app, site);
}

function mountVoices(app: Hono, site: Site): void {
  app.get(`${BODY}${REGISTER_PATH}`, stakeholderRegister(site));
  app.get(`${BODY}${VOICES_PATH}`, publicVoices(site));
  app.post(`${BODY}${VOICES_PATH}/:voice`, moderateVoice(site));
  app.get(`${BODY}${SURVEYS_PATH}`, surveys(site));
  app.get(`${BODY}${SURVEYS_PATH}/:survey`, survey(site));
  app.get(`${BODY}/stakeholder`, bodyStakeholders(site));
  app.post(`${BODY}/stakeholder`, recordFeedback(site));
  app.post(`${BODY}/stakeholder/:id`, considerFeedback(site));
}
