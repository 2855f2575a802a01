import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, bandProblems } from '../../../src/domain/individual/bands.js';
import { objectiveKey, type PlanResult, type ScoreInput, scoreOf } from '../../../src/domain/individual/score.js';
import type { AssignedObjective, PayBand } from '../../../src/domain/individual/types.js';
import { refuseWeights } from '../../../src/domain/individual/weights.js';
import { compare, fromInteger, HUNDRED, type Rational, rational, ZERO } from '../../../src/domain/rational.js';
import { seedGroup, seedRules } from './rules-fixture.js';

const { dictionaries, partYear } = seedRules();

const objectives: readonly AssignedObjective[] = [
  { id: '1', title: 'Cabina di regia', weight: '30', result: { kind: 'individual-objective', code: 'SG-1' } },
  { id: '2', title: 'Valore nella gestione', weight: '40', result: { kind: 'individual-objective', code: 'SG-2' } },
  { id: '3', title: 'Competitività', weight: '30', result: { kind: 'own', expected: 'programma realizzato' } },
];
const judged = ['guida', 'programmazione', 'relazioni'].map((of) => ({
  of,
  value: 'buono',
  sentence: 'Con continuità.',
}));

/** A result that stands on all of its weight. */
function whole(value: Rational): PlanResult {
  return { value, coverage: HUNDRED };
}

const known: ScoreInput = {
  exercise: 2016,
  group: seedGroup('segretario-generale'),
  dictionaries,
  partYear,
  objectives,
  results: new Map([
    ['1', whole(rational('80'))],
    ['2', whole(rational('95'))],
  ]),
  organisational: { entity: whole(rational('90')) },
  judgements: [...judged, { of: objectiveKey('3'), value: '60', sentence: 'Due iniziative su cinque rinviate.' }],
  days: 366,
};

describe('the score of the Segretario Generale', () => {
  test('is made of result, objectives at 30, 40 and 30, and behaviours, with its whole trace', () => {
    const score = scoreOf(known);
    // 90×30% + (80×30% + 95×40% + 60×30%)×50% + 85×20% = 27 + 40 + 17
    expect(score).toMatchObject({
      score: '84',
      coverage: '100',
      worst: '84',
      best: '84',
      band: { id: 'alta', pay: '80' },
      share: '100',
      pay: '80',
    });
    expect(score.parts.map(({ kind, weight, value }) => [kind, weight, value])).toEqual([
      ['organisational', '30', '90'],
      ['objectives', '50', '80'],
      ['behaviours', '20', '85'],
    ]);
    expect(score.parts[1]?.lines.map(({ of, weight, value }) => [of, weight, value])).toEqual([
      ['1', '30', '80'],
      ['2', '40', '95'],
      ['3', '30', '60'],
    ]);
  });

  test('what is missing is not zero: it leaves the mean, and there is no band', () => {
    const score = scoreOf({ ...known, organisational: {} });
    expect(score).toMatchObject({ coverage: '70', worst: '57', best: '87' });
    expect(Number(score.score)).toBeCloseTo(57 / 0.7, 10);
    expect(score.band).toBeUndefined();
    expect(score.pay).toBeUndefined();
    expect(score.parts[0]).toEqual({
      kind: 'organisational',
      weight: '30',
      coverage: '0',
      lines: [{ of: 'entity', title: 'Risultato dell’ente', weight: '100' }],
    });
  });

  test('a result of the plan that stands on a part of its weight counts for that part, and no band is given that could change', () => {
    const partial = (coverage: string) =>
      scoreOf({ ...known, organisational: { entity: { value: rational('90'), coverage: rational(coverage) } } });
    // 90 on 60% of its 30 points: between 73.2 and 85.2, one band or another.
    expect(partial('60')).toMatchObject({ coverage: '88', worst: '73.2', best: '85.2' });
    expect(partial('60').band).toBeUndefined();
    expect(partial('60').pay).toBeUndefined();
    expect(partial('60').parts[0]?.lines[0]).toMatchObject({ value: '90', coverage: '60' });
    // On 90%: between 81.3 and 84.3, the same band whatever is missing.
    expect(partial('90')).toMatchObject({
      coverage: '97',
      worst: '81.3',
      best: '84.3',
      band: { id: 'alta' },
      pay: '80',
    });
  });

  test('nothing known gives no score at all', () => {
    const score = scoreOf({ ...known, organisational: {}, results: new Map(), judgements: [] });
    expect(score).toMatchObject({ coverage: '0', worst: '0', best: '100' });
    expect(score.score).toBeUndefined();
  });

  test('a result over 100 counts for 100, and what was found is told', () => {
    const score = scoreOf({ ...known, results: new Map([...known.results, ['1', whole(rational('120'))]]) });
    expect(score.parts[1]?.lines[0]).toMatchObject({ value: '100', found: '120' });
  });

  test('who was there for a half of the year is paid for that half', () => {
    expect(scoreOf({ ...known, days: 183 })).toMatchObject({ share: '50', pay: '40', score: '84' });
    expect(scoreOf({ ...known, days: 183, partYear: { ...partYear, pay: 'whole' } })).toMatchObject({
      share: '100',
      pay: '80',
    });
  });
});

