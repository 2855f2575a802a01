import type { Indicator, Plan, Programme, StrategicObjective } from '../../../domain/plan.js';

/** What of a plan the scorecard shows. */
export type ScorecardTree = Pick<Plan, 'areas' | 'perspectives'>;

/** A table of the scorecard: a perspective as the Piano prints it, or an area. Nodes are ids of the roll-ups. */
export interface ScorecardGroup {
  readonly node: string;
  readonly kind: 'perspective' | 'area';
  readonly code: string;
  readonly title: string;
  readonly objectives: readonly ScorecardObjective[];
}

export interface ScorecardObjective {
  readonly node: string;
  readonly code: string;
  readonly title: string;
  /** Percent, as the plan has it. */
  readonly weight: string | undefined;
  readonly programmes: readonly ScorecardProgramme[];
}

export interface ScorecardProgramme {
  readonly node: string;
  readonly code: string;
  readonly title: string;
  readonly weight: string | undefined;
  readonly missioneProgramma: string | undefined;
  readonly indicators: readonly Indicator[];
}

/** Perspective → objective → programme → indicator: the printed scorecard. What is under no perspective comes last. */
export function byPerspective({ areas, perspectives }: ScorecardTree): readonly ScorecardGroup[] {
  const all = [...perspectives, { id: '', title: '' }];
  return all
    .map(({ id, title }): ScorecardGroup => {
      const node = `perspective:${id}`;
      const objectives = areas.flatMap((area) =>
        area.objectives.flatMap((objective): readonly ScorecardObjective[] => {
          const programmes = objective.programmes.flatMap((programme) => {
            const indicators = programme.indicators.filter(
              (i) => (i.perspective ?? programme.perspective ?? '') === id,
            );
            return indicators.length === 0
              ? []
              : [programmeView(programme, indicators, `${node}/programme:${programme.code}`)];
          });
          if (programmes.length === 0) return [];
          const weight = objective.weights.find((w) => w.perspective === id)?.weight;
          return [{ ...named(objective), node: `${node}/objective:${objective.code}`, weight, programmes }];
        }),
      );
      return { node, kind: 'perspective', code: id, title, objectives };
    })
    .filter((group) => group.objectives.length > 0);
}

/** Area → objective → programme → indicator: the performance tree. */
export function byArea({ areas }: ScorecardTree): readonly ScorecardGroup[] {
  return areas.map((area) => ({
    node: `area:${area.code}`,
    kind: 'area',
    code: area.code,
    title: area.title,
    objectives: area.objectives.map((objective) => ({
      ...named(objective),
      node: `objective:${objective.code}`,
      weight: objective.weights.length === 1 ? objective.weights[0]?.weight : undefined,
      programmes: objective.programmes.map((p) => programmeView(p, p.indicators, `programme:${p.code}`)),
    })),
  }));
}

const named = ({ code, title }: StrategicObjective) => ({ code, title });

const programmeView = (programme: Programme, indicators: readonly Indicator[], node: string): ScorecardProgramme => ({
  node,
  code: programme.code,
  title: programme.title,
  weight: programme.weight,
  missioneProgramma: programme.missioneProgramma,
  indicators: indicators.map((i) =>
    i.missioneProgramma === undefined && programme.missioneProgramma !== undefined
      ? { ...i, missioneProgramma: programme.missioneProgramma }
      : i,
  ),
});
