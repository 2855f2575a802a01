import { describe, expect, test } from 'vitest';
import { putOff } from '../../../src/client/rehearsal/cast/board.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';

const DEFERRED = { on: '2015-12-10', outcome: 'deferred', deferredTo: '2015-12-18' } as const;

describe('a matter that a board is to defer', () => {
  test.each<[string, CivilDate, CivilDate]>([
    ['before that day', '2015-12-17', '2015-12-18'],
    ['when it comes to it on that very day', '2015-12-18', '2015-12-26'],
    ['after that day', '2015-12-21', '2015-12-29'],
  ])('is deferred %s by as many days as it was to be', (_, today, deferredTo) => {
    expect(putOff(DEFERRED, today)).toEqual({ ...DEFERRED, deferredTo });
  });

  test('any other decision is taken as it is written', () => {
    const approved = { on: '2015-12-18', outcome: 'approved', actNumber: '17' } as const;
    expect(putOff(approved, '2015-12-30')).toBe(approved);
    expect(putOff(undefined, '2015-12-30')).toBeUndefined();
  });
});
