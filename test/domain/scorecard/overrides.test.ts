import { describe, expect, test } from 'vitest';
import { rollUp } from '../../../src/domain/scorecard/roll-up.js';
import type { Override, Scorecard } from '../../../src/domain/scorecard/types.js';
import { policyWith, seedPolicy } from '../achievement/policy-fixture.js';
import { assessed, flatten, indicator, planOf, programme, without } from './fixtures.js';

const PLAN = planOf([programme('1.1.1', [indicator('a', { weight: '60' }), indicator('b', { weight: '40' })])], {
  individual: [
    {
      code: 'P-1',
      role: 'persona',
      area: '1',
      weight: '100',
      programme: '1.1.1',
      indicators: [indicator('p', { repeats: 'a' })],
      source: 'prova',
    },
  ],
});
const RESULTS = [assessed('a', '50'), assessed('b', '100')];
const WHY = {
  by: 'Giunta',
  on: '2017-02-15',
  reason: 'alluvione di novembre',
  act: 'Delibera n. 12 del 15/02/2017',
} as const;
const forced: Override = { kind: 'forced', indicator: 'a', value: '90', ...WHY };
const neutralised: Override = { kind: 'neutralised', indicator: 'a', ...WHY };

function card(overrides: readonly Override[], policy = seedPolicy()): Scorecard {
  const rolled = rollUp(PLAN, RESULTS, policy, overrides);
  if (!rolled.ok) throw new Error(JSON.stringify(rolled.error));
  return rolled.value;
}

describe('a forced value', () => {
  test('counts in every total above it, beside what was computed', () => {
    const { entity, perspectives, offices, missioni, individual, overrides } = card([forced]);
    expect(entity).toMatchObject({
      exact: '94',
      computed: { achievement: '70.00', coverage: '100.00', worst: '70.00', best: '70.00', light: 'yellow' },
    });
    for (const view of [...perspectives, ...offices, ...missioni]) {
      expect(view).toMatchObject({ exact: '94', computed: { achievement: '70.00' } });
    }
    expect(individual[0]).toMatchObject({ exact: '90', computed: { achievement: '50.00' } });
    expect(overrides).toEqual([
      { override: forced, light: 'green', computed: { state: 'assessed', achievement: '50', light: 'green' } },
    ]);
  });

  test('has the light of its own percentage, not the computed one', () => {
    const lights = (value: string) => card([{ ...forced, value }]).overrides.map((o) => [o.light, o.computed.light]);
    expect(lights('10')).toEqual([['red', 'green']]);
    expect(lights('100')).toEqual([['green', 'green']]);
  });

  test('shows in the trace of every node above it, with who, why and act', () => {
    const { entity } = card([forced]);
    const above = flatten(entity).filter((n) => n.node !== 'indicator:b');
    for (const n of above) {
      expect(n.overrides).toHaveLength(1);
      expect(n.trace).toContainEqual({
        label: 'Forzatura',
        value:
          'a: valore forzato a 90% (calcolato: 50%); deciso da Giunta il 15/02/2017; motivo: alluvione di novembre; atto: Delibera n. 12 del 15/02/2017',
      });
    }
    const beside = flatten(entity).find((n) => n.node === 'indicator:b');
    expect(beside?.overrides).toEqual([]);
    expect(beside?.computed).toBeUndefined();
  });

  test('on an indicator nobody assessed stands beside a missing value', () => {
    const rolled = rollUp(PLAN, [assessed('b', '100')], seedPolicy(), [forced]);
    expect(rolled.ok && rolled.value.overrides[0]?.computed).toEqual({ state: 'missing', light: 'none' });
    expect(rolled.ok && rolled.value.entity.trace.find((l) => l.label === 'Forzatura')?.value).toContain(
      '(calcolato: dato mancante)',
    );
  });
});

test('an override reaches the row that repeats its indicator, also when nobody assessed it', () => {
  const rolled = rollUp(PLAN, [], seedPolicy(), [forced]);
  expect(rolled.ok && rolled.value.individual[0]?.exact).toBe('90');
});

