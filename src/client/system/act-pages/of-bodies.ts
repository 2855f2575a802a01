import { troublesPath } from '../../../access/trouble-path.js';
import { giveUp } from '../../../acts/body/give-up.js';
import { changeTerm } from '../../../acts/calendar/change-term.js';
import { withdrawTerm } from '../../../acts/calendar/withdraw-term.js';
import { addFactor } from '../../../acts/context/add-factor.js';
import { answerCheckUp } from '../../../acts/context/answer.js';
import { extendSeries } from '../../../acts/context/extend-series.js';
import { improve } from '../../../acts/context/improve.js';
import { reviewFactor } from '../../../acts/context/review-factor.js';
import { recordEarlier } from '../../../acts/earlier/record-earlier.js';
import { withdrawEarlier } from '../../../acts/earlier/withdraw-earlier.js';
import { enterAccounts } from '../../../acts/finance/enter-accounts.js';
import { withdrawRule } from '../../../acts/rules/withdraw-rule.js';
import { aboutWords } from '../../../words/about-body.js';
import { checkUpWords, factorWords, financeWords } from '../../../words/context.js';
import { ownRuleWords } from '../../../words/own-rules.js';
import { ownTermWords } from '../../../words/own-terms.js';
import { troubleWords } from '../../../words/troubles.js';
import type { ActPlace } from '../../pages/kit/act-page.js';
import { ABOUT_PATH } from '../../pages/kit/body-frame.js';
import {
  bodyPath,
  CHECK_UP_PATH,
  CONTEXT_PATH,
  FINANCE_PATH,
  RULES_PATH,
  SERIES_PATH,
  TERMS_PATH,
} from '../../pages/kit/paths.js';
import { BODY, CYCLE, entityIn, toBody, toBodyIn } from './addresses.js';

const factors = { section: 'body', back: toBodyIn(CONTEXT_PATH), backTo: factorWords.title } as const;

/** Acts on a body: what it did before, its context and accounts, its check-up, what is stuck. */
export const BODY_ACT_PAGES: readonly ActPlace[] = [
  ...[recordEarlier, withdrawEarlier].map(
    (act): ActPlace => ({ act, at: BODY, section: 'body', back: toBody(ABOUT_PATH), backTo: aboutWords.title }),
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
