import { describe, expect, test } from 'vitest';
import { canBeKnown, knownAYearLater } from '../../../src/domain/known-from.js';
import { diffPlans } from '../../../src/domain/plan-diff.js';
import { edited } from '../../../src/domain/plan-edits.js';
import { indicatorLists, withLists } from '../../../src/domain/plan-lists.js';
import { frozenFor } from '../../../src/office/frozen-indicators.js';
import { cleanPlan } from './clean-plan.js';

const KNOWN = '2025-02-15';
const plan = cleanPlan();
const [first] = [...indicatorLists(plan)];
if (first === undefined) throw new Error('a plan without lists');
const [list, [indicator, ...others]] = first;
if (indicator === undefined) throw new Error('a list without indicators');
const fields = {
  name: indicator.name,
  office: indicator.office,
  weight: indicator.weight ?? '',
  perspective: indicator.perspective ?? '',
  missioneProgramma: indicator.missioneProgramma ?? '',
  targets: new Map<number, string>(),
} as const;
const later = edited(indicator, { ...fields, knownFrom: KNOWN });
const withLater = withLists(plan, new Map([...indicatorLists(plan), [list, [later, ...others]]]));

describe('from when a value can be known', () => {
  test('is asked by the checkpoints whose day comes after, and by the final collection whenever it is', () => {
    expect(canBeKnown(later, {}, '2025-02-14')).toBe(false);
    expect(canBeKnown(later, {}, '2025-02-15')).toBe(true);
    expect(canBeKnown(later, { final: true }, '2025-02-01')).toBe(true);
    expect(canBeKnown(indicator, {}, '2024-04-30')).toBe(true);
  });

  test('parts what a checkpoint freezes: what it asks, and what it says will be asked later', () => {
    const period = { ordinal: 1, from: '2024-01-01', to: '2024-04-30' } as const;
    const frozen = frozenFor(withLater, { exercise: 2024, period, dueOn: '2024-05-15' });
    expect(frozen.later).toMatchObject([{ indicator: later.code, name: later.name, knownFrom: KNOWN }]);
    expect(frozen.indicators.map((one) => one.indicator)).not.toContain(later.code);
    const final = frozenFor(withLater, { exercise: 2024, period: { ...period, final: true }, dueOn: '2025-02-01' });
    expect(final.later).toEqual([]);
    expect(final.indicators.map((one) => one.indicator)).toContain(later.code);
  });

  test('is taken away by an empty field, and shown among the changes of an amendment', () => {
    expect(edited(later, { ...fields, knownFrom: '' }).knownFrom).toBeUndefined();
    expect(diffPlans(plan, withLater).indicators).toMatchObject([
      { kind: 'changed', fields: [{ field: 'knownFrom', before: undefined, after: KNOWN }] },
    ]);
  });

  test('is a year later in the exercise after', () => {
    expect(knownAYearLater(later)).toBe('2026-02-15');
    expect(knownAYearLater(indicator)).toBeUndefined();
  });
});
