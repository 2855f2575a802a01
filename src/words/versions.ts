/** What is said of the versions of the workers. */
export const versionWords = {
  description: 'le versioni dei worker, e quale riceve il lavoro',
  show: 'mostra le versioni che Temporal conosce',
  json: 'risponde in JSON',
  current: 'affida tutto il lavoro a una versione (anche per tornare indietro)',
  ramp: 'affida a una versione una parte dei cicli e delle attività',
  off: 'affida tutto il lavoro ai worker senza versione',
  version: 'versione, come la dice WORKER_BUILD_ID o, senza, la versione del programma',
  percentage: 'da 0 a 100',
  notPercentage: 'deve essere un numero da 0 a 100',
  noAddress:
    'Nessun server Temporal: TEMPORAL_ADDRESS non è impostata e Ciclo non è in esecuzione su questa cartella dei dati.',
  none: 'Nessuna versione: i worker lavorano senza (WORKER_VERSIONING non è attiva).',
  states: {
    current: 'riceve il lavoro',
    ramping: 'ne riceve una parte',
    draining: 'non ne riceve più; ha ancora processi in corso',
    drained: 'non ne riceve più: i suoi worker si possono fermare',
    inactive: 'non ne ha mai ricevuto',
  },
  line: (buildId: string, state: string, percentage: number | undefined): string =>
    `  ${buildId}: ${state}${percentage === undefined ? '' : ` (${percentage}%)`}`,
  noWorker: (buildId: string, reason: string): readonly string[] => [
    buildId === ''
      ? 'Il lavoro non si può affidare ai worker senza versione.'
      : `Il lavoro non si può affidare alla versione ${buildId}: nessun worker di questa versione è in servizio.`,
    `Temporal risponde: ${reason}`,
  ],
} as const;
