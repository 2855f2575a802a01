import type { Context } from 'hono';
import { cancel } from '../../acts/cycle/cancel.js';
import { communicate } from '../../acts/cycle/communicate.js';
import { note } from '../../acts/step/note.js';
import { addStakeholder } from '../../acts/voices/add-stakeholder.js';
import { describeStakeholder } from '../../acts/voices/describe-stakeholder.js';
import { endStakeholder } from '../../acts/voices/end-stakeholder.js';
import { measureBySurvey } from '../../acts/voices/measure-by-survey.js';
import { closePublicForm, openPublicForm } from '../../acts/voices/public-form.js';
import { recordQuestion } from '../../acts/voices/record-question.js';
import { recordSurvey } from '../../acts/voices/record-survey.js';
import { withdrawSurvey } from '../../acts/voices/withdraw-survey.js';
import type { ActPlace } from '../pages/kit/act-page.js';
import {
  bodyPath,
  COMMUNICATIONS_PATH,
  cyclePath,
  indicatorPath,
  REGISTER_PATH,
  SURVEYS_PATH,
  stepPath,
  VOICES_PATH,
} from '../pages/kit/paths.js';

const CYCLE = '/cicli/:entity/:exercise';
const BODY = '/enti/:entity';

const cycleIn = (c: Context) => ({ entity: c.req.param('entity') ?? '', exercise: Number(c.req.param('exercise')) });

const below =
  (path: string) =>
  (c: Context): string =>
    bodyPath(c.req.param('entity') ?? '', path);

const surveyIn = (c: Context): string =>
  bodyPath(c.req.param('entity') ?? '', `${SURVEYS_PATH}/${c.req.param('survey') ?? ''}`);

/** The acts that have a page of their own, and no other: what each is done to says the address. */
export const ACT_PAGES: readonly ActPlace[] = [
  {
    act: note,
    at: `${CYCLE}/attivita/:step`,
    section: 'year',
    back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
  },
  { act: cancel, at: CYCLE, section: 'year', back: (c) => cyclePath(cycleIn(c)) },
  {
    act: communicate,
    at: `${CYCLE}${COMMUNICATIONS_PATH}`,
    section: 'year',
    back: (c) => cyclePath(cycleIn(c), COMMUNICATIONS_PATH),
  },
  {
    act: measureBySurvey,
    at: `${CYCLE}/indicatori/:code`,
    section: 'scorecard',
    back: (c) => indicatorPath(cycleIn(c), c.req.param('code') ?? ''),
  },
  { act: addStakeholder, at: `${BODY}${REGISTER_PATH}`, section: 'body', back: below(REGISTER_PATH) },
  {
    act: describeStakeholder,
    at: `${BODY}${REGISTER_PATH}/:stakeholder`,
    section: 'body',
    back: below(REGISTER_PATH),
  },
  { act: endStakeholder, at: `${BODY}${REGISTER_PATH}/:stakeholder`, section: 'body', back: below(REGISTER_PATH) },
  { act: openPublicForm, at: `${BODY}${VOICES_PATH}`, section: 'body', back: below(VOICES_PATH) },
  { act: closePublicForm, at: `${BODY}${VOICES_PATH}`, section: 'body', back: below(VOICES_PATH) },
  { act: recordSurvey, at: `${BODY}${SURVEYS_PATH}`, section: 'body', back: below(SURVEYS_PATH) },
  { act: recordQuestion, at: `${BODY}${SURVEYS_PATH}/:survey`, section: 'body', back: surveyIn },
  { act: withdrawSurvey, at: `${BODY}${SURVEYS_PATH}/:survey`, section: 'body', back: surveyIn },
];
