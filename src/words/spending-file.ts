import type { SpendingKey, Unmatched } from '../domain/resources/match-spending.js';
import { never } from '../domain/result.js';
import { euro } from './format.js';

/** What is wrong in a file of the accounting system. */
export const spendingFileWords = {
  file: (name: string, problem: string): string => `${name}: ${problem}`,
  sheet: (name: string, sheet: string): string => `${name}, foglio «${sheet.slice(0, 40)}»`,
  severalSheets: (sheets: readonly string[]): string =>
    `più fogli hanno la colonna dell’importo (${sheets
      .slice(0, 5)
      .map((one) => `«${one.slice(0, 40)}»`)
      .join(', ')}): se ne importa uno alla volta`,
  aDay: (column: string, shown: string): string =>
    `${column} è una data (${shown.slice(0, 40)}): il foglio di calcolo ha cambiato il codice, la colonna va in formato testo`,
  noAmountThere: 'non è un importo',
  row: (name: string, row: number, problem: string): string => `${name}, riga ${row}: ${problem}`,
  noRows: 'non c’è nessuna riga con un importo',
  noAmount: (titles: readonly string[]): string =>
    `manca la colonna dell’importo: si riconosce «${titles.join('», «')}»`,
  noKey: (titles: readonly string[]): string =>
    `manca la colonna che dice su che cosa si è speso: si riconosce «${titles.join('», «')}»`,
  twoColumns: (column: string, title: string): string => `due colonne sono ${column}: la seconda è «${title}»`,
  columns: {
    line: 'la riga di risorse',
    product: 'il prodotto',
    activity: 'l’attività',
    costCentre: 'il centro di costo',
    programme: 'il programma',
    amount: 'l’importo',
  } satisfies Record<keyof SpendingKey | 'amount', string>,
  badAmount: (written: string, why: string): string => `l’importo «${written.slice(0, 40)}» non si legge: ${why}`,
  tooFine: (written: string): string => `l’importo «${written.slice(0, 40)}» ha più di due decimali`,
  negative: (line: string, amount: string): string =>
    `gli importi della riga di risorse ${line} sommano a ${euro(amount)}: la spesa non può essere negativa`,
  unmatched: (unmatched: Unmatched): string => {
    switch (unmatched.why) {
      case 'nothing-named':
        return 'non dice prodotto, programma o riga di risorse';
      case 'unknown':
        return `«${unmatched.named.slice(0, 60)}» non è una riga di risorse del Piano`;
      case 'several':
        return `«${unmatched.named.slice(0, 60)}» è di più righe di risorse (${unmatched.lines.join(', ')}): aggiungere l’attività, o la colonna «riga»`;
      default:
        return never(unmatched);
    }
  },
};
