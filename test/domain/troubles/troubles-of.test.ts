import { describe, expect, test } from 'vitest';
import { mendedBy } from '../../../src/domain/trouble.js';
import type { Facts, PlanFacts } from '../../../src/domain/trouble-facts.js';
import { troublesOf } from '../../../src/domain/troubles-of.js';
import { troubleReason, troubleRemedy, troubleWords } from '../../../src/words/troubles.js';
import { EXAMPLES } from './examples.js';

const kindsOf = (facts: Facts): readonly string[] => troublesOf(facts).troubles.map((trouble) => trouble.kind);

describe('register and Temporal', () => {
  const look = (
    register: readonly string[],
    temporal: readonly string[],
    doubted: readonly string[],
    ending: readonly string[] = [],
  ) => troublesOf({ about: 'processes', register, temporal, doubted: new Set(doubted), ending }).troubles;

  test('that agree are no trouble', () => {
    const both = ['ccms/2016', 'ccms/2016/rpp'];
    expect(look(both, [...both].reverse(), both)).toEqual([]);
  });

  test('disagree for a moment at every beginning and end: only what disagreed before is a trouble', () => {
    expect(look(['ccms/2016'], ['ccms/2016/rpp'], [])).toEqual([]);
    expect(look(['ccms/2016'], ['ccms/2016/rpp'], ['ccms/2016', 'ccms/2016/rpp'])).toEqual([
      { kind: 'process-missing', entity: 'ccms', exercise: 2016 },
      { kind: 'process-stray', entity: 'ccms', workflow: 'ccms/2016/rpp' },
    ]);
  });

  test('disagree as long as a step that has just ended waits for the mails under way: that is no trouble yet', () => {
    const ended = ['ccms/2016/rpp'];
    expect(look(['ccms/2016'], ['ccms/2016', ...ended], ended, ended)).toEqual([]);
    expect(look(['ccms/2016'], ['ccms/2016', ...ended], ended)).toHaveLength(1);
  });
});

describe('attempts', () => {
  const at = (activity: number, task: number) =>
    kindsOf({
      about: 'attempts',
      running: ['ccms/2016'],
      examined: [
        {
          workflow: 'ccms/2016',
          task: { attempts: task, failure: 'storia diversa' },
          activities: [
            { activity: 'notify', attempts: 1, failure: '' },
            { activity: 'publish', attempts: activity, failure: 'disco pieno' },
          ],
        },
      ],
    });

  test.each([
    [10, 3, []],
    [11, 3, ['activity-retrying']],
    [10, 4, ['task-failing']],
    [40, 9, ['activity-retrying', 'task-failing']],
  ])('an activity at its attempt %i, a task at its %i: %j', (activity, task, kinds) => {
    expect(at(activity, task)).toEqual(kinds);
  });

  test('of many activities the one tried most is told', () => {
    const { troubles } = troublesOf({
      about: 'attempts',
      running: ['ccms/2016'],
      examined: [
        {
          workflow: 'ccms/2016',
          activities: [
            { activity: 'notify', attempts: 12, failure: 'posta' },
            { activity: 'publish', attempts: 30, failure: 'disco' },
          ],
        },
      ],
    });
    expect(troubles).toMatchObject([{ activity: 'publish', attempts: 30, entity: 'ccms' }]);
  });

  test('what this look left for the next one stays as it was; what runs no longer does not', () => {
    const found = troublesOf({
      about: 'attempts',
      running: ['a/2016', 'b/2016'],
      examined: [{ workflow: 'a/2016', activities: [] }],
    });
    expect(found.unseen).toEqual(['b/2016']);
  });
});

describe('a Piano', () => {
  const cycle = (over: Partial<PlanFacts>): Facts => ({
    about: 'plans',
    unseen: [],
    now: '2016-01-10T08:00:00Z',
    cycles: [{ entity: 'ccms', exercise: 2016, needing: [], ...over }],
  });
  const checkpoint = (opensOn: `${number}-${number}-${number}`) => ({
    step: 'm',
    title: 'Monitoraggio',
    opensOn,
    isCheckpoint: true,
  });
  const open = { readings: 3, inForce: false, share: '12.5' };

  test.each<[string, Facts, readonly string[]]>([
    [
      'absent is a trouble once a step that needs it is near',
      cycle({ needing: [checkpoint('2016-02-09')] }),
      ['plan-missing'],
    ],
    ['absent is none while that step is far', cycle({ needing: [checkpoint('2016-02-10')] }), []],
    ['absent is none when nothing needs it', cycle({}), []],
    ['in force with open readings', cycle({ plan: { ...open, inForce: true } }), ['readings-unconfirmed']],
    [
      'drafted, with open readings and a checkpoint near',
      cycle({ plan: open, needing: [checkpoint('2016-02-01')] }),
      ['readings-unconfirmed'],
    ],
    [
      'drafted, with open readings and no checkpoint near',
      cycle({ plan: open, needing: [checkpoint('2016-05-01')] }),
      [],
    ],
    ['in force with every reading confirmed', cycle({ plan: { readings: 0, inForce: true } }), []],
  ])('%s', (_, facts, kinds) => {
    expect(kindsOf(facts)).toEqual(kinds);
  });
});

