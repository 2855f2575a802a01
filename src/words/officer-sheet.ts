import { count, plural } from './plural.js';

/** The form of an officer as a data sheet. */
export const officerSheetWords = {
  title: 'Compilare con un foglio di calcolo',
  lead: 'Lo stesso modulo si può scaricare, compilare con Excel o LibreOffice e ricaricare qui.',
  download: 'Scarica il foglio precompilato',
  file: 'Foglio compilato (.xlsx o .csv)',
  mode: 'Se nel foglio ci sono errori',
  all: 'non registrare nulla finché non è tutto corretto',
  partial: 'registrare solo le righe corrette',
  upload: 'Carica il foglio',
  missing: 'Scegliere il file da caricare.',
  failed: 'Il foglio non è stato accettato',
  errorsTitle: (n: number) => plural(n, 'Nel foglio c’è un errore', `Nel foglio ci sono ${n} errori`),
  nothingTaken:
    'Nulla è stato registrato. Correggere le celle indicate e ricaricare il foglio, oppure scegliere di registrare solo le righe corrette.',
  partTaken: (taken: number, left: number, odd: number) =>
    [
      count(taken, 'Una riga è stata registrata', 'righe sono state registrate'),
      ...(left === 0 ? [] : [count(left, 'una riga con errori no', 'righe con errori no')]),
      ...(odd === 0 ? [] : [count(odd, 'una riga insolita è da confermare', 'righe insolite sono da confermare')]),
    ].join('; ') + (left === 0 ? '.' : '. Correggere le celle indicate e ricaricare il foglio.'),
  noneCorrect: 'Nessuna riga è corretta: nulla è stato registrato.',
  nothingNew: 'Il foglio non contiene valori nuovi: nulla è stato registrato.',
  caption: 'Errori nel foglio',
  cell: 'Cella',
  column: 'Colonna',
  written: 'Scritto',
  problem: 'Che cosa non va',
  seeReceipt: 'Vedi la ricevuta',
  backToForm: 'Torna al modulo',
} as const;
