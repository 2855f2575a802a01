import { describe, expect, it } from 'vitest';
import type { Actual } from '../../../src/domain/achievement/types.js';
import type { Measure } from '../../../src/domain/measured/measure.js';
import { readValue } from '../../../src/domain/measured/read-value.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';
import { byDate, threshold, withinPeriod } from '../achievement/readings.js';

const number = (value: string): Actual => ({ kind: 'number', value });
const cases = (numerator: string, denominator: string): Actual => ({ kind: 'ratio', numerator, denominator });
const moment = { exercise: 2016, at: '2016-12-31', today: '2017-01-20' } as const;

const of = (unit: Unit, name = 'Indicatore', more: Partial<Measure> = {}): Measure => ({
  name,
  unit,
  reading: threshold('>=', '20', { unit }),
  moment,
  ...more,
});
const counting = (noun: string, name?: string): Measure => of({ kind: 'count', noun }, name);
const reading = (one: Reading, name = 'Indicatore', more: Partial<Measure> = {}): Measure => ({
  name,
  reading: one,
  moment,
  ...more,
});

const PERCENT: Unit = { kind: 'percent' };
const FIFTEEN_DAYS = withinPeriod(15, 'days');
const ALL_YEAR: Reading = { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' };

describe('a value is read in the unit it is asked in', () => {
  it.each<[string, Measure, Actual]>([
    ['14,3', counting('giorni lavorativi', 'Giorni per la liquidazione'), number('14.3')],
    ['12 giorni lavorativi', counting('giorni lavorativi'), number('12')],
    ['12,5', counting('minuti', 'Attesa allo sportello'), number('12.5')],
    ['12 minuti', counting('minuti'), number('12')],
    ['12 min.', counting('minuti'), number('12')],
    ['2,5 settimane', counting('settimane'), number('2.5')],
    ['2.150,5', counting('mq', 'Superficie riqualificata'), number('2150.5')],
    ['2150,50 metri quadri', counting('mq'), number('2150.5')],
    ['118,4 kWh/m²', counting('kWh/mq', 'Consumo degli edifici'), number('118.4')],
    ['89,996%', of(PERCENT), number('89.996')],
    ['85 per cento', of(PERCENT), number('85')],
    ['20 incontri', counting('incontri'), number('20')],
    ['1 incontro', counting('incontri'), number('1')],
    ['20 incontri con le imprese', counting('incontri'), number('20')],
    ['2,5 giornate', counting('giornate di formazione'), number('2.5')],
    ['12,5 ore', counting('ore di formazione'), number('12.5')],
    ['20 pratiche', counting('pratiche evase'), number('20')],
    ['1 verifica', counting('verifiche'), number('1')],
    ['20 eventi', of({ kind: 'number' }, 'Numero di eventi organizzati'), number('20')],
    ['€ 1.200', of({ kind: 'number' }, 'Importo dei contributi'), number('1200')],
    ['2,5', counting('incontri', 'Numero medio di incontri per impresa'), number('2.5')],
    ['7,5 punti', of({ kind: 'score', outOf: '10' }), number('7.5')],
    ['-€ 1.234,50', of({ kind: 'euro' }, 'Saldo della gestione'), number('-1234.5')],
    ['30-giu-2016', reading(byDate('2016-12-31')), { kind: 'date', on: '2016-06-30' }],
    ['11,5', reading(FIFTEEN_DAYS), number('11.5')],
    ['11 giorni', reading(FIFTEEN_DAYS), number('11')],
    ['19 su 20', reading(FIFTEEN_DAYS), cases('19', '20')],
    ['3 giorni lavorativi', reading(withinPeriod(5, 'working-days')), number('3')],
    // Of an indicator that is a percentage of cases it is a share of them.
    ['95%', reading(FIFTEEN_DAYS, 'Percentuale di richieste evase'), cases('95', '100')],
    ['300 giorni', reading(ALL_YEAR), cases('300', '366')],
    ['98,5%', reading(ALL_YEAR), cases('98.5', '100')],
    ['sì', reading(ALL_YEAR), { kind: 'yes-no', value: true }],
    ['mancante', counting('incontri'), { kind: 'missing' }],
  ])('«%s»', (text, measure, actual) => {
    expect(readValue(text, measure)).toEqual({ ok: true, value: actual });
  });

  it('of the days of a period those that have passed', () => {
    const april = reading(ALL_YEAR, 'Apertura', { moment: { ...moment, at: '2016-04-30' } });
    expect(readValue('120 giorni', april)).toEqual({ ok: true, value: cases('120', '121') });
    expect(readValue('300 giorni', april)).toEqual({
      ok: false,
      error: '«300 giorni»: il periodo ha 121 giorni fino al 30/04/2016',
    });
  });
});

it('an amount in euro is taken where the target names no unit', () => {
  expect(readValue('€ 250.000,50', of({ kind: 'number' }, 'Diritto annuale incassato'))).toEqual({
    ok: true,
    value: { kind: 'number', value: '250000.5' },
  });
});

describe('a value in another unit is refused, and what it might be is said', () => {
  it.each<[string, Measure, string]>([
    ['95%', reading(FIFTEEN_DAYS), '«95%» è una percentuale: serve il tempo impiegato, oppure i casi nel termine'],
    ['20 ore', reading(FIFTEEN_DAYS), '«20 ore» è in un’altra unità di misura: qui si misura in giorni'],
    ['2 settimane', reading(FIFTEEN_DAYS), '«2 settimane» è in un’altra unità di misura: sarebbero 14 giorni'],
    ['12 giorni', reading(withinPeriod(5, 'working-days')), 'unità di misura: qui si misurano giorni lavorativi'],
    ['2 ore', counting('minuti'), '«2 ore» è in un’altra unità di misura: sarebbero 120 minuti'],
    ['90 minuti', of({ kind: 'hours' }), 'è in un’altra unità di misura: sarebbero 1,5 ore'],
    ['1 anno', of({ kind: 'months' }), 'sarebbero 12 mesi'],
    ['20%', counting('incontri'), '«20%» è in un’altra unità di misura: qui si misurano incontri'],
    ['20%', of({ kind: 'number' }, 'Numero di eventi'), 'scrivere il solo numero, se è quello'],
    ['€ 20', of({ kind: 'number' }, 'Numero di eventi'), 'è in un’altra unità di misura, che il target non nomina'],
    ['20 ore', of({ kind: 'number' }, 'Eventi in piazza'), 'è in un’altra unità di misura, che il target non nomina'],
    ['12 giorni', counting('giorni lavorativi'), 'è in un’altra unità di misura'],
    ['12 km', counting('ore di formazione'), '«km» non è ciò che si misura'],
    ['20 sportelli', counting('incontri'), '«sportelli» non è ciò che si misura (qui si misurano incontri)'],
    ['20 sportelli', of({ kind: 'number' }, 'Numero di eventi'), '«sportelli» non è ciò che si misura'],
    ['20 non conclusi', { name: 'Indicatore senza lettura', moment }, '«non»'],
    ['2 punti percentuali', of(PERCENT), 'è in un’altra unità di misura: qui si misura in percentuale'],
    ['80', reading(ALL_YEAR), 'scrivere «80%» del periodo oppure «80 giorni»'],
    ['400 giorni', reading(ALL_YEAR), 'il periodo ha 366 giorni'],
    ['10 mesi', reading(ALL_YEAR), 'servono i giorni, o la percentuale, del periodo'],
    ['3 il 28/06/2016', counting('incontri'), 'qui il giorno non serve'],
  ])('«%s»', (text, measure, why) => {
    const read = readValue(text, measure);
    expect(read.ok ? JSON.stringify(read.value) : read.error).toContain(why);
  });
});
