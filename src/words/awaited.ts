import { withArticle } from '../domain/article.js';

/** What is said of an act that nobody has carried out yet. */
export const awaitedWords = {
  /** One sentence with its address, for a terminal and for another program. */
  told: (address: string): string =>
    `La richiesta non è ancora registrata: il motore dei processi non risponde. Si saprà qui: ${address}`,
  notWaiting: (id: string): string =>
    `la richiesta ${id.slice(0, 12)}… non attende più: è registrata, rifiutata o ritirata`,
  asked: (act: string, moment: string): string => `${act}, richiesta ${withArticle('del', moment)}`,
  title: 'Richiesta',
  about: (act: string, step: string | undefined): string => (step === undefined ? act : `${act}: ${step}`),
  acts: {
    complete: 'Conclusione dell’attività',
    decide: 'Decisione dell’organo',
    transmit: 'Trasmissione del documento all’organo',
    resubmit: 'Nuova trasmissione del documento',
    returnValue: 'Restituzione di un valore',
    close: 'Chiusura del monitoraggio',
    propose: 'Proposta di aggiornamento del Piano',
    withdrawProposal: 'Ritiro di una proposta di aggiornamento',
    remind: 'Sollecito',
    extend: 'Proroga',
    postpone: 'Differimento del bilancio',
    reopen: 'Riapertura',
    restart: 'Riavvio',
    cancel: 'Annullamento del ciclo',
  } as Readonly<Record<string, string>>,
  waiting: {
    lead: 'Non è ancora registrata: si saprà qui.',
    text: 'Il motore dei processi non ha risposto in tempo. La richiesta è conservata, con i file allegati, e viene ripresentata da sola: non serve rifarla, e conta una volta sola anche se la si invia di nuovo. Si può chiudere questa pagina e tornare più tardi allo stesso indirizzo.',
    again: 'Guarda di nuovo',
  },
  recorded: { lead: 'È registrata.', text: 'È nel registro del ciclo, una volta sola.' },
  'given-up': {
    lead: 'È stata ritirata: non viene più ripresentata.',
    text: 'Chi l’ha ritirata e perché si legge nel registro delle attività. Se serve ancora, si rifà dalla sua pagina.',
  },
  refused: (why: string): string => `Non è stata registrata: ${why.replace(/\.$/, '')}.`,
  step: 'Vai all’attività',
  cycle: 'Vai al ciclo',
  broken: 'si è verificato un errore; chi gestisce Ciclo lo trova nel file di log',
  ended: 'l’attività non è aperta: non è ancora cominciata oppure è già conclusa',
  api: 'La richiesta è conservata ma non ancora registrata: l’esito si legge all’indirizzo indicato',
};
