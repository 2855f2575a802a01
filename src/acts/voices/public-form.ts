import { randomBytes } from 'node:crypto';
import { publicFormPath } from '../../access/public-form-path.js';
import { err, ok } from '../../domain/result.js';
import { closeForm, openForm, openFormOf } from '../../register/public-voices.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { text } from '../readers.js';
import { aBody } from '../subject.js';

/** Of the address of a form: nobody comes to it by trying. */
const CODE_BYTES = 15;

/** Opens the form by which whoever has its address may say something to the body. */
export const openPublicForm = kept({
  verb: 'open-public-form',
  path: 'modulo-pubblico',
  resource: 'public-forms',
  scope: 'steer',
  on: aBody,
  fields: {},
  gives: { address: 'text' },
  words: {
    title: 'Apri il modulo pubblico',
    does: 'Apre il modulo con cui chiunque ne abbia l’indirizzo può scrivere all’ente',
    lead: 'L’indirizzo non si indovina: va messo sul sito dell’ente. Ciò che arriva si vede solo dopo l’esame del controllo di gestione.',
    submit: 'Apri il modulo',
    fields: {},
    done: ({ address }) => `Il modulo è aperto all’indirizzo ${address}.`,
  },
  may: steering,
  keep: async (tx, { subject, actor, at }) => {
    if ((await openFormOf(tx, subject)) !== undefined) return err([{ text: 'Il modulo pubblico è già aperto.' }]);
    const code = randomBytes(CODE_BYTES).toString('hex');
    await openForm(tx, { entity: subject, code, openedAt: at, openedBy: actor.person });
    return ok({ address: publicFormPath(code) });
  },
  logs: ({ subject }) => ({ action: 'public-form-opened', subject, detail: {} }),
});

/** Closes it: its address answers nothing any more. */
export const closePublicForm = kept({
  verb: 'close-public-form',
  path: 'chiusura-modulo-pubblico',
  resource: 'public-form-closings',
  scope: 'steer',
  on: aBody,
  fields: { reason: text() },
  gives: {},
  words: {
    title: 'Chiudi il modulo pubblico',
    does: 'Chiude il modulo pubblico dell’ente',
    lead: 'L’indirizzo non risponde più; se il modulo si riapre, ne avrà un altro.',
    submit: 'Chiudi il modulo',
    fields: { reason: { page: 'motivo', value: 'motivo', label: 'Perché', missing: 'manca il motivo' } },
    done: () => 'Il modulo pubblico è chiuso.',
  },
  may: steering,
  keep: async (tx, { subject, actor, at }) => {
    if ((await openFormOf(tx, subject)) === undefined) return err([{ text: 'Il modulo pubblico non è aperto.' }]);
    await closeForm(tx, subject, actor.person, at);
    return ok({});
  },
  logs: ({ subject }, { reason }) => ({ action: 'public-form-closed', subject, detail: { reason } }),
});
