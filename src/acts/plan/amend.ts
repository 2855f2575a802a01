import { cycleId } from '../../domain/cycle-id.js';
import { planWork } from '../../domain/plan-work.js';
import { err, ok } from '../../domain/result.js';
import { planAsRead } from '../../register/confirmed-readings.js';
import { holdResults } from '../../register/overrides.js';
import { listPlanVersions } from '../../register/plans.js';
import { amendmentWords as words } from '../../words/amendment.js';
import { kept } from '../act.js';
import { anAmendment, mayAmend, notAmending } from './amendment.js';
import { addDraft } from './planning.js';

/** Copies the version in force into a draft, to be edited and then proposed. There is one at a time. */
export const amend = kept({
  verb: 'amend',
  path: 'inizio',
  resource: 'amendments',
  scope: 'act',
  on: anAmendment,
  fields: {},
  gives: { version: 'whole', from: 'whole' },
  words: {
    title: words.start,
    does: 'Copia il Piano in vigore in una bozza da aggiornare',
    submit: words.start,
    fields: {},
    done: ({ version }) => words.started(version),
  },
  may: mayAmend,
  notNow: (subject) => notAmending(subject, 'in-force'),
  keep: async (tx, { subject: { ref, step } }) => {
    await holdResults(tx, cycleId(ref));
    const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
    const work = planWork(versions);
    const why = notAmending({ ref, step, work }, 'in-force');
    if (why !== undefined || work.kind !== 'in-force') return err([{ text: why ?? words.none }]);
    const plan = await planAsRead(tx, ref, work.inForce);
    return ok({ version: await addDraft(tx, ref, plan, versions.at(-1)?.version ?? 0), from: work.inForce });
  },
  logs: ({ subject: { step } }, _, { version, from }) => ({
    action: 'amendment-started',
    subject: step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { reason: words.copied(from), from, planVersion: version },
  }),
});
