import { describe, expect, test } from 'vitest';
import {
  asRead,
  type Consideration,
  type FeedbackItem,
  isBelowTarget,
  itemKey,
  leftToConsider,
  mustRefer,
  originOf,
  withConsiderations,
} from '../../../src/domain/voices/strategic-feedback.js';

const item = (origin: FeedbackItem['origin'], name: string): FeedbackItem => ({
  key: itemKey(origin, name),
  origin,
  title: name,
  said: '',
  cause: '',
  on: undefined,
});
const said = (key: string, title = 'come si leggeva'): Consideration => ({
  item: key,
  exercise: 2017,
  title,
  follows: 'objective',
  refers: '3.1',
  outcome: 'ripresa',
  actor: 'anna',
});

test.each([
  ['result:2015:1.1.1-01', 'result'],
  ['oiv:prova/2015/d1', 'oiv'],
  ['improvement:rendicontazione/2', 'improvement'],
  ['feedback:12', 'feedback'],
  ['feedback:', undefined],
  ['feedback', undefined],
  ['altro:12', undefined],
  ['', undefined],
])('«%s» comes from %s', (key, origin) => {
  expect(originOf(key)).toBe(origin);
});

describe('what was made of the items', () => {
  const items = [item('feedback', '1'), item('result', '2015:A'), item('feedback', '2')];

  test('stands beside each, results before what stakeholders said', () => {
    const all = withConsiderations(items, [said('feedback:2')]);
    expect(all.map(({ key, considered }) => [key, considered?.outcome])).toEqual([
      ['result:2015:A', undefined],
      ['feedback:1', undefined],
      ['feedback:2', 'ripresa'],
    ]);
    expect(leftToConsider(all)).toBe(2);
  });

  test('stays of what is drawn no more, under the title it had, and is not left to consider', () => {
    const all = withConsiderations(items, [said('improvement:x/1', 'Modello: aggiornare')]);
    expect(all.map(({ key }) => key)).toEqual(['result:2015:A', 'improvement:x/1', 'feedback:1', 'feedback:2']);
    expect(all[1]).toMatchObject({ title: 'Modello: aggiornare', considered: { outcome: 'ripresa' } });
    expect(leftToConsider(all)).toBe(3);
  });
});

test('how an action stood is no part of what it was about; what a stakeholder said is', () => {
  const about = (origin: FeedbackItem['origin']) => asRead({ ...item(origin, 'Modello'), said: 'Da avviare' });
  expect([about('improvement'), about('corrective'), about('feedback')]).toEqual([
    'Modello',
    'Modello',
    'Modello: Da avviare',
  ]);
});

test.each([
  ['objective', true],
  ['indicator', true],
  ['action', true],
  ['nothing', false],
  [undefined, false],
] as const)('what follows, %s, has to be named: %s', (follows, named) => {
  expect(mustRefer(follows)).toBe(named);
});

test.each([
  ['99.99', true],
  ['99.99999999999999999', true],
  ['100', false],
  ['100.00', false],
  ['120', false],
  ['0', true],
  [undefined, false],
])('%s percent is below the target: %s', (achievement, below) => {
  expect(isBelowTarget(achievement)).toBe(below);
});
