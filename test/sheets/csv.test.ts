import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/sheets/csv.js';

const read = (text: string): string => {
  const grid = readCsv(Buffer.from(text));
  if (!grid.ok) return `NO ${grid.error}`;
  return grid.value.rows.map(({ cells }) => [...cells.values()].map((cell) => cell.shown).join('|')).join(' / ');
};

describe('a row whose values have moved out of their columns is refused with its line', () => {
  const MORE = 'ha più valori dei titoli';
  const OPEN = 'virgoletta che non si chiude';
  it.each<[string, string, number, string]>([
    ['a decimal comma between commas', 'Codice,Indicatore,Valore\nA-1,Utenti,12\nA-2,Costi,85,5\n', 3, MORE],
    ['a decimal comma before an empty note', 'Codice,Valore,Nota\nA-1,85,5,\n', 2, MORE],
    ['decimals in the note', 'Codice,Valore,Nota\nA-1,12,vista\nA-2,85,5\nA-3,7,\n', 3, MORE],
    ['a decimal comma in a row without its name', 'Codice,Indicatore,Valore\nA-1,,85,5\n', 2, MORE],
    ['one value too many between semicolons', 'Codice;Valore\nA-1;12;13\n', 2, MORE],
    ['a cell below no title', 'Codice;Valore;;\nA-1;12;13;\n', 2, MORE],
    ['below sentences', 'Foglio di Anna\n\nCodice,Valore\nA-1,12,5\n', 4, MORE],
    ['a quote open to the end', 'Codice;Valore;Nota\nA-1;12;\nA-2;13;"visto\nA-3;14;\n', 3, OPEN],
    ['a quote closed in a later row', 'Codice;Nota;Valore\nA-1;"visto;12\nA-2;"letto";13\nA-3;;14\n', 2, OPEN],
    [
      'a quote closed by the quote of a later row',
      'Codice;Nota;Valore\nA-1;"visto;12\nA-2;letto;13\nA-3;";14\n',
      2,
      OPEN,
    ],
    [
      'a quote open, with Windows ends of lines',
      'Codice\tNota\tValore\r\nA-1\t"visto\t12\r\nA-2\tletto\t13\r\n',
      2,
      OPEN,
    ],
  ])('%s', (_, text, line, why) => {
    expect(read(text)).toMatch(/^NO /);
    expect(read(text)).toContain(`riga ${line} `);
    expect(read(text)).toContain(why);
  });
});

describe('every row of a table is a row', () => {
  it.each<[string, string, string]>([
    [
      'with the ends of lines of two programs',
      'Codice;Valore\r\nA-1;12\nA-2;13\r\nA-3;14\rA-4;15',
      'A-1|12 / A-2|13 / A-3|14 / A-4|15',
    ],
    ['with a quoted decimal', 'Codice,Valore\nA-1,"85,5"\n', 'A-1|85,5'],
    ['with fewer values than titles', 'Codice,Valore,Nota\nA-1,85\n', 'A-1|85'],
    ['padded by a spreadsheet', 'Codice;Valore\nA-1;12;;;\n', 'A-1|12'],
    [
      'with a note on two lines',
      'Codice;Valore;Nota\nA-1;12;"visto; a\nmaggio; e poi"\n',
      'A-1|12|visto; a\nmaggio; e poi',
    ],
    ['with a quote within a word', 'Codice;Valore;Nota\nA-1;12;sede "B"\n', 'A-1|12|sede "B"'],
  ])('%s', (_, text, rows) => {
    expect(read(text).split(' / ').slice(1).join(' / ')).toBe(rows);
  });
});
