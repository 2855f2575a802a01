import { sectionIn } from '../../domain/drafting/outline.js';
import type { Db } from '../../register/database.js';
import { draftedOf } from '../../register/drafting.js';
import { remarksOf } from '../../register/drafting-remarks.js';
import { boardWords } from '../../words/board.js';
import { draftingWords } from '../../words/drafting.js';
import { type CheckedFact, sent } from '../act.js';
import { answered } from '../answered.js';
import { optional } from '../field.js';
import { onlyTo, owners, stepNotOpen } from '../parts.js';
import { text } from '../readers.js';
import { aStep, type StepSubject } from '../subject.js';

/** Transmits the document of a step to its board: it is frozen as it is, and the board is prompted. */
export const transmit = sent({
  verb: 'transmit',
  path: 'trasmissione',
  resource: 'transmissions',
  scope: 'act',
  on: aStep,
  fields: { note: optional(text(4)), unchangedReason: optional(text(2)) },
  gives: { round: 'whole' },
  words: {
    title: 'Trasmetti all’organo',
    does: 'Trasmette all’organo il documento di un’attività, così com’è',
    lead: 'Il documento si ferma così com’è e va all’organo. Chi lo ha scritto o trasmesso non ne registra la decisione.',
    submit: 'Trasmetti',
    fields: {
      note: {
        page: 'nota',
        value: 'nota',
        label: 'Che cosa è cambiato dopo le osservazioni',
        hint: 'Serve quando il documento era stato respinto: l’organo lo legge.',
      },
      unchangedReason: {
        page: 'motivo',
        option: 'unchanged',
        value: 'motivo',
        label: 'Se il documento è come quello respinto: perché',
      },
    },
    done: ({ round }) => (round === 1 ? 'Trasmesso all’organo.' : `Ritrasmesso all’organo, esame n. ${round}.`),
  },
  may: owners,
  checks: {
    lead: boardWords.check.transmit,
    submit: boardWords.check.transmitSubmit,
    shows: async ({ register: { db }, subject: { step } }) => await whatLeaves(db, step),
  },
  misplaced,
  notNow: (subject: StepSubject) => {
    const { planned, waitingFor } = subject.step;
    if (planned.transmits !== true) return draftingWords.goesByItself;
    return stepNotOpen(subject) ?? (waitingFor.some((role) => role === planned.board) ? draftingWords.sent : undefined);
  },
  send: async ({ actions, actor, key, subject: { ref, step } }, { note = '', unchangedReason = '' }) =>
    answered(await actions.transmit(ref, step.id, { key, actor, note, unchangedReason }), (round) => ({ round })),
});

/** The document, and what of it was observed and nobody has closed: that does not keep it, and is read before it leaves. */
async function whatLeaves(db: Db, { cycle, planned }: StepSubject['step']): Promise<readonly CheckedFact[]> {
  const { document, title } = planned;
  const drafted = document === undefined ? undefined : await draftedOf(db, { cycle, document });
  if (drafted === undefined) return [{ label: boardWords.facts.document, value: title }];
  const open = (await remarksOf(db, drafted)).filter(({ closedAt }) => closedAt === null);
  const place = (section: string | null): string =>
    (section === null ? undefined : sectionIn(drafted.outline, section)?.title) ?? draftingWords.wholeDocument;
  const remarks = open.map(({ section, text: said }) => `${place(section)}: ${said}`);
  return [
    { label: boardWords.facts.document, value: drafted.outline.title ?? title },
    ...(remarks.length === 0 ? [] : [{ label: draftingWords.openRemarks, value: remarks }]),
  ];
}

function misplaced(subject: StepSubject): string | undefined {
  const otherKind = onlyTo('approval', 'amendment')(subject);
  return otherKind ?? (subject.step.planned.transmits === true ? undefined : draftingWords.goesByItself);
}
