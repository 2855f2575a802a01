import { err, ok } from '../../domain/result.js';
import { MEANS, MOST_RECIPIENTS, readRecipients } from '../../domain/voices/communication.js';
import { addCommunication, type Recipient } from '../../register/communications.js';
import type { Db } from '../../register/database.js';
import { documentsOf } from '../../register/documents.js';
import { italianDay } from '../../words/format.js';
import { voiceWords } from '../../words/voices.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { day, line, oneOf, text, yesNo } from '../readers.js';
import { aCycle } from '../subject.js';

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
    recipients: optional(text(4)),
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
        hint: 'Uno per riga, o separati da virgole.',
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
        : `La comunicazione è registrata: ${mails === 1 ? 'una mail è' : `${mails} mail sono`} in partenza.`,
  },
  may: steering,
  offers: {
    document: async ({ register, subject }) =>
      (await documentsOf(register.db, subject.id)).map(({ hash, title, version }) => ({
        value: hash,
        title: `${title}, versione ${version}`,
      })),
  },
  keep: async (tx, acting, { document, staff, recipients, text, page, note, on, ...told }) => {
    const refusals = [];
    if (on > acting.today) refusals.push({ field: 'on', text: `il giorno (${italianDay(on)}) deve ancora venire` });
    if (page !== undefined && !isPage(page))
      refusals.push({
        field: 'page',
        text: `«${page.slice(0, 80)}» non è un indirizzo che comincia con https:// o http://`,
      });
    const named = readRecipients(recipients ?? '');
    if (!named.ok)
      refusals.push({
        field: 'recipients',
        text: `non sono indirizzi di mail: ${named.error.slice(0, 5).join(', ').slice(0, 200)}`,
      });
    const addresses = named.ok ? named.value : [];
    if (told.means !== 'mail' && (staff || addresses.length > 0))
      refusals.push({ field: 'means', text: 'i destinatari di una mail si indicano solo se si comunica per mail' });
    const to = told.means === 'mail' ? await recipientsOf(tx, acting.entity, staff, addresses) : [];
    if (told.means === 'mail' && named.ok && to.length === 0)
      refusals.push({ field: 'recipients', text: 'manca a chi scrivere: il personale o almeno un indirizzo' });
    if (to.length > MOST_RECIPIENTS)
      refusals.push({
        field: 'recipients',
        text: `i destinatari sono ${to.length}: al più ${MOST_RECIPIENTS} per volta`,
      });
    if (page === undefined && to.some(({ person }) => person === undefined))
      refusals.push({ field: 'page', text: 'chi non è dell’ente non può entrare: indicare la pagina pubblica' });
    if (refusals.length > 0) return err(refusals);
    const communication = await addCommunication(tx, {
      ...doing(acting),
      ...told,
      cycle: acting.subject.id,
      documentHash: document,
      onDay: on,
      note: note ?? '',
      mailText: text ?? '',
      page: page ?? '',
      recipients: to,
    });
    return ok({ communication, mails: to.length });
  },
  logs: ({ subject }, { about, told, means }) => ({
    action: 'communicated',
    subject: subject.id,
    cycle: subject.id,
    detail: { reason: `${about}: ${told} (${voiceWords.means[means]})` },
  }),
});

const isPage = (page: string): boolean => URL.canParse(page) && /^https?:$/.test(new URL(page).protocol);

/** Everybody once, by address: who is of the body under their name. */
async function recipientsOf(
  tx: Db,
  entity: string,
  staff: boolean,
  addresses: readonly string[],
): Promise<readonly Recipient[]> {
  const people = await tx
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('entity', '=', entity)
    .where('active', '=', true)
    .orderBy('id')
    .execute();
  const known = new Map(people.map((one) => [one.email.toLowerCase(), one]));
  const wanted = new Map<string, Recipient>();
  if (staff)
    for (const { id, name, email } of people) wanted.set(email.toLowerCase(), { address: email, name, person: id });
  for (const address of addresses) {
    const own = known.get(address.toLowerCase());
    if (!wanted.has(address.toLowerCase()))
      wanted.set(address.toLowerCase(), { address, name: own?.name ?? address, person: own?.id });
  }
  return [...wanted.values()];
}
