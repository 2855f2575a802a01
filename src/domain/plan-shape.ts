import type { ObjectiveLink, Plan } from './plan.js';

/** A programme as a drawing of the plan has it. */
export interface ProgrammeShape {
  readonly code: string;
  readonly title: string;
  /** The perspectives it has indicators under, or its own where it has none. */
  readonly perspectives: readonly string[];
  /** How many indicators it has. */
  readonly indicators: number;
}

export interface ObjectiveShape {
  readonly code: string;
  readonly title: string;
  readonly programmes: readonly ProgrammeShape[];
}

export interface AreaShape {
  readonly code: string;
  readonly title: string;
  readonly objectives: readonly ObjectiveShape[];
}

/** What a plan is drawn from: what it consists of, under which perspectives, and what brings what about. */
export interface PlanShape {
  readonly perspectives: readonly { readonly id: string; readonly title: string }[];
  readonly areas: readonly AreaShape[];
  readonly links: readonly ObjectiveLink[];
}

/** The shape of a plan. */
export function planShape({
  perspectives,
  areas,
  links = [],
}: Pick<Plan, 'perspectives' | 'areas' | 'links'>): PlanShape {
  const under = (programme: Plan['areas'][number]['objectives'][number]['programmes'][number]): readonly string[] => {
    const named =
      programme.indicators.length === 0
        ? [programme.perspective]
        : programme.indicators.map((indicator) => indicator.perspective ?? programme.perspective);
    return perspectives.map(({ id }) => id).filter((id) => named.includes(id));
  };
  return {
    perspectives: perspectives.map(({ id, title }) => ({ id, title })),
    areas: areas.map((area) => ({
      code: area.code,
      title: area.title,
      objectives: area.objectives.map(({ code, title, programmes }) => ({
        code,
        title,
        programmes: programmes.map((programme) => ({
          code: programme.code,
          title: programme.title,
          perspectives: under(programme),
          indicators: programme.indicators.length,
        })),
      })),
    })),
    links: links.map(({ from, to, reason }) => ({ from, to, reason })),
  };
}
