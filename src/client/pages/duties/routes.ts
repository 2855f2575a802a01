import type { Context, Handler, Hono } from 'hono';
import { DUTY_PATH } from '../../../access/invitations.js';
import type { StepKind } from '../../../domain/calendar/types.js';
import { uploadLimit } from '../kit/body-limits.js';
import type { Site } from '../kit/site.js';
import { invitedDuty, type NoDuty, ownDuty } from './duty.js';
import { noDuty } from './no-duty.js';

/** Something a duty's page answers to, below the address of the duty itself: `''` is the page. */
export interface DutyRoute {
  readonly method: 'GET' | 'POST';
  readonly path: '' | `/${string}`;
  /** Kinds of step it concerns; for the others the address does not exist. */
  readonly kinds: readonly StepKind[];
  readonly handler: Handler;
}

/** The two ways to a duty: the link in a mail, and the step's page for who has signed in. */
const OWN_PATH = '/cicli/:entity/:exercise/attivita/:step/adempimento';

/** Serves the duties by both ways, with the same pages. The second goes after `ofEntity`. */
export function mountDuties(app: Hono, site: Site, routes: readonly DutyRoute[]): void {
  const refuse = (c: Context, why: NoDuty): Promise<Response> => noDuty(site, c, why);
  for (const [prefix, open] of [
    [`${DUTY_PATH}/:token`, invitedDuty(site, refuse)],
    [OWN_PATH, ownDuty(site, refuse)],
  ] as const) {
    app.use(prefix, open);
    app.use(`${prefix}/*`, open);
    // Behind the guards: of who has no key nothing is read.
    app.use(`${prefix}/*`, uploadLimit(site));
    for (const [address, handlers] of byAddress(routes)) {
      app.on([handlers[0]?.method ?? 'GET'], `${prefix}${address.slice(address.indexOf(' ') + 1)}`, async (c, next) => {
        const { kind } = c.get('duty').step.planned;
        const route = handlers.find((r) => r.kinds.includes(kind));
        return route === undefined ? c.notFound() : route.handler(c, next);
      });
    }
  }
}

/** Several kinds of step may answer at one address, each with its own page. */
function byAddress(routes: readonly DutyRoute[]): ReadonlyMap<string, readonly DutyRoute[]> {
  const found = new Map<string, DutyRoute[]>();
  for (const route of routes) {
    const address = `${route.method} ${route.path}`;
    found.set(address, [...(found.get(address) ?? []), route]);
  }
  return found;
}
