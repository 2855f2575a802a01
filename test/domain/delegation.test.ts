import { describe, expect, test } from 'vitest';
import {
  checkpointOfDelegated,
  type Delegation,
  type DelegationDay,
  delegatedOn,
  delegatedRole,
  isOf,
  whoGives,
  whyNotDelegated,
} from '../../src/domain/delegation.js';

const OFFICE = 'ufficio:promozione';
const GIVEN: Delegation = {
  ...{ indicator: 'A-1', role: OFFICE, delegator: 'carla', delegate: 'dario' },
  ...{ checkpoint: 'monitoraggio-1', until: null },
};
const day = (more: Partial<DelegationDay> = {}): DelegationDay => ({
  standIns: [],
  holds: (person, role) => person === 'carla' && role === OFFICE,
  inService: () => true,
  isOiv: () => false,
  ...more,
});

describe('how long a delegation lasts', () => {
  const at = (checkpoint: string, on: `${number}-${number}-${number}`) => ({ checkpoint, on });
  test('without a day, at its checkpoint alone and as long as that goes on', () => {
    expect(isOf(GIVEN, at('monitoraggio-1', '2017-01-01'))).toBe(true);
    expect(isOf(GIVEN, at('monitoraggio-2', '2016-05-10'))).toBe(false);
  });
  test('until a day, at every checkpoint, that day included', () => {
    const until = { ...GIVEN, until: '2016-09-30' } as const;
    expect(isOf(until, at('monitoraggio-2', '2016-09-30'))).toBe(true);
    expect(isOf(until, at('monitoraggio-1', '2016-10-01'))).toBe(false);
  });
});

describe('who may be given an indicator', () => {
  test('not who answers for it already, nor oneself', () => {
    expect(whyNotDelegated({ ...GIVEN, delegate: 'carla' }, day())).toBe('answers-already');
    expect(whyNotDelegated(GIVEN, day({ holds: () => true }))).toBe('answers-already');
    expect(whyNotDelegated(GIVEN, day())).toBeUndefined();
  });
  test('the OIV is given nothing by who is of the body, and gives them nothing', () => {
    expect(whyNotDelegated(GIVEN, day({ isOiv: (id) => id === 'dario' }))).toBe('oiv');
    expect(whyNotDelegated(GIVEN, day({ isOiv: (id) => id === 'carla' }))).toBe('oiv');
  });
});

describe('whether a delegation holds today', () => {
  const giver = (more: Partial<DelegationDay>) => delegatedOn([GIVEN], day(more))[0]?.giver;
  const standIn = (absent: string, substitute: string, scope: readonly string[] | null) => [
    { absent, substitute, scope },
  ];
  test('the colleague gives the value', () => expect(giver({})).toBe('dario'));
  test('who stands in for the colleague in everything does; who does for one office alone does not', () => {
    expect(giver({ standIns: standIn('dario', 'elsa', null) })).toBe('elsa');
    expect(giver({ standIns: standIn('dario', 'elsa', [OFFICE]) })).toBe('dario');
  });
  test('not when the colleague has left, or is stood in for by who delegated', () => {
    expect(giver({ inService: (id) => id !== 'dario' })).toBeUndefined();
    expect(giver({ standIns: standIn('dario', 'carla', null) })).toBeUndefined();
  });
  test('not when who delegated answers for the office no more', () => {
    expect(giver({ holds: () => false })).toBeUndefined();
  });
  test('not when the colleague, or who stands in for them, is of the OIV since', () => {
    expect(giver({ isOiv: (id) => id === 'dario' })).toBeUndefined();
    expect(giver({ standIns: standIn('dario', 'zeno', null), isOiv: (id) => id === 'zeno' })).toBeUndefined();
  });
});

describe('who gives a value', () => {
  const delegated = delegatedOn([GIVEN], day());
  test('whom it was delegated to, in place of who delegated; the others of the office as before', () => {
    expect(whoGives('A-1', [{ person: 'bruno' }, { person: 'carla' }], delegated)).toEqual([
      { person: 'bruno' },
      { person: 'dario', actingFor: 'carla' },
    ]);
  });
  test('nor who stands in for who delegated: what is delegated is not theirs', () => {
    expect(whoGives('A-1', [{ person: 'elsa', actingFor: 'carla' }], delegated)).toEqual([
      { person: 'dario', actingFor: 'carla' },
    ]);
  });
  test('of another indicator, who answers for it', () => {
    expect(whoGives('A-9', [{ person: 'carla' }], delegated)).toEqual([{ person: 'carla' }]);
  });
});

test('what somebody was delegated is a role of one indicator, and says of which checkpoint', () => {
  const at = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' };
  expect(checkpointOfDelegated(delegatedRole({ ...at, indicator: '1.1/02' }))).toEqual(at);
  expect(checkpointOfDelegated(OFFICE)).toBeUndefined();
});
