import { describe, expect, test } from 'vitest';
import { italian, printedNumber } from '../../../src/domain/findings/number.js';
import {
  datesIn,
  existsInCalendar,
  isSpreadsheetZero,
  sameSaying,
  sayingOf,
  shapeOf,
} from '../../../src/domain/findings/text.js';
import { exactText } from '../../../src/domain/rational.js';

describe('dates written in a cell', () => {
  test.each([
    ['31/12/2016', [[31, 12, 2016]]],
    ['entro il 28/2/2016', [[28, 2, 2016]]],
    ['>=31/07/16', [[31, 7, 2016]]],
    ['entro 31 ottobre 2016', [[31, 10, 2016]]],
    ['entro il 1° marzo', [[1, 3, undefined]]],
    ['entro il 30/11', [[30, 11, undefined]]],
    [
      'dal 01.03.2016 al 30-06-2016',
      [
        [1, 3, 2016],
        [30, 6, 2016],
      ],
    ],
    ['00/01/1900', [[0, 1, 1900]]],
    ['almeno 25', []],
    ['1.234,5', []],
    ['programma 3.1.2', []],
    ['10-12 incontri', []],
    ['120/2010/2016', []],
    ['4,5/6', []],
    ['giudizio 4/5', []],
  ])('%s', (text, dates) => {
    expect(datesIn(text).map((d) => [d.day, d.month, d.year])).toEqual(dates);
  });

  test('a spreadsheet zero is not a date of the calendar, an ordinary day is', () => {
    const [zero, libre, leap, no] = datesIn('00/01/1900 30/12/1899 29/02/2016 29/02/2015');
    expect([zero, libre, leap].map((d) => d !== undefined && isSpreadsheetZero(d))).toEqual([true, true, false]);
    expect([leap, no].map((d) => d !== undefined && existsInCalendar(d))).toEqual([true, false]);
  });
});

describe('how a cell is written', () => {
  test.each([
    ['almeno 25', 'number', '>='],
    ['+5%', 'change', ''],
    ['< =2', 'number', '<='],
    ['$\\geq 90\\%$ numero iniziative realizzate', 'percent', '>='],
    ['$< 100\\%$ delle risorse', 'percent', '<'],
    ['>60%', 'percent', '>'],
    ['entro 31/12/2016', 'date', 'by'],
    ['non superiore a 7', 'number', '<='],
    ['non inferiore a 7', 'number', '>='],
    ['superiore a 7', 'number', '>'],
    ['0%', 'percent', ''],
    ['SI', 'words', ''],
    ['  ', 'empty', ''],
  ])('%s is %s %s', (text, kind, operator) => {
    expect(shapeOf(text)).toEqual({ kind, operator });
  });
});

describe('titles', () => {
  test.each([
    ["PROMUOVERE LA COMPETITIVITA', L'INNOVAZIONE", 'Promuovere la competitività, l’innovazione', true],
    ['LA C.C.I.A.A. "CABINA DI REGIA"', 'La CCIAA “Cabina di Regia”', true],
    ['Rafforzare l’informazione e la formazione', 'Rafforzare l’informazione e la formazione come stimolo', true],
    ['Creare Rete', 'Crea in Rete', false],
    ['Comunicazione', 'Comunicazione esterna', false],
  ])('%s and %s', (a, b, same) => {
    expect(sameSaying(a, b)).toBe(same);
    expect(sameSaying(b, a)).toBe(same);
  });

  test('what is left of a title has no case, accents or punctuation', () => {
    expect(sayingOf(' Carrara Citta’ del Marmo ')).toBe(sayingOf('CARRARA CITTÀ DEL MARMO'));
  });
});

describe('printed numbers', () => {
  test.each([
    ['17.171', '17171', '0.5'],
    ['99%', '99', '0.5'],
    ['75,64%', '75.64', '0.005'],
    ['- 3.242,35', '-3242.35', '0.005'],
    ['-157%', '-157', '0.5'],
    ['€ 182.400,00', '182400', '0.005'],
  ])('%s', (text, value, halfUnit) => {
    const read = printedNumber(text);
    expect(read && [exactText(read.value), exactText(read.halfUnit)]).toEqual([value, halfUnit]);
  });

  test.each(['nd', '-', '', 'n.25 (di cui n.20)', '1.2345', '12/2015', '1,2,3'])('%s is no number', (text) => {
    expect(printedNumber(text)).toBeUndefined();
  });

  test.each([
    ['1234567.5', 2, '1.234.567,50'],
    ['-3242.35', 2, '-3.242,35'],
    ['14.5', 0, '14,5'],
    ['0', 0, '0'],
    ['100', 2, '100,00'],
  ])('%s is written %s', (value, decimals, text) => {
    expect(italian(value, decimals)).toBe(text);
  });
});
