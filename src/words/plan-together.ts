import { count } from './plural.js';

/** What changing many indicators of a plan together says. */
export const togetherWords = {
  title: (part: string) => `Pesi e uffici: ${part}`,
  action: 'Modifica insieme pesi e uffici',
  does: 'Cambia nella bozza del Piano pesi e uffici di più indicatori insieme: ciò che non si indica resta com’è',
  lead: 'Si cambiano insieme, con un solo motivo, i pesi e gli uffici degli indicatori di questa parte. La somma sopra ogni elenco segue i pesi mentre si scrivono; dove il browser non esegue gli script, si aggiorna dopo un errore.',
  offices: 'Ufficio di un indicatore',
  weights: 'Peso di un indicatore',
  save: 'Salva le modifiche',
  saved: (indicators: number, version: number) =>
    `${count(indicators, 'Un indicatore modificato', 'indicatori modificati')}: la bozza è ora la versione ${version}.`,
  unchanged: 'Nessun peso e nessun ufficio è cambiato.',
  weightOf: (code: string) => `Peso di ${code}`,
  officeOf: (code: string) => `Ufficio di ${code}`,
  current: 'Peso e ufficio ora',
} as const;
