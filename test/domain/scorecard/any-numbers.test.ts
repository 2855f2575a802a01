import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAssessor } from '../../../src/domain/achievement/assess.js';
import type { Actual, IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import type { Plan } from '../../../src/domain/plan.js';
import type { Policy } from '../../../src/domain/policy.js';
import { rollUp } from '../../../src/domain/scorecard/roll-up.js';
import type { Scorecard, ScorecardNode } from '../../../src/domain/scorecard/types.js';
import type { Reading } from '../../../src/domain/targets/types.js';
import { policyWith, YEAR_END } from '../achievement/policy-fixture.js';
import { flatten, indicator, leavesOf, planOf, programme } from './fixtures.js';

/*
 * Values as people write them, summed by the product and, beside it, by what is written here: fractions of its own,
 * always in lowest terms, added one by one along the plan. The two share no line of code.
 */

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));
const fraction = (n: bigint, d: bigint): Fraction => {
  const by = divisor(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
};
const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
const below = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
const NONE = fraction(0n, 1n);
const ALL = fraction(100n, 1n);
const read = (text: string): Fraction => {
  const [numbers = '', under = '1'] = text.split('/');
  const [whole = '', decimals = ''] = numbers.split('.');
  return fraction(BigInt(whole + decimals), BigInt(under) * 10n ** BigInt(decimals.length));
};
const written = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`);

/** One indicator's promise and what was measured. */
interface Measured {
  readonly weight: string;
  readonly direction: 'more-is-better' | 'less-is-better';
  readonly percent: boolean;
  readonly target: string;
  readonly actual: Extract<Actual, { kind: 'number' | 'ratio' }> | undefined;
}

function deserved({ direction, percent, target, actual }: Measured): Fraction | undefined {
  if (actual === undefined) return undefined;
  const value =
    actual.kind === 'number'
      ? read(actual.value)
      : times(percent ? ALL : fraction(1n, 1n), over(read(actual.numerator), read(actual.denominator)));
  if (direction === 'less-is-better' && value.n <= 0n) return ALL;
  const raw = times(ALL, direction === 'more-is-better' ? over(value, read(target)) : over(read(target), value));
  return below(ALL, raw) ? ALL : raw;
}

/** Weighted mean of what is known; nothing when nothing is. */
function mean(of: readonly Measured[]): Fraction | undefined {
  const known = of.flatMap((m) => {
    const value = deserved(m);
    return value === undefined ? [] : [{ weight: read(m.weight), value }];
  });
  const weight = known.reduce((all, k) => plus(all, k.weight), NONE);
  const points = known.reduce((all, k) => plus(all, times(k.weight, k.value)), NONE);
  return weight.n === 0n ? undefined : over(points, weight);
}

/** Two decimals, the half goes up, and what is under 100 never prints 100. */
function printed(value: Fraction): string {
  const units = (value.n * 100n * 2n + value.d) / (2n * value.d);
  const shown = units >= 10_000n && below(value, ALL) ? 9_999n : units;
  return `${shown / 100n}.${String(shown % 100n).padStart(2, '0')}`;
}

const digits = (max: number) => fc.bigInt({ min: 1n, max: 10n ** BigInt(max) - 1n });
const decimal = (whole: number, decimals: number): fc.Arbitrary<string> =>
  fc
    .tuple(digits(whole), fc.bigInt({ min: 0n, max: 10n ** BigInt(decimals) - 1n }))
    .map(([w, f]) => `${w}.${String(f).padStart(decimals, '0')}`);
const number = (value: string): Measured['actual'] => ({ kind: 'number', value });
const ratio = ([numerator, denominator]: readonly [string, string]): Measured['actual'] => ({
  kind: 'ratio',
  numerator,
  denominator,
});

const weight = fc.constantFrom('0.5', '1', '1.25', '2.5', '3.33', '7', '12.375');
const share = { direction: 'more-is-better', percent: true } as const;
const less = { direction: 'less-is-better', percent: false } as const;
const euro = decimal(7, 2);
const kinds: Readonly<Record<string, fc.Arbitrary<Measured>>> = {
  'euro over euro, to the cent': fc
    .record({ weight, target: fc.constantFrom('80', '95', '98.5'), actual: fc.tuple(euro, euro).map(ratio) })
    .map((m) => ({ ...m, ...share })),
  'cases over cases': fc
    .record({
      weight,
      target: fc.constantFrom('75', '90', '100'),
      actual: fc
        .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 300 }))
        .map(([a, b]) => ratio([String(a), String(b)])),
    })
    .map((m) => ({ ...m, ...share })),
  'times with one decimal': fc
    .record({ weight, target: fc.constantFrom('7', '15', '30'), actual: decimal(2, 1).map(number) })
    .map((m) => ({ ...m, ...less })),
  'costs to the cent': fc.record({ weight, target: euro, actual: euro.map(number) }).map((m) => ({ ...m, ...less })),
  'any number of eighteen digits and ten decimals': fc
    .record({ weight, target: decimal(18, 10), actual: decimal(18, 10).map(number) })
    .map((m) => ({ ...m, direction: 'more-is-better' as const, percent: false })),
  'no value': fc
    .record({ weight, target: fc.constant('10'), actual: fc.constant(undefined) })
    .map((m) => ({ ...m, direction: 'more-is-better' as const, percent: false })),
};
const measured = fc.oneof(...Object.values(kinds));

const readingOf = ({ direction, percent, target }: Measured): Reading => ({
  kind: 'threshold',
  operator: direction === 'more-is-better' ? '>=' : '<=',
  value: target,
  unit: { kind: percent ? 'percent' : 'number' },
  direction,
});

/** Programmes of indicators as a plan; `1.1.3-07` is the seventh of the third. */
function planned(programmes: readonly (readonly Measured[])[]): Plan {
  return planOf(
    programmes.map((of, p) =>
      programme(
        `1.1.${p}`,
        of.map(({ weight: given }, i) =>
          indicator(`1.1.${p}-${i}`, { weight: given, perspective: i % 2 === 0 ? 'imprese' : 'processi' }),
        ),
      ),
    ),
  );
}

function summed(programmes: readonly (readonly Measured[])[], policy: Policy): Scorecard {
  const assessor = createAssessor(policy);
  const plan = planned(programmes);
  const all = programmes.flat();
  const assessments = leavesOf(plan).map((leaf, i): IndicatorAssessment => {
    const m = all[i];
    if (m === undefined) throw new Error('as many leaves as values');
    const actual: Actual = m.actual ?? { kind: 'missing' };
    return assessor.assess({ indicator: leaf.code, reading: readingOf(m), actual, period: YEAR_END });
  });
  const rolled = rollUp(plan, assessments, policy);
  if (!rolled.ok) throw new Error('no overrides, no problems');
  return rolled.value;
}

function expectEqual(node: ScorecardNode | undefined, of: readonly Measured[]): void {
  const value = mean(of);
  expect(node?.exact).toBe(value === undefined ? undefined : written(value));
  expect(node?.achievement).toBe(value === undefined ? undefined : printed(value));
}

/** What a page and a paper can hold. */
const PRINTABLE = 200;

function expectWhole(card: Scorecard, programmes: readonly (readonly Measured[])[]): void {
  const all = programmes.flat();
  expectEqual(card.entity, all);
  programmes.forEach((of, p) => {
    expectEqual(
      flatten(card.entity).find((n) => n.node === `programme:1.1.${p}`),
      of,
    );
  });
  expectEqual(
    card.perspectives.find((n) => n.node === 'perspective:imprese'),
    programmes.flatMap((of) => of.filter((_, i) => i % 2 === 0)),
  );
  for (const node of flatten(card.entity)) {
    for (const line of node.trace) expect(line.value.length).toBeLessThan(PRINTABLE);
    if (node.exact === undefined || node.contributions.length === 0) continue;
    expect(written(node.contributions.reduce((sum, c) => plus(sum, read(c.exact)), NONE))).toBe(node.exact);
    expect(written(node.contributions.reduce((sum, c) => plus(sum, read(c.share)), NONE))).toBe('100');
  }
}

describe('the roll-up of values as people write them', () => {
  const trees = fc.array(fc.array(measured, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 });

  test('equals a computation that shares nothing with it, in every view, with its contributions', () => {
    fc.assert(
      fc.property(trees, (programmes) => expectWhole(summed(programmes, policyWith({})), programmes)),
      { numRuns: 60 },
    );
  }, 60_000);

  test.each(Object.entries(kinds))('forty of %s in one programme compute', (_, kind) => {
    fc.assert(
      fc.property(fc.array(kind, { minLength: 40, maxLength: 40 }), (of) =>
        expectWhole(summed([of], policyWith({})), [of]),
      ),
      { numRuns: 3 },
    );
  });

  test.each([
    ['six of euro over euro', 6, 'euro over euro, to the cent'],
    ['seven costs', 7, 'costs to the cent'],
    ['ten ratios', 10, 'cases over cases'],
    ['twelve missed times', 12, 'times with one decimal'],
  ])('%s, as few as once broke it', (_, count, kind) => {
    const of = fc.sample(fc.array(kinds[kind] ?? measured, { minLength: count, maxLength: count }), {
      numRuns: 20,
      seed: 7,
    });
    for (const programmeOf of of) expectWhole(summed([programmeOf], policyWith({})), [programmeOf]);
  });

  test('three hundred of any numbers compute, and the record of them stays of a size that a register holds', () => {
    const anything = kinds['any number of eighteen digits and ten decimals'] ?? measured;
    const [all = []] = fc.sample(fc.array(anything, { minLength: 300, maxLength: 300 }), { numRuns: 1, seed: 2016 });
    const programmes = Array.from({ length: 30 }, (_, p) => all.slice(p * 10, p * 10 + 10));
    const card = summed(programmes, policyWith({}));
    expectWhole(card, programmes);
    expect(JSON.stringify(card).length).toBeLessThan(20_000_000);
  }, 120_000);

  test('what leaves the card for its siblings does not break it either', () => {
    fc.assert(
      fc.property(trees, (programmes) => {
        const policy = policyWith({ notAssessable: 'leaves-to-siblings' });
        const plan = planned(programmes);
        const assessor = createAssessor(policy);
        const all = programmes.flat();
        const assessments = leavesOf(plan).map((leaf, i): IndicatorAssessment => {
          const m = all[i];
          if (m === undefined) throw new Error('as many leaves as values');
          const actual: Actual =
            i % 3 === 0 ? { kind: 'not-assessable', reason: 'ufficio soppresso' } : (m.actual ?? { kind: 'missing' });
          return assessor.assess({ indicator: leaf.code, reading: readingOf(m), actual, period: YEAR_END });
        });
        const rolled = rollUp(plan, assessments, policy);
        expect(rolled.ok && rolled.value.entity.trace.every((l) => l.value.length < PRINTABLE)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('results that come back from the register', () => {
  test('have their exact fraction as text, of any length, and are summed as they were', () => {
    fc.assert(
      fc.property(fc.array(measured, { minLength: 2, maxLength: 12 }), (of) => {
        const policy = policyWith({});
        const assessor = createAssessor(policy);
        const plan = planned([of]);
        const assessments = leavesOf(plan).map((leaf, i) => {
          const m = of[i];
          if (m === undefined) throw new Error('as many leaves as values');
          return assessor.assess({
            indicator: leaf.code,
            reading: readingOf(m),
            actual: m.actual ?? { kind: 'missing' },
            period: YEAR_END,
          });
        });
        const recorded = JSON.parse(JSON.stringify(assessments)) as readonly IndicatorAssessment[];
        expect(rollUp(plan, recorded, policy)).toEqual(rollUp(plan, assessments, policy));
      }),
      { numRuns: 30 },
    );
  });

  test('one that failed to compute counts as missing', () => {
    const plan = planned([[{ weight: '60', ...less, target: '1', actual: undefined }]]);
    const [leaf] = leavesOf(plan);
    const broken: IndicatorAssessment = {
      indicator: leaf?.code ?? '',
      state: 'not-computed',
      light: 'none',
      trace: [],
    };
    const rolled = rollUp(plan, [broken], policyWith({}));
    expect(rolled.ok && rolled.value.entity.counts).toMatchObject({ assessed: 0, missing: 1 });
    expect(rolled.ok && rolled.value.entity.coverage).toBe('0.00');
  });
});
