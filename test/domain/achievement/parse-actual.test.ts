import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseActual, parseItalianNumber } from '../../../src/domain/achievement/parse-actual.js';
import { italianDecimal } from '../../../src/domain/targets/numbers.js';

describe('a measured value as an officer writes it', () => {
  test.each([
    ['20', { kind: 'number', value: '20' }],
    ['82,5', { kind: 'number', value: '82.5' }],
    ['1.234,5', { kind: 'number', value: '1234.5' }],
    ['2.355', { kind: 'number', value: '2355' }],
    ['11,125', { kind: 'number', value: '11.125' }],
    ['1,234', { kind: 'number', value: '1.234' }],
    ['1 234 567,5', { kind: 'number', value: '1234567.5' }],
    ['999.999.999.999.999.999', { kind: 'number', value: '999999999999999999' }],
    ['n. 20', { kind: 'number', value: '20' }],
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
    ['30-giu-2016', { kind: 'date', on: '2016-06-30' }],
    ['30 giu. 2016', { kind: 'date', on: '2016-06-30' }],
    ['30.6.16', { kind: 'date', on: '2016-06-30' }],
    ['30/06/16', { kind: 'date', on: '2016-06-30' }],
    ['30‑06‑2016', { kind: 'date', on: '2016-06-30' }],
    ['2016/06/30', { kind: 'date', on: '2016-06-30' }],
    ['30/06/2016 00:00:00', { kind: 'date', on: '2016-06-30' }],
    ['giovedì 30 giugno 2016', { kind: 'date', on: '2016-06-30' }],
    ['3 il 28/06/2016', { kind: 'number', value: '3', reachedOn: '2016-06-28' }],
    ['3 (28 giugno 2016)', { kind: 'number', value: '3', reachedOn: '2016-06-28' }],
    ['17/20, raggiunto il 28/06/2016', { kind: 'ratio', numerator: '17', denominator: '20', reachedOn: '2016-06-28' }],
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
    ['non rilevabile: servizio sospeso', { kind: 'not-assessable', reason: 'servizio sospeso' }],
    ['non valutabile: servizio sospeso', { kind: 'not-assessable', reason: 'servizio sospeso' }],
  ])('«%s»', (text, actual) => {
    expect(parseActual(text)).toEqual({ ok: true, value: { actual } });
  });

  test.each([
    ['82,5%', '82.5', { kind: 'percent' }],
    ['82,5 %', '82.5', { kind: 'percent' }],
    ['€ 120.000,00', '120000', { kind: 'euro' }],
    ['120.000,00 euro', '120000', { kind: 'euro' }],
    ['15 giorni', '15', { kind: 'days' }],
    ['15 gg.', '15', { kind: 'days' }],
    ['48 ore', '48', { kind: 'hours' }],
    ['3 mesi', '3', { kind: 'months' }],
    ['2 punti percentuali', '2', { kind: 'percentage-points' }],
    ['85 per cento', '85', { kind: 'percent' }],
    ['89,996%', '89.996', { kind: 'percent' }],
    ['-€ 1.234,50', '-1234.5', { kind: 'euro' }],
    ['€ −1.234,50', '-1234.5', { kind: 'euro' }],
    ['1.234,50 €', '1234.5', { kind: 'euro' }],
    ['gg. 12', '12', { kind: 'days' }],
    ['12 giorni solari', '12', { kind: 'days' }],
    ['12,5 giorni lavorativi', '12.5', { kind: 'count', noun: 'giorni lavorativi' }],
    ['7 gg. lav.', '7', { kind: 'count', noun: 'giorni lavorativi' }],
    ['12 minuti', '12', { kind: 'count', noun: 'minuti' }],
    ['2,5 settimane', '2.5', { kind: 'count', noun: 'settimane' }],
    ['2.150,5 m²', '2150.5', { kind: 'count', noun: 'mq' }],
    ['mq 2.150,5', '2150.5', { kind: 'count', noun: 'mq' }],
    ['118,4 kWh/m²', '118.4', { kind: 'count', noun: 'kwh/mq' }],
    ['20 Incontri', '20', { kind: 'count', noun: 'incontri' }],
    ['n. 20 incontri con le imprese', '20', { kind: 'count', noun: 'incontri con le imprese' }],
  ])('«%s» keeps its unit', (text, value, unit) => {
    expect(parseActual(text)).toEqual({ ok: true, value: { actual: { kind: 'number', value }, unit } });
  });

  test.each([
    ['', 'il valore è vuoto'],
    ['   ', 'il valore è vuoto'],
    ['1.5', 'si può leggere in due modi'],
    ['1,234.5', 'si può leggere in due modi'],
    ['12,345,678', 'si può leggere in due modi'],
    ['1.5/3', 'si può leggere in due modi'],
    ['3/1.5', 'si può leggere in due modi'],
    ['31/02/2016', 'non esiste'],
    ['30/06/016', 'non è un valore'],
    ['9999.999.999.999.999.999', 'più di 18 cifre'],
    ['non valutabile', 'serve il motivo'],
    ['circa venti', 'non è un valore'],
    ['20½', '«½»'],
    ['20 ★', '«★»'],
    ['12;5', '«;5»'],
    ['12 milioni', '«milioni»'],
    ['1 e 5', 'c’è «e 5»'],
    ['(1.234)', '«(»'],
    ['+-5', 'due segni'],
    ['2\u202E1', 'U+202E'],
    ['20\u0093', 'U+0093'],
    ['30 giugnio 2016', '«giugnio» non è il nome di un mese'],
    ['€ 20 euro', 'non è un valore'],
    ['12 foo 2016', '«foo» non è il nome di un mese'],
    // A word before or after changes what is said: nothing is picked out of the text.
    ['circa 20', '«circa»'],
    ['20 circa', '«circa»'],
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
    ['3 aprile', 'manca l’anno'],
    ['€ 12,5 mln', 'oltre a «€» c’è «mln»'],
    ['-', 'non è un valore'],
    [',', 'non è un valore'],
    ['1,', 'non è un valore'],
    [',/2', 'non è un valore'],
    ['x'.repeat(300), 'troppo lungo'],
  ])('«%s» is refused: %s', (text, why) => {
    const parsed = parseActual(text);
    expect(parsed.ok ? '' : parsed.error).toContain(why);
  });

  test.each(['\u200B', '\u200E', '\u200F', '\uFEFF', '\u00AD', '\u2060', '\uFE0F', '\u00A0', '\u202F', '\u2009'])(
    'what nobody sees is not there: %j',
    (invisible) => {
      for (const text of ['20', '1.234,5', '82,5%', '17/20', '30/06/2016', 'sì', 'non ancora', '20 incontri']) {
        const spoiled = `${invisible}${text}${invisible}`;
        expect(parseActual(spoiled)).toEqual(parseActual(text));
      }
    },
  );

  test.each(['\u00A0', '\u202F', '\u2009', ' '])('thousands may be parted by a space: %j', (space) => {
    expect(parseActual(`1${space}234${space}567,89`)).toEqual(parseActual('1.234.567,89'));
    expect(parseActual(`€ 1${space}234`)).toEqual(parseActual('€ 1.234'));
  });

  test('whatever the text, reading it does not throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseActual(text)));
    fc.assert(fc.property(fc.stringMatching(/^[0-9.,/% -]{0,12}$/), (text) => void parseActual(text)));
  });

  test('a number printed the Italian way is read back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }),
        fc.integer({ min: 1, max: 999_999 }),
        (whole, parts) => {
          const value = `${whole}.${String(parts).padStart(6, '0').replace(/0+$/, '')}`;
          expect(parseItalianNumber(italianDecimal(value))).toEqual({ ok: true, value });
          // A minus apart from its number, as accounts print it, is the same minus.
          expect(parseItalianNumber(italianDecimal(value).replace(/^-/, '- '))).toEqual({ ok: true, value });
        },
      ),
    );
  });
});

test('a minus apart from thousands is a minus before all of them', () => {
  expect(parseItalianNumber('- 3.242,35')).toEqual({ ok: true, value: '-3242.35' });
});
