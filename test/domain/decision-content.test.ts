import { describe, expect, test } from 'vitest';
import type { Decision, FrozenDocument } from '../../src/domain/decision.js';
import { type DecisionGround, decisionFaults, type WrittenDecision } from '../../src/domain/decision-content.js';
import { refuseDecision } from '../../src/domain/refuse-decision.js';

const ON: DecisionGround = { today: '2016-01-26', frozenOn: '2016-01-20', asked: 'approve' };
const APPROVED: WrittenDecision = { outcome: 'approved', actNumber: '12', actDate: '2016-01-25' };
const votes = (present: number, inFavour: number, against: number, abstained = 0) => ({
  votes: { present, inFavour, against, abstained },
});
const fields = (said: WrittenDecision, on: Partial<DecisionGround> = {}, misread?: ReadonlySet<string>) =>
  decisionFaults(said, { ...ON, ...on }, misread).map(({ field }) => field);

describe('a decision that a board can take', () => {
  test.each<[string, WrittenDecision, Partial<DecisionGround>]>([
    ['approved without votes', APPROVED, {}],
    ['approved by the majority of who votes', { ...APPROVED, ...votes(7, 2, 1, 4) }, {}],
    ['approved on a tie, by the vote of who presides', { ...APPROVED, ...votes(6, 3, 3) }, {}],
    ['approved on the day it came', { ...APPROVED, actDate: '2016-01-20' }, {}],
    ['noted', { ...APPROVED, outcome: 'noted' }, { asked: 'note' }],
    ['rejected with the votes of who was for it', { outcome: 'rejected', remarks: 'x', ...votes(7, 2, 5) }, {}],
    ['put off until tomorrow', { outcome: 'deferred', deferredTo: '2016-01-27' }, {}],
    ['put off to the day of the law', { outcome: 'deferred', deferredTo: '2016-01-31' }, { legalTerm: '2016-01-31' }],
    [
      'put off beyond the law, and why',
      { outcome: 'deferred', deferredTo: '2016-02-05', remarks: 'manca il numero legale' },
      { legalTerm: '2016-01-31' },
    ],
  ])('%s', (_, said, on) => {
    expect(fields(said, on)).toEqual([]);
  });
});

describe('a decision that no board can have taken', () => {
  test.each<[string, WrittenDecision, Partial<DecisionGround>, string]>([
    ['approved by two against five', { ...APPROVED, ...votes(7, 2, 5) }, {}, 'votes'],
    ['approved by nobody', { ...APPROVED, ...votes(5, 0, 0, 5) }, {}, 'votes'],
    ['noted by two against five', { ...APPROVED, outcome: 'noted', ...votes(7, 2, 5) }, { asked: 'note' }, 'votes'],
    ['voted by more than were there', { outcome: 'rejected', remarks: 'x', ...votes(3, 3, 1) }, {}, 'votes'],
    ['approved, and to come back another day', { ...APPROVED, deferredTo: '2016-02-20' }, {}, 'deferredTo'],
    [
      'rejected, and to come back another day',
      { outcome: 'rejected', remarks: 'x', deferredTo: '2016-02-20' },
      {},
      'deferredTo',
    ],
    ['put off to a day gone by', { outcome: 'deferred', deferredTo: '2016-01-26' }, {}, 'deferredTo'],
    ['put off to the wrong year', { outcome: 'deferred', deferredTo: '2018-01-30' }, {}, 'deferredTo'],
    [
      'put off beyond the law without a word',
      { outcome: 'deferred', deferredTo: '2016-02-01' },
      { legalTerm: '2016-01-31' },
      'remarks',
    ],
    ['approved where it can only be noted', APPROVED, { asked: 'note' }, 'outcome'],
    ['noted where it is to be approved', { ...APPROVED, outcome: 'noted' }, {}, 'outcome'],
    ['by an act of tomorrow', { ...APPROVED, actDate: '2016-01-27' }, {}, 'actDate'],
    ['by an act before the document came', { ...APPROVED, actDate: '2016-01-19' }, {}, 'actDate'],
    ['rejected without a word', { outcome: 'rejected', remarks: '  ' }, {}, 'remarks'],
  ])('%s', (_, said, on, field) => {
    expect(fields(said, on)).toEqual([field]);
  });

  test('is told of everything at once, in the order of the form', () => {
    expect(fields({ outcome: 'approved', deferredTo: '2016-02-20', ...votes(7, 2, 5) })).toEqual([
      'actNumber',
      'actDate',
      'votes',
      'deferredTo',
    ]);
  });

  test('what could not be read is not also missing', () => {
    expect(fields({ outcome: 'approved', actNumber: '12' }, {}, new Set(['actDate']))).toEqual([]);
    expect(fields({ outcome: 'deferred' }, {}, new Set(['deferredTo']))).toEqual([]);
    expect(fields({}, {}, new Set(['outcome']))).toEqual([]);
  });

  test('the workflow refuses it as well, each reason at its field', () => {
    const document: FrozenDocument = {
      kind: 'piano',
      title: 'Piano',
      hash: 'f'.repeat(64),
      frozenOn: '2016-01-20',
      preparedBy: ['ottavia'],
    };
    const decision: Decision = {
      key: 'd1',
      outcome: 'approved',
      decidedBy: 'fiorenzo',
      documentHash: document.hash,
      recordedOn: '2016-01-26',
      deferredTo: '2016-02-20',
      ...votes(7, 2, 5),
    };
    const state = { phase: 'before-board', round: 1, document } as const;
    expect(refuseDecision(state, decision).map(({ field }) => field)).toEqual([
      'actNumber',
      'actDate',
      'votes',
      'deferredTo',
    ]);
    expect(refuseDecision(state, { ...decision, decidedBy: 'ottavia' })[0]?.text).toContain(
      'chi ha preparato il documento non può',
    );
  });
});
