import type { Context } from 'hono';
import type { Place } from '../../acts/act.js';
import { addFactor } from '../../acts/context/add-factor.js';
import { answerCheckUp } from '../../acts/context/answer.js';
import { aSeries, extendSeries } from '../../acts/context/extend-series.js';
import { improve } from '../../acts/context/improve.js';
import { aFactor, reviewFactor } from '../../acts/context/review-factor.js';
import { cancel } from '../../acts/cycle/cancel.js';
import { enterAccounts } from '../../acts/finance/enter-accounts.js';
import { aRequirement } from '../../acts/requirement.js';
import { note } from '../../acts/step/note.js';
import { yearOf } from '../../domain/calendar/civil-date.js';
import { nextYear } from '../../domain/context/series-years.js';
import type { ActPlace } from '../pages/kit/act-page.js';
import {
  bodyPath,
  CHECK_UP_PATH,
  CONTEXT_PATH,
  cyclePath,
  FINANCE_PATH,
  SERIES_PATH,
  stepPath,
} from '../pages/kit/paths.js';

type Start = Readonly<Record<string, string>>;

const CYCLE = '/cicli/:entity/:exercise';
const BODY = '/enti/:entity';

const cycleIn = (c: Context) => ({ entity: c.req.param('entity') ?? '', exercise: Number(c.req.param('exercise')) });
const entityIn = (c: Context): string => c.req.param('entity') ?? '';
const ofExercise = (path: string) => (c: Context) =>
  bodyPath(entityIn(c), `${path}?esercizio=${Number(c.req.param('exercise'))}`);

/** The acts that have a page of their own, and no other: what each is done to says the address. */
export const ACT_PAGES: readonly ActPlace[] = [
  {
    act: note,
    at: `${CYCLE}/attivita/:step`,
    section: 'year',
    back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
  },
  { act: cancel, at: CYCLE, section: 'year', back: (c) => cyclePath(cycleIn(c)) },
  { act: addFactor, at: CYCLE, section: 'body', back: ofExercise(CONTEXT_PATH) },
  {
    act: reviewFactor,
    at: `${CYCLE}${CONTEXT_PATH}/:factor`,
    section: 'body',
    back: ofExercise(CONTEXT_PATH),
    start: async ({ register }, c): Promise<Start> => {
      const found = await aFactor.find(register, { ...cycleIn(c), name: c.req.param('factor') ?? '' });
      return found === undefined ? {} : { text: found.factor.text, place: String(found.factor.ordinal) };
    },
  },
  {
    act: extendSeries,
    at: `${BODY}${SERIES_PATH}/:series`,
    section: 'body',
    back: (c) => bodyPath(entityIn(c), `${SERIES_PATH}/${encodeURIComponent(c.req.param('series') ?? '')}`),
    start: async ({ register, today }, c): Promise<Start> => {
      const found = await aSeries.find(register, { entity: entityIn(c), name: c.req.param('series') ?? '' });
      return found === undefined ? {} : { year: String(Math.min(nextYear(found.table), yearOf(today))) };
    },
  },
  { act: enterAccounts, at: BODY, section: 'body', back: (c) => bodyPath(entityIn(c), FINANCE_PATH) },
  {
    act: answerCheckUp,
    at: `${CYCLE}${CHECK_UP_PATH}/:requirement`,
    section: 'body',
    back: ofExercise(CHECK_UP_PATH),
    start: answerBefore,
  },
  { act: improve, at: `${CYCLE}${CHECK_UP_PATH}/:requirement`, section: 'body', back: ofExercise(CHECK_UP_PATH) },
];

/** The answer that stands, or else the one of the exercise before: what is confirmed by sending it. */
async function answerBefore({ register }: Place<unknown>, c: Context): Promise<Start> {
  const found = await aRequirement.find(register, { ...cycleIn(c), name: c.req.param('requirement') ?? '' });
  const last = found?.checked.answer ?? found?.checked.before;
  return last === undefined ? {} : { degree: last.degree, evidence: last.evidence ?? '' };
}
