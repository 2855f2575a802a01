import { troublesPath } from '../../../access/trouble-path.js';
import { giveUp } from '../../../acts/body/give-up.js';
import { changeTerm } from '../../../acts/calendar/change-term.js';
import { withdrawTerm } from '../../../acts/calendar/withdraw-term.js';
import { addFactor } from '../../../acts/context/add-factor.js';
import { answerCheckUp } from '../../../acts/context/answer.js';
import { extendSeries } from '../../../acts/context/extend-series.js';
import { improve } from '../../../acts/context/improve.js';
import { reviewFactor } from '../../../acts/context/review-factor.js';
import { earlierWords } from '../../../acts/earlier/earlier.js';
import { recordEarlier } from '../../../acts/earlier/record-earlier.js';
import { withdrawEarlier } from '../../../acts/earlier/withdraw-earlier.js';
import { enterAccounts } from '../../../acts/finance/enter-accounts.js';
import { withdrawRule } from '../../../acts/rules/withdraw-rule.js';
import { beginningWords } from '../../../words/beginning.js';
import { checkUpWords, factorWords, financeWords } from '../../../words/context.js';
import { ownRuleWords } from '../../../words/own-rules.js';
import { ownTermWords } from '../../../words/own-terms.js';
import { troubleWords } from '../../../words/troubles.js';
import type { ActPlace } from '../../pages/kit/act-page.js';
import {
  BEGIN_PATH,
  bodyPath,
  CHECK_UP_PATH,
  CONTEXT_PATH,
  FINANCE_PATH,
  RULES_PATH,
  SERIES_PATH,
  TERMS_PATH,
} from '../../pages/kit/paths.js';
import { type Back, BODY, CYCLE, entityIn, toBody, toBodyIn } from './addresses.js';

const factors = { section: 'body', back: toBodyIn(CONTEXT_PATH), backTo: factorWords.title } as const;

/** Back to where a cycle begins, of the exercise that was looked at there. */
const toBeginning: Back = (c) => {
  const name = earlierWords.exercise.page;
  const exercise = c.req.query(name);
  return bodyPath(
    entityIn(c),
    exercise === undefined ? BEGIN_PATH : `${BEGIN_PATH}?${new URLSearchParams({ [name]: exercise }).toString()}`,
  );
};

/** Acts on a body: what it did before, its context and accounts, its check-up, what is stuck. */
export const BODY_ACT_PAGES: readonly ActPlace[] = [
  ...[recordEarlier, withdrawEarlier].map(
    (act): ActPlace => ({ act, at: BODY, section: 'body', back: toBeginning, backTo: beginningWords.view }),
  ),
  ...[changeTerm, withdrawTerm].map(
    (act): ActPlace => ({ act, at: BODY, section: 'body', back: toBody(TERMS_PATH), backTo: ownTermWords.title }),
  ),
  { act: withdrawRule, at: BODY, section: 'body', back: toBody(RULES_PATH), backTo: ownRuleWords.title },
  {
    act: giveUp,
    at: `${BODY}/richieste/:request`,
    section: 'body',
    back: (c) => troublesPath(entityIn(c)),
    backTo: troubleWords.title,
  },
  { act: addFactor, at: CYCLE, ...factors },
  { act: reviewFactor, at: `${CYCLE}${CONTEXT_PATH}/:factor`, ...factors },
  {
    act: extendSeries,
    at: `${BODY}${SERIES_PATH}/:series`,
    section: 'body',
    back: (c) => bodyPath(entityIn(c), `${SERIES_PATH}/${encodeURIComponent(c.req.param('series') ?? '')}`),
  },
  { act: enterAccounts, at: BODY, section: 'body', back: toBody(FINANCE_PATH), backTo: financeWords.title },
  ...[answerCheckUp, improve].map(
    (act): ActPlace => ({
      act,
      at: `${CYCLE}${CHECK_UP_PATH}/:requirement`,
      section: 'body',
      back: toBodyIn(CHECK_UP_PATH),
      backTo: checkUpWords.title,
    }),
  ),
];
