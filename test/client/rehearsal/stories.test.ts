import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrivalsIn, compare, compareEnds, type Facts, storyHash } from '../../../bench/chaos/facts.js';
import type { Instant } from '../../../src/domain/calendar/types.js';

const story: Facts = {
  steps: ['piano-approvazione: done'],
  decisions: ['preventivo-approvazione deferred', 'preventivo-approvazione approved n. 17'],
  results: ['monitoraggio-1 entity 95.60% (83%)'],
  values: ['monitoraggio-1 1.1.1-01 {"kind":"number","value":"17"}'],
  acts: { 'step-completed': 28, 'spending-recorded': 27, 'step-late': 2 },
  followed: [
    { what: 'obligation-followed ccms/personale/6', at: '2016-06-22T09:00:00Z' },
    { what: 'obligation-followed ccms/personale/1', at: '2017-06-20T09:00:00Z' },
  ],
  endedAt: '2017-06-24T09:00:00Z',
  early: [],
  mails: { 'step-late sent': 4 },
  copies: 0,
  doubted: 0,
  delivered: 400,
};

describe('two stories of a rehearsal', () => {
  test('are the same when nothing differs but how many days late somebody was', () => {
    const other = { ...story, acts: { ...story.acts, 'step-late': 5 }, mails: { 'step-late sent': 6 } };
    expect(compare(story, other)).toEqual({
      wrong: [],
      shifted: ['log: step-late 5 times instead of 2', 'mails: step-late sent 6 instead of 4'],
    });
    expect(storyHash(other)).toBe(storyHash(story));
  });

  test.each([
    [{ acts: { ...story.acts, 'spending-recorded': 209 } }, 'log: spending-recorded 209 times instead of 27'],
    [{ results: [] }, 'results: missing «monitoraggio-1 entity 95.60% (83%)»'],
    [{ values: [] }, 'values: missing «monitoraggio-1 1.1.1-01 {"kind":"number","value":"17"}»'],
    [{ steps: [] }, 'steps: missing «piano-approvazione: done»'],
  ])('differ when an act was done again, or something came out otherwise: %o', (over, wrong) => {
    expect(compare(story, { ...story, ...over }).wrong).toContain(wrong);
    expect(compareEnds(story, { ...story, ...over }).wrong.length).toBe(wrong.startsWith('values') ? 0 : 1);
  });

  test('are not the same when a step of one opened before its day', () => {
    const early = 'monitoraggio-3 2016-06-02T15:10:49Z';
    expect(compare(story, { ...story, early: [early] }).wrong).toEqual([`opened before its day: ${early}`]);
  });

  test('are the same when one went on some days longer and an obligation came round again, but not when it was met twice before', () => {
    const again = (at: Instant): Facts => ({
      ...story,
      followed: [...story.followed, { what: 'obligation-followed ccms/personale/6', at }],
      endedAt: '2017-06-30T09:00:00Z',
    });
    expect(compare(story, again('2017-06-28T09:00:00Z'))).toEqual({
      wrong: [],
      shifted: ['followed: unexpected «obligation-followed ccms/personale/6» of 2017-06-28'],
    });
    expect(compare(story, again('2016-06-23T09:00:00Z')).wrong).toHaveLength(1);
    expect(compare(story, { ...story, followed: story.followed.slice(0, 1) }).wrong).toEqual([
      'followed: missing «obligation-followed ccms/personale/1» of 2017-06-20',
    ]);
  });

  test('end in the same way when an outage kept a board from deferring, but not when it kept it from approving', () => {
    const [deferred = '', approved = ''] = story.decisions;
    expect(compareEnds(story, { ...story, decisions: [approved] }).wrong).toEqual([]);
    expect(compare(story, { ...story, decisions: [approved] }).wrong).toHaveLength(1);
    expect(compareEnds(story, { ...story, decisions: [deferred] }).wrong).toHaveLength(1);
  });
});

test('a message is known by its Message-ID, also when the header goes on below itself, and its copies are seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-arrivi-'));
  writeFileSync(join(folder, '1000-000001-aa.eml'), 'Subject: a\r\nMessage-ID:\r\n <a@ccms.example>\r\n\r\n');
  writeFileSync(join(folder, '2000-000002-bb.eml'), 'Message-ID: <a@ccms.example>\r\n\r\n');
  expect(arrivalsIn(folder)).toEqual([
    { id: '<a@ccms.example>', at: 1000 },
    { id: '<a@ccms.example>', at: 2000 },
  ]);
  rmSync(folder, { recursive: true });
});
