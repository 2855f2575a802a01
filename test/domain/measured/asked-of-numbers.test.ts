import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/domain/measured/measure.js';
import { oddities } from '../../../src/domain/measured/odd.js';
import { readValue } from '../../../src/domain/measured/read-value.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';
import { byDate, relative, threshold } from '../achievement/readings.js';

const moment = { exercise: 2016, at: '2016-12-31', today: '2017-01-20' } as const;
const HALF_YEAR = { exercise: 2016, at: '2016-06-30', today: '2016-07-10' } as const;
const of = (name: string, reading: Reading, more: Partial<Measure> = {}): Measure => ({
  name,
  reading,
  moment,
  ...more,
});
const asking = (operator: '>=' | '<=', value: string, kind: Exclude<Unit['kind'], 'count' | 'score'>): Reading =>
  threshold(operator, value, { unit: { kind } });
const changing = (name: string, reading: Reading, baseline?: string): Measure =>
  of(name, reading, baseline === undefined ? {} : { baseline });

/** What is asked about a text, or why it is refused. */
const said = (text: string, measure: Measure): string => {
  const read = readValue(text, measure);
  return read.ok ? oddities(read.value, measure).join(' · ') : `NO ${read.error}`;
};

type Row = [string, Measure, string];

describe('two numbers where one is asked', () => {
  it.each<Row>([
    ['40 su 800', of('Numero di segnalazioni', asking('<=', '4', 'number')), 'non un rapporto'],
    ['30 su 90', of('Attesa per il certificato', asking('<=', '12', 'hours')), 'in ore, non un rapporto'],
    ['10/25', of('Rilascio delle concessioni', asking('<=', '6', 'days')), 'in giorni, non un rapporto'],
    ['3 su 12', of('Durata dei lavori', asking('<=', '8', 'months')), 'in mesi, non un rapporto'],
    ['70.000 su 30.000', of('Spesa per consulenze', asking('<=', '40000', 'euro')), 'in euro, non un rapporto'],
    ['2 su 100', of('Aumento dei contenti', asking('>=', '3', 'percentage-points')), 'non un rapporto'],
  ])('are refused: «%s»', (text, measure, why) => {
    expect(said(text, measure)).toMatch(/^NO /);
    expect(said(text, measure)).toContain(why);
  });

  it.each<Row>([
    ['90 su 30', of('Tempo medio di rilascio', asking('<=', '5', 'days')), '90 su 30 è un rapporto, e vale 3 giorni'],
    ['80.000 su 400', of('Costo pro capite', asking('<=', '300', 'euro')), '80.000 su 400 è un rapporto, e vale € 200'],
    ['6 su 2', of('Segnalazioni', asking('<=', '4', 'number')), '6 su 2 è un rapporto, e vale 3'],
    ['90 su 30', of('Libri per ogni abitante', asking('>=', '2', 'number')), '90 su 30 è un rapporto, e vale 3'],
  ])('of an average or of a plain number are asked, with what they come to: «%s»', (text, measure, question) => {
    expect(said(text, measure)).toBe(question);
  });

  it.each<[string, Measure]>([
    ['17 su 20', of('Pratiche concluse', asking('>=', '80', 'percent'))],
    ['17 su 20', of('Rapporto tra posti e domande', asking('>=', '0.8', 'number'))],
    ['17 su 20', of('Gradimento', threshold('>=', '4', { unit: { kind: 'score', outOf: '5' } }))],
  ])('are taken where the target is a share: «%s»', (text, measure) => {
    expect(said(text, measure)).toBe('');
  });
});

describe('of a measure that is to change', () => {
  const less = relative('<=', '-8');
  const lessOf = (unit: Unit): Reading => (less.kind === 'relative' ? { ...less, unit } : less);
  it.each<Row>([
    ['-8', changing('Consumo di gas', less, '2000'), 'non la sua variazione'],
    ['-8', changing('Consumo di gas', less), 'non la sua variazione'],
    ['-8', changing('Spesa di cancelleria', lessOf({ kind: 'euro' }), '2000'), 'non la sua variazione'],
    ['-8', changing('Stampe', lessOf({ kind: 'count', noun: 'fogli' })), 'non può essere negativo'],
  ])('the change is refused: «%s»', (text, measure, why) => {
    expect(said(text, measure)).toMatch(/^NO /);
    expect(said(text, measure)).toContain(why);
  });

  it.each<Row>([
    ['8', changing('Consumo di gas', less, '2000'), '8 è al massimo un decimo del valore di partenza (2.000)'],
    ['92 su 100', changing('Consumo di gas', less, '2000'), 'al massimo un decimo del valore di partenza'],
    ['8', changing('Consumo di gas', less), '8 sembra la variazione'],
    ['30000', changing('Lettori', relative('>=', '8'), '2000'), 'almeno dieci volte il valore di partenza (2.000)'],
    ['8', changing('Reclami', less, '20'), '8 sembra la variazione: il valore di partenza è 20'],
    ['-8', changing('Rendimento netto', less, '50'), '-8 è un valore negativo'],
  ])('what is far from its start, or may be the change, is asked: «%s»', (text, measure, question) => {
    expect(said(text, measure)).toContain(question);
    expect(said(text, measure)).not.toMatch(/^NO /);
  });

  it.each<[string, Measure]>([
    ['1840', changing('Consumo di gas', less, '2000')],
    ['1840', changing('Consumo di gas', less)],
    ['8', changing('Reclami', less, '9')],
    ['-40', changing('Saldo di cassa', relative('>=', '5'), '-50')],
    ['60', changing('Code allo sportello', relative('<=', '-95'), '2000')],
  ])('nothing is asked about a value near its start: «%s»', (text, measure) => {
    expect(said(text, measure)).toBe('');
  });
});

