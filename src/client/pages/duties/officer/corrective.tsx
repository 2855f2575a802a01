import type { Context, Handler } from 'hono';
import { previewOf } from '../../../../forms/preview.js';
import { assessmentOf } from '../../../../register/assessments.js';
import { type CorrectiveActionRecord, correctiveActionsOf } from '../../../../register/corrective-actions.js';
import type { Db } from '../../../../register/database.js';
import { italianPercent } from '../../../../words/format.js';
import { officerWords } from '../../../../words/officer.js';
import { bareFrame } from '../../kit/frame.js';
import { answer, type Site } from '../../kit/site.js';
import { CorrectiveErrorsPage } from './corrective-errors.js';
import { type RedRow, readProposals, recordProposals, type WrongProposals } from './proposals.js';
import { formDataOf } from './request.js';
import { type Scene, sceneOf } from './scene.js';

const words = officerWords.corrective;

/** The rows that the last computation of the checkpoint found red; before there is one, what their values would give. */
export async function redRows(db: Db, { form, period }: Scene): Promise<readonly RedRow[]> {
  // Of a checkpoint reopened, the earlier computation is no longer what counts.
  const assessment = form.state === 'closed' ? await assessmentOf(db, form) : undefined;
  const computed = new Map(assessment?.indicators.map((one) => [one.indicator, one]));
  return form.rows.flatMap((row) => {
    const own =
      computed.get(row.code) ??
      (row.current === undefined ? undefined : previewOf(row, row.current.actual, form.policy, period).assessment);
    if (own?.light !== 'red') return [];
    return [{ row, achievement: own.achievement === undefined ? '' : italianPercent(own.achievement) }];
  });
}

/** Takes the proposals. */
export function takeCorrective(site: Site): Handler {
  return async (c) => {
    const scene = await sceneOf(site, c);
    if (scene === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [red, actions] = await Promise.all([redRows(db, scene), correctiveActionsOf(db, scene.form)]);
    const data = await formDataOf(c);
    if (!data.ok) return refused(site, c, scene, { red, actions, general: data.error });
    const proposals = readProposals(data.value, red, actions, scene.today);
    if (!proposals.ok) return refused(site, c, scene, { red, actions, wrong: proposals.error });
    if (proposals.value.length === 0) return refused(site, c, scene, { red, actions, general: words.empty });
    await recordProposals(db, scene, data.value, proposals.value);
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
