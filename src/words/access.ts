/** What pages say about links, signing in and permissions. */
export const accessWords = {
  noDuty: {
    title: 'Questo collegamento non apre più nulla',
    forged:
      'Il collegamento non è stato emesso da Ciclo, oppure è stato copiato solo in parte. Riaprirlo dal messaggio di posta, senza modificarlo.',
    expired:
      'Il collegamento è scaduto. Un nuovo promemoria ne porterà un altro; se è urgente, chiederlo al controllo di gestione.',
    revoked: 'Il collegamento è stato revocato dal controllo di gestione, a cui si può chiedere il motivo.',
    'not-theirs':
      'Questa attività oggi non è affidata a Lei: l’incarico è passato a un’altra persona, oppure la sostituzione è finita.',
    unknown: 'L’attività non esiste.',
  },
  forbidden: {
    title: 'Non consentito',
    text: 'Il Suo profilo non consente questa operazione. Se è un errore, rivolgersi al controllo di gestione.',
    crossSite: 'La richiesta non è partita da una pagina di Ciclo: riaprire la pagina e riprovare.',
  },
} as const;
