import { withArticle } from '../domain/article.js';
import { count } from './plural.js';

/** Remarks that colleagues make to each other about a step or an indicator. */
export const stepRemarkWords = {
  title: 'Osservazioni fra colleghi',
  none: 'Non ci sono ancora osservazioni.',
  noneOfIndicator: 'Non ci sono ancora osservazioni su questo indicatore.',
  open: 'aperta',
  shut: 'chiusa',
  closed: (n: number) => count(n, 'Un’osservazione chiusa', 'osservazioni chiuse'),
  by: (name: string, when: string) => `${name}, ${when}`,
  closedBy: (name: string, when: string) => `Chiusa da ${name} ${withArticle('il', when)}.`,
  onIndicator: (code: string) => `Indicatore ${code}`,
  of: (id: number) => `Osservazione ${id}`,
  replyTo: (id: number) => `Replica all’osservazione ${id}`,
  unknown: (name: string) => `non c’è un’osservazione n. ${name} su questo ciclo`,
  alreadyClosed: 'l’osservazione è già chiusa',
  notYours: 'la chiude chi l’ha fatta, o il controllo di gestione',
  whoIs: (called: readonly string[]) =>
    called.length === 1
      ? `«${called[0]}» non è chi ha parte in questa attività: scrivere @ e il nome e cognome, oppure togliere la chiocciola`
      : `${called.map((one) => `«${one}»`).join(', ')} non sono persone che hanno parte in questa attività: scrivere @ e il nome e cognome, oppure togliere la chiocciola`,
  hint: 'Chi va avvisato si chiama con @ e il suo nome e cognome: riceve un messaggio.',
  make: {
    title: 'Fai un’osservazione ai colleghi',
    does: 'Fa un’osservazione ai colleghi su un’attività o su un indicatore di un monitoraggio',
    submit: 'Registra l’osservazione',
    indicator: 'Indicatore (facoltativo)',
    text: 'Osservazione',
    missing: 'manca l’osservazione',
    done: 'L’osservazione è registrata: chi è chiamato per nome, o chi risponde, riceve un messaggio.',
  },
  reply: {
    title: 'Replica',
    does: 'Replica a un’osservazione su un’attività o su un indicatore',
    submit: 'Registra la replica',
    text: 'Replica',
    missing: 'manca la replica',
    done: 'La replica è registrata: chi ha parte nell’osservazione riceve un messaggio.',
  },
  close: {
    title: 'Chiudi l’osservazione',
    does: 'Chiude un’osservazione su un’attività o su un indicatore: nessuno vi replica più',
    submit: 'Chiudi',
    done: 'L’osservazione è chiusa.',
  },
  mail: {
    subject: (by: string, step: string) => `${by} osserva: ${step}`,
    subjectReply: (by: string, step: string) => `${by} replica: ${step}`,
    called: (by: string, step: string) => `${by} La chiama in un’osservazione su «${step}».`,
    said: (by: string, step: string) => `${by} ha fatto un’osservazione su «${step}».`,
    replied: (by: string, step: string) => `${by} ha replicato in un’osservazione su «${step}» a cui Lei ha parte.`,
    indicator: (name: string) => `Riguarda l’indicatore ${name}.`,
    after: 'Si replica dalla pagina dell’attività. L’osservazione resta aperta finché chi l’ha fatta non la chiude.',
    button: 'Apri l’osservazione',
  },
} as const;
