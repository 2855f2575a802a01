import { describe, expect, it } from 'vitest';
import type { Actual } from '../../../src/domain/achievement/types.js';
import { refuseActual } from '../../../src/domain/measured/refuse-actual.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';

const number = (value: string): Actual => ({ kind: 'number', value });
const threshold = (unit: Unit): Reading => ({
  kind: 'threshold',
  operator: '>=',
  value: '1',
  unit,
  direction: 'more-is-better',
});
const count = threshold({ kind: 'count', noun: 'incontri' });
const percent = threshold({ kind: 'percent' });
const byDate: Reading = { kind: 'by-date', by: '2016-12-31', strict: false };
const yesNo: Reading = { kind: 'yes-no', expected: true };

describe('a measured value is taken', () => {
  it.each<[string, Actual, Reading | undefined]>([
    ['a count', number('25'), count],
    ['a percentage with decimals', number('82.5'), percent],
    ['a percentage over 100', number('120'), percent],
    ['a negative variation', number('-3.2'), percent],
    ['a ratio for a percentage', { kind: 'ratio', numerator: '7', denominator: '9' }, percent],
    ['days early, which are negative', number('-4.5'), threshold({ kind: 'days' })],
    ['an amount in euro', number('1062450.35'), threshold({ kind: 'euro' })],
    ['a date for a date', { kind: 'date', on: '2016-02-29' }, byDate],
    ['not yet for a date', { kind: 'not-yet' }, byDate],
    ['yes or no', { kind: 'yes-no', value: false }, yesNo],
    ['what cannot be measured, with its reason', { kind: 'not-assessable', reason: 'banca dati sospesa' }, count],
    ['anything well formed where no reading was confirmed', { kind: 'yes-no', value: true }, undefined],
    ['a score within its scale', number('4.5'), threshold({ kind: 'score', outOf: '6' })],
  ])('%s', (_, actual, reading) => {
    expect(refuseActual(actual, reading === undefined ? {} : { reading })).toBeUndefined();
  });
});

describe('a measured value is refused', () => {
  it.each<[string, Actual, Reading | undefined, string]>([
    ['a negative count', number('-1'), count, 'un numero di incontri non può essere negativo'],
    ['half a meeting', number('2.5'), count, 'un numero di incontri deve essere intero'],
    [
      'a ratio where things are counted',
      { kind: 'ratio', numerator: '1', denominator: '2' },
      count,
      'il target conta incontri',
    ],
    ['a comma', number('2,5'), percent, 'non è un numero decimale'],
    ['an exponent', number('1e5'), percent, 'non è un numero decimale'],
    ['not a number', number('NaN'), percent, 'non è un numero decimale'],
    ['nothing', number(''), percent, 'non è un numero decimale'],
    ['a number longer than any measure', number('9'.repeat(19)), percent, 'non è un numero decimale'],
    ['a division by zero', { kind: 'ratio', numerator: '1', denominator: '0.00' }, percent, 'il denominatore è zero'],
    ['a negative duration', number('-1'), threshold({ kind: 'hours' }), 'una durata non può essere negativa'],
    ['a score over its scale', number('6.1'), threshold({ kind: 'score', outOf: '6' }), 'il punteggio va da 0 a 6'],
    ['a day that does not exist', { kind: 'date', on: '2015-02-29' }, byDate, 'non è una data del calendario'],
    ['a number for a date', number('5'), byDate, 'il target chiede la data'],
    ['a date for a number', { kind: 'date', on: '2016-02-29' }, count, 'il target chiede un numero'],
    ['a number for yes or no', number('1'), yesNo, 'il target chiede sì o no'],
    ['not assessable without a reason', { kind: 'not-assessable', reason: ' ' }, count, 'il motivo manca'],
    ['a reason with half a character', { kind: 'not-assessable', reason: 'x\ud83d' }, count, 'non si può registrare'],
    ['a value said to be missing', { kind: 'missing' }, undefined, 'il valore manca'],
  ])('%s', (_, actual, reading, message) => {
    expect(refuseActual(actual, reading === undefined ? {} : { reading })).toContain(message);
  });
});
