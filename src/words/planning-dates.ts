import { withArticle } from '../domain/article.js';

/** What if a date were another. */
export const planningDatesWords = {
  stepTitle: 'Prorogare un’attività',
  step: 'Attività',
  chooseStep: 'Scegliere l’attività',
  due: 'Nuova scadenza',
  budgetTitle: 'Spostare il termine del preventivo',
  budget: 'Termine rinviato dalla legge',
  noDate: 'manca la nuova data',
  wrongDate: (text: string) => `«${text}» non è una data: serve giorno, mese e anno`,
  noStep: 'manca l’attività da prorogare',
  ended: 'l’attività è conclusa: si può solo riaprire',
  early: (day: string) => `la nuova scadenza è prima ${withArticle('del', day)}`,
  refused: (message: string) => `il termine non si può spostare: ${message}`,
  nothing: 'Non cambierebbe nessuna data.',
  deadlines: 'Scadenze',
  caption: 'Date che cambierebbero',
  what: 'Attività',
  now: 'Ora',
  would: 'Diventerebbe',
  notices: 'Messaggi',
  opens: (day: string) => `si apre ${withArticle('il', day)}`,
  dueOn: (day: string) => `scade ${withArticle('il', day)}`,
  already: 'conclusa: la data non cambierebbe più nulla',
  moved: (asked: string) => `il giorno chiesto, ${asked}, non è lavorativo`,
  noticeKinds: {
    opening: 'apertura',
    reminder: 'promemoria',
    'due-today': 'scade oggi',
    late: 'sollecito',
    'escalation-manager': 'segnalazione al dirigente',
    'escalation-head': 'segnalazione al vertice',
  },
  gone: 'non partirebbe più',
  added: 'si aggiungerebbe',
  law: (norm: string) => `Il termine è di legge (${norm}): la proroga non sana il ritardo verso l’esterno.`,
  knockOn: 'Attività che aspettano questa',
  knockOnLate: (day: string) =>
    `scade ${withArticle('il', day)}, prima della nuova scadenza: andrebbe prorogata anche questa`,
  knockOnWait: (opens: string, due: string) =>
    `prevista ${withArticle('dal', opens)}, si aprirebbe solo a quella conclusa; scade ${withArticle('il', due)}`,
  knockOnNone: 'Nessuna attività ne risente.',
  otherTemplate: (now: string, then: string) =>
    `Il calendario dei file (versione ${now}) non è quello del ciclo (versione ${then}): il confronto è tra due calendari della versione ${now}.`,
} as const;
