import { describe, expect, test } from 'vitest';
import { refuseCancellation, refuseExtension, refuseReopening, refuseRestart } from '../../src/domain/steering.js';

const TODAY = '2016-09-20';
const step = (status: Parameters<typeof refuseExtension>[0]['status'], dueOn = '2016-09-30' as const) => ({
  title: 'Relazione',
  status,
  dueOn,
});

describe('what controllo di gestione orders is refused at the field it is about', () => {
  test.each([
    ['a day before the one that stands', step('open'), '2016-09-29', 'x', 'due', 'deve essere successiva a quella'],
    ['the very day that stands', step('open'), '2016-09-30', 'x', 'due', 'deve essere successiva a quella'],
    ['a day gone by', step('late', '2016-09-01' as never), '2016-09-19', 'x', 'due', 'è già passata'],
    ['no reason', step('open'), '2016-10-31', ' ', 'reason', 'il campo è vuoto'],
    ['a step that is done', step('done'), '2016-10-31', 'x', undefined, 'è conclusa'],
  ] as const)('an extension: %s', (_what, of, dueOn, reason, field, text) => {
    expect(refuseExtension(of, { dueOn, reason }, TODAY)).toEqual([
      { ...(field && { field }), text: expect.stringContaining(text) },
    ]);
  });

  test('everything wrong with an extension is said at once', () => {
    const refusals = refuseExtension(step('open'), { dueOn: '2016-09-01', reason: '' }, TODAY);
    expect(refusals.map(({ field }) => field)).toEqual(['reason', 'due']);
  });

  test('today is still in time for an extension, and too soon for a reopening', () => {
    expect(refuseExtension(step('late', '2016-09-01' as never), { dueOn: TODAY, reason: 'x' }, TODAY)).toEqual([]);
    expect(refuseReopening(step('done'), { dueOn: TODAY, reason: 'x' }, TODAY)).toEqual([
      { field: 'due', text: expect.stringContaining('deve essere futura') },
    ]);
    expect(refuseReopening(step('done'), { dueOn: '2016-09-21', reason: 'x' }, TODAY)).toEqual([]);
  });

  test.each(['waiting', 'open', 'late'] as const)('what is %s is neither opened nor started again', (status) => {
    expect(refuseReopening(step(status), { dueOn: '2016-10-31', reason: 'x' }, TODAY)).toHaveLength(1);
    expect(refuseRestart(step(status), { reason: 'x' })).toHaveLength(1);
  });

  test('a restart and a cancellation want a reason', () => {
    expect(refuseRestart(step('failed'), { reason: '' })).toMatchObject([{ field: 'reason' }]);
    expect(refuseRestart(step('cancelled'), { reason: 'x' })).toEqual([]);
    expect(refuseCancellation({ reason: '' })).toMatchObject([{ field: 'reason' }]);
    expect(refuseCancellation({ reason: 'x' })).toEqual([]);
  });
});
