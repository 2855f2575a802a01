import { plural } from './plural.js';

/** What is remarked on the report of a checkpoint, and answered. */
export const reportWords = {
  title: 'Osservazioni sul rapporto',
  none: 'Nessuna osservazione sul rapporto di questo monitoraggio.',
  unanswered: 'Senza risposta',
  answered: 'Risposta',
  caption: 'Osservazioni sul rapporto e risposte',
  columns: { who: 'Di chi', remark: 'Osservazione', answer: 'Risposta' },
  withAct: 'con la presa d’atto',
  remark: {
    title: 'Osservazione sul rapporto di monitoraggio',
    does: 'Registra un’osservazione dell’organismo di valutazione sul rapporto di un monitoraggio',
    lead: 'L’osservazione resta agli atti accanto al rapporto; il controllo di gestione risponde.',
    submit: 'Registra l’osservazione',
    text: 'Osservazione',
    missing: 'l’osservazione è vuota',
    done: 'L’osservazione è agli atti.',
    noReport: 'il monitoraggio non ha ancora un rapporto: le osservazioni si registrano dopo la chiusura',
  },
  answer: {
    title: 'Risposta a un’osservazione sul rapporto',
    does: 'Risponde a un’osservazione sul rapporto di un monitoraggio',
    submit: 'Registra la risposta',
    text: 'Risposta',
    missing: 'la risposta è vuota',
    done: 'La risposta è agli atti.',
    unknown: (name: string) => `non c’è un’osservazione n. ${name} sui rapporti di questo ciclo`,
    subject: (id: number) => `Osservazione n. ${id}`,
    stands: (said: string, answers: number) =>
      `«${said}»${answers === 0 ? ': senza risposta.' : plural(answers, ': con una risposta.', `: con ${answers} risposte.`)}`,
    link: 'Rispondi',
  },
} as const;
