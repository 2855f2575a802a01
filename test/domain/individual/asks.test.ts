import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import { DEFAULT_NOTICE_POLICY } from '../../../src/domain/calendar/plan-notices.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { workingDays } from '../../../src/domain/calendar/working-days.js';
import { romeInstant, timeOfDay } from '../../../src/domain/calendar/zone.js';
import { type Ask, asksOf, type GoalSteps, momentOf, proposalsAsked } from '../../../src/domain/individual/asks.js';
import { goalOf, leftOf, type SheetsStanding } from '../../../src/domain/individual/goals.js';
import { nextOf } from '../../../src/domain/individual/next.js';
import { SHEET_GOALS } from '../../../src/domain/individual/sheet-goal.js';
import {
  PASSAGES,
  type Passage,
  passagesFrom,
  RULES,
  refusePassage,
  stageAfter,
} from '../../../src/domain/individual/stages.js';
import { SHEET_STAGES, type SheetStage } from '../../../src/domain/individual/types.js';
import { seedGroup } from './rules-fixture.js';

const { terms } = seedGroup('personale');
const sheet = (stage: SheetStage, ...made: readonly [Passage, CivilDate][]) => ({
  stage,
  from: '2016-01-01' as CivilDate,
  to: '2016-12-31' as CivilDate,
  made: made.map(([passage, on]) => ({ passage, on })),
});
const STEPS: GoalSteps = {
  planned: new Set(SHEET_GOALS),
  opened: new Map([
    ['assigned', { opensOn: '2016-02-01', dueOn: '2016-02-29' }],
    ['talked', { opensOn: '2016-06-01', dueOn: '2016-07-29' }],
    ['evaluated', { opensOn: '2017-04-03', dueOn: '2017-05-10' }],
  ]),
};
const NOTHING_OPEN: GoalSteps = { ...STEPS, opened: new Map() };
const shown = ({ passage, by, since, dueOn, right }: Ask): string =>
  [passage, by, since, dueOn, right && 'right'].filter(Boolean).join(' ');

describe('what a sheet asks of whom', () => {
  test.each<[string, ReturnType<typeof sheet>, CivilDate, readonly string[]]>([
    [
      'a proposal: its person, until the right runs out',
      sheet('proposed', ['propose', '2016-02-03']),
      '2016-02-05',
      ['accept person 2016-02-03 2016-02-13 right'],
    ],
    [
      'one nobody answered: who assigns, by the term of the step',
      sheet('proposed', ['propose', '2016-02-03']),
      '2016-02-20',
      ['assign signer 2016-02-14 2016-02-29'],
    ],
    [
      'the half-way talk: both',
      sheet('assigned', ['assign', '2016-02-20']),
      '2016-07-05',
      ['note-talk evaluator 2016-07-01 2016-07-29', 'note-talk person 2016-07-01 2016-07-29 right'],
    ],
    [
      'the self-evaluation: the person, before any step opens',
      sheet('talked', ['note-talk', '2016-07-08']),
      '2017-01-10',
      ['evaluate-self person 2017-01-01 2017-02-14 right'],
    ],
    [
      'the evaluation: from the day its step opens',
      sheet('self-evaluated', ['evaluate-self', '2017-01-20']),
      '2017-04-05',
      ['evaluate evaluator 2017-04-03 2017-05-10'],
    ],
    [
      'an evaluation: the person again',
      sheet('evaluated', ['evaluate', '2017-04-07']),
      '2017-04-08',
      ['observe person 2017-04-07 2017-04-22 right'],
    ],
    [
      'a request: who hears it',
      sheet('second-instance', ['ask-second-instance', '2017-04-12']),
      '2017-04-13',
      ['decide-second-instance second-instance 2017-04-12 2017-05-10'],
    ],
    [
      'what was decided: the person',
      sheet('reviewed', ['decide-second-instance', '2017-04-20']),
      '2017-04-21',
      ['ask-conciliation person 2017-04-20 2017-05-05 right'],
    ],
    ['what has ended: nobody', sheet('signed-off', ['sign-off', '2017-05-02']), '2017-05-03', []],
  ])('%s', (_, one, today, expected) => {
    expect(asksOf(one, terms, STEPS, today).map(shown)).toEqual(expected);
  });

  test('nobody is asked to do what belongs to a step that has not opened; a right does not wait for it', () => {
    const talked = sheet('self-evaluated', ['evaluate-self', '2017-01-20']);
    expect(asksOf(talked, terms, NOTHING_OPEN, '2017-02-01')).toEqual([]);
    expect(proposalsAsked('2016-02-01', NOTHING_OPEN)).toBeUndefined();
    const self = asksOf(sheet('assigned', ['assign', '2016-02-20']), terms, NOTHING_OPEN, '2017-01-10');
    expect(self.map(shown)).toEqual(['evaluate-self person 2017-01-01 2017-02-14 right']);
  });

  test('a calendar without those steps asks at once, and without a term', () => {
    const none: GoalSteps = { planned: new Set(), opened: new Map() };
    expect(asksOf(sheet('accepted', ['accept', '2016-02-05']), terms, none, '2016-02-06').map(shown)).toEqual([
      'assign signer 2016-02-05',
    ]);
  });

  test('waits since a day on which it was waited for, and not before it', () => {
    const moves = fc.array(fc.tuple(fc.nat(PASSAGES.length - 1), fc.integer({ min: 0, max: 90 })), { maxLength: 9 });
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 120 }), (wanted, later) => {
        const { one, last } = played(wanted);
        const today = addDays(last, later);
        const next = nextOf(one, terms, today);
        if (next === undefined) return;
        expect(next.since <= today).toBe(true);
        expect(nextOf(one, terms, next.since)).toMatchObject({ passage: next.passage, by: next.by });
        const before = addDays(next.since, -1);
        if (before >= last) expect(nextOf(one, terms, before)?.passage).not.toBe(next.passage);
      }),
    );
  });
});

