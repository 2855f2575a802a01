import { join } from 'node:path';
import fc from 'fast-check';
import type { AssessmentState, IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import type { Indicator, IndividualObjective, Plan, Programme, ProgrammeSheet } from '../../../src/domain/plan.js';
import { fractionText, rational } from '../../../src/domain/rational.js';
import type { CardNode } from '../../../src/domain/scorecard/card-node.js';
import type { ScorecardNode } from '../../../src/domain/scorecard/types.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { loadPlan } from '../../../src/seeds/plan.js';

export const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: `Indicatore ${code}`,
  office: 'ufficio-a',
  targets: [{ year: 2016, text: 'almeno 10' }],
  source: 'prova',
  ...more,
});

export const programme = (
  code: string,
  indicators: readonly Indicator[],
  more: Partial<Programme> = {},
): Programme => ({
  code,
  title: `Programma ${code}`,
  perspective: 'imprese',
  missioneProgramma: '032/002',
  indicators,
  source: 'prova',
  ...more,
});

/** A plan of one area and one objective; `weight` is what the objective declares. */
export const planOf = (
  programmes: readonly Programme[],
  more: { weight?: string; individual?: readonly IndividualObjective[]; sheets?: readonly ProgrammeSheet[] } = {},
): Plan => ({
  entity: 'prova',
  exercise: 2016,
  title: 'Piano di prova',
  perspectives: [
    { id: 'imprese', title: 'Imprese' },
    { id: 'processi', title: 'Processi' },
  ],
  areas: [
    {
      code: '1',
      title: 'Area 1',
      source: 'prova',
      objectives: [
        {
          code: '1.1',
          title: 'Obiettivo 1.1',
          weights: [{ perspective: 'imprese', weight: more.weight ?? '100' }],
          programmes,
          source: 'prova',
        },
      ],
    },
  ],
  sheets: more.sheets ?? [],
  individual: more.individual ?? [],
  budget: { lines: [], totals: [] },
});

/** An assessed indicator with an exact achievement such as `200/3`. */
export const assessed = (code: string, exact: string): IndicatorAssessment => ({
  indicator: code,
  state: 'assessed',
  achievement: exact,
  exact: fractionText(rational(exact)),
  light: 'green',
  formula: 'increasing-ratio',
  trace: [],
});

export const without = (code: string, state: Exclude<AssessmentState, 'assessed'>): IndicatorAssessment => ({
  indicator: code,
  state,
  light: 'none',
  trace: [],
});

export function seedPlan(): Plan {
  const loaded = loadPlan(join(seedsFolder(), 'massa-carrara-2016'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value.plan;
}

export const leavesOf = (plan: Plan): readonly Indicator[] =>
  plan.areas
    .flatMap((a) => a.objectives)
    .flatMap((o) => o.programmes)
    .flatMap((p) => p.indicators);

export const flatten = (node: ScorecardNode): readonly ScorecardNode[] => [node, ...node.children.flatMap(flatten)];

export const flattenCard = (node: CardNode): readonly CardNode[] => [node, ...node.children.flatMap(flattenCard)];

const WEIGHTS = ['1', '2.5', '5', '7.25', '10'] as const;
const STATES = ['missing', 'not-yet', 'doubtful', 'not-assessable'] as const;

/** Plans of up to 2 × 2 × 3 × 3 indicators, with weights, perspectives, offices and personal objectives. */
export const plans: fc.Arbitrary<Plan> = fc
  .array(
    fc.array(
      fc.array(fc.array(fc.tuple(fc.constantFrom(...WEIGHTS), fc.nat(2)), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((areas): Plan => {
    const base = planOf([]);
    return {
      ...base,
      areas: areas.map((objectives, a) => ({
        code: `${a}`,
        title: `Area ${a}`,
        source: 'prova',
        objectives: objectives.map((programmes, o) => ({
          code: `${a}.${o}`,
          title: `Obiettivo ${a}.${o}`,
          weights: [],
          source: 'prova',
          programmes: programmes.map((indicators, p) =>
            programme(
              `${a}.${o}.${p}`,
              indicators.map(([weight, kind], i) =>
                indicator(`${a}.${o}.${p}-${i}`, {
                  weight,
                  office: `ufficio-${kind}`,
                  perspective: kind === 0 ? 'imprese' : 'processi',
                  missioneProgramma: `01${kind}/001`,
                }),
              ),
            ),
          ),
        })),
      })),
      individual: [
        {
          code: 'P-1',
          role: 'persona',
          area: '0',
          weight: '30',
          programme: '0.0.0',
          indicators: [indicator('P-1-1'), indicator('P-1-2')],
          source: 'prova',
        },
        {
          code: 'P-2',
          role: 'persona',
          area: '0',
          weight: '70',
          programme: '0.0.0',
          indicators: [indicator('P-2-1')],
          source: 'prova',
        },
      ],
    };
  });

const achievement = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.constant(7)).map(([n, d]) => `${n}/${d}`);

/** A plan and an assessment of each of its indicators, in any state. */
export const assessedPlans: fc.Arbitrary<{ plan: Plan; assessments: readonly IndicatorAssessment[] }> = plans.chain(
  (plan) => {
    const codes = [...leavesOf(plan), ...plan.individual.flatMap((o) => o.indicators)].map((i) => i.code);
    return fc
      .tuple(
        ...codes.map(() =>
          fc.oneof({ weight: 3, arbitrary: achievement }, { weight: 2, arbitrary: fc.constantFrom(...STATES) }),
        ),
      )
      .map((values) => ({
        plan,
        assessments: codes.map((code, i) => {
          const value = values[i] ?? 'missing';
          const state = STATES.find((s) => s === value);
          return state === undefined ? assessed(code, value) : without(code, state);
        }),
      }));
  },
);
