import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ImprovementItem, Transparency } from '../domain/annexes.js';
import { planCalendar } from '../domain/calendar/plan-calendar.js';
import type { CalendarProblem } from '../domain/calendar/problems.js';
import { redateStep } from '../domain/calendar/redate-step.js';
import type { CalendarTemplate } from '../domain/calendar/template.js';
import type { CivilDate, DatedCalendar, DatedStep, Instant } from '../domain/calendar/types.js';
import { workingDays } from '../domain/calendar/working-days.js';
import { type CivilTime, romeDate } from '../domain/calendar/zone.js';
import type { Entity } from '../domain/entity.js';
import type { Plan } from '../domain/plan.js';
import type { Policy } from '../domain/policy.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Series } from '../domain/series.js';
import { loadImprovement, loadTransparency } from './annexes.js';
import { type BodyFiles, loadBody } from './body.js';
import { loadTemplate } from './calendar.js';
import { danglingNames } from './dangling-names.js';
import { loadEntity } from './entity.js';
import type { Found } from './found.js';
import { foldersIn, sharedFiles, shortPath } from './locate.js';
import { loadNarrative, type NarrativeText } from './narrative.js';
import { loadPlan } from './plan.js';
import { loadPolicy } from './policy.js';
import type { SeedError } from './read-yaml.js';
import { loadSeries } from './series.js';
import { loadSources, type Source } from './sources.js';

/** What a body prints beside its plan: chapters of its own, historical tables, obligations, improvement. */
export interface BesidePlan {
  readonly narrative: readonly NarrativeText[];
  readonly series: Series;
  readonly transparency?: Transparency;
  readonly improvement?: readonly ImprovementItem[];
}

/** The data files of an installation: entities with their plans, calendar templates, policies. */
export interface Bodies {
  readonly entities: readonly Entity[];
  /** @throws when no file describes it */
  entity(id: string): Entity;
  policyOf(entity: string): Policy;
  /** The plan on file for an exercise, if there is one. */
  plan(entity: string, exercise: number): Plan | undefined;
  /** The automatic sources of an entity's indicators; most have none. */
  sources(entity: string): readonly Source[];
  /** What the entity brings beside its plan: series, obligations, improvement plan. */
  body(entity: string): BodyFiles;
  /**
   * The calendar, or every problem of the template for that exercise.
   * @param budgetTerm last day for the budget, to suppose another than the entity says
   */
  calendar(entity: string, exercise: number, budgetTerm?: CivilDate): Result<DatedCalendar, readonly CalendarProblem[]>;
  redateStep(entity: string, step: DatedStep, dueOn: CivilDate, decidedAt: Instant): DatedStep;
  /** Time of day at which the entity's notices leave. */
  noticeTime(entity: string): CivilTime;
  /** What documents print beside the entity's plan. */
  beside(entity: string): BesidePlan;
}

/**
 * Reads every data file below `seeds/`: `<body>/entity.yaml` with its plan and sources, `calendars/*.yaml`, `policies/*.yaml`;
 * calendars and policies the folder does not have are those that come with the program.
 * @returns the bodies, or every error of every file: also of a calendar or policy nobody has, of an id given twice, of a plan
 *   of somebody else
 */
export function loadBodies(seeds: string): Result<Bodies, readonly SeedError[]> {
  const errors: SeedError[] = [];
  const keep = <T>(read: Result<T, readonly SeedError[]>): T[] => {
    if (read.ok) return [read.value];
    errors.push(...read.error);
    return [];
  };
  const found: Found[] = foldersIn(seeds).flatMap((folder) => {
    const file = join(folder, 'entity.yaml');
    if (!existsSync(file)) return [];
    return keep(loadEntity(shortPath(file))).map((at): Found => {
      const hasPlan = existsSync(join(folder, 'plan.yaml')) || existsSync(join(folder, 'plan'));
      const [plan] = hasPlan ? keep(loadPlan(shortPath(folder))) : [];
      return { entity: at.value, folder, at, ...(plan === undefined ? {} : { plan }) };
    });
  });
  const templates = sharedFiles('calendars', seeds).flatMap((file) => keep(loadTemplate(file)).map((l) => l.value));
  const policies = sharedFiles('policies', seeds).flatMap((file) => keep(loadPolicy(file)).map((l) => l.value));
  errors.push(...danglingNames(seeds, found, { templates, policies, whole: errors.length === 0 }));
  const plans = found.flatMap(({ plan }) => (plan === undefined ? [] : [plan.plan]));
  const files = new Map(
    found.flatMap(({ entity, folder }) => keep(loadBody(folder, entity)).map((body) => [entity.id, body] as const)),
  );
  const planOf = (entity: Entity): Plan | undefined => plans.find((p) => p.entity === entity.id);
  const sources = new Map(
    found.map(({ entity, folder }) => [entity.id, keep(loadSources(folder, planOf(entity))).flat()] as const),
  );
  const beside = new Map(found.map(({ entity, folder }) => [entity.id, besideIn(folder, keep)] as const));
  if (errors.length > 0) return err(errors);
  return ok(bodiesOf(found, templates, policies, plans, files, sources, beside));
}

function besideIn(folder: string, keep: <T>(read: Result<T, readonly SeedError[]>) => T[]): BesidePlan {
  const [series = NO_SERIES] = keep(loadSeries(folder));
  const [narrative = []] = keep(loadNarrative(folder));
  const [transparency] = existsSync(join(folder, 'transparency.yaml')) ? keep(loadTransparency(folder)) : [];
  const [improvement] = existsSync(join(folder, 'improvement.yaml')) ? keep(loadImprovement(folder)) : [];
  return {
    narrative,
    series,
    ...(transparency === undefined ? {} : { transparency }),
    ...(improvement === undefined ? {} : { improvement }),
  };
}

const NO_SERIES: Series = { tables: [], relations: [] };

function bodiesOf(
  found: readonly Found[],
  templates: readonly CalendarTemplate[],
  policies: readonly Policy[],
  plans: readonly Plan[],
  files: ReadonlyMap<string, BodyFiles>,
  sources: ReadonlyMap<string, readonly Source[]>,
  beside: ReadonlyMap<string, BesidePlan>,
): Bodies {
  const entity = (id: string): Entity =>
    named(
      found.map((f) => f.entity),
      id,
      'ente',
    );
  return {
    entities: found.map((f) => f.entity),
    entity,
    policyOf: (id) => named(policies, entity(id).policy, 'SMVP'),
    plan: (id, exercise) => plans.find((p) => p.entity === id && p.exercise === exercise),
    sources: (id) => sources.get(id) ?? [],
    body: (id) => files.get(entity(id).id) ?? NO_FILES,
    calendar: (id, exercise, budgetTerm) =>
      planCalendar(named(templates, entity(id).template, 'calendario'), { entity: entity(id), exercise, budgetTerm }),
    redateStep: (id, step, dueOn, decidedAt) =>
      redateStep(step, dueOn, {
        policy: entity(id).notices,
        days: workingDays(entity(id).patronSaint),
        decidedOn: romeDate(decidedAt),
      }),
    noticeTime: (id) => entity(id).notices.at,
    beside: (id) => beside.get(entity(id).id) ?? { narrative: [], series: NO_SERIES },
  };
}

const NO_FILES: BodyFiles = { profile: { chapters: [], stakeholders: [] }, followed: [] };

function named<T extends { readonly id: string }>(all: readonly T[], id: string, what: string): T {
  const found = all.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new Error(
    `${what} «${id}» non è tra i file dei dati; ci sono: ${all.map((one) => one.id).join(', ') || 'nessuno'}`,
  );
}
