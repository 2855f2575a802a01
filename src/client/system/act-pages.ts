import type { Context } from 'hono';
import { troublesPath } from '../../access/trouble-path.js';
import { giveUp } from '../../acts/body/give-up.js';
import { importSpending } from '../../acts/body/import-spending.js';
import { answerReport } from '../../acts/checkpoint/answer-report.js';
import { remarkReport } from '../../acts/checkpoint/remark-report.js';
import { addFactor } from '../../acts/context/add-factor.js';
import { answerCheckUp } from '../../acts/context/answer.js';
import { extendSeries } from '../../acts/context/extend-series.js';
import { improve } from '../../acts/context/improve.js';
import { reviewFactor } from '../../acts/context/review-factor.js';
import { cancel } from '../../acts/cycle/cancel.js';
import { communicate } from '../../acts/cycle/communicate.js';
import { postponeBudget } from '../../acts/cycle/postpone-budget.js';
import { withdrawPostponement } from '../../acts/cycle/withdraw-postponement.js';
import { sendNotice } from '../../acts/delay/send-notice.js';
import { signNotice } from '../../acts/delay/sign-notice.js';
import { recordEarlier } from '../../acts/earlier/record-earlier.js';
import { withdrawEarlier } from '../../acts/earlier/withdraw-earlier.js';
import { enterAccounts } from '../../acts/finance/enter-accounts.js';
import { importRewards } from '../../acts/individual/import-rewards.js';
import { proposeSheet } from '../../acts/individual/propose.js';
import { publishRewards } from '../../acts/individual/publish-rewards.js';
import { recordInterview } from '../../acts/oiv/interview.js';
import { judgeCheck, verifyFigure } from '../../acts/oiv/judge.js';
import { answerOiv, oivRemark } from '../../acts/oiv/remark.js';
import { addPerson } from '../../acts/people/add-person.js';
import { appoint } from '../../acts/people/appoint.js';
import { correctPerson } from '../../acts/people/correct-person.js';
import { endMandate } from '../../acts/people/end-mandate.js';
import { endPerson } from '../../acts/people/end-person.js';
import { endSubstitution } from '../../acts/people/end-substitution.js';
import { importPeople } from '../../acts/people/import-people.js';
import { rollOver } from '../../acts/plan/roll-over.js';
import { note } from '../../acts/step/note.js';
import { closeStepRemark, remarkStep, replyToRemark } from '../../acts/step/remark-step.js';
import { addStakeholder } from '../../acts/voices/add-stakeholder.js';
import { describeStakeholder } from '../../acts/voices/describe-stakeholder.js';
import { endStakeholder } from '../../acts/voices/end-stakeholder.js';
import { measureBySurvey } from '../../acts/voices/measure-by-survey.js';
import { closePublicForm, openPublicForm } from '../../acts/voices/public-form.js';
import { recordQuestion } from '../../acts/voices/record-question.js';
import { recordSurvey } from '../../acts/voices/record-survey.js';
import { withdrawSurvey } from '../../acts/voices/withdraw-survey.js';
import { aboutWords } from '../../words/about-body.js';
import { consoleWords } from '../../words/console.js';
import { checkUpWords, factorWords, financeWords } from '../../words/context.js';
import { evaluationPageWords } from '../../words/evaluation-pages.js';
import { oivWords } from '../../words/oiv.js';
import { peopleWords } from '../../words/people.js';
import { scorecardWords } from '../../words/scorecard-pages.js';
import { stakeholderPageWords } from '../../words/stakeholder-pages.js';
import { steeringWords } from '../../words/steering.js';
import { surveyWords } from '../../words/surveys.js';
import { troubleWords } from '../../words/troubles.js';
import type { ActPlace } from '../pages/kit/act-page.js';
import { ABOUT_PATH } from '../pages/kit/body-frame.js';
import {
  AGGREGATES_PATH,
  bodyPath,
  CHECK_UP_PATH,
  COMMUNICATIONS_PATH,
  CONTEXT_PATH,
  cyclePath,
  EVALUATED_PEOPLE_PATH,
  EVALUATIONS_PATH,
  FINANCE_PATH,
  indicatorPath,
  OIV_PATH,
  PEOPLE_PATH,
  planPath,
  REGISTER_PATH,
  SERIES_PATH,
  SUBSTITUTIONS_PATH,
  SURVEYS_PATH,
  stepPath,
  VOICES_PATH,
} from '../pages/kit/paths.js';

