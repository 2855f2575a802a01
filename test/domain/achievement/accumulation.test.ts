import { describe, expect, test } from 'vitest';
import { accumulationQuestion, askedReading, completeReading } from '../../../src/domain/accumulation.js';
import { assessIndicator } from '../../../src/domain/achievement/assess.js';
import type { Policy } from '../../../src/domain/policy.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { sentence } from '../../../src/domain/targets/sentence.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';
import { END_OF_APRIL, policyWith, seedPolicy } from './policy-fixture.js';
import { byDate, relative, threshold, withinPeriod } from './readings.js';

const count = (noun: string): Unit => ({ kind: 'count', noun });
const RANGE: Reading = { kind: 'range', from: '10', to: '20', unit: { kind: 'number' } };
const BANDS: Reading = {
  kind: 'bands',
  unit: count('visite'),
  bands: [
    { fromInclusive: false, to: '10', toInclusive: false, score: '50' },
    { from: '10', fromInclusive: true, toInclusive: false, score: '100' },
  ],
};

describe('whether a measure grows along the year', () => {
  test.each<[string, Reading]>([
    ['of what is counted', threshold('>=', '12', { unit: count('sopralluoghi') })],
    ['of a number without a unit', threshold('>=', '12')],
    ['of an amount of money', threshold('<=', '3000', { unit: { kind: 'euro' } })],
    ['of a range of numbers', RANGE],
    ['of bands of what is counted', BANDS],
    ['of a change of a number', relative('>=', '5')],
  ])('is asked %s', (_, reading) => {
    expect(accumulationQuestion(reading, seedPolicy())).toEqual({ asked: true });
    expect(completeReading(reading, undefined, seedPolicy())).toBeUndefined();
    expect(completeReading(reading, 'level', seedPolicy())).toEqual({ ...reading, accumulation: 'level' });
  });

  test.each<[string, Unit]>([
    ['a share', { kind: 'percent' }],
    ['a time', { kind: 'days' }],
    ['working days, though they are counted', count('giorni lavorativi')],
    ['minutes, though they are counted', count('minuti')],
    ['a mark', { kind: 'score', outOf: '5' }],
  ])('is not asked of %s: it is a level', (_, unit) => {
    const reading = threshold('>=', '4', { unit });
    expect(accumulationQuestion(reading, seedPolicy())).toEqual({ asked: false });
    expect(completeReading(reading, undefined, seedPolicy())).toEqual({ ...reading, accumulation: 'level' });
  });

  test.each<[string, Reading]>([
    ['a date', byDate('2016-06-30')],
    ['a term', withinPeriod(30, 'days')],
  ])('leaves %s as it is', (_, reading) => {
    expect(completeReading(reading, undefined, seedPolicy())).toEqual(reading);
  });

  test('is asked also where the name suggests it, with the suggestion as the answer that stands unless another is given', () => {
    const suggested = threshold('>=', '3', { accumulation: 'accumulates' });
    expect(accumulationQuestion(suggested, seedPolicy())).toEqual({ asked: true, usual: 'accumulates' });
    expect(completeReading(suggested, undefined, seedPolicy())).toEqual(suggested);
    expect(completeReading(suggested, 'level', seedPolicy())).toEqual({ ...suggested, accumulation: 'level' });
    expect(sentence(askedReading(suggested, seedPolicy()))).toBe('almeno 3: più è alto, meglio è');
  });

  test('is asked with the answer the rules take for usual, and not at all where the rules make no difference', () => {
    const interim = (changes: Partial<Policy['interim']>) =>
      policyWith({ interim: { ...seedPolicy().interim, ...changes } });
    const reading = threshold('>=', '12');
    expect(accumulationQuestion(reading, interim({ unknown: 'as-level' }))).toEqual({ asked: true, usual: 'level' });
    expect(accumulationQuestion(reading, interim({ unknown: 'as-accumulating' }))).toMatchObject({
      usual: 'accumulates',
    });
    expect(accumulationQuestion(reading, interim({ accumulating: 'full-target' }))).toEqual({ asked: false });
    const share = threshold('>=', '80', { unit: { kind: 'percent' } });
    expect(completeReading(share, undefined, interim({ unknown: 'as-accumulating' }))).toEqual(share);
  });

  test.each<[string, Reading, string, string | undefined]>([
    ['a threshold', threshold('>=', '12'), '4', undefined],
    ['a range', RANGE, '5', undefined],
    ['bands', BANDS, '5', undefined],
    ['a change', relative('>=', '5'), '40', '100'],
  ])('once said, no interim checkpoint doubts %s for want of it', (_, reading, value, baseline) => {
    const judged = (read: Reading) =>
      assessIndicator({
        indicator: 'x',
        reading: read,
        actual: { kind: 'number', value },
        ...(baseline === undefined ? {} : { baseline }),
        period: END_OF_APRIL,
        policy: seedPolicy(),
      }).state;
    expect(judged(reading)).toBe('doubtful');
    for (const said of ['accumulates', 'level'] as const) {
      const complete = completeReading(reading, said, seedPolicy());
      if (complete === undefined) throw new Error('not complete');
      expect(judged(complete)).toBe('assessed');
      expect(parseTarget(sentence(complete))).toMatchObject({ outcome: 'parsed', reading: complete });
    }
  });
});
