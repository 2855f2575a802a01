import type { Refusal } from '../../domain/refusal.js';
import { err, type Result } from '../../domain/result.js';
import { peopleInService } from '../../register/people.js';
import { retentionWords } from '../../words/retention.js';
import type { FieldWords } from '../act.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import { line, oneOf } from '../readers.js';
import { aBody } from '../subject.js';
import { eraseFileIn, erasePersonIn } from './erasing.js';

const words = retentionWords.erase;

/** A refusal of one thing, as acts give several. */
const withField = <T>(done: Result<T, Refusal>): Result<T, readonly Refusal[]> => (done.ok ? done : err([done.error]));

const orderFields = { reason: line(500), act: line() };
const orderWords = {
  reason: { page: 'motivo', value: 'motivo', label: words.page.reason, missing: words.noReason },
  act: { page: 'atto', value: 'atto', label: words.page.act, missing: words.noAct },
} satisfies Record<string, FieldWords>;

/** Takes a file away that should not have been sent: that it was sent, by whom, when, and its hash stay, with the act. */
export const eraseSentFile = kept({
  verb: 'erase-file',
  path: 'file',
  resource: 'file-erasures',
  scope: 'steer',
  on: aBody,
  fields: { file: line(300), ...orderFields },
  gives: { file: 'text', cycle: 'text' },
  words: {
    title: words.page.fileTitle,
    does: 'Cancella, con un atto, un file inviato per errore: restano fatto, impronta e atto',
    submit: words.page.submit,
    fields: {
      file: { page: 'file', value: 'impronta', label: words.page.file, missing: words.noFileNamed },
      ...orderWords,
    },
    done: ({ file }) => words.doneFile(file),
  },
  may: administering,
  keep: async (tx, { subject: entity, actor: { person: by }, at }, { file, reason, act }) =>
    withField(await eraseFileIn(tx, { entity, by, reason, act, at }, file)),
  logs: (_acting, { act }, { file: hash, cycle }) => ({
    action: 'file-erased',
    subject: hash,
    cycle,
    detail: { act, hash },
  }),
});

/** Erases what a person wrote and was written, in all years of a body. What they did, and decisions of boards, stay. */
export const eraseTextsOf = kept({
  verb: 'erase-person',
  path: 'persona',
  resource: 'person-erasures',
  scope: 'steer',
  on: aBody,
  fields: { person: oneOf(), ...orderFields },
  gives: { texts: 'whole', mails: 'whole', files: 'whole' },
  words: {
    title: words.page.personTitle,
    does: 'Cancella, con un atto, i testi di una persona, in tutti gli anni: restano fatti, impronte e atto',
    lead: words.page.personLead,
    submit: words.page.submit,
    fields: {
      person: { page: 'persona', value: 'persona', label: words.page.person, missing: words.noPerson },
      ...orderWords,
    },
    done: (erased, { person }) => words.donePerson(person, erased),
  },
  may: administering,
  keep: async (tx, { subject: entity, actor: { person: by }, at }, { person, reason, act }) =>
    withField(await erasePersonIn(tx, { entity, by, reason, act, at }, person)),
  logs: (_acting, { act, person }, erased) => ({
    action: 'person-erased',
    subject: person,
    detail: { act, ...erased },
  }),
});

/** Whom a page offers: who is in service. Others are erased by their id, at the terminal or by a program. */
export const offeredPeople = async (...where: Parameters<typeof peopleInService>) =>
  (await peopleInService(...where)).map(({ id, name }) => ({ value: id, title: name }));
