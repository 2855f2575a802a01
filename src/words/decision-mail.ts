import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { OivTask } from '../domain/oiv/asked.js';

/** To whom decides: what is before the board. */
export const decisionRequestWords = {
  subject: {
    opening: (document: string, board: string, day: string) => `${day}, all’esame: ${document}, ${board}`,
    reminder: (document: string, board: string, day: string) => `${day}, promemoria: ${document}, ${board}`,
    'due-today': (document: string, board: string, day: string) => `${day}, scade oggi: ${document}, ${board}`,
    late: (document: string, board: string, day: string) => `${day}, in ritardo: ${document}, ${board}`,
    'deferred-again': (document: string, board: string, day: string) => `${day}, torna in esame: ${document}, ${board}`,
  },
  body: {
    opening: (document: string, board: string, longDay: string) =>
      `il documento «${document}» è stato trasmesso per la deliberazione (${board}), da adottare entro ${longDay}.`,
    reminder: (document: string, board: string, longDay: string) =>
      `il documento «${document}» attende ancora la deliberazione (${board}), da adottare entro ${longDay}.`,
    'due-today': (document: string, board: string) =>
      `scade oggi il termine per deliberare sul documento «${document}» (${board}).`,
    late: (document: string, board: string, longDay: string) =>
      `il documento «${document}» attende la deliberazione (${board}), che doveva essere adottata entro ${longDay}.`,
    'deferred-again': (document: string, board: string, longDay: string) =>
      `come stabilito con il rinvio, torna in esame il documento «${document}» (${board}). Il termine è ${longDay}.`,
  },
  round: (n: number) => (n === 1 ? 'primo' : `${n}° esame, dopo le osservazioni`),
  changes: 'Rispetto alla versione precedente:',
  after:
    'La decisione si registra nella pagina del documento: approvato, con numero e data dell’atto; respinto, con le osservazioni; rinviato, con la nuova data.',
  button: 'Registra la decisione',
  /** Of an amendment in the year. */
  amendment: {
    subject: {
      opening: (document: string, _board: string, day: string) => `${day}, aggiornamento: ${document}`,
      reminder: (document: string, _board: string, day: string) => `${day}, promemoria aggiornamento: ${document}`,
      'due-today': (document: string, _board: string, day: string) => `${day}, scade oggi aggiornamento: ${document}`,
      late: (document: string, _board: string, day: string) => `${day}, in ritardo aggiornamento: ${document}`,
      'deferred-again': (document: string, _board: string, day: string) =>
        `${day}, torna in esame l’aggiornamento: ${document}`,
    },
    body: {
      opening: (document: string, board: string, longDay: string) =>
        `è stata trasmessa per la deliberazione (${board}) una proposta di aggiornamento in corso d’anno di «${document}», su cui decidere entro ${longDay}.`,
      reminder: (document: string, board: string, longDay: string) =>
        `la proposta di aggiornamento di «${document}» attende ancora la deliberazione (${board}), da adottare entro ${longDay}.`,
      'due-today': (document: string, board: string) =>
        `scade oggi il termine per deliberare sulla proposta di aggiornamento di «${document}» (${board}).`,
      late: (document: string, board: string, longDay: string) =>
        `la proposta di aggiornamento di «${document}» attende la deliberazione (${board}), che doveva essere adottata entro ${longDay}.`,
      'deferred-again': (document: string, board: string, longDay: string) =>
        `come stabilito con il rinvio, torna in esame la proposta di aggiornamento di «${document}» (${board}). Il termine è ${longDay}.`,
    },
    changes: 'Che cosa si propone, e perché:',
    after:
      'La decisione si registra nella pagina della proposta: approvata, con numero e data dell’atto; respinta, con le osservazioni; rinviata, con la nuova data. Finché non è approvata resta in vigore il Piano attuale.',
    button: 'Registra la decisione',
  },
  /** Of what the OIV is asked. */
  oiv: {
    validation: {
      subject: {
        opening: (document: string, _board: string, day: string) => `${day}, da validare: ${document}`,
        reminder: (document: string, _board: string, day: string) => `${day}, promemoria validazione: ${document}`,
        'due-today': (document: string, _board: string, day: string) => `${day}, scade oggi validazione: ${document}`,
        late: (document: string, _board: string, day: string) => `${day}, in ritardo validazione: ${document}`,
        'deferred-again': (document: string, _board: string, day: string) =>
          `${day}, torna in esame per validazione: ${document}`,
      },
      body: {
        opening: (document: string, board: string, longDay: string) =>
          `il documento «${document}» è stato approvato e trasmesso per la validazione (${board}), da dare o negare entro ${longDay}.`,
        reminder: (document: string, board: string, longDay: string) =>
          `il documento «${document}» attende ancora la validazione (${board}), da dare o negare entro ${longDay}.`,
        'due-today': (document: string, board: string) =>
          `scade oggi il termine per la validazione del documento «${document}» (${board}).`,
        late: (document: string, board: string, longDay: string) =>
          `il documento «${document}» attende la validazione (${board}), che doveva essere data o negata entro ${longDay}.`,
        'deferred-again': (document: string, board: string, longDay: string) =>
          `come stabilito con il rinvio, torna all’esame per la validazione il documento «${document}» (${board}). Il termine è ${longDay}.`,
      },
      after:
        'Dalla pagina del documento si apre la scrivania di chi valida, con il fascicolo, la lista di controllo e i dati da verificare a campione. L’esito si registra nella pagina del documento: validata o non validata, sempre con le ragioni; rinviata, con la nuova data.',
      button: 'Esamina e registra l’esito',
    },
    opinion: {
      subject: {
        opening: (document: string, _board: string, day: string) => `${day}, parere su: ${document}`,
        reminder: (document: string, _board: string, day: string) => `${day}, promemoria parere: ${document}`,
        'due-today': (document: string, _board: string, day: string) => `${day}, scade oggi parere: ${document}`,
        late: (document: string, _board: string, day: string) => `${day}, in ritardo parere: ${document}`,
        'deferred-again': (document: string, _board: string, day: string) =>
          `${day}, torna in esame per parere: ${document}`,
      },
      body: {
        opening: (document: string, board: string, longDay: string) =>
          `il documento «${document}» è stato trasmesso per il parere (${board}), da esprimere entro ${longDay}.`,
        reminder: (document: string, board: string, longDay: string) =>
          `il documento «${document}» attende ancora il parere (${board}), da esprimere entro ${longDay}.`,
        'due-today': (document: string, board: string) =>
          `scade oggi il termine per il parere sul documento «${document}» (${board}).`,
        late: (document: string, board: string, longDay: string) =>
          `il documento «${document}» attende il parere (${board}), che doveva essere espresso entro ${longDay}.`,
        'deferred-again': (document: string, board: string, longDay: string) =>
          `come stabilito con il rinvio, torna all’esame per il parere il documento «${document}» (${board}). Il termine è ${longDay}.`,
      },
      after:
        'Il parere si registra nella pagina del documento: favorevole, con numero e data dell’atto; contrario, con le ragioni; rinviato, con la nuova data. Senza parere favorevole il documento non va all’organo che lo adotta.',
      button: 'Registra il parere',
    },
  },
} as const;

