import type { Context } from 'hono';
import { troublesPath } from '../../access/trouble-path.js';
import { giveUp } from '../../acts/body/give-up.js';
import { cancel } from '../../acts/cycle/cancel.js';
import { note } from '../../acts/step/note.js';
import { troubleWords } from '../../words/troubles.js';
import type { ActPlace } from '../pages/kit/act-page.js';
import { cyclePath, stepPath } from '../pages/kit/paths.js';

const CYCLE = '/cicli/:entity/:exercise';

const cycleIn = (c: Context) => ({ entity: c.req.param('entity') ?? '', exercise: Number(c.req.param('exercise')) });

/** The acts that have a page of their own, and no other: what each is done to says the address. */
export const ACT_PAGES: readonly ActPlace[] = [
  {
    act: note,
    at: `${CYCLE}/attivita/:step`,
    section: 'year',
    back: (c) => stepPath(cycleIn(c), c.req.param('step') ?? ''),
  },
  {
    act: giveUp,
    at: '/enti/:entity/richieste/:request',
    section: 'body',
    back: (c) => troublesPath(c.req.param('entity') ?? ''),
    backTo: troubleWords.title,
  },
  { act: cancel, at: CYCLE, section: 'year', back: (c) => cyclePath(cycleIn(c)) },
];
