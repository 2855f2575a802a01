import { type BodyKind, isMission } from '../domain/body-kind.js';
import { kindWords as words } from '../words/kinds.js';
import type { Found } from './found.js';
import type { SeedError } from './read-yaml.js';

/** The missions of a plan that are not written as bodies of its kind write them. */
export function strangeMissions({ plan }: Pick<Found, 'plan'>, kind: BodyKind | undefined): readonly SeedError[] {
  if (plan === undefined || kind === undefined) return [];
  const { missions, title } = kind;
  const errors: SeedError[] = [];
  const look = (code: string | undefined, path: readonly PropertyKey[]): void => {
    if (code === undefined || isMission(missions, code)) return;
    const { file, line } = plan.places.of(path);
    const message = words.otherMission(code, title, missions.example);
    errors.push({ file, line, field: path.map(String).join('.'), message });
  };
  for (const [a, area] of plan.plan.areas.entries())
    for (const [o, objective] of area.objectives.entries()) {
      const at = ['areas', a, 'objectives', o];
      for (const [w, weight] of objective.weights.entries())
        look(weight.missioneProgramma, [...at, 'weights', w, 'missioneProgramma']);
      for (const [p, programme] of objective.programmes.entries()) {
        const below = [...at, 'programmes', p];
        look(programme.missioneProgramma, [...below, 'missioneProgramma']);
        for (const [i, indicator] of programme.indicators.entries())
          look(indicator.missioneProgramma, [...below, 'indicators', i, 'missioneProgramma']);
      }
    }
  return errors;
}
