import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseActual, parseItalianNumber } from '../../src/domain/achievement/parse-actual.js';
import { italianDecimal } from '../../src/domain/targets/numbers.js';

describe('a measured value as an officer writes it', () => {
  test.each([
    ['20', { kind: 'number', value: '20' }],
    ['82,5', { kind: 'number', value: '82.5' }],
    ['1.234,5', { kind: 'number', value: '1234.5' }],
    ['2.355', { kind: 'number', value: '2355' }],
    [',5', { kind: 'number', value: '0.5' }],
    ['-,5', { kind: 'number', value: '-0.5' }],
    ['-12', { kind: 'number', value: '-12' }],
    ['−3,54', { kind: 'number', value: '-3.54' }],
    ['+4', { kind: 'number', value: '4' }],
    ['17/20', { kind: 'ratio', numerator: '17', denominator: '20' }],
    ['17 su 20', { kind: 'ratio', numerator: '17', denominator: '20' }],
    ['4,5/6', { kind: 'ratio', numerator: '4.5', denominator: '6' }],
    ['1.250 / 2.500', { kind: 'ratio', numerator: '1250', denominator: '2500' }],
    ['30/06/2016', { kind: 'date', on: '2016-06-30' }],
    ['1.6.2016', { kind: 'date', on: '2016-06-01' }],
    ['30-6-2016', { kind: 'date', on: '2016-06-30' }],
    ['2016-06-30', { kind: 'date', on: '2016-06-30' }],
    ['30 giugno 2016', { kind: 'date', on: '2016-06-30' }],
    ['il 1° marzo 2016', { kind: 'date', on: '2016-03-01' }],
    ['17  su  20', { kind: 'ratio', numerator: '17', denominator: '20' }],
    ['29/02/2016', { kind: 'date', on: '2016-02-29' }],
    ['sì', { kind: 'yes-no', value: true }],
    ['SI', { kind: 'yes-no', value: true }],
    ['No', { kind: 'yes-no', value: false }],
    [' non ancora ', { kind: 'not-yet' }],
    ['in corso', { kind: 'not-yet' }],
    ['n.d.', { kind: 'missing' }],
    ['mancante', { kind: 'missing' }],
    ['non valutabile: servizio sospeso', { kind: 'not-assessable', reason: 'servizio sospeso' }],
  ])('«%s»', (text, actual) => {
    expect(parseActual(text)).toEqual({ ok: true, value: { actual } });
  });

  test.each([
    ['82,5%', '82.5', 'percent'],
    ['82,5 %', '82.5', 'percent'],
    ['€ 120.000,00', '120000', 'euro'],
    ['120.000,00 euro', '120000', 'euro'],
    ['15 giorni', '15', 'days'],
    ['15 gg.', '15', 'days'],
    ['48 ore', '48', 'hours'],
    ['3 mesi', '3', 'months'],
    ['2 punti percentuali', '2', 'percentage-points'],
  ])('«%s» keeps its unit', (text, value, unit) => {
    expect(parseActual(text)).toEqual({ ok: true, value: { actual: { kind: 'number', value }, unit } });
  });

  test.each([
    ['', 'il valore è vuoto'],
    ['   ', 'il valore è vuoto'],
    ['1.5', 'si può leggere in due modi'],
    ['1,234', 'si può leggere in due modi'],
    ['1.5/3', 'si può leggere in due modi'],
    ['3/1.5', 'si può leggere in due modi'],
    ['31/02/2016', 'non esiste'],
    ['30/06/16', 'quattro cifre'],
    ['non valutabile', 'serve il motivo'],
    ['circa venti', 'non è un valore'],
    ['20 iniziative', 'non è un valore'],
    ['€ 20 euro', 'non è un valore'],
    ['12 foo 2016', 'non è un valore'],
    // A word before or after changes what is said: nothing is picked out of the text.
    ['circa 20', 'non è un valore'],
    ['20 circa', 'non è un valore'],
    ['oltre 82,5%', 'non è un valore'],
    ['82,5% circa', 'non è un valore'],
    ['n. 17/20', 'non è un valore'],
    ['17/20 casi', 'non è un valore'],
    ['17 su 20 casi', 'non è un valore'],
    ['entro 30/06/2016', 'non è un valore'],
    ['30/06/2016 circa', 'non è un valore'],
    ['2016-06-30 ore 12', 'non è un valore'],
    ['entro il 30 giugno 2016', 'non è un valore'],
    ['30 giugno 2016 circa', 'non è un valore'],
    ['3 aprile', 'non è un valore'],
    ['-', 'non è un valore'],
    [',', 'non è un numero'],
    ['1,', 'non è un numero'],
    [',/2', 'non è un numero'],
    ['x'.repeat(300), 'troppo lungo'],
  ])('«%s» is refused: %s', (text, why) => {
    const parsed = parseActual(text);
    expect(parsed.ok ? '' : parsed.error).toContain(why);
  });

  test('whatever the text, reading it does not throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseActual(text)));
    fc.assert(fc.property(fc.stringMatching(/^[0-9.,/% -]{0,12}$/), (text) => void parseActual(text)));
  });

  test('a number printed the Italian way is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 1, max: 99 }), (whole, cents) => {
        const value = `${whole}.${String(cents).padStart(2, '0').replace(/0$/, '')}`;
        expect(parseItalianNumber(italianDecimal(value))).toEqual({ ok: true, value });
      }),
    );
  });
});
