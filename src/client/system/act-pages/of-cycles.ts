import { importSpending } from '../../../acts/body/import-spending.js';
import { cancel } from '../../../acts/cycle/cancel.js';
import { communicate } from '../../../acts/cycle/communicate.js';
import { postponeBudget } from '../../../acts/cycle/postpone-budget.js';
import { withdrawPostponement } from '../../../acts/cycle/withdraw-postponement.js';
import { importRewards } from '../../../acts/individual/import-rewards.js';
import { proposeSheet } from '../../../acts/individual/propose.js';
import { publishRewards } from '../../../acts/individual/publish-rewards.js';
import { recordInterview } from '../../../acts/oiv/interview.js';
import { judgeCheck, verifyFigure } from '../../../acts/oiv/judge.js';
import { answerOiv, oivRemark } from '../../../acts/oiv/remark.js';
import { bringIntoForce } from '../../../acts/plan/bring-into-force.js';
import { rollOver } from '../../../acts/plan/roll-over.js';
import { measureBySurvey } from '../../../acts/voices/measure-by-survey.js';
import { consoleWords } from '../../../words/console.js';
import { evaluationPageWords } from '../../../words/evaluation-pages.js';
import { oivWords } from '../../../words/oiv.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { ActPlace } from '../../pages/kit/act-page.js';
import {
  AGGREGATES_PATH,
  COMMUNICATIONS_PATH,
  EVALUATED_PEOPLE_PATH,
  EVALUATIONS_PATH,
  indicatorPath,
  OIV_PATH,
  planPath,
} from '../../pages/kit/paths.js';
import { CYCLE, cycleIn, toCycle } from './addresses.js';

const desk = { section: 'year', back: toCycle(OIV_PATH), backTo: oivWords.title } as const;

/** Acts on a cycle: its course, its plan, the OIV's desk, its evaluations. */
export const CYCLE_ACT_PAGES: readonly ActPlace[] = [
  ...[cancel, postponeBudget, withdrawPostponement].map(
    (act): ActPlace => ({ act, at: CYCLE, section: 'year', back: toCycle() }),
  ),
  {
    act: communicate,
    at: `${CYCLE}${COMMUNICATIONS_PATH}`,
    section: 'year',
    back: toCycle(COMMUNICATIONS_PATH),
    backTo: consoleWords.views.communications,
  },
  { act: bringIntoForce, at: `${CYCLE}/piano/versioni/:version`, section: 'plan', back: (c) => planPath(cycleIn(c)) },
  { act: rollOver, at: `${CYCLE}/piano`, section: 'plan', back: (c) => planPath(cycleIn(c)) },
  {
    act: importSpending,
    at: CYCLE,
    section: 'scorecard',
    back: toCycle('/programmi'),
    backTo: scorecardWords.views.programmes,
  },
  {
    act: measureBySurvey,
    at: `${CYCLE}/indicatori/:code`,
    section: 'scorecard',
    back: (c) => indicatorPath(cycleIn(c), c.req.param('code') ?? ''),
  },
  ...[recordInterview, oivRemark].map((act): ActPlace => ({ act, at: CYCLE, ...desk })),
  { act: judgeCheck, at: `${CYCLE}${OIV_PATH}/lista/:check`, ...desk },
  { act: verifyFigure, at: `${CYCLE}${OIV_PATH}/valori/:indicator`, ...desk },
  { act: answerOiv, at: `${CYCLE}${OIV_PATH}/osservazioni/:remark`, ...desk },
  {
    act: proposeSheet,
    at: `${CYCLE}${EVALUATED_PEOPLE_PATH}/:person`,
    section: 'scorecard',
    back: toCycle(EVALUATIONS_PATH),
    backTo: scorecardWords.views.evaluations,
  },
  ...[importRewards, publishRewards].map(
    (act): ActPlace => ({
      act,
      at: `${CYCLE}${EVALUATIONS_PATH}`,
      section: 'scorecard',
      back: toCycle(AGGREGATES_PATH),
      backTo: evaluationPageWords.aggregates,
    }),
  ),
];
