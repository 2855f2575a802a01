import { ok } from '../../domain/result.js';
import { MEANS, MOST_RECIPIENTS, RECIPIENTS_AT_ONCE } from '../../domain/voices/communication.js';
import { addCommunication } from '../../register/communications.js';
import { documentsOf } from '../../register/documents.js';
import { italianNumber } from '../../words/format.js';
import { count } from '../../words/plural.js';
import { voiceWords } from '../../words/voices.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { day, LONGEST, line, oneOf, text, yesNo } from '../readers.js';
import { aCycle } from '../subject.js';
import { recipientsOf } from './recipients.js';

/** Puts on record who was told what of a cycle, when and by what; mails are written by the worker, each once. */
export const communicate = kept({
  verb: 'communicate',
  path: 'comunicazione',
  resource: 'communications',
  scope: 'steer',
  on: aCycle,
  fields: {
    about: line(),
    document: optional(oneOf()),
    told: line(),
    means: oneOf(MEANS),
    on: day(),
    staff: yesNo(),
    recipients: optional(text(4, LONGEST.table)),
    text: optional(text(4)),
    page: optional(line()),
    note: optional(text()),
  },
  gives: { communication: 'whole', mails: 'whole' },
  words: {
    title: 'Registra una comunicazione',
    does: 'Registra a chi si è comunicato che cosa, quando e come; se per mail, la invia',
    lead: 'Una mail parte una volta sola a ogni indirizzo. Per incontri e pagine si registra ciò che è già avvenuto.',
    submit: 'Registra la comunicazione',
    fields: {
      about: {
        page: 'oggetto',
        value: 'oggetto',
        label: 'Che cosa si comunica',
        missing: 'manca che cosa si comunica',
      },
      document: { page: 'documento', value: 'impronta', label: 'Documento' },
      told: {
        page: 'a-chi',
        value: 'destinatari',
        label: 'A chi',
        hint: 'Per esempio: tutto il personale; associazioni di categoria.',
        missing: 'manca a chi si comunica',
      },
      means: {
        page: 'mezzo',
        value: 'mezzo',
        label: 'Come',
        options: voiceWords.means,
        missing: 'manca come si comunica',
      },
      on: { page: 'giorno', value: 'data', label: 'Quando', missing: 'manca il giorno' },
      staff: { page: 'personale', label: 'Mail a tutto il personale in servizio' },
      recipients: {
        page: 'indirizzi',
        value: 'indirizzi',
        label: 'Mail anche a questi indirizzi',
        hint: `Uno per riga, o separati da virgole; al massimo ${italianNumber(String(MOST_RECIPIENTS))} per comunicazione. Le mail partono a gruppi di ${RECIPIENTS_AT_ONCE}.`,
      },
      text: { page: 'testo', value: 'testo', label: 'Testo della mail' },
      page: {
        page: 'pagina',
        value: 'indirizzo',
        label: 'Pagina pubblica',
        hint: 'Indirizzo sul sito dell’ente: occorre se si scrive a chi non è dell’ente.',
      },
      note: { page: 'nota', value: 'nota', label: 'Nota' },
    },
    done: ({ mails }) =>
      mails === 0
        ? 'La comunicazione è registrata.'
        : `La comunicazione è registrata: ${count(mails, 'una mail è', 'mail sono')} in partenza.`,
  },
  may: steering,
  offers: {
    document: async ({ register, subject }) =>
      (await documentsOf(register.db, subject.id)).map(({ hash, title, version }) => ({
        value: hash,
        title: `${title}, versione ${version}`,
      })),
  },
  keep: async (tx, acting, { document, staff, recipients, text = '', page = '', note = '', on, ...told }) => {
    const written = { means: told.means, on, page, recipients: recipients ?? '', staff };
    const to = await recipientsOf(tx, acting, written);
    if (!to.ok) return to;
    const communication = await addCommunication(tx, {
      ...doing(acting),
      ...told,
      cycle: acting.subject.id,
      documentHash: document,
      onDay: on,
      note,
      mailText: text,
      page,
      recipients: to.value,
    });
    return ok({ communication, mails: to.value.length });
  },
  logs: ({ subject }, { about, told, means }) => ({
    action: 'communicated',
    subject: subject.id,
    cycle: subject.id,
    detail: { reason: `${about}: ${told} (${voiceWords.means[means]})` },
  }),
});
