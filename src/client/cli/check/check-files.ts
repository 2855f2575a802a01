import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { SUBSECTIONS } from '../../../documents/site/labels.js';
import { checkTemplate } from '../../../domain/calendar/check-template.js';
import { planCalendar } from '../../../domain/calendar/plan-calendar.js';
import type { DatedCalendar } from '../../../domain/calendar/types.js';
import type { Entity } from '../../../domain/entity.js';
import { checkPlan } from '../../../domain/findings/check-plan.js';
import { bySeverity, type Finding } from '../../../domain/findings/finding.js';
import { checkSeries } from '../../../domain/findings/series.js';
import { allIndicators } from '../../../domain/findings/walk.js';
import { type Bodies, loadBodies } from '../../../seeds/bodies.js';
import { findTemplate, loadTemplate, locateProblems } from '../../../seeds/calendar.js';
import { courseProblems } from '../../../seeds/course.js';
import { loadEntity } from '../../../seeds/entity.js';
import { foldersIn, PACKAGED_SEEDS, seedsFolder, sharedFiles, shortPath } from '../../../seeds/locate.js';
import { type LoadedPlan, loadPlan } from '../../../seeds/plan.js';
import { loadBeside } from '../../../seeds/plan-beside.js';
import { formatSeedError, type Located, type SeedError } from '../../../seeds/read-yaml.js';
import { loadRetention } from '../../../seeds/retention.js';
import { checkWords as words } from '../../../words/cli-verbs.js';
import { placeOf } from '../plan-report.js';
import { type LackingDocument, lackingDocuments, unknownParts } from './check-outlines.js';
import { checkScript } from './check-script.js';
import { type LooseTarget, looseTargets } from './check-targets.js';

export interface LocatedFinding extends Finding {
  readonly file?: string;
  readonly line?: number;
}

/** What was found of one body whose `entity.yaml` can be read. */
export interface BodyReport {
  readonly folder: string;
  readonly entity: string;
  readonly name: string;
  readonly template: string;
  readonly exercise?: number;
  readonly calendar?: DatedCalendar;
  readonly indicators?: number;
  /** Errors first. */
  readonly findings: readonly LocatedFinding[];
  /** Documents that will not go to their board before somebody brings in what a section is computed from. */
  readonly lacking: readonly LackingDocument[];
  /** Targets of the exercise that no value can be compared with. */
  readonly loose: readonly LooseTarget[];
  /** Exercise of its rehearsal's script. */
  readonly script?: number;
}

export interface CheckReport {
  readonly folder: string;
  /** 0 sound, 1 a plan has findings that are errors or targets nobody can compare a value with, 2 a file is wrong. */
  readonly code: 0 | 1 | 2;
  readonly errors: readonly SeedError[];
  readonly bodies: readonly BodyReport[];
}

/**
 * Reads every data file of an installation, or of one body of it, and says everything that is wrong.
 * @param target folder of the bodies, or of one; absent: where the installation keeps them
 */
export function checkFiles(target: string | undefined): CheckReport {
  const folder = target === undefined ? seedsFolder() : resolve(target);
  const one = existsSync(join(folder, 'entity.yaml'));
  const seeds = one ? dirname(folder) : folder;
  const folders = one ? [folder] : foldersIn(folder).filter((f) => existsSync(join(f, 'entity.yaml')));
  const read = loadBodies(seeds);
  const terms = loadRetention(seeds);
  const unread = [read, terms].flatMap((r) => (r.ok ? [] : r.error));
  const errors: SeedError[] = unread.filter((e) => !one || within(folder, e.file));
  if (folders.length === 0 && existsSync(folder)) {
    errors.push({ file: shortPath(folder), line: 0, field: '', message: words.noBody });
  }
  if (read.ok) {
    const own = read.value.entities.filter(({ folder: at }) => folders.some((body) => resolve(body) === resolve(at)));
    errors.push(...own.flatMap(({ id }) => read.value.outlines(id).flatMap(unknownParts)));
  }
  const checked = folders.map((body) => checkBody(body, seeds, read.ok ? read.value : undefined));
  errors.push(...checked.flatMap((c) => c.errors), ...(one ? [] : ownTemplates(seeds)));
  const bodies = checked.flatMap((c) => (c.report === undefined ? [] : [c.report]));
  const wrong = bodies.some((b) => b.loose.length > 0 || b.findings.some((f) => f.severity === 'error'));
  return { folder: shortPath(folder), code: errors.length > 0 ? 2 : wrong ? 1 : 0, errors: once(errors), bodies };
}

