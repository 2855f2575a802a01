import { addOffice } from '../../../acts/people/add-office.js';
import { addPerson } from '../../../acts/people/add-person.js';
import { appoint } from '../../../acts/people/appoint.js';
import { correctPerson } from '../../../acts/people/correct-person.js';
import { endMandate } from '../../../acts/people/end-mandate.js';
import { endOffice } from '../../../acts/people/end-office.js';
import { endPerson } from '../../../acts/people/end-person.js';
import { endSubstitution } from '../../../acts/people/end-substitution.js';
import { importPeople } from '../../../acts/people/import-people.js';
import { renameOffice } from '../../../acts/people/rename-office.js';
import { addStakeholder } from '../../../acts/voices/add-stakeholder.js';
import { describeStakeholder } from '../../../acts/voices/describe-stakeholder.js';
import { endStakeholder } from '../../../acts/voices/end-stakeholder.js';
import { closePublicForm, openPublicForm } from '../../../acts/voices/public-form.js';
import { recordQuestion } from '../../../acts/voices/record-question.js';
import { recordSurvey } from '../../../acts/voices/record-survey.js';
import { withdrawSurvey } from '../../../acts/voices/withdraw-survey.js';
import { peopleWords } from '../../../words/people.js';
import { stakeholderPageWords } from '../../../words/stakeholder-pages.js';
import { steeringWords } from '../../../words/steering.js';
import { surveyWords } from '../../../words/surveys.js';
import type { ActPlace } from '../../pages/kit/act-page.js';
import {
  bodyPath,
  OFFICES_PATH,
  PEOPLE_PATH,
  REGISTER_PATH,
  SUBSTITUTIONS_PATH,
  SURVEYS_PATH,
  VOICES_PATH,
} from '../../pages/kit/paths.js';
import { type Back, BODY, entityIn, toBody } from './addresses.js';

const people = { section: 'body', back: toBody(PEOPLE_PATH), backTo: peopleWords.title } as const;
const register = {
  section: 'body',
  back: toBody(REGISTER_PATH),
  backTo: stakeholderPageWords.views.register,
} as const;

const toSurvey: Back = (c) => bodyPath(entityIn(c), `${SURVEYS_PATH}/${c.req.param('survey') ?? ''}`);

/** Acts on who a body is made of, and on who it asks: people and mandates, stakeholders, surveys. */
export const PEOPLE_ACT_PAGES: readonly ActPlace[] = [
  ...[addPerson, importPeople, addOffice].map((act): ActPlace => ({ act, at: BODY, ...people })),
  ...[renameOffice, endOffice].map((act): ActPlace => ({ act, at: `${BODY}${OFFICES_PATH}/:office`, ...people })),
  ...[correctPerson, appoint, endMandate, endPerson].map(
    (act): ActPlace => ({ act, at: `${BODY}${PEOPLE_PATH}/:person`, ...people }),
  ),
  {
    act: endSubstitution,
    at: `${BODY}${SUBSTITUTIONS_PATH}/:substitution`,
    section: 'body',
    back: toBody(SUBSTITUTIONS_PATH),
    backTo: steeringWords.substitutions.title,
  },
  { act: addStakeholder, at: `${BODY}${REGISTER_PATH}`, ...register },
  ...[describeStakeholder, endStakeholder].map(
    (act): ActPlace => ({ act, at: `${BODY}${REGISTER_PATH}/:stakeholder`, ...register }),
  ),
  ...[openPublicForm, closePublicForm].map(
    (act): ActPlace => ({
      act,
      at: `${BODY}${VOICES_PATH}`,
      section: 'body',
      back: toBody(VOICES_PATH),
      backTo: stakeholderPageWords.voices.title,
    }),
  ),
  {
    act: recordSurvey,
    at: `${BODY}${SURVEYS_PATH}`,
    section: 'body',
    back: toBody(SURVEYS_PATH),
    backTo: surveyWords.title,
  },
  ...[recordQuestion, withdrawSurvey].map(
    (act): ActPlace => ({ act, at: `${BODY}${SURVEYS_PATH}/:survey`, section: 'body', back: toSurvey }),
  ),
];
