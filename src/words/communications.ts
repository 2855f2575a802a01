import { plural } from './plural.js';

/** What the page says of who was told what. */
export const communicationWords = {
  title: (exercise: number): string => `Comunicazioni del ciclo ${exercise}`,
  lead: 'Chi è stato informato, di che cosa, quando e come. I soggetti indicati dalla tabella delle fasi sono avvisati automaticamente quando la loro fase si apre e quando è conclusa.',
  registered: 'Comunicazioni registrate',
  none: 'Non è stata ancora registrata alcuna comunicazione.',
  /** What became of the mails, as the ledger has it. */
  mails: ({
    mails,
    sent,
    notSent,
  }: {
    readonly mails: number;
    readonly sent: number;
    readonly notSent: number;
  }): string => {
    if (mails === 0) return '';
    const parts = [
      `${sent} ${plural(sent, 'partita', 'partite')} su ${mails}`,
      ...(notSent > 0 ? [`${notSent} non ${plural(notSent, 'partita', 'partite')}`] : []),
    ];
    return parts.join(', ');
  },
  phases: {
    title: 'Avvisi ai soggetti delle fasi',
    none: 'Nessuna fase con soggetti da avvisare si è ancora aperta.',
    about: (phase: string, moment: 'opened' | 'concluded'): string =>
      moment === 'opened' ? `Si apre: ${phase}` : `Conclusa: ${phase}`,
  },
  columns: {
    about: 'Che cosa',
    told: 'A chi',
    means: 'Come',
    on: 'Quando',
    mails: 'Mail',
    note: 'Nota',
    by: 'Registrata da',
  },
} as const;
