import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/domain/measured/measure.js';
import { oddities } from '../../../src/domain/measured/odd.js';
import { readValue } from '../../../src/domain/measured/read-value.js';
import { refuseActual } from '../../../src/domain/measured/refuse-actual.js';

const of = (name: string, target: string, more: Partial<Measure> = {}): Measure => ({
  name,
  target,
  moment: { exercise: 2016, at: '2016-08-31', today: '2016-09-05' },
  ...more,
});
const since = (value: string): Partial<Measure> => ({
  last: { actual: { kind: 'number', value }, on: '2016-04-30', exercise: 2016 },
});

/** What is asked about a text, or why it is refused. */
const said = (text: string, measure: Measure): string => {
  const read = readValue(text, measure);
  return read.ok ? oddities(read.value, measure).join(' · ') : `NO ${read.error}`;
};

describe('of a target nobody has confirmed, what its text makes known holds all the same', () => {
  it.each<[string, Measure, string]>([
    ['20 ore', of('Tempo medio di rilascio', 'almeno il 90%'), 'è in un’altra unità di misura'],
    ['95%', of('Rilascio dei certificati', 'al massimo 15 giorni'), 'è in un’altra unità di misura'],
    ['-4', of('Incontri con le imprese', 'almeno 25 incontri'), 'un numero di incontri non può essere negativo'],
    ['30,5', of('Incontri con le imprese', 'almeno 25 incontri'), 'un numero di incontri deve essere intero'],
    ['20/17', of('Pratiche concluse in tempo / totale', 'almeno il 90%'), 'una parte non può superare il tutto'],
    ['8500', of('Utenti soddisfatti', 'almeno 80%'), 'non è una percentuale plausibile'],
    ['0,82', of('Utenti soddisfatti', 'almeno 80%'), 'si può leggere in due modi'],
    ['3 il 06/09/2016', of('Incontri', 'almeno 3 incontri'), 'deve ancora venire'],
    ['20/12/2026', of('Approvazione del regolamento', 'entro il 30/06/2016'), 'deve ancora venire'],
    ['-2', of('Utenti soddisfatti su totale', 'almeno 80%'), 'una parte del tutto non può essere negativa'],
  ])('«%s» is refused', (text, measure, why) => {
    expect(said(text, measure)).toMatch(/^NO /);
    expect(said(text, measure)).toContain(why);
  });

  it.each<[string, Measure, string]>([
    ['250', of('Incontri con le imprese', 'almeno 25 incontri'), '250 incontri è almeno dieci volte il target'],
    ['120%', of('Utenti raggiunti', 'almeno l’80%'), '120% supera il 100%'],
    ['12', of('Numero di incontri realizzati', '25', since('26')), 'era 26 al 30/04/2016, ora è 12'],
    ['3%', of('Utenti soddisfatti', 'almeno 80%', since('94')), '3% è molto meno dell’ultimo valore'],
    ['5', of('Regolamento', 'adozione del regolamento'), '«adozione del regolamento»'],
    ['sì', of('Incontri con le imprese', 'almeno 25 incontri'), 'il target chiede un numero («almeno 25 incontri»)'],
  ])('«%s» is asked about', (text, measure, question) => {
    expect(said(text, measure)).toContain(question);
    expect(said(text, measure)).not.toMatch(/^NO /);
  });

  it.each<[string, Measure]>([
    ['26', of('Incontri con le imprese', 'almeno 25 incontri')],
    ['26 incontri', of('Incontri con le imprese', '25')],
    ['85%', of('Utenti soddisfatti', 'almeno 80%')],
    ['12 giorni', of('Rilascio dei certificati', 'miglioramento')],
    ['12,5', of('Qualsiasi cosa', 'da definire')],
    ['non ancora', of('Regolamento', 'adozione del regolamento')],
  ])('«%s» is taken', (text, measure) => {
    expect(said(text, measure)).toBe('');
  });

  it('and a value the register is given is held against it too', () => {
    const measure = of('Incontri con le imprese', 'almeno 25 incontri');
    expect(refuseActual({ kind: 'number', value: '-4' }, measure)).toBe(
      'un numero di incontri non può essere negativo',
    );
    expect(refuseActual({ kind: 'missing' }, measure)).toBe('il valore manca');
    expect(oddities({ kind: 'missing' }, measure)).toEqual([]);
  });
});
