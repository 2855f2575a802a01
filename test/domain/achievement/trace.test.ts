import { describe, expect, test } from 'vitest';
import { createAssessor } from '../../../src/domain/achievement/assess.js';
import { withUnit } from '../../../src/domain/achievement/format.js';
import {
  describeActual,
  notComputedTrace,
  policyName,
  stateName,
  whyNotComputed,
} from '../../../src/domain/achievement/trace.js';
import type { Actual } from '../../../src/domain/achievement/types.js';
import { rational } from '../../../src/domain/rational.js';
import type { Unit } from '../../../src/domain/targets/types.js';
import { policyWith, seedPolicy, YEAR_END } from './policy-fixture.js';
import { threshold } from './readings.js';

describe('a value is printed with its unit', () => {
  test.each<[string, Unit | undefined]>([
    ['1.234,5', undefined],
    ['1.234,5', { kind: 'number' }],
    ['1.234,5%', { kind: 'percent' }],
    ['1.234,5 punti percentuali', { kind: 'percentage-points' }],
    ['€ 1.234,50', { kind: 'euro' }],
    ['1.234,5 giorni', { kind: 'days' }],
    ['1.234,5 ore', { kind: 'hours' }],
    ['1.234,5 mesi', { kind: 'months' }],
    ['1.234,5 incontri', { kind: 'count', noun: 'incontri' }],
    ['1.234,5/6', { kind: 'score', outOf: '6' }],
  ])('%s', (expected, unit) => {
    expect(withUnit(rational('1234.5'), unit)).toBe(expected);
  });
});

test.each([
  ['-1200.4', '-€ 1.200,40'],
  ['-12', '-€ 12'],
  ['0.05', '€ 0,05'],
  ['1234.567', '€ 1.234,567'],
  ['1000000', '€ 1.000.000'],
])('an amount of %s euro is printed %s: its sign before, its cents both or none', (value, expected) => {
  expect(withUnit(rational(value), { kind: 'euro' })).toBe(expected);
});

test('one is printed with the singular, or without a noun whose singular nobody knows', () => {
  const one = (unit: Unit, value = '1'): string => withUnit(rational(value), unit);
  expect(one({ kind: 'days' })).toBe('1 giorno');
  expect(one({ kind: 'hours' }, '-1')).toBe('-1 ora');
  expect(one({ kind: 'percentage-points' })).toBe('1 punto percentuale');
  expect(one({ kind: 'count', noun: 'minuti' })).toBe('1 minuto');
  expect(one({ kind: 'count', noun: 'incontri' })).toBe('1');
  expect(one({ kind: 'percent' })).toBe('1%');
  expect(one({ kind: 'euro' })).toBe('€ 1');
  expect(one({ kind: 'days' }, '21')).toBe('21 giorni');
});

describe('the trace says the value as it was given', () => {
  test.each<[string, Actual, Unit?]>([
    ['12,5', { kind: 'number', value: '12.5' }],
    ['12,5%', { kind: 'number', value: '12.5' }, { kind: 'percent' }],
    ['17 su 20 (85%)', { kind: 'ratio', numerator: '17', denominator: '20' }, { kind: 'percent' }],
    ['1 su 3 (33,33%)', { kind: 'ratio', numerator: '1', denominator: '3' }, { kind: 'percent' }],
    ['45 su 4 (11,25)', { kind: 'ratio', numerator: '45', denominator: '4' }, { kind: 'number' }],
    ['0 su 0', { kind: 'ratio', numerator: '0', denominator: '0' }, { kind: 'percent' }],
    ['17 su 20', { kind: 'ratio', numerator: '17', denominator: '20' }],
    ['30/06/2016', { kind: 'date', on: '2016-06-30' }],
    ['sì', { kind: 'yes-no', value: true }],
    ['no', { kind: 'yes-no', value: false }],
    ['non ancora', { kind: 'not-yet' }],
    ['non rilevabile: servizio sospeso', { kind: 'not-assessable', reason: 'servizio sospeso' }],
    ['non comunicato', { kind: 'missing' }],
  ])('%s', (expected, actual, unit) => {
    expect(describeActual(actual, unit)).toBe(expected);
  });
});

describe('the lines of a trace', () => {
  const lines = (value: string, policy = seedPolicy()): readonly string[] =>
    createAssessor(policy)
      .assess({
        indicator: 'x',
        reading: threshold('>=', '3'),
        actual: { kind: 'number', value },
        period: YEAR_END,
      })
      .trace.map((line) => `${line.label}: ${line.value}`);

  test('of a figure, from target to rules', () => {
    expect(lines('2')).toEqual([
      'Lettura: almeno 3: più è alto, meglio è',
      'Valore rilevato: 2',
      'Data di riferimento: 31/12/2016',
      expect.stringMatching(/^Formula: /),
      'Calcolo: 2 ÷ 3 × 100',
      'Esito: target non raggiunto',
      'Risultato: ≈ 66,6667%',
      'Arrotondamento: 66,67% (2 decimali, la metà va per eccesso)',
      expect.stringMatching(/^Semaforo: giallo/),
      expect.stringMatching(/^Regole: .*, versione /),
    ]);
  });

  test('tell no rounding and no limit where there was none', () => {
    expect(lines('3').filter((line) => /^(Arrotondamento|Limiti)/.test(line))).toEqual([]);
    expect(lines('4').filter((line) => line.startsWith('Limiti'))).toEqual(['Limiti: da 0% a 100%: conta 100%']);
  });

  test('say that there is no light where no band has the figure', () => {
    const { lights } = seedPolicy();
    const none = policyWith({ lights: { ...lights, bands: [] } });
    expect(lines('3', none)).toContain('Semaforo: nessuno');
  });

  test('of no figure, why there is none and by which rules', () => {
    const trace = createAssessor(seedPolicy())
      .assess({ indicator: 'x', reading: threshold('>=', '3'), actual: { kind: 'missing' }, period: YEAR_END })
      .trace.map((line) => line.label);
    expect(trace).toEqual(['Lettura', 'Valore rilevato', 'Data di riferimento', 'Stato', 'Motivo', 'Regole']);
  });
});

describe('why there is no figure', () => {
  test('of an indicator the computation broke on is the reason it broke on, under its rules', () => {
    const trace = notComputedTrace('divisione per zero', seedPolicy());
    expect(trace.map(({ value }) => value)).toEqual([
      'non calcolato',
      'il calcolo si è interrotto su questo indicatore: divisione per zero',
      policyName(seedPolicy()),
    ]);
    expect(whyNotComputed({ trace })).toBe('il calcolo si è interrotto su questo indicatore: divisione per zero');
    expect(whyNotComputed({ trace: trace.slice(0, 1) })).toBe('non calcolato');
  });

  test('has a name for every state', () => {
    expect(
      (['assessed', 'missing', 'not-yet', 'not-assessable', 'doubtful', 'not-computed'] as const).map(stateName),
    ).toEqual(['valutato', 'dato mancante', 'non ancora dovuto', 'non rilevabile', 'da chiarire', 'non calcolato']);
  });
});
