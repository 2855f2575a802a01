import type { DatedStep } from '../../src/domain/calendar/types.js';
import type { Plan } from '../../src/domain/plan.js';
import type { Policy } from '../../src/domain/policy.js';
import type { Reading } from '../../src/domain/targets/types.js';
import type { Bodies } from '../../src/seeds/bodies.js';
import { EXERCISE, manyBodies, OFFICERS, planWith } from '../morning/bodies.js';

/** The peers' workload: each officer of a body has one value of this weight. */
export const weightOf = (officer: number): number => 1 + (officer % 5);
export const codeOf = (officer: number): string => `1.1.1-${officer + 1}`;

/** A value is its own achievement. Hours may be halves, and a negative one is refused. */
const READING: Reading = {
  kind: 'threshold',
  operator: '>=',
  value: '100',
  unit: { kind: 'hours' },
  direction: 'more-is-better',
  accumulation: 'level',
};

/**
 * Bodies whose year is one checkpoint, with nobody but its officers: no mail leaves but theirs. Their policy rounds nothing that the
 * comparison looks at, and finds nothing bad, because the peers ask no corrective action; nor does a complete checkpoint stay open for a review.
 */
export function peerBodies(): Bodies {
  const bodies = manyBodies();
  const plain = (policy: Policy): Policy => {
    const good = policy.lights.bands.at(-1);
    if (good === undefined) throw new Error('the policy has no lights');
    return {
      ...policy,
      rounding: { ...policy.rounding, decimals: 12 },
      lights: { ...policy.lights, bands: [{ ...good, from: undefined, to: undefined }] },
    };
  };
  return {
    ...bodies,
    policyOf: (entity) => plain(bodies.policyOf(entity)),
    rules: (entity, own) => {
      const changed = bodies.rules(entity, own);
      return changed.ok ? { ok: true, value: { ...changed.value, policy: plain(changed.value.policy) } } : changed;
    },
    entity: (id) => {
      const entity = bodies.entity(id);
      return { ...entity, people: entity.people.filter(({ offices }) => offices.length > 0) };
    },
    plan: planOf,
    calendar: (entity, exercise) => {
      const planned = bodies.calendar(entity, exercise);
      if (!planned.ok) return planned;
      const first = planned.value.steps.filter(({ kind }) => kind === 'checkpoint').slice(0, 1);
      return {
        ok: true,
        value: { ...planned.value, steps: first.map((step) => ({ ...step, after: [], review: undefined })) },
      };
    },
  };
}

/** The one step of their calendars. */
export function theCheckpoint(bodies: Bodies): DatedStep {
  const planned = bodies.calendar('confronto', EXERCISE);
  const step = planned.ok ? planned.value.steps[0] : undefined;
  if (step === undefined) throw new Error('the calendar has no checkpoint');
  return step;
}

function planOf(entity: string): Plan {
  const source = 'confronto';
  const indicators = Array.from({ length: OFFICERS }, (_, officer) => ({
    code: codeOf(officer),
    name: `Ore di apertura dello sportello ${officer + 1}`,
    weight: String(weightOf(officer)),
    perspective: 'utenti',
    office: `ufficio-${officer + 1}`,
    targets: [{ year: EXERCISE, text: 'almeno 100 ore', confirmed: READING, confirmedBy: 'prova' }],
    source,
  }));
  const programme = { code: '1.1.1', title: 'Programma', perspective: 'utenti', source, indicators };
  return planWith(entity, [programme], source);
}
