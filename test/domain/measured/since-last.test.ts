import { describe, expect, it } from 'vitest';
import type { Actual } from '../../../src/domain/achievement/types.js';
import type { Measure } from '../../../src/domain/measured/measure.js';
import { oddities } from '../../../src/domain/measured/odd.js';
import type { Accumulation, Reading, Unit } from '../../../src/domain/targets/types.js';
import { weigh } from '../../../src/forms/answer.js';
import { form, PERCENT } from '../../sheets/forms.js';
import { threshold, withinPeriod } from '../achievement/readings.js';

const number = (value: string): Actual => ({ kind: 'number', value });
const PERCENTAGE: Unit = { kind: 'percent' };
const MARK: Unit = { kind: 'score', outOf: '10' };
const DAYS: Unit = { kind: 'days' };
const EURO: Unit = { kind: 'euro' };
const MEETINGS: Unit = { kind: 'count', noun: 'incontri' };

const promise = (unit: Unit, accumulation?: Accumulation): Reading =>
  threshold('>=', unit === MARK ? '7' : '50', { unit, ...(accumulation === undefined ? {} : { accumulation }) });

/** What is asked about a value, after another one of the same exercise or of the one before. */
function asked(then: string, now: string, reading: Reading, exercise = 2016): string {
  const measure: Measure = {
    name: 'Indicatore',
    reading,
    last: { actual: number(then), on: exercise === 2016 ? '2016-04-30' : '2015-12-31', exercise },
    moment: { exercise: 2016, at: '2016-08-31', today: '2016-09-05' },
  };
  return oddities(number(now), measure)
    .filter((question) => question.includes('ultimo valore'))
    .join(' · ');
}

describe('a value far from the last one is asked about', () => {
  it.each<[string, string, Reading, string]>([
    ['94', '3', promise(PERCENTAGE, 'level'), '3% è molto meno dell’ultimo valore (94% al 30/04/2016)'],
    ['94', '44', promise(PERCENTAGE), '44% è molto meno dell’ultimo valore (94% al 30/04/2016)'],
    ['20', '94', promise(PERCENTAGE, 'level'), '94% è molto più dell’ultimo valore (20% al 30/04/2016)'],
    ['8.2', '3.1', promise(MARK), '3,1/10 è molto meno dell’ultimo valore (8,2/10 al 30/04/2016)'],
    ['60', '15', promise(DAYS, 'level'), '15 giorni è molto meno dell’ultimo valore (60 giorni al 30/04/2016)'],
    ['12', '48', withinPeriod(60, 'days'), '48 è molto più dell’ultimo valore (12 al 30/04/2016)'],
    ['90000', '0', promise(EURO, 'level'), '€ 0 è molto meno dell’ultimo valore (€ 90.000 al 30/04/2016)'],
    [
      '40',
      '160',
      promise(MEETINGS, 'level'),
      '160 incontri è molto più dell’ultimo valore (40 incontri al 30/04/2016)',
    ],
  ])('%s, then %s', (then, now, reading, question) => {
    expect(asked(then, now, reading)).toBe(question);
  });

  it('and so is one far from that of the year before, where it is a share', () => {
    expect(asked('94', '3', promise(PERCENTAGE), 2015)).toBe('3% è molto meno dell’ultimo valore (94% al 31/12/2015)');
  });
});

describe('an ordinary change is not', () => {
  it.each<[string, string, string, Reading, number?]>([
    ['less than half of the scale', '94', '45', promise(PERCENTAGE, 'level')],
    ['half of the scale and not halved', '160', '100', promise(PERCENTAGE, 'level')],
    ['a mark', '8.2', '4.2', promise(MARK)],
    ['few units, however many times', '2', '9', promise(MEETINGS, 'level')],
    ['less than four times', '40', '159', promise(MEETINGS, 'level')],
    ['from nothing', '0', '80', promise(PERCENTAGE, 'level')],
    ['a total that grows', '10', '90', promise(PERCENTAGE, 'accumulates')],
    ['a total of a new year', '400000', '2000', promise(EURO, 'accumulates'), 2015],
    ['what may be a total of a new year', '400000', '2000', promise(EURO), 2015],
    ['what may be a total', '100', '900', promise(MEETINGS)],
    ['days before a term', '-5', '45', promise(DAYS, 'level')],
  ])('%s', (_, then, now, reading, exercise) => {
    expect(asked(then, now, reading, exercise)).toBe('');
  });
});

describe('asked once', () => {
  const row = { ...PERCENT, last: { actual: number('94'), on: '2016-01-31' as const, exercise: 2016 } };
  const [question] = weigh(row, number('3'), form()).questions;

  it('the value is taken with the question when its officer says that it is right', () => {
    expect(question).toBe('3% è molto meno dell’ultimo valore (94% al 31/01/2016)');
    expect(weigh(row, number('3'), form(), true)).toEqual({
      actual: { ...number('3'), confirmed: [question] },
      questions: [],
    });
  });
});
