import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/calendar/civil-date.js';
import { legalTermOf } from '../../../src/domain/calendar/legal-term.js';
import { planCalendar } from '../../../src/domain/calendar/plan-calendar.js';
import { DEFAULT_NOTICE_POLICY, type NoticePolicy, planNotices } from '../../../src/domain/calendar/plan-notices.js';
import { redateStep } from '../../../src/domain/calendar/redate-step.js';
import type { DatedCalendar, DatedStep, StepKind } from '../../../src/domain/calendar/types.js';
import { addWorkingDays, moveForHoliday, workingDays } from '../../../src/domain/calendar/working-days.js';
import { romeDateTime } from '../../../src/domain/calendar/zone.js';
import type { Entity } from '../../../src/domain/entity.js';
import { romeDay } from './arbitraries.js';
import { calendarOf, ccms, stepOf, templateOf, unwrap } from './ccms.js';

const anyPatronSaint = fc
  .integer({ min: 0, max: 364 })
  .map((n) => addDays('2015-01-01', n))
  .map((d) => ({ name: 'Patrono', month: Number(d.slice(5, 7)), day: Number(d.slice(8)) }));
const anyPolicy: fc.Arbitrary<NoticePolicy> = fc.record({
  at: fc.record({
    hour: fc.integer({ min: 8, max: 17 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.constant(0),
  }),
  reminders: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
  dueToday: fc.boolean(),
  late: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
  escalateToManager: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  escalateToHead: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
});
const anyKind = fc.constantFrom<StepKind>('task', 'approval', 'checkpoint', 'publication', 'amendment');

const anyCalendar = fc
  .record({
    template: fc.constantFrom('dlgs150' as const, 'piao' as const),
    exercise: fc.integer({ min: 2012, max: 2075 }),
    patronSaint: anyPatronSaint,
    notices: anyPolicy,
  })
  .map(({ template, exercise, patronSaint, notices }) => {
    const entity: Entity = { ...ccms, patronSaint, notices };
    const year = template === 'piao' ? Math.max(exercise, 2023) : exercise;
    return { entity, calendar: unwrap(planCalendar(templateOf(template), { entity, exercise: year })) };
  });

describe('any planned calendar, of any year and patron saint', () => {
  /** Steps of many calendars for which `holds` is false: ids, so that a failure says which. */
  function failing(holds: (step: DatedStep, entity: Entity, calendar: DatedCalendar) => boolean): void {
    fc.assert(
      fc.property(anyCalendar, ({ entity, calendar }) => {
        expect(calendar.steps.filter((s) => !holds(s, entity, calendar)).map((s) => s.id)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }

  it('opens each step before it is due', () => {
    failing((s) => s.opensOn <= s.dueOn && s.opensOn <= s.nominalDueOn);
  });

  it('moves deadlines on days off as each says, and no others', () => {
    failing((s, entity) => {
      const days = workingDays(entity.patronSaint);
      if (s.onHoliday === 'stays' || days.isWorkingDay(s.nominalDueOn)) return s.dueOn === s.nominalDueOn;
      const moved = daysBetween(s.nominalDueOn, s.dueOn);
      const forward = s.onHoliday === 'next-working-day';
      return days.isWorkingDay(s.dueOn) && moved > 0 === forward && Math.abs(moved) <= 6;
    });
  });

  it('opens at 08:00 and is due until 23:59:59 in Rome, in winter and in summer time', () => {
    failing((s) => {
      const [opens, due] = [romeDateTime(s.opensAt), romeDateTime(s.dueAt)];
      const clock = ({ time }: typeof opens): string => `${time.hour}:${time.minute}:${time.second}`;
      return opens.date === s.opensOn && due.date === s.dueOn && clock(opens) === '8:0:0' && clock(due) === '23:59:59';
    });
  });

  it('cites norms that are in force when they are due', () => {
    failing(
      ({ norm, nominalDueOn: due }) => norm.validFrom <= due && (norm.validTo === undefined || due <= norm.validTo),
    );
  });

  it('keeps the dates of the law to the day', () => {
    const law: Record<string, (exercise: number) => string> = {
      'rpp-approvazione': (y) => `${y - 1}-10-31`,
      'budget-approvazione': (y) => `${y - 1}-12-31`,
      'piano-approvazione': (y) => `${y}-01-31`,
      'relazione-pubblicazione': (y) => `${y + 1}-06-30`,
    };
    failing((s, _, { exercise }) => law[s.id] === undefined || law[s.id]?.(exercise) === legalTermOf(s));
    failing(
      (s) =>
        (legalTermOf(s) === undefined) === (s.norm.force === 'body') &&
        (legalTermOf(s) ?? s.nominalDueOn) >= s.nominalDueOn,
    );
  });

  it('never has a step due, or open, before what it waits for', () => {
    failing((s, _, calendar) =>
      s.after.every((id) => {
        const awaited = stepOf(calendar, id);
        return awaited.dueOn <= s.dueOn && awaited.opensOn <= s.opensOn;
      }),
    );
  });

  it('stays within the cycle, 1 June Y-1 to 30 June Y+1', () => {
    failing((s, _, { exercise: y }) => s.opensOn >= `${y - 1}-06-01` && s.dueOn <= `${y + 1}-06-30`);
  });

  it('sends notices on working days between 08:00 and 18:00 in Rome', () => {
    failing((s, entity) => {
      const days = workingDays(entity.patronSaint);
      return s.notices.every((n) => {
        const { date, time } = romeDateTime(n.at);
        return date === n.on && days.isWorkingDay(date) && time.hour >= 8 && time.hour < 18;
      });
    });
  });
});

describe('the notices of a step', () => {
  const days = workingDays(ccms.patronSaint);

  it.each([
    [
      'a task in a plain window',
      '2015-06-01',
      '2015-09-30',
      'task',
      [
        'opening 2015-06-01',
        'reminder 2015-09-16',
        'reminder 2015-09-25',
        'due-today 2015-09-30',
        'late 2015-10-01',
        'escalation-manager 2015-10-05',
        'late 2015-10-07',
        'escalation-head 2015-10-12',
      ],
    ],
    [
      'an opening on a day off, told on the next working day',
      '2016-01-23',
      '2016-01-29',
      'approval',
      [
        'opening 2016-01-25',
        'reminder 2016-01-26',
        'due-today 2016-01-29',
        'late 2016-02-01',
        'escalation-manager 2016-02-03',
        'late 2016-02-05',
        'escalation-head 2016-02-10',
      ],
    ],
    [
      'a deadline that stays on a Sunday, remembered on the Friday before',
      '2027-01-23',
      '2027-01-31',
      'publication',
      [
        'opening 2027-01-25',
        'reminder 2027-01-27',
        'reminder 2027-01-29',
        'late 2027-02-01',
        'escalation-manager 2027-02-03',
        'late 2027-02-05',
        'escalation-head 2027-02-10',
      ],
    ],
    [
      'a step due the day it opens, told once',
      '2016-04-29',
      '2016-04-29',
      'task',
      [
        'opening 2016-04-29',
        'late 2016-05-02',
        'escalation-manager 2016-05-04',
        'late 2016-05-06',
        'escalation-head 2016-05-11',
      ],
    ],
    ['an amendment, which nobody owes', '2016-01-30', '2016-12-31', 'amendment', ['opening 2016-02-01']],
  ] as const)('%s', (_, opensOn, dueOn, kind, expected) => {
    const notices = planNotices(dueOn, opensOn, kind, DEFAULT_NOTICE_POLICY, days);
    expect(notices.map((n) => `${n.kind} ${n.on}`)).toEqual(expected);
  });

  it('come in order: the opening, then prompts up to the deadline, at most one a day, then lateness after it', () => {
    fc.assert(
      fc.property(romeDay, fc.nat(300), anyKind, anyPolicy, (opensOn, length, kind, policy) => {
        const dueOn = addWorkingDays(opensOn, length + 1, days);
        const notices = planNotices(dueOn, opensOn, kind, policy, days);
        expect(notices[0]?.kind).toBe('opening');
        expect([...notices].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))).toEqual(notices);
        const prompts = notices.filter((n) => ['opening', 'reminder', 'due-today'].includes(n.kind));
        expect(new Set(prompts.map((n) => n.on)).size).toBe(prompts.length);
        for (const n of notices) expect(n.on <= dueOn).toBe(prompts.includes(n));
        if (kind === 'amendment') expect(notices.length).toBe(1);
      }),
    );
  });

  it('move later, never earlier, when the deadline does', () => {
    fc.assert(
      fc.property(romeDay, fc.nat(60), fc.nat(60), anyPolicy, (opensOn, first, more, policy) => {
        const last = (dueOn: typeof opensOn): string[] =>
          planNotices(dueOn, opensOn, 'task', policy, days)
            .filter((n) => n.kind !== 'opening' && n.on > dueOn)
            .map((n) => n.on);
        const dueOn = addDays(opensOn, first);
        const [before, after] = [last(dueOn), last(addDays(dueOn, more))];
        before.forEach((on, i) => {
          expect(on <= (after[i] ?? '')).toBe(true);
        });
      }),
    );
  });
});

describe('moving deadlines', () => {
  it('keeps their order', () => {
    const days = workingDays(ccms.patronSaint);
    const rules = fc.constantFrom('stays' as const, 'next-working-day' as const, 'previous-working-day' as const);
    fc.assert(
      fc.property(romeDay, fc.nat(30), rules, (date, later, rule) => {
        expect(moveForHoliday(date, rule, days) <= moveForHoliday(addDays(date, later), rule, days)).toBe(true);
      }),
    );
  });
});

describe('a step with a new deadline', () => {
  const calendar: DatedCalendar = calendarOf(2016);
  const context = { policy: ccms.notices, days: workingDays(ccms.patronSaint), decidedOn: '2016-01-27' } as const;
  const extended = redateStep(stepOf(calendar, 'piano-approvazione'), '2016-02-28', context);

  it('is due on the last working day before a Sunday, as its own rule says, until midnight in Rome', () => {
    expect([extended.nominalDueOn, extended.dueOn]).toEqual(['2016-02-28', '2016-02-26']);
    expect(extended.dueAt).toBe('2016-02-26T22:59:59Z');
  });

  it('keeps its opening and plans the other notices anew, none for days already gone', () => {
    expect(extended.notices.map((n) => `${n.kind} ${n.on}`)).toEqual([
      'opening 2016-01-25',
      'reminder 2016-02-12',
      'reminder 2016-02-23',
      'due-today 2016-02-26',
      'late 2016-02-29',
      'escalation-manager 2016-03-02',
      'late 2016-03-04',
      'escalation-head 2016-03-09',
    ]);
  });

  it('does not remind on the day of the decision, whose hour has gone', () => {
    const step = stepOf(calendar, 'piano-approvazione');
    const decided = redateStep(step, '2016-02-28', { ...context, decidedOn: '2016-02-12' });
    expect(decided.notices.map((n) => n.on).slice(0, 2)).toEqual(['2016-01-25', '2016-02-23']);
  });

  it('is not brought forward to before the day of the decision', () => {
    const decidedOn = '2016-02-27';
    const step = redateStep(stepOf(calendar, 'piano-approvazione'), '2016-02-28', { ...context, decidedOn });
    expect(step.dueOn).toBe('2016-02-28');
    expect(() => redateStep(step, '2016-02-26', { ...context, decidedOn })).toThrow(RangeError);
  });

  it('given again the deadline it had is the step it was', () => {
    for (const step of calendar.steps) {
      expect(redateStep(step, step.nominalDueOn, { ...context, decidedOn: '2015-01-01' })).toEqual(step);
    }
  });
});
