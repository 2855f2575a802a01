export const systemWords = {
  needed: (variable: string): readonly string[] => [
    `Manca la variabile d’ambiente ${variable}.`,
    'PostgreSQL e Temporal devono già esserci e vanno indicati, oppure Ciclo deve essere in esecuzione su questa cartella dei dati.',
    'Per avviare tutto insieme: npm start -- --serve',
  ],
  serving: (consoleUrl: string, entities: readonly string[]): readonly string[] => [
    `Ciclo è in servizio per ${entities.join(', ')}: ogni 1° giugno si apre il ciclo dell’esercizio successivo.`,
    `Console: ${consoleUrl}. Ctrl-C per fermare.`,
  ],
  mailStays: (dir: string): string =>
    `SMTP_URL non è impostato: la posta non parte. I messaggi, compresi quelli per accedere, restano in ${dir}.`,
  badFiles: 'I file dei dati non sono validi:',
  firstOf: (error: string, all: number): string =>
    all === 1 ? error : `${error} (e ${all === 2 ? 'un altro errore' : `altri ${all - 1} errori`})`,
  brokenFiles: (unit: string, kept: boolean): string =>
    kept
      ? `I file di ${unit} hanno errori: si continua con l’ultima versione senza errori. Da correggere:`
      : `I file di ${unit} hanno errori e non ne esiste una versione precedente: restano fuori finché non sono corretti:`,
  noEntity: (entity: string, known: readonly string[]): string =>
    `Nessun file descrive l’ente «${entity}»; ci sono: ${known.join(', ') || 'nessuno'}.`,
  noCalendar: (entity: string, exercise: number): string =>
    `Il calendario ${exercise} di ${entity} non si può programmare:`,
  /** @param unwritable why nothing can be written in its folder, where nothing can */
  serverEnded: (server: string, reason: string, folder: string, unwritable: string | undefined): string =>
    unwritable === undefined
      ? `${server} si è fermato da solo: ${reason}. Riavviare con lo stesso comando: si riprende da dove si era.`
      : `${server} si è fermato: nella cartella ${folder} non si può scrivere: ${unwritable}. Posto rimedio, riavviare con lo stesso comando: si riprende da dove si era.`,
  workerEnded: (reason: string): string =>
    `Il worker si è fermato da solo: ${reason}. Il processo termina con codice 3, perché sia riavviato: si riprende da dove si era.`,
  workerStopped: 'non prende più lavoro da Temporal',
  workerReady: 'Il worker è in servizio. Ctrl-C per fermare.',
  consoleReady: (url: string): string => `Console: ${url}. Ctrl-C per fermare.`,
  launch: {
    started: (entity: string, exercise: number): string => `Avviato il ciclo ${exercise} di ${entity}.`,
    running: (entity: string, exercise: number): string => `Il ciclo ${exercise} di ${entity} è già avviato.`,
    closed: (entity: string, exercise: number): string =>
      `Il ciclo ${exercise} di ${entity} è concluso: resta com’è, non si avvia di nuovo.`,
    cancelled: (entity: string, exercise: number): string =>
      `Il ciclo ${exercise} di ${entity} è stato annullato: resta com’è, non si avvia di nuovo.`,
    asked: (entity: string, exercise: number): string =>
      `L’avvio del ciclo ${exercise} di ${entity} è chiesto e non è ancora riuscito: si riprova da sé, non serve ripetere il comando. Che cosa lo trattiene lo dicono «ciclo doctor» e la pagina «Da sistemare».`,
  },
};