/** A sheet that has come through what the procedure lets be done, each some days after the one before. */
function played(wanted: readonly (readonly [number, number])[]) {
  let one = sheet('proposed', ['propose', '2016-02-01']);
  let last: CivilDate = '2016-02-01';
  for (const [choice, wait] of wanted) {
    const on = addDays(last, wait);
    const open = passagesFrom(one.stage).filter((passage) => refusePassage(one, passage, terms, on) === undefined);
    const passage = open[choice % Math.max(1, open.length)];
    if (passage === undefined) continue;
    one = { ...one, stage: stageAfter(one.stage, passage), made: [...one.made, { passage, on }] };
    last = on;
  }
  return { one, last };
}

describe('when it is told', () => {
  const days = workingDays();
  const at = (on: CivilDate, hour = 10) => ({
    now: romeInstant(on, timeOfDay(hour)),
    policy: DEFAULT_NOTICE_POLICY,
    days,
  });
  const duty: Ask = { passage: 'evaluate', by: 'evaluator', since: '2017-04-03', dueOn: '2017-05-10', right: false };
  const right: Ask = { passage: 'observe', by: 'person', since: '2017-04-07', dueOn: '2017-04-28', right: true };

  test('the person at once, others in the morning after', () => {
    expect(momentOf(right, undefined, at('2017-04-07'))).toBe('opening');
    expect(momentOf(duty, undefined, at('2017-04-03'))).toBeUndefined();
    expect(momentOf(duty, undefined, at('2017-04-04', 8))).toBeUndefined();
    expect(momentOf(duty, undefined, at('2017-04-04'))).toBe('opening');
  });

  test('once, then by the days of the policy, and late after the term', () => {
    expect(momentOf(duty, '2017-04-04', at('2017-04-05'))).toBeUndefined();
    expect(momentOf(duty, '2017-04-04', at('2017-05-05'))).toBe('reminder');
    expect(momentOf(duty, '2017-05-05', at('2017-05-10'))).toBe('due-today');
    expect(momentOf(duty, '2017-05-10', at('2017-05-11'))).toBe('late');
    expect(momentOf(duty, '2017-05-11', at('2017-05-12'))).toBeUndefined();
  });

  test('a right that has run out makes nobody late', () => {
    expect(momentOf(right, '2017-04-28', at('2017-05-02'))).toBeUndefined();
  });

  test('who was never told begins with an opening, however late; what was missed goes as one', () => {
    expect(momentOf(duty, undefined, at('2017-06-01'))).toBe('opening');
    expect(momentOf(duty, '2017-04-04', at('2017-06-01'))).toBe('late');
  });
});

describe('what a step of the calendar waits for', () => {
  const days = { opensOn: '2016-06-01', dueOn: '2016-07-31' } as const;
  const of = (...stages: readonly SheetStage[]): SheetsStanding => ({
    sheets: stages.map((stage) => ({ stage, from: '2016-01-01', to: '2016-12-31' })),
    lacking: 0,
    published: false,
  });

  test('assignment: everybody has a sheet, and each is assigned', () => {
    expect(leftOf('assigned', of('assigned', 'accepted', 'objected', 'talked'), days)).toBe(2);
    expect(leftOf('assigned', { ...of('assigned'), lacking: 3 }, days)).toBe(3);
    expect(leftOf('assigned', of('assigned', 'not-evaluated'), days)).toBe(0);
  });

  test('talks: those whose half falls within it', () => {
    expect(leftOf('talked', of('assigned', 'talked'), days)).toBe(1);
    const stay = (from: CivilDate, to: CivilDate) => ({ ...of(), sheets: [{ stage: 'assigned' as const, from, to }] });
    expect(leftOf('talked', stay('2016-01-01', '2016-04-30'), days)).toBe(0);
    expect(leftOf('talked', stay('2016-07-01', '2016-12-31'), days)).toBe(0);
  });

  test('evaluation: each is signed or closed; publication: it is public', () => {
    expect(leftOf('evaluated', of('signed-off', 'not-evaluated', 'conciliated'), days)).toBe(1);
    expect(leftOf('evaluated', of('signed-off', 'not-evaluated'), days)).toBe(0);
    expect(leftOf('published', of(), days)).toBe(1);
    expect(leftOf('published', { ...of(), published: true }, days)).toBe(0);
  });

  test('nothing is reached where nobody has a sheet', () => {
    for (const goal of SHEET_GOALS) expect(leftOf(goal, of(), days), goal).toBeGreaterThan(0);
  });

  test('every passage that is waited for belongs to a step, and leaves its sheet nearer to it', () => {
    for (const passage of PASSAGES) {
      const goal = goalOf(passage);
      if (goal === undefined) continue;
      for (const stage of RULES[passage].from)
        expect(SHEET_STAGES.includes(stageAfter(stage, passage)), `${passage} from ${stage}`).toBe(true);
    }
  });
});
