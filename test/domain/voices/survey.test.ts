import { describe, expect, test } from 'vitest';
import {
  faultsOfQuestion,
  faultsOfSurvey,
  outsidePeriod,
  responseRate,
  type Survey,
  type SurveyQuestion,
} from '../../../src/domain/voices/survey.js';

const survey: Survey = {
  title: 'Soddisfazione dello sportello',
  askedOf: 'utenti',
  method: '',
  fromDay: '2016-03-01',
  toDay: '2016-03-31',
  asked: 300,
  answered: 120,
};
const percent: SurveyQuestion = {
  number: 1,
  text: 'È soddisfatto?',
  unit: 'percent',
  lowest: null,
  highest: null,
  result: '87.5',
  answered: null,
};
const mean: SurveyQuestion = { ...percent, unit: 'number', lowest: '1', highest: '10', result: '7.8' };

describe('a survey', () => {
  test.each([
    ['as it should be', {}, []],
    ['that nobody answered', { answered: 0 }, []],
    ['that ends today', { toDay: '2016-05-10' }, []],
    ['that ends tomorrow', { toDay: '2016-05-11' }, ['not-over']],
    ['that ends before it begins', { fromDay: '2016-04-01' }, ['ends-before-it-begins']],
    ['asked of nobody', { asked: 0, answered: 0 }, ['nobody-asked']],
    ['answered by more than were asked', { answered: 301 }, ['more-than-asked']],
    ['wrong in two ways', { toDay: '2016-06-01', answered: 301 }, ['not-over', 'more-than-asked']],
  ] as const)('%s', (_, change, faults) => {
    expect(faultsOfSurvey({ ...survey, ...change }, '2016-05-10').map(({ kind }) => kind)).toEqual(faults);
  });

  test.each([
    [300, 120, '40'],
    [3, 1, '33.3'],
    [8, 1, '12.5'],
    [2000, 1, '0.1'],
    [7, 0, '0'],
  ])('asked of %d and answered by %d has a rate of %s percent', (asked, answered, rate) => {
    expect(responseRate({ asked, answered })).toBe(rate);
  });

  test.each([
    ['2016-04-30', undefined],
    ['2016-01-01', undefined],
    ['2016-05-01', 'after'],
    ['2015-12-31', 'before'],
  ] as const)('that ended on %s is %s the first four months', (toDay, where) => {
    expect(outsidePeriod({ toDay }, { from: '2016-01-01', to: '2016-04-30' })).toBe(where);
  });
});

describe('the result of a question', () => {
  test.each([
    ['a percent', percent, {}, []],
    ['a percent of all', percent, { result: '100' }, []],
    ['more than all', percent, { result: '100.1' }, ['outside']],
    ['less than nobody', percent, { result: '-1' }, ['outside']],
    ['a percent with a scale', percent, { lowest: '1', highest: '10' }, ['scale-not-wanted']],
    ['a mean', mean, {}, []],
    ['a mean at the end of its scale', mean, { result: '10.0' }, []],
    ['a mean beyond its scale', mean, { result: '10.01' }, ['outside']],
    ['a mean without a scale', mean, { highest: null }, ['no-scale']],
    ['a mean on a scale the other way round', mean, { lowest: '10', highest: '1' }, ['scale-reversed']],
    ['of some who answered', mean, { answered: 120 }, []],
    ['of more than answered', mean, { answered: 121 }, ['more-than-answered']],
  ] as const)('%s', (_, question, change, faults) => {
    expect(faultsOfQuestion({ ...question, ...change }, 120).map(({ kind }) => kind)).toEqual(faults);
  });
});
