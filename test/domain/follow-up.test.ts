import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/calendar/types.js';
import { workingDays } from '../../src/domain/calendar/working-days.js';
import { romeInstant, timeOfDay } from '../../src/domain/calendar/zone.js';
import {
  dueWhileValid,
  type FollowedState,
  isDone,
  isReminded,
  mailingDay,
  nextDue,
  reminderDay,
  stateAsWritten,
} from '../../src/domain/follow-up.js';

const days = workingDays();
const nine = { at: timeOfDay(9) };

describe('what comes round', () => {
  test.each([
    ['settled on its day', '2016-01-31', 3, '2016-01-31', '2016-04-30'],
    ['settled a little before its day', '2016-01-31', 3, '2016-01-20', '2016-04-30'],
    ['settled late', '2016-01-31', 3, '2016-02-25', '2016-04-30'],
    ['settled so late that the next term is near', '2016-01-31', 3, '2016-04-20', '2016-07-31'],
    ['said again soon after', '2016-04-30', 3, '2016-02-26', '2016-04-30'],
    ['due on 29 February', '2016-02-29', 12, '2016-02-29', '2017-02-28'],
    ['without a term', undefined, 12, '2016-03-10', '2017-03-10'],
  ] as const)('falls due again by its rhythm: %s', (_, dueOn, every, settled, next) => {
    expect(nextDue(dueOn, every, settled)).toBe(next);
  });

  test('is not what has no rhythm', () => {
    expect(nextDue('2016-01-31', undefined, '2016-02-01')).toBeUndefined();
  });
});

describe('the state as the document writes it', () => {
  test.each([
    ['Compliance con la normativa', 'fulfilled'],
    ['In aggiornamento', 'updating'],
    ['', undefined],
    ['da verificare con l’ufficio', undefined],
  ])('«%s» says %s', (stated, state) => {
    expect(stateAsWritten(stated)).toBe(state);
  });
});

describe('a day of reminders', () => {
  const on = (day: CivilDate, hour = 10) => reminderDay(romeInstant(day, timeOfDay(hour)), nine, days);

  test('is the first working day of a week only', () => {
    expect(on('2016-02-01')).toEqual({ on: '2016-02-01', at: '2016-02-01T08:00:00Z' });
    expect(on('2016-02-02')).toBeUndefined();
    // The day before was Easter Monday.
    expect(on('2016-03-29')?.on).toBe('2016-03-29');
  });

  test.each([
    ['before its hour', '2016-02-01', 8],
    ['after offices close', '2016-02-01', 18],
    ['on a Sunday', '2016-01-31', 10],
    ['on a holiday', '2016-06-02', 10],
  ] as const)('is none %s', (_, day, hour) => {
    expect(on(day, hour)).toBeUndefined();
  });

  test.each<[string, CivilDate, number, CivilDate]>([
    ['before its hour on a Tuesday is the day before', '2016-02-02', 8, '2016-02-01'],
    ['after offices close is the same day', '2016-02-02', 19, '2016-02-02'],
    ['on a Sunday is Friday', '2016-01-31', 10, '2016-01-29'],
    ['on a holiday is the day before it', '2016-06-02', 10, '2016-06-01'],
  ])('where the hours may pass unseen the last that were open count: %s', (_, day, hour, expected) => {
    const now = romeInstant(day, timeOfDay(hour));
    expect(mailingDay(now, nine, days)).toBeUndefined();
    expect(mailingDay(now, nine, days, 'latest')).toMatchObject({ on: expected, over: true });
  });

  test('where they may pass unseen a list leaves on the first day of its week, whenever in the week it is looked', () => {
    const latest = (day: CivilDate, hour = 10) => reminderDay(romeInstant(day, timeOfDay(hour)), nine, days, 'latest');
    expect(latest('2016-02-01')).toEqual({ on: '2016-02-01', at: '2016-02-01T08:00:00Z' });
    expect(latest('2016-02-05')).toEqual({ on: '2016-02-01', at: '2016-02-01T08:00:00Z', over: true });
    expect(latest('2016-02-07')?.on).toBe('2016-02-01');
    expect(latest('2016-02-08', 7)?.on).toBe('2016-02-01');
    expect(latest('2016-03-31')?.on).toBe('2016-03-29');
  });

  const policy = { reminders: [10, 3] };
  const speaks = (dueOn: CivilDate, day: CivilDate): boolean => {
    const reminders = on(day);
    return reminders !== undefined && isReminded(dueOn, reminders, policy, days);
  };

  test('speaks of what is late and of what comes within the longest notice', () => {
    expect(speaks('2015-01-31', '2016-02-01')).toBe(true);
    expect(speaks('2016-02-15', '2016-02-01')).toBe(true);
    expect(speaks('2016-02-16', '2016-02-01')).toBe(false);
  });

  test('speaks of the whole week also where the policy gives less notice', () => {
    const speaksOf = (dueOn: CivilDate) =>
      isReminded(dueOn, { on: '2016-02-01', at: '2016-02-01T08:00:00Z' }, { reminders: [1] }, days);
    expect([speaksOf('2016-02-08'), speaksOf('2016-02-09')]).toEqual([true, false]);
  });

  test('does not speak of what is done, but of what comes round again', () => {
    const done = (state: FollowedState | undefined, everyMonths: number | null) => isDone({ state, everyMonths });
    expect([done('fulfilled', null), done('done', null), done('abandoned', 3)]).toEqual([true, true, true]);
    expect([done('fulfilled', 3), done('updating', null), done(undefined, null)]).toEqual([false, false, false]);
  });
});

// D.Lgs. 33/2013, art. 24: repealed by D.Lgs. 97/2016, in force from 23 June 2016.
describe('an obligation whose norm has ended', () => {
  test.each([
    ['2016-06-22', '2016-06-22', '2016-06-22'],
    ['2016-06-30', '2016-06-22', null],
    ['2016-06-30', null, '2016-06-30'],
    [null, '2016-06-22', null],
  ] as const)('due on %s, with a norm in force until %s: %s', (dueOn, validTo, due) => {
    expect(dueWhileValid(dueOn, validTo)).toBe(due);
  });
});
