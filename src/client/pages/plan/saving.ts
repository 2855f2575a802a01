import type { Context } from 'hono';
import { type DraftRefusal, type EditedPlan, saveDraft } from '../../../acts/plan/planning.js';
import type { Plan } from '../../../domain/plan.js';
import { err, type Result } from '../../../domain/result.js';
import { refuseText } from '../../../register/accept.js';
import { planningWords as words } from '../../../words/planning.js';
import type { Fields } from '../kit/fields.js';
import { forbidden, type Problem } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import { type PlanningScene, planningScene } from './scene.js';

/** What a form of the editor begins with: who asks may edit; or the answer to give at once. */
export async function editingScene(site: Site, c: Context): Promise<PlanningScene | Response> {
  const scene = await planningScene(site, c);
  if (scene === undefined) return (await c.notFound()) as Response;
  if (scene.editor === undefined) return forbidden(site, c);
  // An amendment begins with its draft, and ends with it: its own page says where it stands.
  return scene.amends && !scene.edits ? c.redirect(scene.path(), 303) : scene;
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
  { cycle, editor }: PlanningScene,
  { plan, from, action, reason }: Save,
): Promise<Result<number, readonly Problem[]>> {
  if (editor === undefined) throw new Error('a draft is saved by who may edit it');
  const unwritable = unwritableIn(plan);
  if (unwritable !== undefined) return err([{ field: 'contenuto', text: unwritable }]);
  const ref = { space: deps.register.schema, entity: cycle.entity, exercise: cycle.exercise };
  const change = { ...editor, at: deps.clock(), reason };
  const saved = await saveDraft(deps.register.db, ref, change, { plan, from, action });
  return saved.ok ? saved : err([{ field: 'contenuto', text: refusedText(saved.error) }]);
}

function refusedText(refusal: DraftRefusal): string {
  const { refused } = words.wrong;
  return refusal.why === 'overtaken' ? refused.overtaken(refusal.version, refusal.by) : refused[refusal.why];
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