/** To whom prepared: what the board decided. */
export const decisionResultWords = {
  subject: {
    approved: (document: string) => `approvato: ${document}`,
    noted: (document: string) => `preso atto: ${document}`,
    rejected: (document: string) => `respinto con osservazioni: ${document}`,
    deferred: (document: string, day: string) => `${day}, rinviato a quel giorno: ${document}`,
  },
  body: {
    approved: (document: string, board: string) => `il documento «${document}» è stato approvato (${board}).`,
    noted: (document: string, board: string) =>
      `del documento «${document}» si è preso atto (${board}). Alle osservazioni, se ve ne sono, si risponde dalla pagina del monitoraggio.`,
    rejected: (document: string, board: string) =>
      `il documento «${document}» è stato respinto con le osservazioni che seguono (${board}). Va rivisto e trasmesso di nuovo.`,
    putAside: (document: string, board: string) =>
      `la proposta «${document}» è stata respinta con le osservazioni che seguono (${board}). Il Piano resta com’era; se serve, si può presentare un’altra proposta.`,
    deferred: (document: string, board: string, longDay: string) =>
      `l’esame del documento «${document}» è stato rinviato a ${longDay} (${board}). Non occorre fare nulla fino ad allora.`,
  },
  /** Of an amendment in the year. */
  amendment: {
    subject: { approved: (document: string) => `aggiornamento approvato: ${document}` },
    body: {
      approved: (document: string, board: string) =>
        `l’aggiornamento di «${document}» è stato approvato (${board}) ed è in vigore.`,
      deferred: (document: string, board: string, longDay: string) =>
        `l’esame dell’aggiornamento di «${document}» è stato rinviato a ${longDay} (${board}). Non occorre fare nulla fino ad allora.`,
    },
  },
  /** Of what the OIV was asked. */
  oiv: {
    validation: {
      subject: {
        approved: (document: string) => `validata: ${document}`,
        rejected: (document: string) => `non validata: ${document}`,
      },
      body: {
        approved: (document: string, board: string) => `il documento «${document}» è stato validato (${board}).`,
        rejected: (document: string, board: string) =>
          `il documento «${document}» non è stato validato, per le ragioni che seguono (${board}). Va rivisto e trasmesso di nuovo.`,
      },
    },
    opinion: {
      subject: {
        approved: (document: string) => `parere favorevole: ${document}`,
        rejected: (document: string) => `parere contrario: ${document}`,
      },
      body: {
        approved: (document: string, board: string) =>
          `sul documento «${document}» è stato espresso parere favorevole (${board}).`,
        rejected: (document: string, board: string) =>
          `sul documento «${document}» è stato espresso parere contrario, per le ragioni che seguono (${board}). Va rivisto e trasmesso di nuovo.`,
      },
    },
  } satisfies Record<OivTask, unknown>,
  act: (number: string, day: string) => `${actNumbered(number)} ${withArticle('del', day)}`,
  button: {
    approved: 'Vedi la decisione',
    noted: 'Vedi la decisione',
    rejected: 'Rivedi e ritrasmetti',
    putAside: 'Vedi la decisione',
    deferred: 'Vedi la decisione',
  },
} as const;

/** To whom decides: what was before the board was taken back. */
export const proposalWithdrawnWords = {
  subject: (document: string) => `aggiornamento ritirato: ${document}`,
  body: (document: string, board: string, by: string) =>
    `la proposta di aggiornamento di «${document}», trasmessa per la deliberazione (${board}), è stata ritirata da ${by}, per questo motivo:`,
  after:
    'Su questa proposta non c’è più nulla da decidere, e altri promemoria non arrivano. Resta in vigore il Piano attuale; una nuova proposta arriva con un altro messaggio.',
  button: 'Vedi l’attività',
};
