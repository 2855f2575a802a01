import { count } from './plural.js';

/** What is said of mails that did not reach their person, on pages and at the command line. */
export const unsettledMailWords = {
  title: 'Mail da chiarire',
  lead: 'Messaggi che non sono arrivati, o di cui non si sa: finché nessuno se ne occupa, chi doveva riceverli può non sapere della scadenza.',
  none: 'Nessuna mail da chiarire.',
  onYear: (n: number) => count(n, 'Una mail non è arrivata a chi doveva', 'mail non sono arrivate a chi doveva'),
  onYearLink: 'Chiarire',
  to: 'Destinatario',
  what: 'Messaggio',
  when: 'Del',
  why: 'Che cosa è successo',
  act: 'Che cosa fare',
  trouble: {
    failed: 'Non è partita',
    uncertain: 'Non si sa se il server l’abbia presa',
    reported: 'Il server del destinatario non l’ha consegnata',
  },
  otherAddress: (address: string) => `Oggi l’indirizzo è ${address}`,
  noAddress: 'La persona non è più in servizio: va avvisato chi ne ha preso il posto.',
  arrived: 'È arrivata',
  sendAgain: 'Spedisci di nuovo',
  about: (name: string, kind: string) => `${kind}, a ${name}`,
  done: {
    arrived: 'Registrato: la mail è arrivata.',
    'send-again': 'La mail parte di nuovo, all’indirizzo che la persona ha oggi.',
  },
  refused: {
    noVerdict: 'Scegliere se è arrivata o se spedirla di nuovo.',
    settled: 'Questa mail non è più da chiarire: qualcuno se n’è già occupato.',
    'no-address': 'La persona non è più in servizio: la mail non si può spedire di nuovo.',
  },
  bounce: {
    description: 'Legge l’avviso di mancata consegna di una mail (anche PEC) e lo mette nel registro',
    file: 'il messaggio come l’ha ricevuto la casella (.eml); senza, dallo standard input',
    space: 'registro: ciclo, oppure una prova generale come prova_1',
    json: 'risponde con un oggetto JSON',
    unreadable: (file: string, reason: string) => `Il file ${file} non si può leggere: ${reason}`,
    tooLarge: (megabytes: number) => `Il messaggio supera ${megabytes} MB: un avviso di mancata consegna è più breve.`,
    noReport: {
      'not-a-report': 'Non è un avviso di mancata consegna.',
      'nothing-failed': 'L’avviso non parla di mail non consegnate.',
      'no-message-id': 'L’avviso non dice di quale mail parla.',
    },
    receipts: {
      recorded: (recipient: string, reason: string) =>
        `${recipient}: non consegnata (${reason}). È tra le mail da chiarire.`,
      again: (recipient: string) => `${recipient}: l’avviso era già nel registro.`,
      unknown: (recipient: string) => `${recipient}: la mail non è di questo registro.`,
    },
    delayed: (recipient: string, reason: string) => `${recipient}: consegna ritardata (${reason}), il server riprova.`,
  },
} as const;