const CYCLE = '/cicli/:entity/:exercise';
const BODY = '/enti/:entity';

const cycleIn = (c: Context) => ({ entity: c.req.param('entity') ?? '', exercise: Number(c.req.param('exercise')) });
const entityIn = (c: Context): string => c.req.param('entity') ?? '';
const ofExercise = (path: string) => (c: Context) =>
  bodyPath(entityIn(c), `${path}?esercizio=${Number(c.req.param('exercise'))}`);

const desk = (c: Context): string => cyclePath(cycleIn(c), OIV_PATH);

const below =
  (path: string) =>
  (c: Context): string =>
    bodyPath(c.req.param('entity') ?? '', path);

const surveyIn = (c: Context): string =>
  bodyPath(c.req.param('entity') ?? '', `${SURVEYS_PATH}/${c.req.param('survey') ?? ''}`);

/** The acts that have a page of their own, and no other: what each is done to says the address. */
export const ACT_PAGES: readonly ActPlace[] = [
  ...[recordEarlier, withdrawEarlier].map(
    (act): ActPlace => ({ act, at: BODY, section: 'body', back: below(ABOUT_PATH), backTo: aboutWords.title }),
  ),
  {
    act: note,
    at: `${CYCLE}/attivita/:step`,
    section: 'year',
    back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
  },
  {
    act: remarkStep,
    at: `${CYCLE}/attivita/:step`,
    section: 'year',
    back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
  },
  ...[replyToRemark, closeStepRemark].map(
    (act): ActPlace => ({
      act,
      at: `${CYCLE}/attivita/:step/osservazioni-colleghi/:remark`,
      section: 'year',
      back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
    }),
  ),
  {
    act: remarkReport,
    at: `${CYCLE}/attivita/:step`,
    section: 'year',
    back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
  },
  {
    act: answerReport,
    at: `${CYCLE}/attivita/:step/osservazioni/:remark`,
    section: 'year',
    back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
  },
  ...[signNotice, sendNotice].map(
    (act): ActPlace => ({
      act,
      at: `${CYCLE}/ritardi/:step`,
      section: 'year',
      back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
    }),
  ),
  {
    act: giveUp,
    at: '/enti/:entity/richieste/:request',
    section: 'body',
    back: (c) => troublesPath(c.req.param('entity') ?? ''),
    backTo: troubleWords.title,
  },
  {
    act: importSpending,
    at: CYCLE,
    section: 'scorecard',
    back: (c) => cyclePath(cycleIn(c), '/programmi'),
    backTo: scorecardWords.views.programmes,
  },
  {
    act: proposeSheet,
    at: `${CYCLE}${EVALUATED_PEOPLE_PATH}/:person`,
    section: 'scorecard',
    back: (c) => cyclePath(cycleIn(c), EVALUATIONS_PATH),
    backTo: scorecardWords.views.evaluations,
  },
  ...[importRewards, publishRewards].map(
    (act): ActPlace => ({
      act,
      at: `${CYCLE}${EVALUATIONS_PATH}`,
      section: 'scorecard',
      back: (c) => cyclePath(cycleIn(c), AGGREGATES_PATH),
      backTo: evaluationPageWords.aggregates,
    }),
  ),
  { act: rollOver, at: `${CYCLE}/piano`, section: 'plan', back: (c) => planPath(cycleIn(c)) },
  ...[cancel, postponeBudget, withdrawPostponement].map(
    (act): ActPlace => ({ act, at: CYCLE, section: 'year', back: (c) => cyclePath(cycleIn(c)) }),
  ),
  { act: addFactor, at: CYCLE, section: 'body', back: ofExercise(CONTEXT_PATH), backTo: factorWords.title },
  {
    act: reviewFactor,
    at: `${CYCLE}${CONTEXT_PATH}/:factor`,
    section: 'body',
    back: ofExercise(CONTEXT_PATH),
    backTo: factorWords.title,
  },
  {
    act: extendSeries,
    at: `${BODY}${SERIES_PATH}/:series`,
    section: 'body',
    back: (c) => bodyPath(entityIn(c), `${SERIES_PATH}/${encodeURIComponent(c.req.param('series') ?? '')}`),
  },
  {
    act: enterAccounts,
    at: BODY,
    section: 'body',
    back: (c) => bodyPath(entityIn(c), FINANCE_PATH),
    backTo: financeWords.title,
  },
  {
    act: answerCheckUp,
    at: `${CYCLE}${CHECK_UP_PATH}/:requirement`,
    section: 'body',
    back: ofExercise(CHECK_UP_PATH),
    backTo: checkUpWords.title,
  },
  {
    act: improve,
    at: `${CYCLE}${CHECK_UP_PATH}/:requirement`,
    section: 'body',
    back: ofExercise(CHECK_UP_PATH),
    backTo: checkUpWords.title,
  },
  ...[recordInterview, oivRemark].map(
    (act): ActPlace => ({ act, at: CYCLE, section: 'year', back: desk, backTo: oivWords.title }),
  ),
  {
    act: judgeCheck,
    at: `${CYCLE}${OIV_PATH}/lista/:check`,
    section: 'year',
    back: desk,
    backTo: oivWords.title,
  },
  {
    act: verifyFigure,
    at: `${CYCLE}${OIV_PATH}/valori/:indicator`,
    section: 'year',
    back: desk,
    backTo: oivWords.title,
  },
  {
    act: answerOiv,
    at: `${CYCLE}${OIV_PATH}/osservazioni/:remark`,
    section: 'year',
    back: desk,
    backTo: oivWords.title,
  },
  {
    act: communicate,
    at: `${CYCLE}${COMMUNICATIONS_PATH}`,
    section: 'year',
    back: (c) => cyclePath(cycleIn(c), COMMUNICATIONS_PATH),
    backTo: consoleWords.views.communications,
  },
  {
    act: measureBySurvey,
    at: `${CYCLE}/indicatori/:code`,
    section: 'scorecard',
    back: (c) => indicatorPath(cycleIn(c), c.req.param('code') ?? ''),
  },
  {
    act: addStakeholder,
    at: `${BODY}${REGISTER_PATH}`,
    section: 'body',
    back: below(REGISTER_PATH),
    backTo: stakeholderPageWords.views.register,
  },
  {
    act: describeStakeholder,
    at: `${BODY}${REGISTER_PATH}/:stakeholder`,
    section: 'body',
    back: below(REGISTER_PATH),
    backTo: stakeholderPageWords.views.register,
  },
  {
    act: endStakeholder,
    at: `${BODY}${REGISTER_PATH}/:stakeholder`,
    section: 'body',
    back: below(REGISTER_PATH),
    backTo: stakeholderPageWords.views.register,
  },
  {
    act: openPublicForm,
    at: `${BODY}${VOICES_PATH}`,
    section: 'body',
    back: below(VOICES_PATH),
    backTo: stakeholderPageWords.voices.title,
  },
  {
    act: closePublicForm,
    at: `${BODY}${VOICES_PATH}`,
    section: 'body',
    back: below(VOICES_PATH),
    backTo: stakeholderPageWords.voices.title,
  },
  {
    act: recordSurvey,
    at: `${BODY}${SURVEYS_PATH}`,
    section: 'body',
    back: below(SURVEYS_PATH),
    backTo: surveyWords.title,
  },
  ...[addPerson, importPeople].map(
    (act): ActPlace => ({ act, at: BODY, section: 'body', back: below(PEOPLE_PATH), backTo: peopleWords.title }),
  ),
  ...[correctPerson, appoint, endMandate, endPerson].map(
    (act): ActPlace => ({
      act,
      at: `${BODY}${PEOPLE_PATH}/:person`,
      section: 'body',
      back: below(PEOPLE_PATH),
      backTo: peopleWords.title,
    }),
  ),
  {
    act: endSubstitution,
    at: `${BODY}${SUBSTITUTIONS_PATH}/:substitution`,
    section: 'body',
    back: below(SUBSTITUTIONS_PATH),
    backTo: steeringWords.substitutions.title,
  },
  { act: recordQuestion, at: `${BODY}${SURVEYS_PATH}/:survey`, section: 'body', back: surveyIn },
  { act: withdrawSurvey, at: `${BODY}${SURVEYS_PATH}/:survey`, section: 'body', back: surveyIn },
];
