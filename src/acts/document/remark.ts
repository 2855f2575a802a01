import { STEERING } from '../../domain/entity.js';
import { err, ok } from '../../domain/result.js';
import { addRemarks, answerRemark as putAnswer, closeRemark as putClosing } from '../../register/drafting-remarks.js';
import { capacitiesOf } from '../../register/people.js';
import { draftingWords as words } from '../../words/drafting.js';
import { kept } from '../act.js';
import { aDraft, aRemark, colleagues, type RemarkSubject } from '../draft-subjects.js';
import { optional } from '../field.js';
import { oneOf, text } from '../readers.js';

/** Observes something of a section, or of the whole document, for who writes it. */
export const remark = kept({
  verb: 'remark',
  path: 'osservazione',
  resource: 'remarks',
  scope: 'act',
  on: aDraft,
  fields: { section: optional(oneOf()), text: text(3) },
  gives: {},
  words: {
    title: 'Fai un’osservazione',
    does: 'Fa un’osservazione su una sezione di un documento, o sul documento intero',
    submit: 'Registra l’osservazione',
    fields: {
      section: { page: 'sezione', value: 'sezione', label: 'Sezione', hint: 'Nessuna: sul documento intero.' },
      text: { page: 'osservazione', value: 'testo', label: 'Osservazione', missing: 'manca l’osservazione' },
    },
    done: () => 'L’osservazione è registrata: chi scrive la sezione la riceve.',
  },
  may: colleagues,
  offers: {
    section: async ({ subject: { draft } }) => draft.outline.sections.map(({ id, title }) => ({ value: id, title })),
  },
  keep: async (tx, { actor, at, subject: { draft, standing } }, { section, text: said }) => {
    const { cycle, document } = draft;
    const by = { by: actor.person, actingFor: actor.actingFor, at };
    await addRemarks(tx, [
      { cycle, document, section: section ?? null, text: said, ...by, origin: 'colleague', round: standing.round },
    ]);
    return ok({});
  },
  logs: ({ subject: { draft } }, { section, text: said }) => ({
    action: 'section-remarked',
    subject: draft.outline.sections.find(({ id }) => id === section)?.title ?? draft.outline.title ?? draft.document,
    cycle: draft.cycle,
    detail: { document: draft.document, section, remark: said },
  }),
});

const line = (action: string, { draft, remark: of }: RemarkSubject) => ({
  action,
  subject: draft.outline.sections.find(({ id }) => id === of.section)?.title ?? draft.outline.title ?? draft.document,
  cycle: draft.cycle,
  detail: { document: draft.document, section: of.section ?? undefined, remarkId: of.id },
});

/** Answers a remark. */
export const answerRemark = kept({
  verb: 'answer-remark',
  path: 'risposta',
  resource: 'answers',
  scope: 'act',
  on: aRemark,
  fields: { answer: text(3) },
  gives: {},
  words: {
    title: 'Rispondi all’osservazione',
    does: 'Risponde a un’osservazione su un documento',
    submit: 'Rispondi',
    fields: { answer: { page: 'risposta', value: 'testo', label: 'Risposta', missing: 'manca la risposta' } },
    done: () => 'La risposta è registrata.',
  },
  may: (subject: RemarkSubject) => colleagues(subject),
  keep: async (tx, { actor, at, subject }, { answer }) =>
    (await putAnswer(tx, subject.remark.id, { answer, by: actor.person, at }))
      ? ok({})
      : err([{ text: words.answered }]),
  logs: ({ subject }) => line('remark-answered', subject),
});

/** Closes a remark: who made it is satisfied, or controllo di gestione settles it. A board's is closed by controllo di gestione. */
export const closeRemark = kept({
  verb: 'close-remark',
  path: 'chiusura',
  resource: 'closings',
  scope: 'act',
  on: aRemark,
  fields: {},
  gives: {},
  words: {
    title: 'Chiudi l’osservazione',
    does: 'Chiude un’osservazione su un documento',
    submit: 'Chiudi',
    fields: {},
    done: () => 'L’osservazione è chiusa.',
  },
  may: (subject: RemarkSubject) => colleagues(subject),
  keep: async (tx, { entity, actor, today, at, subject: { remark: of } }) => {
    const steers = async () =>
      (await capacitiesOf(tx, entity, actor.person, today)).some(({ role }) => role === STEERING);
    const theirs = of.origin === 'colleague' && (of.by === actor.person || of.by === actor.actingFor);
    if (!theirs && !(await steers())) return err([{ text: words.notYours }]);
    return (await putClosing(tx, of.id, { by: actor.person, at })) ? ok({}) : err([{ text: words.alreadyClosed }]);
  },
  logs: ({ subject }) => line('remark-closed', subject),
});
