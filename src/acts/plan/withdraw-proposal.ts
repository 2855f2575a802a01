import { err } from '../../domain/result.js';
import { amendmentWords as words } from '../../words/amendment.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { text } from '../readers.js';
import { anAmendment, draftStanding, mayAmend, notAmending } from './amendment.js';

/** Takes back the proposal of an amendment before its board has decided: it is a draft again. */
export const withdrawProposal = sent({
  verb: 'withdraw-amendment',
  path: 'ritiro',
  resource: 'proposal-withdrawals',
  scope: 'act',
  on: anAmendment,
  fields: { reason: text() },
  gives: { version: 'whole' },
  words: {
    title: words.withdraw.title,
    does: 'Ritira la proposta di aggiornamento del Piano su cui l’organo non ha deciso',
    lead: words.withdraw.lead,
    submit: words.withdraw.submit,
    fields: {
      reason: {
        page: 'motivo',
        value: 'motivo',
        label: words.withdraw.reason,
        hint: words.withdraw.reasonHint,
        missing: 'manca il motivo',
      },
    },
    done: ({ version }) => words.withdraw.done(version),
  },
  may: mayAmend,
  notNow: (subject) => notAmending(subject, 'proposed'),
  // Sent twice, or by two: of a withdrawal the workflow knows whether it is the same.
  stands: async (place) => ({ ...(await draftStanding(place)), reached: () => true }),
  send: async ({ actions, actor, key, subject: { ref, step, work } }, { reason }) => {
    if (work.kind !== 'proposed' && work.kind !== 'amending') return err([{ text: words.withdraw.none }]);
    const planVersion = work.kind === 'proposed' ? work.proposed : work.draft;
    const withdrawn = await actions.withdrawProposal(ref, step.id, { key, actor, planVersion, reason });
    return answered(withdrawn, () => ({ version: planVersion }));
  },
});
