import { cycleId } from '../../domain/cycle-id.js';
import type { Plan, StrategicObjective } from '../../domain/plan.js';
import { draftIn } from '../../domain/plan-work.js';
import { planVersion } from '../../register/plans.js';
import type { Option, Place } from '../act.js';
import type { PlanSubject } from './a-plan.js';

/** Strategic objectives of a plan, in its order. */
export const objectivesIn = ({ areas }: Pick<Plan, 'areas'>): readonly StrategicObjective[] =>
  areas.flatMap((area) => area.objectives);

/** The draft people work on; undefined where there is none. */
export async function draftOf({ register, subject: { ref, work } }: Place<PlanSubject>): Promise<Plan | undefined> {
  return (await planVersion(register.db, ref.entity, ref.exercise, draftIn(work)))?.plan;
}

/** The objectives of the draft, to choose one of. */
export async function objectiveOptions(place: Place<PlanSubject>): Promise<readonly Option[]> {
  const draft = await draftOf(place);
  return draft === undefined
    ? []
    : objectivesIn(draft).map(({ code, title }) => ({ value: code, title: `${code} ${title}` }));
}

/** The line of the log of a change of what is said about objectives, which is also the story of the version it makes. */
export const objectiveLine = (
  { ref }: PlanSubject,
  action: string,
  planVersion: number,
  what: string,
  reason: string,
) => ({
  action,
  subject: what,
  cycle: cycleId(ref),
  detail: { reason, planVersion },
});