interface Checked {
  readonly report?: BodyReport;
  readonly errors: readonly SeedError[];
}

/** What `loadBodies` does not look at: the calendar of the plan's exercise, the rehearsal's script, contradictions. */
function checkBody(folder: string, seeds: string, bodies: Bodies | undefined): Checked {
  const errors: SeedError[] = [];
  const read = loadEntity(shortPath(join(folder, 'entity.yaml')));
  if (!read.ok) return { errors: read.error };
  const entity = read.value.value;
  const hasPlan = existsSync(join(folder, 'plan')) || existsSync(join(folder, 'plan.yaml'));
  const loaded = hasPlan ? loadPlan(shortPath(folder)) : undefined;
  if (loaded?.ok === false) errors.push(...loaded.error);
  const plan = loaded?.ok === true ? loaded.value : undefined;
  const exercise = plan?.plan.exercise ?? (hasPlan ? undefined : new Date().getFullYear() + 1);
  const dated = exercise === undefined ? undefined : calendarOf(read.value, exercise, seeds, bodies);
  errors.push(...(dated?.errors ?? []));
  const script = checkScript(shortPath(folder), entity, plan?.plan, dated?.calendar);
  errors.push(...script.errors);
  const report: BodyReport = {
    folder: shortPath(folder),
    entity: entity.id,
    name: entity.name,
    template: entity.template,
    exercise,
    calendar: dated?.calendar,
    indicators: plan === undefined ? undefined : allIndicators(plan.plan).length,
    findings: plan === undefined ? [] : findingsOf(folder, plan, seeds),
    lacking:
      plan === undefined || bodies === undefined || dated?.calendar === undefined
        ? []
        : lackingDocuments(bodies.outlines(entity.id), dated.calendar, plan.plan),
    loose: plan === undefined ? [] : looseTargets(plan),
    script: script.exercise,
  };
  return { report, errors };
}

function calendarOf(
  entity: Located<Entity>,
  exercise: number,
  seeds: string,
  bodies: Bodies | undefined,
): { calendar?: DatedCalendar; errors: readonly SeedError[] } {
  const template = findTemplate(entity.value.template, seeds);
  // An unknown or unreadable template has been reported already.
  if (!template.ok) return { errors: [] };
  const planned = planCalendar(template.value.value, { entity: entity.value, exercise });
  if (!planned.ok) return { errors: locateProblems(template.value, planned.error) };
  const calendar = planned.value;
  // Without the rest of its files nothing more can be said of its year; they have been reported already.
  if (bodies === undefined) return { calendar, errors: [] };
  const { id } = entity.value;
  const course = {
    entity,
    template: template.value,
    calendar,
    kind: bodies.kindOf(id),
    policy: bodies.policyOf(id),
    documents: bodies.outlines(id).map(({ value }) => value),
    published: SUBSECTIONS.flatMap(({ kind }) => kind ?? []),
  };
  return { calendar, errors: courseProblems(course) };
}

function findingsOf(folder: string, loaded: LoadedPlan, seeds: string): readonly LocatedFinding[] {
  const beside = loadBeside(folder, seeds);
  // What stands beside and can not be read has been reported already; the plan is then judged by itself.
  const found = beside.ok
    ? [...checkPlan(loaded.plan, beside.value), ...checkSeries(beside.value.series)]
    : checkPlan(loaded.plan);
  return bySeverity(found).map((f) => ({ ...f, ...placeOf(f, loaded, beside.ok ? beside.value : undefined) }));
}

/** Templates of the installation itself, which bodies may not use yet. */
function ownTemplates(seeds: string): readonly SeedError[] {
  if (seeds === PACKAGED_SEEDS) return [];
  return sharedFiles('calendars', seeds)
    .filter((file) => within(seeds, file))
    .flatMap((file) => {
      const template = loadTemplate(shortPath(file));
      return template.ok ? locateProblems(template.value, checkTemplate(template.value.value)) : [];
    });
}

/** Errors of shared files concern whoever uses them. */
function within(folder: string, file: string): boolean {
  const path = resolve(file);
  const shared = ['calendars', 'policies', 'kinds'].some((kind) => path.startsWith(join(dirname(folder), kind) + sep));
  return shared || path === folder || path.startsWith(folder + sep);
}

function once(errors: readonly SeedError[]): readonly SeedError[] {
  return [...new Map(errors.map((e) => [formatSeedError(e), e])).values()];
}
