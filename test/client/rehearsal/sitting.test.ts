import { expect, test } from 'vitest';
import { sitting } from '../../../src/client/rehearsal/cast/board.js';
import { decisionFormWords } from '../../../src/words/decision-form.js';

const between = (first: string, last: string) => ({ hint: decisionFormWords.actDateHint(first, last) });

test.each([
  ['on the day of the story', '2015-11-11', between('04/11/2015', '12/11/2015'), '2015-11-11'],
  ['on no Christmas day', undefined, between('23/12/2015', '25/12/2015'), '2015-12-24'],
  ['on no Sunday', undefined, between('26/01/2017', '05/02/2017'), '2017-02-03'],
  ['late where the day of the story has gone by', '2015-12-22', between('24/12/2015', '25/12/2015'), '2015-12-24'],
  ['on the only day there is', undefined, between('25/12/2015', '25/12/2015'), '2015-12-25'],
] as const)('a board of the rehearsal sits %s', (_, on, named, day) => {
  expect(sitting(on, named)).toBe(day);
});
