/** What the mails say that tell something and ask nothing. */
export const communicationMailWords = {
  body: (entity: string, exercise: number, about: string): string =>
    `${entity} comunica, per il ciclo della performance ${exercise}: ${about}.`,
  labels: { document: 'Documento', hash: 'Impronta SHA-256' },
  button: 'Apri la pagina',
  phase: {
    subject: {
      opened: (phase: string): string => `si apre: ${phase}`,
      concluded: (phase: string): string => `conclusa: ${phase}`,
    },
    body: {
      opened: (phase: string): string =>
        `si è aperta la fase «${phase}», in cui il Piano indica anche il Suo ruolo tra i soggetti coinvolti.`,
      concluded: (phase: string): string => `la fase «${phase}» è conclusa, e il suo risultato si può vedere.`,
    },
    nothingAsked: 'È un’informazione: non occorre fare nulla.',
    due: 'Entro',
    button: 'Vedi il ciclo',
    title: (number: number, title: string): string => `Fase ${number}, ${title}`,
  },
  /** To the OIV. */
  report: {
    subject: (report: string): string => report,
    subjectAgain: (report: string): string => `ricalcolato: ${report}`,
    body: (report: string): string =>
      `è stato depositato il «${report}», che è a disposizione di chi valida la Relazione.`,
    bodyAgain: (report: string, version: number): string =>
      `i risultati sono stati calcolati di nuovo: del «${report}» è stata depositata la versione ${version}.`,
    nothingAsked:
      'Non occorre fare nulla. Chi ha osservazioni sul rapporto le registra dalla stessa pagina: restano agli atti e il controllo di gestione risponde.',
    button: 'Apri il monitoraggio',
  },
} as const;
