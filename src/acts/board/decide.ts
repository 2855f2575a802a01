import type { DecisionOutcome } from '../../domain/decision.js';
import { decisionFaults } from '../../domain/decision-content.js';
import { type OivTask, oivTaskOf } from '../../domain/oiv/asked.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { inTransaction } from '../../register/database.js';
import { decisionByKey } from '../../register/decisions.js';
import { keepEnclosures } from '../../register/enclosures.js';
import { hearingOf } from '../../register/hearings.js';
import { directoryOf } from '../../register/reading/directory-of.js';
import { viaNow } from '../../register/via.js';
import { apiWords } from '../../words/api.js';
import { boardWords } from '../../words/board.js';
import { decisionSaid } from '../../words/decision-said.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { withEnclosed } from '../enclosing.js';
import { optional } from '../field.js';
import { files } from '../file-readers.js';
import { barredByChecklist } from '../oiv/validation.js';
import { runOf } from '../parts.js';
import { actNumber, counts, day, hash, oneOf, text } from '../readers.js';
import { barredToPrograms } from './by-token.js';
import { barredByFourEyes } from './deciding.js';
import { aMatter, lastDeferral, matterStands, recorders } from './matter.js';

const words = boardWords.form;

const OUTCOMES: readonly DecisionOutcome[] = ['approved', 'noted', 'rejected', 'deferred'];
/** Who was there and how they voted: how each figure is called, and its field in the page's form. */
export const VOTES = {
  present: { page: 'presenti', label: words.present },
  inFavour: { page: 'favorevoli', label: words.inFavour },
  against: { page: 'contrari', label: words.against },
  abstained: { page: 'astenuti', label: words.abstained },
} as const;
const LABELS = {
  present: words.present,
  inFavour: words.inFavour,
  against: words.against,
  abstained: words.abstained,
};

/** As who decided calls it: the OIV validates or does not, the other boards approve or reject. */
const nameOf = (outcome: string, asked: OivTask | undefined): string => {
  const known = OUTCOMES.find((one) => one === outcome);
  return known === undefined ? outcome : decisionSaid(known, asked).toLowerCase();
};

/** What a board's act may be: a text, signed or not. */
export const ACT_FILE = { most: 1, types: ['pdf', 'p7m', 'docx'], wrongType: boardWords.errors.actType };

