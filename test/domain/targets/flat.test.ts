import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenOutcome, flattenReading } from '../../../src/domain/targets/flat.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { anyReading } from './arbitraries.js';

const flat = (text: string, context = {}) => flattenOutcome(parseTarget(text, context));

describe('a reading as one flat record', () => {
  it('has the same keys whatever its kind', () => {
    const keys = Object.keys(flattenReading({ kind: 'yes-no', expected: true })).sort();
    fc.assert(
      fc.property(anyReading, (reading) => {
        expect(Object.keys(flattenReading(reading)).sort()).toEqual(keys);
      }),
    );
  });

  it.each([
    ['almeno 25', { kind: 'threshold', operator: '>=', value: '25', unit: 'number', direction: 'more-is-better' }],
    ['< =2', { operator: '<=', value: '2', direction: 'less-is-better' }],
    [
      'almeno 3 incontri entro il 30/06/2016',
      { operator: '>=', value: '3', unit: 'count', noun: 'incontri', date: '2016-06-30' },
    ],
    ['>= 4,5/6', { value: '4.5', unit: 'score', outOf: '6' }],
    [
      'tra 5 e 7 giorni',
      { kind: 'range', operator: 'between', value: '5', to: '7', unit: 'days', direction: 'in-range' },
    ],
    ['entro 31/12/2016', { kind: 'by-date', operator: '<=', date: '2016-12-31', direction: 'done-or-not' }],
    ['prima del 31/12/2016', { operator: '<', date: '2016-12-31' }],
    [
      "entro 1 mese dall'evento",
      { kind: 'within-period', operator: '<=', value: '1', unit: 'months', event: 'evento' },
    ],
    ["tutto l'anno 2016", { kind: 'throughout', dateFrom: '2016-01-01', date: '2016-12-31' }],
    [
      '+5% rispetto al 2015',
      { kind: 'relative', operator: '>=', value: '5', unit: 'percent', baseline: '2015', direction: 'more-is-better' },
    ],
    ['-3 giorni rispetto al 2015', { operator: '<=', value: '-3', unit: 'days', baseline: '2015' }],
    ['+5% rispetto al preventivo 2016', { baseline: 'preventivo 2016' }],
    ["+5% rispetto al target dell'anno precedente", { baseline: 'previous-target' }],
    ['SI', { kind: 'yes-no', expected: true, operator: null, value: null }],
    [
      '<= 5: 100%; > 5: 0%',
      { kind: 'bands', bands: [expect.objectContaining({ score: '100' }), expect.objectContaining({ score: '0' })] },
    ],
  ])('%s', (text, expected) => {
    const outcome = flat(text);
    expect(outcome).toMatchObject({ outcome: 'parsed', text, reasons: [], readings: [expected] });
    expect(outcome.sentence).toBe(outcome.readings[0]?.sentence);
  });

  it('of an ambiguous target are the candidates, and no sentence is put forward as certain', () => {
    expect(flat('>30/11/2016')).toMatchObject({
      outcome: 'ambiguous',
      sentence: null,
      readings: [{ kind: 'by-date', date: '2016-11-30', sentence: 'entro il 30/11/2016, compreso' }],
      reasons: [{ code: 'date-after' }],
    });
  });

  it('of a cell that says nothing are none', () => {
    expect(flat('n.d.')).toMatchObject({
      outcome: 'not-measurable',
      readings: [],
      sentence: null,
      reasons: [{ code: 'placeholder' }],
    });
  });

  it('come with what was taken from the context', () => {
    expect(flat('entro febbraio', { year: 2016 })).toMatchObject({
      outcome: 'parsed',
      notes: [{ code: 'year-from-exercise' }],
    });
  });
});
