import { draftIn } from '../../domain/plan-work.js';
import { unreadChanges } from '../../domain/proposal.js';
import { err } from '../../domain/result.js';
import { planAsRead } from '../../register/confirmed-readings.js';
import { amendmentWords as words } from '../../words/amendment.js';
import { boardWords } from '../../words/board.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { text } from '../readers.js';
import { type AmendmentSubject, anAmendment, draftStanding, mayAmend, notAmending } from './amendment.js';

/** Brings the draft of an amendment before its board. Refused, it stays the draft it was. */
export const propose = sent({
  verb: 'propose-amendment',
  path: 'proposta',
  resource: 'proposals',
  scope: 'act',
  on: anAmendment,
  fields: { reason: text(3) },
  gives: { version: 'whole' },
  words: {
    title: words.propose.title,
    does: 'Propone all’organo la bozza di aggiornamento del Piano',
    lead: words.propose.lead,
    submit: words.propose.submit,
    fields: {
      reason: {
        page: 'motivo',
        value: 'motivo',
        label: words.propose.reason,
        hint: words.propose.reasonHint,
        missing: words.propose.noReason,
      },
    },
    done: ({ version }) => words.propose.done(version),
  },
  may: mayAmend,
  checks: { lead: boardWords.check.transmit, submit: boardWords.check.proposeSubmit },
  notNow: (subject) => notAmending(subject, 'amending'),
  stands: draftStanding,
  send: async ({ register: { db }, actions, actor, key, subject }, { reason }) => {
    const { ref, step, work } = subject;
    if (work.kind === 'first' || work.kind === 'in-force')
      return err([{ text: notAmending(subject, 'amending') ?? words.noDraft }]);
    if (work.kind === 'amending') {
      const [inForce, draft] = await Promise.all([planAsRead(db, ref, work.inForce), planAsRead(db, ref, work.draft)]);
      const unread = unreadChanges(inForce, draft);
      if (unread === 'nothing-changed') return err([{ text: words.propose.nothing }]);
      if (unread.length > 0) return err([{ text: words.propose.unread(unread) }]);
    }
    const planVersion = versionOf(work);
    const proposed = await actions.propose(ref, step.id, { key, actor, planVersion, reason });
    return answered(proposed, (version) => ({ version }));
  },
});

/** The same form sent again proposes what it has proposed. */
const versionOf = (work: AmendmentSubject['work']): number =>
  work.kind === 'proposed' ? work.proposed : draftIn(work);
