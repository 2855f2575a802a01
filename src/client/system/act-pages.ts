import type { ActPlace } from '../pages/kit/act-page.js';
import { BODY_ACT_PAGES } from './act-pages/of-bodies.js';
import { CYCLE_ACT_PAGES } from './act-pages/of-cycles.js';
import { PEOPLE_ACT_PAGES } from './act-pages/of-people.js';
import { STEP_ACT_PAGES } from './act-pages/of-steps.js';

/** The acts that have a page of their own, and no other: what each is done to says the address. */
export const ACT_PAGES: readonly ActPlace[] = [
  ...STEP_ACT_PAGES,
  ...CYCLE_ACT_PAGES,
  ...BODY_ACT_PAGES,
  ...PEOPLE_ACT_PAGES,
];
