import type { Context, Handler } from 'hono';
import { type RedRow, redRows } from '../../../../forms/red-rows.js';
import { type CorrectiveActionRecord, correctiveActionsOf } from '../../../../register/corrective-actions.js';
import { officerWords } from '../../../../words/officer.js';
import { bareFrame } from '../../kit/frame.js';
import { answer, type Site } from '../../kit/site.js';
import { CorrectiveErrorsPage } from './corrective-errors.js';
import { proposalsIn, propose, type WrongProposals } from './proposals.js';
import { formDataOf } from './request.js';
import { type Scene, sceneOf } from './scene.js';

const words = officerWords.corrective;

/** Takes the proposals. */
export function takeCorrective(site: Site): Handler {
  return async (c) => {
    const scene = await sceneOf(site, c);
    if (scene === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [red, actions] = await Promise.all([redRows(db, scene.form), correctiveActionsOf(db, scene.form)]);
    const data = await formDataOf(c);
    if (!data.ok) return refused(site, c, scene, { red, actions, general: data.error });
    const proposals = proposalsIn(data.value, red, actions);
    if (proposals.length === 0) return refused(site, c, scene, { red, actions, general: words.empty });
    const wrong = await propose(site, scene, data.value, proposals);
    if (wrong.size > 0)
      return refused(site, c, scene, { red, actions: await correctiveActionsOf(db, scene.form), wrong });
    return c.redirect(`${scene.duty.here}?fatto=azioni`, 303);
  };
}

async function refused(
  { deps, assets }: Site,
  c: Context,
  scene: Scene,
  content: {
    readonly red: readonly RedRow[];
    readonly actions: ReadonlyMap<string, CorrectiveActionRecord>;
    readonly wrong?: WrongProposals;
    readonly general?: string;
  },
): Promise<Response> {
  return answer(c, <CorrectiveErrorsPage frame={bareFrame(deps, assets, c)} scene={scene} {...content} />, 422);
}
