import type { Entity } from '../../src/domain/entity.js';
import type { Indicator, Plan, Programme } from '../../src/domain/plan.js';
import type { Reading } from '../../src/domain/targets/types.js';
import { type Bodies, loadBodies } from '../../src/seeds/bodies.js';
import { seedsFolder } from '../../src/seeds/locate.js';

export const EXERCISE = 2016;
export const OFFICERS = 15;
export const PER_OFFICER = 5;
const PATTERN = 'ccms';

export const bodyId = (n: number): string => `ente-${String(n).padStart(4, '0')}`;
export const officerId = (n: number): string => `responsabile-${n}`;
export const officerAddress = (body: string, n: number): string => `${officerId(n)}@${body}.example`;
export const codesOf = (officer: number): readonly string[] =>
  Array.from({ length: PER_OFFICER }, (_, k) => `1.1.${officer}-${k + 1}`);

/** Everybody is measured against 100, so that a measured value is its own achievement. */
const READING: Reading = {
  kind: 'threshold',
  operator: '>=',
  value: '100',
  unit: { kind: 'count', noun: 'incontri' },
  direction: 'more-is-better',
  accumulation: 'level',
};

/** As many bodies as one likes, with the calendar and the policy of the reference body, 15 officers and 75 indicators each. */
export function manyBodies(): Bodies {
  const loaded = loadBodies(seedsFolder());
  if (!loaded.ok) throw new Error('the data files do not load');
  const pattern = loaded.value;
  return {
    ...pattern,
    entity: (id) => entityOf(pattern.entity(PATTERN), id),
    policyOf: () => pattern.policyOf(PATTERN),
    rules: (_entity, own) => pattern.rules(PATTERN, own),
    plan: (entity) => planOf(entity),
    sources: () => [],
    body: () => pattern.body(PATTERN),
    calendar: (entity, exercise) => {
      const planned = pattern.calendar(PATTERN, exercise);
      return planned.ok ? { ok: true, value: { ...planned.value, entity } } : planned;
    },
    redateStep: (_entity, ...rest) => pattern.redateStep(PATTERN, ...rest),
    noticeTime: () => pattern.noticeTime(PATTERN),
    beside: () => pattern.beside(PATTERN),
    kindOf: () => pattern.kindOf(PATTERN),
    outlines: () => pattern.outlines(PATTERN),
  };
}

function entityOf(pattern: Entity, id: string): Entity {
  const numbers = Array.from({ length: OFFICERS }, (_, n) => n + 1);
  return {
    ...pattern,
    id,
    name: `Ente di prova ${id}`,
    offices: numbers.map((n) => ({ id: `ufficio-${n}`, title: `Ufficio ${n}` })),
    people: [
      ...pattern.people.map((p) => ({ ...p, email: `${p.id}@${id}.example`, offices: [] })),
      ...numbers.map((n) => ({
        id: officerId(n),
        name: `Responsabile ${n}`,
        email: officerAddress(id, n),
        holds: [],
        offices: [`ufficio-${n}`],
      })),
    ],
    substitutes: [],
  };
}

/** A plan of one objective, with whatever programmes. */
export const planWith = (entity: string, programmes: readonly Programme[], source: string): Plan => ({
  entity,
  exercise: EXERCISE,
  title: `Piano ${EXERCISE}`,
  perspectives: [{ id: 'utenti', title: 'Utenti', weight: '100' }],
  areas: [
    {
      code: '1',
      title: 'Area',
      source,
      objectives: [
        {
          code: '1.1',
          title: 'Obiettivo',
          weights: [{ perspective: 'utenti', weight: '100' }],
          source,
          programmes,
        },
      ],
    },
  ],
  sheets: [],
  individual: [],
  budget: { lines: [], totals: [] },
});

function planOf(entity: string): Plan {
  const source = 'prova di carico';
  const programmes = Array.from({ length: OFFICERS }, (_, n) => n + 1).map((n) => ({
    code: `1.1.${n}`,
    title: `Programma ${n}`,
    perspective: 'utenti',
    source,
    indicators: codesOf(n).map((code) => indicatorOf(code, n)),
  }));
  return planWith(entity, programmes, source);
}

const indicatorOf = (code: string, officer: number): Indicator => ({
  code,
  name: `Numero di incontri con le imprese, ${code}`,
  weight: '1',
  perspective: 'utenti',
  office: `ufficio-${officer}`,
  targets: [{ year: EXERCISE, text: 'almeno 100 incontri', confirmed: READING, confirmedBy: 'prova' }],
  source: 'prova di carico',
});
