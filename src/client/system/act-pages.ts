import type { Context } from 'hono';
import { importSpending } from '../../acts/body/import-spending.js';
import { cancel } from '../../acts/cycle/cancel.js';
import { rollOver } from '../../acts/plan/roll-over.js';
import { note } from '../../acts/step/note.js';
import type { ActPlace } from '../pages/kit/act-page.js';
import { cyclePath, planPath, stepPath } from '../pages/kit/paths.js';

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
  { act: importSpending, at: CYCLE, section: 'scorecard', back: (c) => cyclePath(cycleIn(c), '/programmi') },
  { act: rollOver, at: `${CYCLE}/piano`, section: 'plan', back: (c) => planPath(cycleIn(c)) },
  { act: cancel, at: CYCLE, section: 'year', back: (c) => cyclePath(cycleIn(c)) },
];
