import type { CycleRef } from '../domain/acting.js';
import { type Checked, checkUpOf, type Questionnaire } from '../domain/context/check-up.js';
import { cycleId } from '../domain/cycle-id.js';
import { bodyProfile } from '../register/body.js';
import { checkUpAnswers } from '../register/context.js';
import { cycleOf } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import type { Subject } from './subject.js';

/** A requirement of the check-up of an exercise, with what is answered. */
interface RequirementSubject {
  readonly ref: CycleRef;
  readonly questionnaire: Questionnaire;
  readonly checked: Checked;
}

/** The check-up of an exercise as it stands; undefined without a cycle or a questionnaire. */
export async function checkUpNow(
  db: Db,
  entity: string,
  exercise: number,
): Promise<{ readonly questionnaire: Questionnaire; readonly checked: readonly Checked[] } | undefined> {
  const [cycle, profile] = await Promise.all([cycleOf(db, cycleId({ entity, exercise })), bodyProfile(db, entity)]);
  const questionnaire = profile?.checkUp;
  if (cycle === undefined || questionnaire === undefined) return undefined;
  return { questionnaire, checked: checkUpOf(questionnaire, await checkUpAnswers(db, entity), exercise) };
}

/** A requirement of the check-up of an exercise. */
export const aRequirement: Subject<RequirementSubject> = {
  api: '/cycles/{entity}/{exercise}/requirements/{requirement}',
  argument: { name: 'requisito', help: 'requisito del check-up, per esempio modello-fasi' },
  ofCycle: true,
  find: async ({ db, schema }, { entity, exercise = 0, name }) => {
    const now = await checkUpNow(db, entity, exercise);
    const checked = now?.checked.find(({ requirement }) => requirement.id === name);
    return now && checked && { ref: { space: schema, entity, exercise }, questionnaire: now.questionnaire, checked };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    ((await checkUpNow(db, entity, exercise))?.checked ?? []).map(({ requirement }) => requirement.id),
  unknown: (name) => `il check-up non ha un requisito «${name}»`,
  title: ({ checked }) => checked.requirement.text,
  id: ({ ref, checked }) => `${cycleId(ref)}/requirement/${checked.requirement.id}`,
};
