import type { Handler } from 'hono';
import type { AnyAct } from '../../../acts/act.js';
import { placeOf } from '../../../acts/place.js';
import type { Refused } from '../kit/act-form.js';
import { planPath } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';

/** Takes an act of one of several forms on a page of the plan, and comes back to that page with what was done. */
export function takePlanAct(
  site: Site,
  act: AnyAct,
  {
    page,
    named,
    again,
  }: {
    /** Path of the page below the plan. */
    readonly page: string;
    /** Parameter of the address that names what it is done to; absent: the plan. */
    readonly named?: string;
    readonly again: (c: Parameters<Handler>[0], refused: Refused) => Response | Promise<Response>;
  },
): Handler {
  return async (c) => {
    const [entity = '', exercise] = [c.req.param('entity'), Number(c.req.param('exercise'))];
    const name = named === undefined ? '' : (c.req.param(named) ?? '');
    const subject: unknown = await act.on.find(site.deps.register, { entity, exercise, name });
    if (subject === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, entity, subject), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) =>
      planPath({ entity, exercise }, `${page}?fatto=${encodeURIComponent(said)}`);
    return takeAct(site, c, act, at, next, (refused) =>
      again(c, named === undefined ? refused : { ...refused, about: name }),
    );
  };
}
