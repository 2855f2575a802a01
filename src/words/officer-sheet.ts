/** The form of an officer as a data sheet. */
export const officerSheetWords = {
  title: 'Compilare con un foglio di calcolo',
  lead: 'Lo stesso modulo si può scaricare, compilare con Excel o LibreOffice e ricaricare qui.',
  download: 'Scarica il foglio precompilato',
  file: 'Foglio compilato (.xlsx o .csv)',
  mode: 'Se nel foglio ci sono errori',
  all: 'non registrare nulla, finché tutto è corretto',
  partial: 'registrare solo le righe corrette',
  upload: 'Carica il foglio',
  missing: 'Scegliere il file da caricare.',
  failed: 'Il foglio non si può leggere',
  errorsTitle: (n: number) => (n === 1 ? 'Nel foglio c’è un errore' : `Nel foglio ci sono ${n} errori`),
  nothingTaken:
    'Nulla è stato registrato. Correggere le celle indicate e ricaricare il foglio, oppure scegliere di registrare solo le righe corrette.',
  partTaken: (taken: number, left: number, odd: number) =>
    [
      taken === 1 ? 'Una riga è stata registrata' : `${taken} righe sono state registrate`,
      ...(left === 0 ? [] : [left === 1 ? 'una riga con errori no' : `${left} righe con errori no`]),
      ...(odd === 0
        ? []
        : [odd === 1 ? 'una riga insolita è da confermare' : `${odd} righe insolite sono da confermare`]),
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
