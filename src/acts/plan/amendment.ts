import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import { editorsOf } from '../../domain/plan-editors.js';
import { draftIn, type PlanWork, planWork } from '../../domain/plan-work.js';
import type { Register } from '../../register/database.js';
import { draftSavedBy } from '../../register/plan-stories.js';
import { listPlanVersions } from '../../register/plans.js';
import { type StepRecord, stepsOf } from '../../register/steps.js';
import { amendmentWords as words } from '../../words/amendment.js';
import type { Place, Standing } from '../act.js';
import { aCycle, type Named, type Subject } from '../subject.js';

/** The amendment of a cycle's plan: the step that takes it, and where the work on it stands. */
export interface AmendmentSubject {
  readonly ref: CycleRef;
  readonly step: StepRecord;
  readonly work: PlanWork;
}

/** The amendment of a cycle's plan, begun or not; there is none before the plan's own step has opened. */
export const anAmendment: Subject<AmendmentSubject> = {
  ...aCycle,
  api: '/cycles/{entity}/{exercise}/plan',
  find: amendmentSubject,
  unknown: (name) => `il Piano del ciclo ${name} non è nel registro`,
  title: ({ step }) => step.planned.title,
  id: ({ step }) => `${step.cycle}/${step.id}`,
};

async function amendmentSubject(register: Register, { entity, exercise = 0 }: Named) {
  const { db, schema } = register;
  const [steps, versions] = await Promise.all([
    stepsOf(db, cycleId({ entity, exercise })),
    listPlanVersions(db, entity, exercise),
  ]);
  const step = steps.find(({ planned }) => planned.kind === 'amendment');
  return step && { ref: { space: schema, entity, exercise }, step, work: planWork(versions) };
}

export const mayAmend = ({ step }: AmendmentSubject): readonly string[] => editorsOf(step.planned);

/** Why an amendment is not worked on now, whoever asks; undefined while it is. @param wanted where the work has to stand */
export function notAmending(
  { step, work }: AmendmentSubject,
  wanted: 'in-force' | 'amending' | 'proposed',
): string | undefined {
  if (work.kind === 'first') return words.none;
  if (step.status !== 'open' && step.status !== 'late') return words.over;
  if (work.kind === wanted) return undefined;
  if (wanted === 'proposed') return words.withdraw.none;
  return work.kind === 'proposed'
    ? words.before(work.proposed)
    : work.kind === 'amending'
      ? words.begun(work.draft)
      : words.noDraft;
}

/** How the draft stands: whoever read an earlier one is told who has saved another since, or proposed it. */
export async function draftStanding({
  register: { db },
  subject: { ref },
}: Place<AmendmentSubject>): Promise<Standing> {
  const work = planWork(await listPlanVersions(db, ref.entity, ref.exercise));
  const draft = draftIn(work);
  const by = await draftSavedBy(db, ref.entity, cycleId(ref), draft);
  return {
    version: `${work.kind}/${draft}`,
    said:
      work.kind === 'proposed' ? words.before(work.proposed) : draft === 0 ? words.noDraft : words.savedBy(draft, by),
    // Sent twice, or by two: of a proposal the workflow knows whether it is the same.
    reached: () => work.kind === 'proposed',
  };
}
