import { describe, expect, test } from 'vitest';
import { rulesProblems, unknownRoles } from '../../../src/domain/individual/check-rules.js';
import type { IndividualRules } from '../../../src/domain/individual/types.js';
import { seedRules } from './rules-fixture.js';

const rules = seedRules();
const [dictionary] = rules.dictionaries;
const withDictionary = (changes: Partial<NonNullable<typeof dictionary>>): IndividualRules => ({
  ...rules,
  dictionaries: rules.dictionaries.map((one, i) => (i === 0 ? { ...one, ...changes } : one)),
});
const messages = (of: IndividualRules) => rulesProblems(of).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('the rules of evaluation hold together', () => {
  test('those of the reference body do', () => {
    expect(rulesProblems(rules)).toEqual([]);
  });

  test('behaviours weigh 100 together', () => {
    const [first, ...others] = dictionary?.behaviours ?? [];
    expect(messages(withDictionary({ behaviours: first ? [first, ...others.slice(1)] : [] }))).toEqual([
      'dictionaries.0.behaviours: i comportamenti: i pesi devono sommare a 100, qui sommano a 70',
    ]);
  });

  test('a scale rises', () => {
    expect(messages(withDictionary({ scale: dictionary?.scale.toReversed() ?? [] }))).toContain(
      'dictionaries.0.scale.1.score: i gradi della scala vanno dal più basso al più alto, con punteggi crescenti',
    );
  });

  test('what is limited to a share is a band of a group there is', () => {
    const { differentiation } = rules;
    if (differentiation === undefined) throw new Error('the seed has a differentiation');
    expect(messages({ ...rules, differentiation: { ...differentiation, band: 'oro' } })).toEqual([
      'differentiation.band: la fascia «oro» non c’è nel gruppo',
    ]);
    expect(messages({ ...rules, differentiation: { ...differentiation, group: 'vertici' } })).toEqual([
      'differentiation.group: il gruppo «vertici» non c’è',
    ]);
  });

  test('a role the body does not have is named', () => {
    expect(unknownRoles(rules, (role) => role !== 'comitato-conciliazione')).toEqual(['comitato-conciliazione']);
  });
});
