import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsOf } from '../../../src/client/pages/year/gantt/bars.js';
import { cycleScale } from '../../../src/client/pages/year/gantt/scale.js';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../../src/domain/calendar/types.js';
import { isLate, type StepRow, stepsAwaited, stepView, upcoming } from '../../../src/register/reading/step-view.js';
import { aStep } from '../fixtures.js';

const noon = (day: CivilDate): Instant => `${day}T11:00:00Z`;

/** A step planned from 4 to 31 January 2016. */
function row(id: string, state: Partial<StepRow> = {}): StepRow {
  const { notices: _notices, ...planned } = aStep(id);
  return {
    id,
    ordinal: 0,
    planned,
    status: 'waiting',
    dueOn: planned.dueOn,
    openedAt: null,
    completedAt: null,
    actedOn: null,
    run: 1,
    waitingFor: [],
    note: null,
    trouble: null,
    ...state,
  };
}

const open = (id: string, extra: Partial<StepRow> = {}): StepRow =>
  row(id, { status: 'open', openedAt: noon('2016-01-04'), ...extra });
const done = (id: string, on: CivilDate): StepRow => open(id, { status: 'done', completedAt: noon(on) });

describe('a step on a day', () => {
  test.each([
    ['open on its last day is on time', open('a'), '2016-01-31', { status: 'open', lateDays: 0, daysLeft: 0 }],
    [
      'open the day after is late, also before the register says so',
      open('a'),
      '2016-02-01',
      { status: 'late', lateDays: 1 },
    ],
    ['ended on its last day was on time', done('a', '2016-01-31'), '2016-06-01', { status: 'done', lateDays: 0 }],
    [
      'ended late stays late by as many days for ever',
      done('a', '2016-02-03'),
      '2016-06-01',
      { status: 'done', lateDays: 3 },
    ],
    [
      'cancelled is never late',
      open('a', { status: 'cancelled', completedAt: noon('2016-03-01') }),
      '2016-06-01',
      { lateDays: 0 },
    ],
    [
      'not opened on its day waits since then',
      row('a'),
      '2016-01-06',
      { status: 'waiting', openingLateDays: 2, lateDays: 0 },
    ],
    [
      'extended is late by its new date',
      open('a', { dueOn: '2016-02-10' }),
      '2016-02-12',
      { lateDays: 2, extended: true },
    ],
  ] as const)('%s', (_what, step, today, expected) => {
    expect(stepView(step, today)).toMatchObject(expected);
  });

  test('ended at 23:30 in Rome ended that day, not the one UTC says', () => {
    expect(stepView(open('a', { status: 'done', completedAt: '2016-07-31T22:30:00Z' }), '2016-08-05').completedOn).toBe(
      '2016-08-01',
    );
  });

  test('is late exactly while it has not ended and its due date has passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (days) => {
        const view = stepView(open('a'), addDays('2016-01-31', days));
        expect(isLate(view)).toBe(days > 0);
        expect(view.lateDays).toBe(Math.max(0, days));
      }),
    );
  });
});

describe('the next ten days', () => {
  const steps = [open('scade'), row('si-apre'), done('conclusa', '2016-01-20'), row('dopo')].map((r, i) =>
    stepView(
      i === 3
        ? { ...r, planned: { ...r.planned, opensOn: '2016-03-01', dueOn: '2016-03-31' }, dueOn: '2016-03-31' }
        : r,
      '2015-12-28',
    ),
  );

  test('hold openings and due dates from today to the tenth day, by date', () => {
    const found = upcoming(steps, '2015-12-28', 10).map((u) => [u.on, u.what, u.step.id]);
    expect(found).toEqual([['2016-01-04', 'opens', 'si-apre']]);
    const later = upcoming(steps, '2016-01-21', 10).map((u) => [u.on, u.what, u.step.id]);
    expect(later).toEqual([
      ['2016-01-31', 'due', 'scade'],
      ['2016-01-31', 'due', 'si-apre'],
    ]);
  });
});

test('a step waits for the steps before it that have not ended', () => {
  const before = [done('a', '2016-01-10'), open('b')].map((r) => stepView(r, '2016-01-15'));
  const step = stepView(
    { ...row('c'), planned: { ...row('c').planned, after: ['a', 'b', 'non-esiste'] } },
    '2016-01-15',
  );
  expect(stepsAwaited(step, new Map(before.map((s) => [s.id, s]))).map((s) => s.id)).toEqual(['b']);
});

describe('the chart', () => {
  test.each([
    ['only planned before it opens', row('a'), '2016-01-10', { planned: ['2016-01-04', '2016-01-31'] }],
    ['up to today while it is open', open('a'), '2016-01-10', { actual: ['2016-01-04', '2016-01-10'] }],
    [
      'what went on after the due date apart',
      done('a', '2016-02-05'),
      '2016-06-01',
      { actual: ['2016-01-04', '2016-01-31'], late: ['2016-02-01', '2016-02-05'] },
    ],
    [
      'an extension apart from the plan',
      open('a', { dueOn: '2016-02-10' }),
      '2016-02-03',
      {
        planned: ['2016-01-04', '2016-01-31'],
        extension: ['2016-02-01', '2016-02-10'],
        actual: ['2016-01-04', '2016-02-03'],
      },
    ],
    [
      'a step opened after its due date as late from then',
      open('a', { openedAt: noon('2016-02-04') }),
      '2016-02-06',
      { late: ['2016-02-04', '2016-02-06'] },
    ],
  ] as const)('draws %s', (_what, step, today, expected) => {
    const bars = barsOf(stepView(step, today), today);
    const drawn = Object.fromEntries(Object.entries(bars).map(([name, s]) => [name, [s.from, s.to]]));
    expect(drawn).toMatchObject(expected);
    if (!('late' in expected)) expect(drawn).not.toHaveProperty('late');
  });

  test('goes from June to June, in whole months, and longer where a step goes beyond', () => {
    const scale = cycleScale(2016, [stepView(open('a'), '2016-01-10')], '2016-01-10');
    expect([scale.from, scale.to, scale.months.length]).toEqual(['2015-06-01', '2017-07-01', 25]);
    const longer = cycleScale(2016, [stepView(open('a'), '2017-08-10')], '2017-08-10');
    expect(longer.to).toBe('2017-09-01');
    expect([scale.at('2015-06-01'), scale.at('2017-07-01'), scale.at('2030-01-01')]).toEqual([0, 100, 100]);
  });
});
