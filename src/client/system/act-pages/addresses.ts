import type { Context } from 'hono';
import { bodyPath, cyclePath, stepPath } from '../../pages/kit/paths.js';

/** Addresses of a cycle and of a body, as routes name them. */
export const CYCLE = '/cicli/:entity/:exercise';
export const BODY = '/enti/:entity';

/** Where an act's page leads back to. */
export type Back = (c: Context) => string;

/** The body an address names. */
export const entityIn = (c: Context): string => c.req.param('entity') ?? '';

/** The cycle an address names. */
export const cycleIn = (c: Context) => ({ entity: entityIn(c), exercise: Number(c.req.param('exercise')) });

/** Back to a page of the cycle; without a path, to its year. */
export const toCycle =
  (path?: string): Back =>
  (c) =>
    cyclePath(cycleIn(c), path);

/** Back to a page of the body. */
export const toBody =
  (path: string): Back =>
  (c) =>
    bodyPath(entityIn(c), path);

/** Back to a page of the body, as it shows the exercise. */
export const toBodyIn =
  (path: string): Back =>
  (c) =>
    bodyPath(entityIn(c), `${path}?esercizio=${Number(c.req.param('exercise'))}`);

/** Back to the step the address names. */
export const toStep: Back = (c) => stepPath(cycleIn(c), c.req.param('step') ?? '');
