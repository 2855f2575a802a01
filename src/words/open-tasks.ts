import { plural } from './plural.js';

/** What mails say of what waits for somebody who has just been given it. */
export const openTaskWords = {
  nothingOpen: 'Oggi non c’è nulla in attesa di una risposta.',
  waiting: (n: number) =>
    plural(
      n,
      'Un’attività attende già una risposta: il collegamento apre il modulo, senza password.',
      `${n} attività attendono già una risposta: ogni collegamento apre il suo modulo, senza password.`,
    ),
  due: 'Scadenza',
  open: 'Apri',
  tasks: 'Apri le attività',
} as const;
