import { withArticle } from '../domain/article.js';
import { plural } from './plural.js';

/** What is said of a file that can not be taken, whatever it was sent for. */
export const fileWords = {
  empty: 'il file è vuoto',
  tooLarge: (megabytes: number) =>
    `il file supera ${withArticle('i', String(megabytes))} MB: un foglio dati è molto più piccolo; inviare il foglio ricevuto, compilato`,
  bomb: 'il file, una volta aperto, sarebbe troppo grande: inviare il foglio ricevuto, compilato',
  tooManySheets: (most: number) =>
    `la cartella ha più di ${most} fogli: inviare solo quelli che servono, con le stesse intestazioni`,
  tooManyCells: 'il foglio ha troppe celle: inviare il foglio ricevuto, compilato',
  broken: 'il file è danneggiato e non si può leggere: salvarlo di nuovo da Excel o LibreOffice e ripetere l’invio',
  brokenCsv: 'il file CSV non si può leggere: salvarlo di nuovo, con le virgolette chiuse, e ripetere l’invio',
  openQuote: (line: number) =>
    `il file CSV non si può leggere: alla riga ${line} c’è una virgoletta che non si chiude e nasconde le righe che seguono: correggerla e ripetere l’invio`,
  tooManyValues: (line: number) =>
    `la riga ${line} del file CSV ha più valori dei titoli: un decimale con la virgola va tra virgolette («85,5»), oppure il file si salva con il punto e virgola come separatore`,
  longLine: (line: number) =>
    `la riga ${line} del file è troppo lunga per un foglio di calcolo: salvarlo di nuovo come CSV e ripetere l’invio`,
  notText: (line: number) =>
    `alla riga ${line} ci sono caratteri che non si riconoscono: salvare il file di nuovo come «CSV UTF-8» e ripetere l’invio`,
  oldExcel: 'il file è nel vecchio formato di Excel (.xls) o protetto da password: salvarlo come .xlsx senza password',
  password: 'il file è protetto da password: salvarlo senza password e ripetere l’invio',
  macros: 'il file contiene macro: salvarlo senza macro (.xlsx oppure .ods)',
  notWorkbook: 'il file non è un foglio di calcolo: serve un file .xlsx, .ods oppure .csv',
  pdf: 'il file è un PDF: serve il foglio di calcolo (.xlsx, .ods oppure .csv)',
  /** After the first messages. */
  more: (count: number) => plural(count, 'c’è ancora un errore', `ci sono altri ${count} errori`),
  dataFile: {
    tooLarge: (megabytes: number) => `il file supera ${withArticle('i', String(megabytes))} MB`,
    notUtf8: 'il testo non è in UTF-8 (forse è nella codifica di Windows): salvarlo di nuovo in UTF-8',
    tooDeep: 'i dati sono annidati troppo a fondo',
    yaml: {
      indent:
        'il rientro di questa riga non va bene: le voci di uno stesso elenco o gruppo cominciano tutte alla stessa colonna, con soli spazi, e ciò che contengono sta più a destra',
      tab: 'la riga rientra con una tabulazione: usare soli spazi',
      nested:
        'qui comincia un altro «campo: valore» dove ne finisce uno: andare a capo con il rientro giusto, o mettere il testo tra virgolette se contiene i due punti',
      missing:
        'manca un segno: i due punti dopo il nome del campo, uno spazio dopo i due punti, una virgoletta o una parentesi che chiude; guardare questa riga e quella prima',
      unexpected: 'qui c’è qualcosa di inatteso: un rientro diverso dalle righe vicine, o un segno fuori posto',
      start: 'un testo che comincia con questo segno va tra virgolette',
      twice: 'il campo è già scritto più su, nello stesso gruppo: lasciarne uno solo',
      multiline: 'il nome di un campo sta su una riga sola, seguito dai due punti',
      escape:
        'tra virgolette doppie la barra rovesciata ha un significato speciale: raddoppiarla, o usare virgolette semplici',
      documents: 'il file contiene più documenti (una riga «---» a metà): tenerne uno solo',
      special: 'ci sono segni speciali di YAML (&, *, !, %) che qui non servono: mettere il testo tra virgolette',
    },
    aliases: 'i riferimenti (alias) ad altre parti non si possono seguire: mancano, o sono troppi',
  },
} as const;
