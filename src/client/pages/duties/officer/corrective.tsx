import type { Context, Handler } from 'hono';
import { type RedRow, redRows } from '../../../../forms/red-rows.js';
import { type CorrectiveActionRecord, correctiveActionsOf } from '../../../../register/corrective-actions.js';
import { officerWords } from '../../../../words/officer.js';
import { bareFrame } from '../../kit/frame.js';
import { answer, type Site } from '../../kit/site.js';
import { CorrectiveErrorsPage } from './corrective-errors.js';
import { type OfficerPageData, officerPageData } from './page-data.js';
import { proposalsIn, propose, type WrongProposals } from './proposals.js';
import { formDataOf } from './request.js';

const words = officerWords.corrective;

/** Takes the proposals. */
export function takeCorrective(site: Site): Handler {
  return async (c) => {
    const data = await officerPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [red, actions] = await Promise.all([redRows(db, data.form), correctiveActionsOf(db, data.form)]);
    const sent = await formDataOf(c);
    if (!sent.ok) return refused(site, c, data, { red, actions, general: sent.error });
    const proposals = proposalsIn(sent.value, red, actions);
    if (proposals.length === 0) return refused(site, c, data, { red, actions, general: words.empty });
    const wrong = await propose(site, data, sent.value, proposals);
    if (wrong.size > 0)
      return refused(site, c, data, { red, actions: await correctiveActionsOf(db, data.form), wrong });
    return c.redirect(`${data.duty.here}?fatto=azioni`, 303);
  };
}

async function refused(
  { deps, assets }: Site,
  c: Context,
  data: OfficerPageData,
  content: {
    readonly red: readonly RedRow[];
    readonly actions: ReadonlyMap<string, CorrectiveActionRecord>;
    readonly wrong?: WrongProposals;
    readonly general?: string;
  },
): Promise<Response> {
  return answer(c, <CorrectiveErrorsPage frame={bareFrame(deps, assets, c)} data={data} {...content} />, 422);
}
