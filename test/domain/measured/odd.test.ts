import { describe, expect, it } from 'vitest';
import type { Actual } from '../../../src/domain/achievement/types.js';
import type { Measure } from '../../../src/domain/measured/measure.js';
import { oddities } from '../../../src/domain/measured/odd.js';
import { readValue } from '../../../src/domain/measured/read-value.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';
import { byDate, relative, threshold, withinPeriod } from '../achievement/readings.js';

const moment = { exercise: 2016, at: '2016-08-31', today: '2016-09-05' } as const;
const of = (reading: Reading, name = 'Indicatore', more: Partial<Measure> = {}): Measure => ({
  name,
  reading,
  moment,
  ...more,
});
const percent = (target: string): Reading => threshold('>=', target, { unit: { kind: 'percent' } });
const meetings = (target: string, accumulation?: 'accumulates' | 'level'): Reading =>
  threshold('>=', target, {
    unit: { kind: 'count', noun: 'incontri' },
    accumulation,
  });
const last = (value: string, exercise = 2016): Pick<Measure, 'last'> => ({
  last: { actual: { kind: 'number', value }, on: exercise === 2016 ? '2016-04-30' : '2015-12-31', exercise },
});
const BY_JUNE: Reading = { ...threshold('>=', '3', { unit: { kind: 'count', noun: 'incontri' } }), by: '2016-06-30' };

/** What is asked about a text, or why it is refused. */
const said = (text: string, measure: Measure): string => {
  const read = readValue(text, measure);
  return read.ok ? oddities(read.value, measure).join(' · ') : `NO ${read.error}`;
};

describe('what is odd is asked about', () => {
  it.each<[string, Measure, string]>([
    ['120%', of(percent('80')), '120% supera il 100%'],
    ['120 su 100', of(percent('80'), 'Entrate riscosse su entrate previste'), '120% supera il 100%'],
    ['250', of(meetings('25')), '250 incontri è almeno dieci volte il target (25 incontri)'],
    [
      '200',
      of(threshold('<=', '20', { unit: { kind: 'days' } })),
      '200 giorni è almeno dieci volte il target (20 giorni)',
    ],
    ['150 giorni', of(withinPeriod(15, 'days')), '150 è almeno dieci volte il target (15)'],
    [
      '12',
      of(meetings('25', 'accumulates'), 'x', last('26')),
      'il totale dell’anno scende: era 26 incontri al 30/04/2016, ora è 12 incontri',
    ],
    [
      '-5',
      of(threshold('<=', '30', { unit: { kind: 'days' } }), 'Tempo medio di pagamento'),
      '-5 giorni è un valore negativo',
    ],
    [
      '1,234',
      of(threshold('>=', '1000', { unit: { kind: 'euro' } })),
      '€ 1,234 ha i millesimi: le migliaia si scrivono con il punto',
    ],
    ['30,5', of(threshold('>=', '25'), 'Imprese intervistate'), '30,5 ha i decimali, il target no'],
    ['20/12/2015', of(byDate('2016-03-31')), 'il 20/12/2015 viene prima dell’esercizio 2016'],
    [
      '3',
      of(BY_JUNE),
      'manca il giorno in cui il target è stato raggiunto (il termine era il 30/06/2016): senza, il risultato non si calcola',
    ],
  ])('«%s»', (text, measure, question) => {
    expect(said(text, measure)).toBe(question);
  });
});

describe('a value below zero of what costs, takes or counts is asked about, named or not', () => {
  const atMost = (value: string, kind: 'euro' | 'number' | 'percent'): Reading =>
    threshold('<=', value, { unit: { kind } });
  it.each<[string, Measure, string]>([
    ['-€ 1.200,40', of(atMost('9000', 'euro'), 'Spesa per la cancelleria'), '-€ 1.200,40 è un valore negativo'],
    ['-€ 1.200,40', { reading: atMost('9000', 'euro') }, '-€ 1.200,40 è un valore negativo'],
    ['-7', { reading: atMost('20', 'number') }, '-7 è un valore negativo'],
    ['-3%', { reading: atMost('5', 'percent') }, '-3% è un valore negativo'],
  ])('«%s»', (text, measure, question) => {
    expect(said(text, measure)).toBe(question);
  });

  it('unless the target itself is below zero', () => {
    expect(said('-7', { reading: atMost('-5', 'number') })).toBe('');
  });
});

describe('a total that falls, where nobody has said whether it adds up', () => {
  // As it comes back from the record: fields that are empty are not there.
  const kept = (reading: Reading): Reading => JSON.parse(JSON.stringify(reading));
  it('is asked about, also under a reading that was kept', () => {
    for (const reading of [meetings('25'), kept(meetings('25'))]) {
      expect(said('12', of(reading, 'x', last('26')))).toBe(
        'era 26 incontri al 30/04/2016, ora è 12 incontri: se è il totale dall’inizio dell’anno non scende',
      );
    }
  });
});

