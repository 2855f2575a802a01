import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/calendar/civil-date.js';
import {
  type Evaluated,
  evaluatorOf,
  firstUncovered,
  groupOn,
  postsOf,
} from '../../../src/domain/individual/groups.js';
import { daysInPost, isTooShort, shareOfYear } from '../../../src/domain/individual/part-year.js';
import { fromInteger, HUNDRED } from '../../../src/domain/rational.js';
import { seedGroup, seedRules } from './rules-fixture.js';

const rules = seedRules();
const person = (holds: Evaluated['holds'], offices: readonly string[] = ['isr'], manager?: string): Evaluated => ({
  id: 'ines',
  holds,
  offices,
  manager,
});

describe('who is evaluated, as what', () => {
  test('the Segretario Generale goes before the dirigenti, whoever else holds an office is personale', () => {
    const general = person([{ role: 'dirigenti' }, { role: 'segretario-generale' }]);
    expect(groupOn(rules, general, '2016-05-01')?.id).toBe('segretario-generale');
    expect(groupOn(rules, person([]), '2016-05-01')?.id).toBe('personale');
    expect(groupOn(rules, person([{ role: 'oiv' }], []), '2016-05-01')).toBeUndefined();
  });

  test('who changes post in the year has two stays that follow each other', () => {
    const risen = person([{ role: 'posizioni-organizzative', from: '2016-07-01' }]);
    expect(postsOf(rules, risen, 2016).map(({ group, from, to }) => [group.id, from, to])).toEqual([
      ['personale', '2016-01-01', '2016-06-30'],
      ['posizioni-organizzative', '2016-07-01', '2016-12-31'],
    ]);
    expect(postsOf(rules, risen, 2015)).toHaveLength(1);
  });

  test('stays are in order, within the exercise, and never overlap', () => {
    const day = fc.integer({ min: -200, max: 560 }).map((n) => addDays('2016-01-01', n));
    const held = fc.record({
      role: fc.constantFrom('dirigenti', 'posizioni-organizzative'),
      from: fc.option(day, { nil: undefined }),
      to: fc.option(day, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(held, { maxLength: 4 }), fc.boolean(), (holds, hasOffice) => {
        const posts = postsOf(rules, person(holds, hasOffice ? ['isr'] : []), 2016);
        posts.forEach((post, i) => {
          expect(post.from <= post.to).toBe(true);
          expect(post.from >= '2016-01-01' && post.to <= '2016-12-31').toBe(true);
          expect(posts[i + 1] === undefined || (posts[i + 1]?.from ?? '') > post.to).toBe(true);
          expect(groupOn(rules, person(holds, hasOffice ? ['isr'] : []), post.to)?.id).toBe(post.group.id);
        });
        const days = posts.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
        if (hasOffice) expect(days).toBe(366);
      }),
    );
  });

  test('what has no sheet yet is told, also between two that there are', () => {
    const posts = postsOf(rules, person([]), 2016);
    const days = (post: ReturnType<typeof firstUncovered>) => post && [post.from, post.to];
    expect(days(firstUncovered(posts, []))).toEqual(['2016-01-01', '2016-12-31']);
    const halves = [
      { from: '2016-07-01', to: '2016-12-31' },
      { from: '2016-01-01', to: '2016-03-31' },
    ] as const;
    expect(days(firstUncovered(posts, halves))).toEqual(['2016-04-01', '2016-06-30']);
    expect(firstUncovered(posts, [{ from: '2016-01-01', to: '2016-12-31' }])).toBeUndefined();
  });

  test('a superior evaluates, or the role that proposes to a board; nobody is their own superior', () => {
    expect(evaluatorOf(seedGroup('personale'), person([], ['isr'], 'ottavia'))).toEqual({
      kind: 'person',
      person: 'ottavia',
    });
    expect(evaluatorOf(seedGroup('segretario-generale'), person([]))).toEqual({ kind: 'role', role: 'oiv' });
    expect(evaluatorOf(seedGroup('personale'), person([], ['isr'], 'ines'))).toBeUndefined();
  });
});

describe('a part of a year', () => {
  const { partYear } = rules;

  test('is counted in days, both ends included, less the absences that do not count', () => {
    expect(daysInPost('2016-07-01', '2016-12-31', 4)).toBe(180);
    expect(daysInPost('2016-12-30', '2016-12-31', 9)).toBe(0);
    expect(isTooShort(89, partYear)).toBe(true);
    expect(isTooShort(90, partYear)).toBe(false);
  });

  test('gives title to its share, and never to more than the year', () => {
    expect(shareOfYear(183, 2016, partYear)).toEqual({ n: 18_300n, d: 366n });
    expect(shareOfYear(366, 2016, partYear)).toEqual(HUNDRED);
    expect(shareOfYear(10, 2016, { ...partYear, pay: 'whole' })).toEqual(fromInteger(100));
  });
});
