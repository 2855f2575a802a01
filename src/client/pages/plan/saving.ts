import type { Context } from 'hono';
import { type EditedPlan, saveDraft } from '../../../acts/plan/planning.js';
import type { Plan } from '../../../domain/plan.js';
import { err, type Result } from '../../../domain/result.js';
import { refuseText } from '../../../register/accept.js';
import { planningWords as words } from '../../../words/planning.js';
import { steeringActor } from '../kit/actor.js';
import type { Fields } from '../kit/fields.js';
import { forbidden, type Problem } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import { type PlanningScene, planningScene } from './scene.js';

/** What a form of the editor begins with: who asks may edit; or the answer to give at once. */
export async function editingScene(site: Site, c: Context): Promise<PlanningScene | Response> {
  if (steeringActor(c) === undefined) return forbidden(site, c);
  const scene = await planningScene(site, c);
  return scene ?? ((await c.notFound()) as Response);
}

interface Save {
  readonly plan: Plan;
  /** The version the person was looking at. */
  readonly from: number;
  readonly action: EditedPlan['action'];
  readonly reason: string;
}

/** Saves the plan as a new draft by who asks. Answers its version, or what to correct: then nothing has changed. */
export async function save(
  { deps }: Site,
  c: Context,
  { cycle }: PlanningScene,
  { plan, from, action, reason }: Save,
): Promise<Result<number, readonly Problem[]>> {
  const actor = steeringActor(c);
  if (actor === undefined) throw new Error('a draft is saved by who steers the body');
  const unwritable = unwritableIn(plan);
  if (unwritable !== undefined) return err([{ field: 'contenuto', text: unwritable }]);
  const ref = { space: deps.register.schema, entity: cycle.entity, exercise: cycle.exercise };
  const change = { ...actor, at: deps.clock(), reason };
  const saved = await saveDraft(deps.register.db, ref, change, { plan, from, action });
  return saved.ok ? saved : err([{ field: 'contenuto', text: words.wrong.refused[saved.error] }]);
}

/** Why some text of a plan can not be kept, whatever way it came. */
function unwritableIn(plan: Plan): string | undefined {
  let found: string | undefined;
  JSON.stringify(plan, (_key, value: unknown) => {
    if (typeof value === 'string') found ??= refuseText(value);
    return value;
  });
  return found;
}

/** The version a form was made from. */
export const versionIn = (fields: Fields): number => {
  const text = fields.text('versione');
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
};

/** The reason written, or what is wrong with it. */
export function reasonIn(
  fields: Fields,
  id = 'motivo',
): { readonly reason: string; readonly problems: readonly Problem[] } {
  const reason = fields.text('motivo').trim();
  const problem = reason === '' ? words.wrong.reason : refuseText(reason);
  return { reason, problems: problem === undefined ? [] : [{ field: id, text: problem }] };
}