describe('nothing is asked about', () => {
  it.each<[string, string, Measure]>([
    ['a share within its whole', '100%', of(percent('80'))],
    ['a percentage whose target is over a hundred', '130%', of(percent('120'))],
    ['a percentage that was over a hundred before', '130%', of(percent('80'), 'x', last('118'))],
    ['a change', '130', of(relative('>=', '5'), 'Visite al sito')],
    ['nine times the target', '225', of(meetings('25'))],
    ['a total that grows', '27', of(meetings('25', 'accumulates'), 'x', last('26'))],
    ['a total that stays', '26', of(meetings('25', 'accumulates'), 'x', last('26'))],
    ['a total of a new year', '2', of(meetings('25', 'accumulates'), 'x', last('26', 2015))],
    ['a level that falls', '12', of(meetings('25', 'level'), 'x', last('26'))],
    ['payments made early', '-5', of(threshold('<=', '0', { unit: { kind: 'days' } }), 'Tempestività dei pagamenti')],
    ['an average', '30,5', of(threshold('>=', '25'), 'Età media dei mezzi')],
    ['a measure that had decimals before', '30,5', of(threshold('>=', '25'), 'Imprese', last('28.5'))],
    ['a day of the exercise', '20/02/2016', of(byDate('2016-03-31'))],
    ['a target with a term, not reached', '2', of(BY_JUNE)],
    ['a target with a term, with its day', '3 il 28/06/2016', of(BY_JUNE)],
    ['an answer that is no number', 'sì', of({ kind: 'yes-no', expected: true })],
  ])('%s', (_, text, measure) => {
    expect(said(text, measure)).toBe('');
  });

  it('what its officer has confirmed is not what makes two values different', () => {
    const actual: Actual = { kind: 'number', value: '120', confirmed: ['120% supera il 100%'] };
    expect(oddities(actual, of(percent('80')))).toEqual(['120% supera il 100%']);
  });
});

describe('what can not be is refused, with what was probably meant', () => {
  const share = (name: string, unit: Unit = { kind: 'percent' }): Measure => of(threshold('>=', '80', { unit }), name);
  it.each<[string, Measure, string]>([
    ['8500', of(percent('80')), '«8500»: 8.500% non è una percentuale plausibile: si intendeva forse 85%?'],
    [
      '89.996%',
      of(percent('80')),
      '«89.996%»: 89.996% non è una percentuale plausibile: si intendeva forse 89,996%? I decimali si scrivono con la virgola',
    ],
    ['8.250,5%', of(percent('80')), 'si intendeva forse 82,505%?'],
    [
      '20 su 17',
      share('Pratiche concluse in tempo / totale'),
      '20 su 17 è più del tutto: una parte non può superare il tutto; controllare che non siano scambiati',
    ],
    ['20/17', share('Utenti contenti/utenti intervistati'), 'una parte non può superare il tutto'],
    ['105%', share('Percentuale di pratiche evase nei termini'), 'la percentuale è al massimo 100'],
    ['-3%', share('Quota di utenti soddisfatti'), 'una parte del tutto non può essere negativa'],
    ['-4', of(meetings('25')), 'un numero di incontri non può essere negativo'],
    ['30,5', of(meetings('25')), 'un numero di incontri deve essere intero'],
    ['1,234', of(meetings('25')), 'un numero di incontri deve essere intero; se sono migliaia, scrivere 1.234'],
    [
      '30,5',
      of(threshold('>=', '25'), 'Numero di imprese intervistate'),
      'ciò che si conta deve essere un numero intero',
    ],
    ['-4', of(threshold('>=', '25'), 'N. imprese intervistate'), 'ciò che si conta non può essere negativo'],
    ['20/12/2026', of(byDate('2016-12-31')), 'il 20/12/2026 deve ancora venire: oggi è il 05/09/2016'],
    ['06/09/2016', of(byDate('2016-12-31')), 'deve ancora venire'],
    ['20/12/1916', of(byDate('2016-12-31')), 'il 20/12/1916 è fuori dall’esercizio 2016: controllare l’anno'],
    ['31/12/2013', of(byDate('2016-12-31')), 'fuori dall’esercizio'],
    ['-2', of(withinPeriod(15, 'days')), 'un tempo impiegato non può essere negativo'],
    ['21 su 20', of(withinPeriod(15, 'days')), 'i casi nel termine non possono superare i casi in tutto'],
    ['18,5 su 20', of(withinPeriod(15, 'days')), 'i casi si contano: servono due numeri interi'],
    ['18 su 20,5', of(withinPeriod(15, 'days')), 'i casi si contano: servono due numeri interi'],
    ['3 il 06/09/2016', of(BY_JUNE), 'deve ancora venire'],
    ['3 il 02/09/2016', of(BY_JUNE), 'il valore è quello al 31/08/2016'],
    ['12', share('Voto medio', { kind: 'score', outOf: '10' }), 'il punteggio va da 0 a 10'],
  ])('«%s»', (text, measure, why) => {
    expect(said(text, measure)).toContain(why);
    expect(said(text, measure)).toMatch(/^NO /);
  });
});