test('a row of its own keeps its result when the indicator it repeats is overridden', () => {
  const rolled = rollUp(PLAN, [...RESULTS, assessed('p', '40')], seedPolicy(), [forced]);
  expect(rolled.ok && rolled.value.individual[0]).toMatchObject({ exact: '40', overrides: [] });
});

test('the computed figures are kept whole: achievement and uncapped value', () => {
  const over = { ...assessed('a', '100'), achievement: '100.00', uncapped: '140.00' };
  const rolled = rollUp(PLAN, [over], seedPolicy(), [forced]);
  expect(rolled.ok && rolled.value.overrides[0]?.computed).toEqual({
    state: 'assessed',
    light: 'green',
    achievement: '100.00',
    uncapped: '140.00',
  });
  const none = rollUp(PLAN, [without('a', 'doubtful')], seedPolicy(), [forced]);
  expect(none.ok && none.value.overrides[0]?.computed).toEqual({ state: 'doubtful', light: 'none' });
});

describe('a neutralised indicator', () => {
  test('leaves the weight', () => {
    const { entity, overrides } = card([neutralised]);
    expect(entity).toMatchObject({ exact: '100', effectiveWeight: '40', computed: { achievement: '70.00' } });
    expect(entity.counts).toMatchObject({ assessed: 1, notAssessable: 1 });
    expect(overrides[0]?.light).toBe('none');
    expect(entity.trace.find((l) => l.label === 'Forzatura')?.value).toContain(
      'a: indicatore neutralizzato (calcolato: 50%)',
    );
  });
});

test('without overrides nothing is marked', () => {
  const { entity, overrides } = card([]);
  expect(overrides).toEqual([]);
  expect(flatten(entity).some((n) => n.computed !== undefined || n.overrides.length > 0)).toBe(false);
});

describe('an override is refused', () => {
  const problems = (...overrides: readonly Override[]): readonly string[] => {
    const rolled = rollUp(PLAN, RESULTS, seedPolicy(), overrides);
    return rolled.ok ? [] : rolled.error.map((p) => `${p.indicator} ${p.field}: ${p.message}`);
  };

  test.each([
    [{ ...forced, indicator: 'zzz' }, 'zzz indicator: l’indicatore zzz non è nel Piano'],
    [{ ...forced, by: ' ' }, 'a by: manca chi ha deciso la forzatura'],
    [{ ...forced, reason: ' ' }, 'a reason: manca il motivo della forzatura'],
    [{ ...neutralised, act: ' ' }, 'a act: manca l’atto che dispone la forzatura'],
    [{ ...forced, value: '100.01' }, 'a value: il valore forzato deve stare fra 0% e 100%'],
    [{ ...forced, value: '-1' }, 'a value: il valore forzato deve stare fra 0% e 100%'],
    [{ ...forced, value: 'tanto' }, 'a value: «tanto» non è un numero decimale scritto con il punto'],
  ] as const)('%j', (override, message) => {
    expect(problems(override)).toEqual([message]);
  });

  test('when another one is already on the indicator', () => {
    expect(problems(forced, neutralised)).toEqual(['a indicator: l’indicatore a ha già una forzatura']);
  });

  test('but two on different indicators stand together', () => {
    const other: Override = { ...forced, indicator: 'b', value: '10' };
    expect(problems(forced, other)).toEqual([]);
    const both = card([forced, other]);
    expect(both.overrides.map((o) => o.override.indicator)).toEqual(['a', 'b']);
    expect(both.entity).toMatchObject({ exact: '58', computed: { achievement: '70.00' } });
  });

  test('and everything wrong is said at once', () => {
    expect(problems({ ...forced, by: '', act: '', value: '200' })).toHaveLength(3);
  });

  test('but the ends of the scale are allowed', () => {
    expect(problems({ ...forced, value: '0' })).toEqual([]);
    expect(problems({ ...forced, value: '100' })).toEqual([]);
    const generous = rollUp(PLAN, RESULTS, policyWith({ cap: '120' }), [{ ...forced, value: '120' }]);
    expect(generous.ok).toBe(true);
  });
});
