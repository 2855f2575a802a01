import { cycleId } from '../../domain/cycle-id.js';
import { planWork } from '../../domain/plan-work.js';
import { err, ok } from '../../domain/result.js';
import { holdResults } from '../../register/overrides.js';
import { discardDrafts, listPlanVersions } from '../../register/plans.js';
import { amendmentWords as words } from '../../words/amendment.js';
import { kept } from '../act.js';
import { text } from '../readers.js';
import { anAmendment, draftStanding, mayAmend, notAmending } from './amendment.js';

/** Gives an amendment up before it is proposed. Its versions stay on record, and each can be taken up again. */
export const discard = kept({
  verb: 'discard-amendment',
  path: 'rinuncia',
  resource: 'discards',
  scope: 'act',
  on: anAmendment,
  fields: { reason: text() },
  gives: { version: 'whole' },
  words: {
    title: words.discard.title,
    does: 'Scarta la bozza di un aggiornamento del Piano',
    lead: words.discard.lead,
    submit: words.discard.submit,
    fields: {
      reason: { page: 'motivo', value: 'motivo', label: words.discard.reason, missing: 'manca il motivo' },
    },
    done: ({ version }) => words.discard.done(version),
  },
  may: mayAmend,
  notNow: (subject) => notAmending(subject, 'amending'),
  stands: draftStanding,
  keep: async (tx, { subject: { ref, step } }) => {
    await holdResults(tx, cycleId(ref));
    const work = planWork(await listPlanVersions(tx, ref.entity, ref.exercise));
    const why = notAmending({ ref, step, work }, 'amending');
    if (why !== undefined || work.kind !== 'amending') return err([{ text: why ?? words.noDraft }]);
    await discardDrafts(tx, ref.entity, ref.exercise, work.inForce);
    return ok({ version: work.draft });
  },
  logs: ({ subject: { step } }, { reason }, { version }) => ({
    action: 'amendment-discarded',
    subject: step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { reason, planVersion: version },
  }),
});
