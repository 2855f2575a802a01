import { hearingOf } from '../../register/hearings.js';
import { boardWords } from '../../words/board.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { onlyTo, owners, stepNotOpen } from '../parts.js';
import { text } from '../readers.js';
import { aStep } from '../subject.js';

/** Brings a rejected document before its board again. */
export const resubmit = sent({
  verb: 'resubmit',
  path: 'ritrasmissione',
  resource: 'resubmissions',
  scope: 'act',
  on: aStep,
  fields: { note: text(4) },
  gives: { round: 'whole' },
  words: {
    title: 'Ritrasmetti il documento',
    does: 'Ritrasmette all’organo un documento respinto',
    submit: 'Ritrasmetti',
    fields: {
      note: {
        page: 'nota',
        value: 'nota',
        label: 'Che cosa è cambiato dopo le osservazioni',
        missing: boardWords.revise.noteMissing,
      },
    },
    done: ({ round }) => `Ritrasmesso, esame n. ${round}.`,
  },
  may: owners,
  checks: {
    lead: boardWords.check.transmit,
    submit: boardWords.check.resubmitSubmit,
    shows: async ({ register: { db }, subject: { step } }) => {
      const { documents } = await hearingOf(db, step);
      return [{ label: boardWords.facts.document, value: documents.at(-1)?.title ?? step.planned.title }];
    },
  },
  misplaced: onlyTo('approval', 'amendment'),
  notNow: (subject) =>
    subject.step.planned.transmits === true
      ? 'Questo documento si ritrasmette dalla pagina della sua bozza.'
      : stepNotOpen(subject),
  stands: async ({ register, subject: { step } }) => {
    const { matter } = await hearingOf(register.db, step);
    // Nothing is to be transmitted any more: the step itself says so.
    if (matter.phase !== 'to-revise') return { version: matter.phase, said: '', reached: () => true };
    const { key, remarks } = matter.rejection;
    return { version: key, said: boardWords.stands.rejected(matter.round, remarks ?? '') };
  },
  send: async ({ actions, actor, key, subject: { ref, step } }, { note }) =>
    answered(await actions.resubmit(ref, step.id, actor, note, key), (round) => ({ round })),
});