/** Records what a board decided on the document it has before it. */
export const decide = sent({
  verb: 'decide',
  path: 'decisione',
  resource: 'decisions',
  scope: 'decide',
  on: aMatter,
  fields: {
    outcome: oneOf<DecisionOutcome>(OUTCOMES, boardWords.outcomeNames),
    documentHash: optional(hash()),
    actNumber: optional(actNumber()),
    actDate: optional(day()),
    votes: optional(counts(LABELS)),
    remarks: optional(text(4)),
    deferredTo: optional(day()),
    file: files(ACT_FILE),
  },
  gives: { outcome: 'text', round: 'whole', repeated: 'yes-no', document: 'text' },
  words: {
    title: words.title,
    does: 'Registra la decisione di un organo sul documento che ha davanti',
    submit: words.submit,
    fields: {
      outcome: {
        page: 'esito',
        value: 'esito',
        label: words.outcome,
        options: words.outcomes,
        missing: boardWords.errors.outcome,
      },
      documentHash: {
        page: 'impronta',
        option: 'document',
        value: 'impronta',
        label: boardWords.facts.hash,
        hint: 'Del documento esaminato, o il suo inizio: se nel frattempo è cambiato, si rifiuta. Un programma la indica sempre.',
      },
      actNumber: {
        page: 'numero-atto',
        value: 'numero',
        label: words.actNumber,
        hint: 'Per approvare o prendere atto.',
      },
      actDate: { page: 'data-atto', value: 'data', label: words.actDate, hint: 'Per approvare o prendere atto.' },
      votes: {
        page: 'voti',
        value: 'voti',
        label: words.votes,
        hint: 'presenti,favorevoli,contrari,astenuti',
        parts: VOTES,
      },
      remarks: {
        page: 'osservazioni',
        value: 'osservazioni',
        label: words.remarks,
        hint: 'Per respingere; facoltative prendendo atto.',
      },
      deferredTo: { page: 'rinvio', value: 'data', label: words.deferredTo, hint: 'Per rinviare.' },
      file: { page: 'atto', value: 'file', label: words.file },
    },
    done: ({ outcome, round, repeated }, _values, { step }) => {
      const said = nameOf(outcome, oivTaskOf(step.planned));
      return repeated ? boardWords.again(said) : boardWords.done(said, round);
    },
  },
  may: recorders,
  checks: {
    lead: boardWords.check.decide,
    submit: boardWords.check.decideSubmit,
    without: ['documentHash'],
    shows: async ({ register: { db }, entity, today, subject: { step } }) => {
      const [{ documents }, directory] = await Promise.all([hearingOf(db, step), directoryOf(db, entity, today)]);
      const title = documents.at(-1)?.title ?? step.planned.title;
      return [
        { label: boardWords.check.board, value: directory.title(step.planned.board ?? '') },
        { label: boardWords.facts.document, value: title },
      ];
    },
    called: ({ step }) => {
      const asked = oivTaskOf(step.planned);
      if (asked === undefined) return {};
      const { outcomes, remarks } = words.oiv[asked];
      return { outcome: { options: outcomes }, remarks: { label: remarks } };
    },
    keepsFilesAt: runOf,
  },
  barsPrograms: barredToPrograms,
  stands: matterStands,
  together: async ({ register: { db }, key, today, actor, subject }, said, misread) => {
    const { ref, step } = subject;
    const { matter } = await hearingOf(db, step);
    // Sent again it is found on record; without a document there is nothing to judge it by, and the step says so.
    if (matter.phase !== 'before-board' || (await decisionByKey(db, key)) !== undefined) return [];
    const { asks, legalTerm } = step.planned;
    const about = { today, frozenOn: matter.document.frozenOn, asked: asks, legalTerm };
    const decider = { decidedBy: actor.person, actingFor: actor.actingFor, documentHash: matter.document.hash };
    const barred = await barredByFourEyes(db, ref, step.id, decider);
    return [
      ...(barred === undefined ? [] : [{ text: barred }]),
      ...decisionFaults(said, about, misread),
      ...(await barredByChecklist(db, subject, said)),
    ];
  },
  send: async (acting, { documentHash, file, ...said }) => {
    const { register, actions, actor, key, subject } = acting;
    const { ref, step } = subject;
    const { documents, decisions } = await hearingOf(register.db, step);
    const document = documentMeant(documentHash, documents.at(-1)?.hash, step.planned.title);
    if (!document.ok) return document;
    const answer = await withEnclosed(
      acting,
      file.map((one) => ({ kind: 'act', file: one })),
      () =>
        actions.decide(ref, step.id, {
          ...said,
          key,
          decidedBy: actor.person,
          actingFor: actor.actingFor,
          documentHash: document.value,
          knows: lastDeferral(decisions),
        }),
    );
    // Sent again when the decision was on record: its file is added to it, as one that comes later is.
    if (answer.ok && file.length > 0) await inTransaction(register.db, (tx) => keepEnclosures(tx, key));
    return answered(answer, ({ outcome, round, repeated }) => ({
      outcome,
      round,
      repeated: repeated === true,
      document: document.value,
    }));
  },
});

/**
 * The document a decision is on. Whoever has read it says which; at a terminal it may be said in part, or be the one that is there.
 * @param before hash of what is before the board: an approved matter keeps its document, so that a decision sent again finds itself
 */
function documentMeant(
  said: string | undefined,
  before: string | undefined,
  title: string,
): Result<string, readonly Refusal[]> {
  if (said?.length === WHOLE) return ok(said);
  if (said === undefined && viaNow()?.channel === 'token')
    return err([{ field: 'documentHash', text: apiWords.problems.noHash }]);
  if (before === undefined) return err([{ text: boardWords.noDocument(title) }]);
  if (said !== undefined && !before.startsWith(said))
    return err([{ field: 'documentHash', text: boardWords.otherDocument(said, before) }]);
  return ok(before);
}

/** Figures of a SHA-256. */
const WHOLE = 64;
