import { withArticle } from '../../domain/article.js';
import { planWork } from '../../domain/plan-work.js';
import { err, ok } from '../../domain/result.js';
import { isExamplePlan } from '../../office/example-plan.js';
import { holdResults } from '../../register/overrides.js';
import { listPlanVersions, planVersion, savePlanVersion } from '../../register/plans.js';
import { earlierStepWords as words } from '../../words/earlier-steps.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { aPlanVersion, mayEdit, notEditing, type PlanVersionSubject } from './plan-version.js';

/** Brings into force the Piano a board approved before Ciclo: the draft made of the body's own table, from the day of that approval. */
export const bringIntoForce = kept({
  verb: 'plan in-force',
  path: 'in-vigore',
  resource: 'entries-into-force',
  scope: 'steer',
  on: aPlanVersion,
  fields: {},
  gives: { on: 'day' },
  words: {
    title: words.inForce.title,
    does: words.inForce.does,
    lead: ({ version }) => words.inForce.lead(version),
    submit: words.inForce.title,
    fields: {},
    done: ({ on }, _, { version }) => words.inForce.done(version, italianDay(on)),
  },
  may: mayEdit,
  checks: { lead: words.inForce.check, submit: words.inForce.title },
  notNow: notBefore,
  keep: async (tx, { subject }) => {
    const { entity, exercise } = subject.ref;
    await holdResults(tx, subject.cycle);
    const work = planWork(await listPlanVersions(tx, entity, exercise));
    const why = notBefore({ ...subject, work });
    const [draft, approved] = [await planVersion(tx, entity, exercise, subject.version), subject.approvedEarlier];
    if (why !== undefined || draft === undefined || approved === undefined)
      return err([{ text: why ?? words.inForce.none }]);
    if (isExamplePlan(draft.plan)) return err([{ text: words.inForce.example }]);
    await savePlanVersion(tx, { ...draft, status: 'in-force', inForceFrom: approved.on });
    return ok({ on: approved.on });
  },
  logs: ({ subject: { cycle, version, approvedEarlier } }, _, { on }) => ({
    action: 'plan-brought-into-force',
    subject: `Piano versione ${version}`,
    cycle,
    step: approvedEarlier?.step,
    detail: {
      planVersion: version,
      reason: words.note(approvedEarlier?.act, withArticle('il', italianDay(on))),
    },
  }),
});

/** Why this version does not come into force by this act; undefined of the draft of a Piano that was approved before Ciclo. */
function notBefore(subject: PlanVersionSubject): string | undefined {
  if (subject.work.kind !== 'first') return words.inForce.already;
  return notEditing(subject) ?? (subject.approvedEarlier === undefined ? words.inForce.none : undefined);
}
