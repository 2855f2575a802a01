import { expect, test } from 'vitest';
import { askIfFar, saidOfTerm } from '../../src/acts/step/new-term.js';

test('a term more than two years away is asked about, and taken once it is confirmed', () => {
  expect(askIfFar('2016-01-29', { due: '2018-01-29' })).toEqual([]);
  const [asked] = askIfFar('2016-01-29', { due: '2061-01-31' });
  expect(asked).toMatchObject({ field: 'far', text: expect.stringContaining('31/01/2061') });
  expect(askIfFar('2016-01-29', { due: '2061-01-31', far: true })).toEqual([]);
  expect(askIfFar('2016-01-29', {})).toEqual([]);
});

test.each([
  ['the day that was asked', '2016-02-01', '2016-02-01', ''],
  [
    'a Saturday',
    '2016-01-30',
    '2016-02-01',
    ' Il giorno indicato, 30/01/2016, non è lavorativo (sabato): per questa attività vale il 01/02/2016.',
  ],
  [
    'a holiday',
    '2016-01-06',
    '2016-01-07',
    ' Il giorno indicato, 06/01/2016, non è lavorativo (Epifania): per questa attività vale il 07/01/2016.',
  ],
  [
    'the feast of the place',
    '2016-10-04',
    '2016-10-05',
    ' Il giorno indicato, 04/10/2016, non è lavorativo (festa del santo patrono): per questa attività vale il 05/10/2016.',
  ],
] as const)('%s', (_what, asked, dueOn, said) => {
  expect(saidOfTerm(asked, dueOn, 'body')).toBe(said);
  expect(saidOfTerm(asked, dueOn, 'law')).toBe(
    `${said} Il termine è di legge: la proroga sposta i solleciti e resta nel registro, ma non sana il ritardo verso l’esterno.`,
  );
});
