import { describe, expect, test } from 'vitest';
import { lateness, openingsOf, waitingSince } from '../../../src/client/rehearsal/openable.js';
import type { StepStatus } from '../../../src/domain/acting.js';
import type { Instant } from '../../../src/domain/calendar/types.js';
import { aCycle } from '../../register/fixtures.js';
import { aRegister } from '../../register/register.js';

const NOW: Instant = '2016-01-10T09:00:00Z';
const step = (
  id: string,
  status: StepStatus,
  opensAt: Instant,
  after: readonly string[] = [],
  completedAt: Instant | null = null,
) => ({ id, status, planned: { opensAt, after }, completedAt });

describe('a step is behind', () => {
  test('from its day, when nothing keeps it', () => {
    expect(waitingSince([step('a', 'waiting', '2016-01-07T07:00:00Z')], NOW)).toBe('2016-01-07T07:00:00Z');
  });
  test('from the moment what it waits for was done, when that came after its day', () => {
    const before = step('a', 'done', '2015-12-01T07:00:00Z', [], '2016-01-08T10:00:00Z');
    expect(waitingSince([before, step('b', 'waiting', '2016-01-07T07:00:00Z', ['a'])], NOW)).toBe(
      '2016-01-08T10:00:00Z',
    );
  });
  test('not while its day has not come, while what it waits for goes on, or once it has opened', () => {
    const steps = [
      step('a', 'open', '2016-01-07T07:00:00Z'),
      step('b', 'waiting', '2016-01-07T07:00:00Z', ['a']),
      step('c', 'waiting', '2016-01-11T07:00:00Z'),
    ];
    expect(waitingSince(steps, NOW)).toBeUndefined();
  });
});

test('what opened is late by what passed since its day, or since what it waited for was done', () => {
  const opened = (openedAt: Instant, run = 1) => ({ openedAt, run });
  const steps = [
    { ...step('b', 'open', '2016-01-07T07:00:00Z', ['a']), ...opened('2016-01-08T11:00:00Z') },
    { ...step('a', 'done', '2016-01-01T07:00:00Z', [], '2016-01-08T10:00:00Z'), ...opened('2016-01-01T09:00:00Z') },
    { ...step('again', 'open', '2016-01-01T07:00:00Z'), ...opened('2016-01-09T07:00:00Z', 2) },
    { ...step('c', 'waiting', '2016-01-11T07:00:00Z'), openedAt: null, run: 0 },
  ];
  expect(lateness(steps)).toEqual([2 * 3_600_000, 3_600_000]);
});

describe('a rehearsal', () => {
  const register = aRegister();
  test('sees in its register that a step of its cycle is behind', async () => {
    await aCycle(register.db);
    const ref = { space: register.schema, entity: 'prova', exercise: 2016 };
    expect(await openingsOf(register.db, ref, NOW)).toEqual({ since: '2016-01-04T07:00:00Z', late: [] });
    expect(await openingsOf(register.db, ref, '2016-01-04T06:59:59Z')).toEqual({ since: undefined, late: [] });
  });
});