const percentage = fc.integer({ min: -5_000, max: 20_000 }).map((n): Rational => ({ n: BigInt(n), d: 100n }));
const maybe = fc.option(percentage, { nil: undefined });

describe('properties of every score', () => {
  test('it is within 0 and 100 and between worst and best, whatever is known', () => {
    fc.assert(
      fc.property(
        maybe,
        maybe,
        maybe,
        fc.subarray(known.judgements as (typeof judged)[number][]),
        fc.integer({ min: 1, max: 100 }).map(fromInteger),
        (entity, one, two, judgements, share) => {
          const results = new Map([
            ...(one ? [['1', { value: one, coverage: share }] as const] : []),
            ...(two ? [['2', whole(two)] as const] : []),
          ]);
          const organisational = entity ? { entity: { value: entity, coverage: share } } : {};
          const score = scoreOf({ ...known, organisational, results, judgements });
          const [worst, best] = [rational(score.worst), rational(score.best)];
          expect(compare(worst, ZERO)).toBeGreaterThanOrEqual(0);
          expect(compare(best, HUNDRED)).toBeLessThanOrEqual(0);
          if (score.score === undefined) return;
          const value = Number(score.score);
          expect(value).toBeGreaterThanOrEqual(Number(score.worst) - 1e-9);
          expect(value).toBeLessThanOrEqual(Number(score.best) + 1e-9);
          const judgedAll = score.parts.every(({ lines }) => lines.every((line) => line.value !== undefined));
          const { bands } = known.group;
          const same = bandOf(bands, worst)?.id === bandOf(bands, best)?.id;
          expect(score.band?.id).toBe(judgedAll && same ? bandOf(bands, worst)?.id : undefined);
          if (score.coverage === '100') expect(score.band).toBeDefined();
        },
      ),
    );
  });

  test('bands without problems give every score one band, and a better score never a lower pay', () => {
    const bands = fc
      .uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 6 })
      .map((froms) => [...froms.toSorted((a, b) => b - a), 0])
      .chain((froms) =>
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: froms.length, maxLength: froms.length }).map((pays) => {
          const falling = pays.toSorted((a, b) => b - a);
          return froms.map(
            (from, i): PayBand => ({ id: `f${i}`, title: `${i}`, from: `${from}`, pay: `${falling[i]}` }),
          );
        }),
      );
    const score = fc.integer({ min: 0, max: 10_000 }).map((n): Rational => ({ n: BigInt(n), d: 100n }));
    fc.assert(
      fc.property(bands, score, score, (all, a, b) => {
        expect(bandProblems(all)).toEqual([]);
        const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
        const [of, over] = [bandOf(all, low), bandOf(all, high)];
        expect(Number(over?.pay)).toBeGreaterThanOrEqual(Number(of?.pay));
        // Every other band begins above the score, or below the one it is in: none overlaps.
        expect(all.filter(({ from }) => compare(low, rational(from)) >= 0)[0]).toBe(of);
      }),
    );
  });

  test('weights that sum to 100 are taken and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (weights) => {
        const refused = refuseWeights('gli obiettivi', weights.map(String));
        expect(refused === undefined).toBe(weights.reduce((sum, one) => sum + one, 0) === 100);
      }),
    );
    expect(refuseWeights('gli obiettivi', ['100', '0'])).toContain('maggiore di zero');
    expect(refuseWeights('gli obiettivi', ['33.3', '33.3', '33.3'])).toBe(
      'gli obiettivi: i pesi devono sommare a 100, qui sommano a 99,9',
    );
  });

  test('a score at the very beginning of a band is in it', () => {
    const { bands } = seedGroup('personale');
    expect(bandOf(bands, fromInteger(85))?.id).toBe('prima');
    expect(bandOf(bands, { n: 8_499_999n, d: 100_000n })?.id).toBe('seconda');
  });
});
