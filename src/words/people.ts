import { withArticle } from '../domain/article.js';
import type { AddressFault } from '../domain/mail-address.js';
import { italianDay } from './format.js';
import { planWords } from './plan.js';
import { count } from './plural.js';

const fromTo = (from: string, to: string): string =>
  [
    from === '-infinity' ? '' : withArticle('dal', italianDay(from as `${number}-${number}-${number}`)),
    to === 'infinity' ? '' : withArticle('al', italianDay(to as `${number}-${number}-${number}`)),
  ]
    .filter((one) => one !== '')
    .join(' ');

/** What is said of people, of what they hold, and of how that changes. */
interface Called {
  readonly name: string;
  readonly email: string;
}

export const peopleWords = {
  title: 'Persone e incarichi',
  lead: 'Chi fa parte dell’ente, con i ruoli, gli uffici e gli organi di cui è componente. Ciò che si cambia qui vale subito e resta anche quando i file dell’ente sono riletti; chi non è più in servizio resta scritto, perché gli atti lo nominano.',
  person: 'Persona',
  email: 'Posta elettronica',
  holds: 'Incarichi',
  state: 'In servizio',
  inService: 'sì',
  ended: 'no',
  none: 'nessuno',
  changes: 'Modifiche',
  mandate: (title: string, from: string, to: string): string =>
    fromTo(from, to) === '' ? title : `${title} (${fromTo(from, to)})`,
  period: fromTo,
  unknown: (name: string) => `«${name}» non è tra le persone dell’ente`,
  substitutions: 'Sostituzioni',
  fields: {
    name: { page: 'nome', value: 'nome', label: 'Nome e cognome', missing: 'manca il nome' },
    email: { page: 'mail', value: 'indirizzo', label: 'Posta elettronica', missing: 'manca l’indirizzo di posta' },
    act: {
      page: 'atto',
      value: 'atto',
      label: 'Atto (facoltativo)',
      hint: 'Per esempio: decreto n. 7 del 12/03/2027.',
    },
  },
  adding: {
    title: 'Aggiungi una persona',
    does: 'Aggiunge una persona a quelle dell’ente',
    submit: 'Aggiungi',
    done: (name: string, id: string) => `${name} è tra le persone dell’ente, con il nome breve «${id}».`,
  },
  correcting: {
    title: 'Correggi i dati',
    does: 'Corregge il nome o l’indirizzo di una persona, o la riprende in servizio',
    submit: 'Correggi',
    done: (name: string) => `Dati corretti: ${name}.`,
    standsNow: (name: string, email: string) => `Ora risulta ${name}, ${email}.`,
    changed: (before: Called, now: Called) => `da ${before.name}, ${before.email}, a ${now.name}, ${now.email}`,
  },
  ending: {
    title: 'Cessa dal servizio',
    does: 'Dice che una persona non è più in servizio: i suoi incarichi finiscono',
    lead: 'Da ora alla persona non è chiesto più nulla e non entra più; gli incarichi finiscono nel giorno indicato. Ciò che ha fatto resta com’è registrato.',
    submit: 'Registra la cessazione',
    on: { page: 'giorno', value: 'data', label: 'Ultimo giorno', missing: 'manca l’ultimo giorno' },
    done: (name: string) => `${name} non è più in servizio.`,
    already: 'non è più in servizio',
    future:
      'l’ultimo giorno deve ancora venire: la cessazione si registra quando avviene; un incarico può finire prima',
  },
  appointing: {
    title: 'Affida un incarico',
    does: 'Affida a una persona un ruolo, un ufficio o un posto in un organo, con le date',
    submit: 'Affida l’incarico',
    role: { page: 'incarico', value: 'ruolo', label: 'Incarico', missing: 'manca l’incarico' },
    from: { page: 'dal', value: 'data', label: 'Dal', missing: 'manca il primo giorno' },
    to: { page: 'al', value: 'data', label: 'Al (compreso; vuoto se non ha termine)' },
    done: (name: string, title: string, from: string, open: number) =>
      `${name}: ${title} ${from}.${open === 0 ? '' : ` Tra le sue attività trova già ${count(open, 'un’attività aperta', 'attività aperte')}.`}`,
    backwards: 'l’incarico finisce prima di cominciare',
    held: (period: string) => `ha già questo incarico${period === '' ? '' : ` ${period}`}: prima lo si chiude`,
    notInService: 'non è in servizio: prima se ne correggono i dati',
  },
  closing: {
    title: 'Chiudi un incarico',
    does: 'Dice l’ultimo giorno di un incarico di una persona',
    submit: 'Chiudi l’incarico',
    mandate: { page: 'incarico', value: 'incarico', label: 'Incarico', missing: 'manca l’incarico' },
    to: { page: 'al', value: 'data', label: 'Ultimo giorno (compreso)', missing: 'manca l’ultimo giorno' },
    done: (name: string, title: string, to: string) => `${name}: ${title} ${to}.`,
    beforeBegun: 'nei file dell’ente l’incarico comincia dopo questo giorno: si toglie da lì',
    lastOne: (title: string) =>
      `nessun altro sarebbe «${title}»: prima si affida l’incarico a chi succede, poi si chiude questo`,
  },
  importing: {
    title: 'Importa persone e incarichi',
    does: 'Aggiunge persone e incarichi da una tabella: tutto, o nulla se una riga non va',
    lead: 'Un foglio di calcolo (.xlsx, .ods) o un CSV con le colonne «Nome» e «Mail» e, dove servono, «Cognome», «Incarico» e «Ufficio» (il titolo di un ruolo o di un ufficio dell’ente), «Dal» e «Al». Una persona con più incarichi ha più righe. Chi c’è già con la stessa mail non è aggiunto di nuovo, e un incarico già tenuto resta com’è.',
    submit: 'Importa',
    file: { page: 'file', value: 'file', label: 'Tabella delle persone', missing: 'manca il file' },
    columns: {
      name: 'Nome',
      surname: 'Cognome',
      email: 'Mail',
      role: 'Incarico',
      office: 'Ufficio',
      from: 'Dal',
      to: 'Al',
    },
    /** What offices head each column with, in small letters. */
    headings: {
      name: ['nome', 'nominativo', 'nome e cognome', 'cognome e nome', 'persona', 'dipendente'],
      surname: ['cognome'],
      email: [
        'mail',
        'e-mail',
        'email',
        'posta elettronica',
        'indirizzo di posta',
        'indirizzo e-mail',
        'indirizzo mail',
      ],
      role: ['incarico', 'ruolo', 'funzione'],
      office: ['ufficio', 'servizio', 'settore', 'unità organizzativa', 'struttura'],
      from: ['dal', 'inizio', 'data inizio', 'decorrenza'],
      to: ['al', 'fine', 'data fine', 'scadenza'],
    },
    done: (people: number, mandates: number) =>
      `Importate ${count(people, 'una persona', 'persone')} e ${count(mandates, 'un incarico', 'incarichi')}.`,
    row: (row: number, text: string) => `riga ${row}: ${text}`,
    strange: (heading: string) =>
      `la colonna «${heading}» non è tra quelle attese: Nome, Cognome, Mail, Incarico, Ufficio, Dal, Al, ciascuna una volta; le altre si tolgono`,
    noColumn: (heading: string) => `manca la colonna «${heading}»`,
    noName: 'manca il nome',
    noDate: (written: string) => `«${written}» non è una data: serve giorno, mese e anno, per esempio 1/3/2027`,
    noRole: (written: string) =>
      `«${written}» non è un ruolo né un ufficio dell’ente: si scrive il titolo, come nella pagina «Persone e incarichi»; un ufficio nuovo si aggiunge prima al file dell’ente`,
    noRoleForDates: 'ci sono delle date ma non l’incarico',
    empty: 'il file non ha righe sotto le intestazioni',
  },
  address: (written: string, fault: AddressFault) => planWords.fields.mailAddress(`«${written}»`, fault),
  taken: (id: string, name: string) =>
    `c’è già ${name} («${id}»): se è un’altra persona, indicare il nome con cui si distingue`,
  mailTaken: (name: string) => `l’indirizzo è già di ${name}`,
} as const;