describe('workers, starts and schema', () => {
  test.each<[string, Facts, readonly string[]]>([
    [
      'a worker heard of three minutes ago is there',
      { about: 'workers', now: '2016-01-10T08:03:00Z', lastSeen: '2016-01-10T08:00:00Z' },
      [],
    ],
    [
      'one silent for longer is not',
      { about: 'workers', now: '2016-01-10T08:03:01Z', lastSeen: '2016-01-10T08:00:00Z' },
      ['worker-absent'],
    ],
    ['nor is one that never spoke', { about: 'workers', now: '2016-01-10T08:03:01Z' }, ['worker-absent']],
    [
      'a cycle not begun at its hour is given the half hour over which starts are spread, and a quarter to begin',
      {
        about: 'launches',
        dueAt: '2016-06-01T06:00:00Z',
        now: '2016-06-01T06:44:59Z',
        bodies: [{ entity: 'ccms', begun: false }],
      },
      [],
    ],
    [
      'and is then a trouble',
      {
        about: 'launches',
        dueAt: '2016-06-01T06:00:00Z',
        now: '2016-06-01T06:45:00Z',
        bodies: [
          { entity: 'ccms', begun: false },
          { entity: 'altro', begun: true },
        ],
      },
      ['launch-failing'],
    ],
    ['a schema like the program’s is no trouble', { about: 'schema', pending: [], foreign: [] }, []],
    ['an older one is', { about: 'schema', pending: ['025_troubles.sql'], foreign: [] }, ['migration-pending']],
    ['a newer one is', { about: 'schema', pending: [], foreign: ['099_later.sql'] }, ['migration-pending']],
  ])('%s', (_, facts, kinds) => {
    expect(kindsOf(facts)).toEqual(kinds);
  });
});

test.each([
  ['a backup of a week ago is no trouble', '2016-01-08T08:00:00Z', { last: '2016-01-01T08:00:00Z' }, []],
  ['an older one is', '2016-01-08T08:00:01Z', { last: '2016-01-01T08:00:00Z' }, ['backup-old']],
  ['an installation of a week has had the time to make one', '2016-01-08T08:00:01Z', {}, ['backup-old']],
  ['a newer one has not', '2016-01-07T08:00:00Z', {}, []],
] as const)('%s', (_what, now, last, kinds) => {
  expect(kindsOf({ about: 'backups', now, days: 7, installed: '2016-01-01T08:00:00Z', ...last })).toEqual(kinds);
});

test.each([
  ['to a server elsewhere, without a key, are a trouble', 'temporal.ente.example:7233', false, ['texts-in-clear']],
  ['also where its name begins as if it were here', 'localhost.ente.example:7233', false, ['texts-in-clear']],
  ['with a key are none', 'temporal.ente.example:7233', true, []],
  ['on this machine are none', 'localhost:7233', false, []],
  ['on this machine by its number are none', '127.0.0.1:7233', false, []],
  ['on this machine by its other number are none', '[::1]:7233', false, []],
] as const)('texts that go to Temporal %s', (_what, address, encrypted, kinds) => {
  expect(kindsOf({ about: 'payloads', address, encrypted })).toEqual(kinds);
});

test('there is an example of every kind', () => {
  expect(new Set(EXAMPLES.map(({ kind }) => kind))).toEqual(new Set(Object.keys(troubleWords.kinds)));
});

test.each(EXAMPLES)('$kind is told in whole sentences, with what mends it and who', (trouble) => {
  for (const sentence of [troubleReason(trouble), troubleRemedy(trouble)]) {
    expect(sentence).toMatch(/^\p{Lu}|^\d|^«|^ccms\//u);
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toMatch(/undefined|\.\.|\bnull\b/);
  }
  expect(['steering', 'administrator']).toContain(mendedBy(trouble.kind));
});
