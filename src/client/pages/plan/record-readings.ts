import { confirmInForce } from '../../../acts/plan/confirming.js';
import type { Actor } from '../../../domain/acting.js';
import { withTarget } from '../../../domain/amend-plan.js';
import type { Plan } from '../../../domain/plan.js';
import { withIndicator } from '../../../domain/plan-edits.js';
import { listIdIn } from '../../../domain/plan-outline.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { readAs } from '../../../domain/to-read.js';
import { stepOf } from '../../../register/steps.js';
import { planningWords } from '../../../words/planning.js';
import { readingWords as words } from '../../../words/readings.js';
import type { Problem } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import type { ReadingAnswers } from './reading-answers.js';
import { save } from './saving.js';
import type { PlanningScene } from './scene.js';

/**
 * Puts the readings of a page on record: in a new draft, or beside the plan in force.
 * @param from the version the person was looking at
 * @returns what was done, sentence by sentence; or what keeps it from being done
 */
export async function recordReadings(
  site: Site,
  scene: PlanningScene,
  from: number,
  answers: ReadingAnswers,
): Promise<Result<readonly string[], readonly Problem[]>> {
  const { editor: actor } = scene;
  if (actor === undefined || scene.shown === undefined)
    throw new Error('readings are confirmed by who may edit the plan');
  if (!scene.edits) return await beside(site, scene, { ...actor, from }, answers);
  const action = answers.rewritten.length > 0 ? 'plan-drafted' : 'targets-confirmed';
  const plan = applied(scene.shown.plan, answers, actor.person);
  const saved = await save(site, scene, { plan, from, action, reason: words.reason });
  if (!saved.ok) return saved;
  const told = answers.readings.length === 0 ? [] : [words.saved(answers.readings.length)];
  return ok([...told, planningWords.form.saved(saved.value)]);
}

function applied(plan: Plan, { readings, rewritten }: ReadingAnswers, by: string): Plan {
  const read = readings.reduce((changed, { one, reading }) => readAs(changed, one, reading, by), plan);
  return rewritten.reduce((changed, { one: { list, indicator, followers }, text }) => {
    const rows = [{ list, indicator }, ...followers];
    return rows.reduce((next, row) => {
      const id = listIdIn(next, row.list.id);
      const retargeted = withTarget(row.indicator, plan.exercise, text);
      return id === undefined ? next : withIndicator(next, id, row.indicator.code, retargeted);
    }, changed);
  }, read);
}

async function beside(
  { deps }: Site,
  { cycle }: PlanningScene,
  { from, ...actor }: Actor & { readonly from: number },
  { readings }: ReadingAnswers,
): Promise<Result<readonly string[], readonly Problem[]>> {
  const { db, schema } = deps.register;
  const ref = { space: schema, entity: cycle.entity, exercise: cycle.exercise };
  const change = { ...actor, at: deps.clock(), reason: words.reason };
  const saved = await confirmInForce(db, ref, change, {
    version: from,
    readings: readings.flatMap(({ one, reading }) =>
      [one, ...one.followers].map(({ indicator }) => ({
        indicator: indicator.code,
        name: indicator.name,
        target: one.text,
        reading,
      })),
    ),
  });
  if (!saved.ok) return err([{ field: 'letture', text: words.refused[saved.error] }]);
  const { checkpoint } = saved.value;
  const step = checkpoint === undefined ? undefined : await stepOf(db, cycle.id, checkpoint);
  return ok([words.saved(readings.length), ...(step === undefined ? [] : [words.recomputed(step.planned.title)])]);
}
