import { describe, expect, test } from 'vitest';
import {
  type ActingPerson,
  capacitiesIn,
  capacityFor,
  onceEach,
  type StandIn,
  whoActs,
  whoStandsInFor,
} from '../../src/domain/who-acts.js';

/** `anna → bruno`, or `anna → bruno (giunta)` where it is limited to a role. */
function standIns(...texts: readonly string[]): readonly StandIn[] {
  return texts.map((text) => {
    const [, absent = '', substitute = '', scope] = /^(\w+) → (\w+)(?: \((.*)\))?$/.exec(text) ?? [];
    return { absent, substitute, scope: scope === undefined ? null : scope.split(', ') };
  });
}

const said = ({ person, actingFor }: ActingPerson): string =>
  actingFor === undefined ? person : `${person} per ${actingFor}`;
const everybody = (): boolean => true;

describe('who stands in for somebody', () => {
  test.each([
    ['nobody: they act', [], 'anna'],
    ['the substitute', ['anna → bruno'], 'bruno'],
    ['who stands in for a substitute absent too', ['anna → bruno', 'bruno → carla'], 'carla'],
    ['the first on record of two', ['anna → bruno', 'anna → carla'], 'bruno'],
    ['who has the role at stake in their scope', ['anna → bruno (oiv)', 'anna → carla (giunta)'], 'carla'],
    ['nobody whose scope is another role', ['anna → bruno (oiv)'], 'anna'],
    ['themselves, where it leads round in a circle', ['anna → bruno', 'bruno → anna'], 'anna'],
    ['themselves, where it leads into a circle', ['anna → bruno', 'bruno → carla', 'carla → bruno'], 'anna'],
  ])('%s', (_, given, who) => {
    expect(whoStandsInFor('anna', 'giunta', standIns(...given))).toBe(who);
  });

  test('what is limited to roles says nothing of who acts in general', () => {
    expect(whoStandsInFor('anna', undefined, standIns('anna → bruno (giunta)'))).toBe('anna');
  });
});

describe('who acts as a role', () => {
  test.each([
    ['its holders, in order', ['bruno', 'anna'], [], ['anna', 'bruno']],
    ['a holder once, however often they hold it', ['anna', 'anna'], [], ['anna']],
    ['the substitute of an absent holder', ['anna'], ['anna → dario'], ['dario per anna']],
    [
      'who holds it and stands in for another holder, in their own right',
      ['anna', 'bruno'],
      ['anna → bruno'],
      ['bruno'],
    ],
    [
      'who stands in for two holders, for the first',
      ['bruno', 'anna'],
      ['anna → carla', 'bruno → carla'],
      ['carla per anna'],
    ],
    ['nobody, where nobody holds it', [], ['anna → bruno'], []],
  ])('%s', (_, holders, given, who) => {
    expect(whoActs('giunta', holders, standIns(...given), everybody).map(said)).toEqual(who);
  });

  test('who is not in service does not act, and nobody in their place', () => {
    const inService = (person: string): boolean => person !== 'bruno';
    expect(whoActs('giunta', ['anna', 'carla'], standIns('anna → bruno'), inService).map(said)).toEqual(['carla']);
  });
});

test('of more roles, each person acts once: in their own right where they have any', () => {
  const acting = [{ person: 'anna', actingFor: 'bruno' }, { person: 'carla' }, { person: 'anna' }];
  expect(onceEach(acting).map(said)).toEqual(['anna', 'carla']);
});

describe('what somebody may act as', () => {
  const holdings = [
    { role: 'oiv', person: 'anna' },
    { role: 'giunta', person: 'bruno' },
    { role: 'ufficio:isr', person: 'carla' },
  ];

  test('what is theirs, and what somebody absent has passed to them', () => {
    expect(capacitiesIn('anna', holdings, standIns('bruno → anna'))).toEqual([
      { role: 'giunta', actingFor: 'bruno' },
      { role: 'oiv' },
    ]);
  });

  test('not what they have passed to a substitute', () => {
    expect(capacitiesIn('anna', holdings, standIns('anna → dario (oiv)'))).toEqual([]);
  });

  test.each([
    ['in their own right, before another’s', ['giunta', 'oiv'], undefined, { role: 'oiv' }],
    ['for somebody absent, where that is all there is', ['giunta'], undefined, { role: 'giunta', actingFor: 'bruno' }],
    ['for whom they said', ['giunta', 'oiv'], 'bruno', { role: 'giunta', actingFor: 'bruno' }],
    ['in their own right, where for whom they said does not hold', ['oiv'], 'bruno', { role: 'oiv' }],
    ['in none, where they hold no such role', ['ufficio:isr'], undefined, undefined],
  ])('they do it %s', (_, roles, meant, chosen) => {
    const capacities = capacitiesIn('anna', holdings, standIns('bruno → anna'));
    expect(capacityFor(capacities, (role) => roles.includes(role), meant)).toEqual(chosen);
  });
});