describe('more days, months or hours than there are', () => {
  const days = asking('>=', '280', 'days');
  const counted = threshold('>=', '280', { unit: { kind: 'count', noun: 'giorni di apertura' } });
  const all: Reading = { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' };
  it.each<Row>([
    ['367', of('Giorni di apertura del museo', days), 'ci sono al massimo 366 giorni'],
    ['500', of('Museo civico', counted), 'ci sono al massimo 366 giorni'],
    ['400', of('N. giorni di servizio', asking('>=', '280', 'number')), 'ci sono al massimo 366 giorni'],
    ['14', of('Mesi di funzionamento', asking('>=', '10', 'months')), 'ci sono al massimo 12 mesi'],
    ['8.785', of('Ore di apertura', asking('>=', '2000', 'hours')), 'ci sono al massimo 8.784 ore'],
    ['183', of('Giorni di apertura', days, { moment: HALF_YEAR }), 'ci sono al massimo 182 giorni'],
    ['7', of('Mesi di apertura', asking('>=', '10', 'months'), { moment: HALF_YEAR }), 'al massimo 6 mesi'],
    ['250 su 366', of('Sito in linea', all, { moment: HALF_YEAR }), 'i giorni passati del periodo sono 182'],
  ])('are refused of one thing: «%s»', (text, measure, why) => {
    expect(said(text, measure)).toMatch(/^NO /);
    expect(said(text, measure)).toContain(why);
  });

  it.each<Row>([
    ['400', of('Giorni di apertura delle biblioteche', days), 'in un anno ci sono al massimo 366 giorni'],
    ['9000', of('Ore di lezione', asking('>=', '2000', 'hours')), 'in un anno ci sono al massimo 8.784 ore'],
  ])('are asked where it may be of many: «%s»', (text, measure, question) => {
    expect(said(text, measure)).toBe(question);
  });

  it.each<[string, Measure]>([
    ['366', of('Giorni di apertura del museo', days)],
    ['182', of('Giorni di apertura', days, { moment: HALF_YEAR })],
    ['9000', of('Ore di apertura degli impianti', asking('>=', '9500', 'hours'))],
    ['400', of('Giorni per l’apertura della pratica', asking('<=', '90', 'days'))],
    ['180 su 366', of('Sito in linea', all, { moment: HALF_YEAR })],
  ])('«%s» may be', (text, measure) => {
    expect(said(text, measure)).toBe('');
  });
});

describe('the day on which a target was reached', () => {
  const BY_MAY: Reading = { ...threshold('>=', '3', { unit: { kind: 'count', noun: 'corsi' } }), by: '2016-05-31' };
  it('is asked when it comes before the exercise', () => {
    expect(said('3 il 10/03/2015', of('Corsi', BY_MAY))).toBe('il 10/03/2015 viene prima dell’esercizio 2016');
    expect(said('4 il 01/01/2014', of('Corsi', BY_MAY))).toBe('il 01/01/2014 viene prima dell’esercizio 2016');
    expect(said('3 il 10/03/2013', of('Corsi', BY_MAY))).toContain('è fuori dall’esercizio 2016');
    expect(said('3 il 10/03/2016', of('Corsi', BY_MAY))).toBe('');
  });

  it('is also the one up to which a number is told', () => {
    expect(readValue('3 al 10/03/2016', of('Corsi', BY_MAY))).toEqual(
      readValue('3 il 10/03/2016', of('Corsi', BY_MAY)),
    );
    expect(said('3 al 10/03/2016', of('Corsi', asking('>=', '3', 'number')))).toContain('qui il giorno non serve');
  });
});

describe('what a number may hide', () => {
  const score = of('Gradimento', threshold('>=', '4', { unit: { kind: 'score', outOf: '5' } }));
  const share = of('Utenti contenti', asking('>=', '70', 'percent'));
  it.each<Row>([
    ['0', score, '0/5 è un voto solo se la scala parte da 0'],
    ['0 su 5', score, '0/5 è un voto solo se la scala parte da 0'],
    ['0,7%', share, '0,7% è meno dell’uno per cento: forse si intendeva 70%'],
    ['-3', of('Tempo di rilascio', asking('<=', '9', 'days')), 'NO «-3»: una durata non può essere negativa'],
    ['1', score, ''],
    ['0,7%', of('Assenze', asking('<=', '2', 'percent')), ''],
    ['-3', of('Indicatore dei pagamenti', asking('<=', '0', 'days')), '-3 giorni è un valore negativo'],
  ])('«%s»: %#', (text, measure, expected) => {
    expect(said(text, measure)).toBe(expected);
  });

  it('a fraction of one without the sign is no percentage', () => {
    expect(said('0,7', share)).toContain('NO «0,7» si può leggere in due modi: scrivere «0,7%»');
    expect(said(',7', share)).toContain('si può leggere in due modi');
    expect(said('0', share)).toBe('');
  });

  it.each<[string, string, Measure]>([
    ['72%.', '72%', share],
    ['72 .', '72', share],
    ['9 giorni.', '9 giorni', of('Rilascio', asking('<=', '9', 'days'))],
    ['9 gg.', '9 giorni', of('Rilascio', asking('<=', '9', 'days'))],
    ['14/03/2016.', '14/03/2016', of('Regolamento', byDate('2016-03-31'))],
    ['sì.', 'sì', of('Regolamento', { kind: 'yes-no', expected: true })],
    ['n.d.', 'mancante', share],
  ])('a full stop at the end says nothing: «%s»', (text, same, measure) => {
    const read = readValue(text, measure);
    expect(read.ok).toBe(true);
    expect(read).toEqual(readValue(same, measure));
  });
});
