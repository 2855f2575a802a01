import type { Indicator, Plan } from '../domain/plan.js';
import { planWords } from '../words/plan.js';

/** A reference inside a plan that leads nowhere. */
interface WrongReference {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

interface PlacedIndicator {
  readonly path: readonly PropertyKey[];
  readonly indicator: Indicator;
}

/**
 * What makes a plan unreadable as a whole although each field is well formed: a code used twice, a perspective nobody
 * declared, a row that repeats an indicator which is not there. What is merely contradictory is a finding, not an error.
 */
export function checkReferences(plan: Plan): readonly WrongReference[] {
  const wrong: WrongReference[] = [];
  const perspectives = plan.perspectives.map((p) => p.id);
  const perspective = (value: string | undefined, path: readonly PropertyKey[]): void => {
    if (value !== undefined && !perspectives.includes(value)) {
      wrong.push({ path, message: planWords.load.unknownPerspective(value, perspectives) });
    }
  };
  const indicators = [...scorecard(plan), ...others(plan)];
  const strategic = new Set(scorecard(plan).map((p) => p.indicator.code));
  const used = new Set<string>();
  const unique = (code: string, path: readonly PropertyKey[]): void => {
    if (used.has(code)) wrong.push({ path, message: planWords.load.duplicateCode(code) });
    used.add(code);
  };
  plan.areas.forEach((area, a) => {
    unique(area.code, ['areas', a, 'code']);
    area.objectives.forEach((objective, o) => {
      const at = ['areas', a, 'objectives', o];
      unique(objective.code, [...at, 'code']);
      objective.weights.forEach((w, i) => {
        perspective(w.perspective, [...at, 'weights', i, 'perspective']);
      });
      objective.programmes.forEach((programme, p) => {
        unique(programme.code, [...at, 'programmes', p, 'code']);
        perspective(programme.perspective, [...at, 'programmes', p, 'perspective']);
      });
    });
  });
  for (const { path, indicator } of indicators) {
    unique(indicator.code, [...path, 'code']);
    perspective(indicator.perspective, [...path, 'perspective']);
    if (indicator.repeats !== undefined && !strategic.has(indicator.repeats)) {
      wrong.push({ path: [...path, 'repeats'], message: planWords.load.unknownIndicator(indicator.repeats) });
    }
  }
  plan.placements?.forEach((placement, i) => {
    perspective(placement.perspective, ['placements', i, 'perspective']);
    placement.indicators.forEach((code, j) => {
      if (!strategic.has(code)) {
        wrong.push({ path: ['placements', i, 'indicators', j], message: planWords.load.unknownIndicator(code) });
      }
    });
  });
  const objectives = plan.areas.flatMap((area) => area.objectives.map(({ code }) => code));
  plan.links?.forEach(({ from, to }, i) => {
    for (const [field, code] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (!objectives.includes(code))
        wrong.push({ path: ['links', i, field], message: planWords.load.unknownObjective(code) });
  });
  const programmes = plan.areas.flatMap((a) => a.objectives.flatMap((o) => o.programmes.map(({ code }) => code)));
  plan.resources?.lines.forEach(({ programme }, i) => {
    if (!programmes.includes(programme))
      wrong.push({ path: ['resources', 'lines', i, 'programme'], message: planWords.load.unknownProgramme(programme) });
  });
  return wrong;
}

function scorecard(plan: Plan): readonly PlacedIndicator[] {
  return plan.areas.flatMap((area, a) =>
    area.objectives.flatMap((objective, o) =>
      objective.programmes.flatMap((programme, p) =>
        programme.indicators.map((indicator, i) => ({
          path: ['areas', a, 'objectives', o, 'programmes', p, 'indicators', i],
          indicator,
        })),
      ),
    ),
  );
}

function others(plan: Plan): readonly PlacedIndicator[] {
  return [
    ...plan.sheets.flatMap((s, k) =>
      s.indicators.map((indicator, i) => ({ path: ['sheets', k, 'indicators', i], indicator })),
    ),
    ...plan.individual.flatMap((o, k) =>
      o.indicators.map((indicator, i) => ({ path: ['individual', k, 'indicators', i], indicator })),
    ),
  ];
}
