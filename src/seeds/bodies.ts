import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BodyKind } from '../domain/body-kind.js';
import { datedFromAct } from '../domain/calendar/count-from-act.js';
import { type OwnTerm, strayTerms, withOwnTerms } from '../domain/calendar/own-terms.js';
import { planCalendar } from '../domain/calendar/plan-calendar.js';
import type { Postponement } from '../domain/calendar/postponement.js';
import type { CalendarProblem } from '../domain/calendar/problems.js';
import { redateStep } from '../domain/calendar/redate-step.js';
import type { CalendarTemplate } from '../domain/calendar/template.js';
import type { CivilDate, DatedCalendar, DatedStep, Instant } from '../domain/calendar/types.js';
import { workingDays } from '../domain/calendar/working-days.js';
import { type CivilTime, romeDate } from '../domain/calendar/zone.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import type { BodyFacts, Entity } from '../domain/entity.js';
import { rulesInBody } from '../domain/individual/rules-in-body.js';
import { withOwnNotices } from '../domain/own-rules/notices.js';
import type { OwnRule } from '../domain/own-rules/piece.js';
import type { Plan } from '../domain/plan.js';
import type { Policy } from '../domain/policy.js';
import { err, ok, type Result } from '../domain/result.js';
import { bodyFileWords as bodyWords } from '../words/body-pages.js';
import { ownTermWords } from '../words/own-terms.js';
import type { BodyFiles } from './body.js';
import { danglingInOutlines, everybodys, fitted, inWordsOf, kindOf, overlaid, type Shared } from './body-outlines.js';
import { loadTemplate } from './calendar.js';
import { danglingNames } from './dangling-names.js';
import { kindsIn } from './kind.js';
import { foldersIn, sharedFiles, shortPath } from './locate.js';
import { type BesidePlan, type Body, completed, foundIn, type Keep, readBody } from './one-body.js';
import { loadOutline } from './outline.js';
import { type RuleProblem, type RulesFile, strayRole, withOwnRules } from './own-rules.js';
import { strangeMissions } from './plan-missions.js';
import { loadPolicy } from './policy.js';
import { formatSeedError, type Located, type SeedError } from './read-yaml.js';
import type { Source } from './sources.js';
import { templateText } from './write-template.js';

export type { BesidePlan } from './one-body.js';

/** The data files of an installation: entities with their plans, calendar templates, policies. */
export interface Bodies {
  readonly entities: readonly KnownBody[];
  /** @throws when no file describes it */
  entity(id: string): Entity;
  policyOf(entity: string): Policy;
  /** The rules with what the body has changed of them and the file that says so, or what can not be carried through. */
  rules(entity: string, own: readonly OwnRule[]): Result<OwnRulesFile, readonly RuleProblem[]>;
  /** The plan on file for an exercise, if there is one. */
  plan(entity: string, exercise: number): Plan | undefined;
  /** The automatic sources of an entity's indicators; most have none. */
  sources(entity: string): readonly Source[];
  /** What the entity brings beside its plan: series, obligations, improvement plan. */
  body(entity: string): BodyFiles;
  /**
   * The calendar, or every problem of the template for that exercise.
   * @param postponed the budget's last day, where it is another than the entity's files say, and the act that set it
   * @param terms those the body has changed of its template
   * @param rules those it has changed of its rules: the plan of reminders is one of them
   */
  calendar(
    entity: string,
    exercise: number,
    postponed?: Postponement,
    terms?: readonly OwnTerm[],
    rules?: readonly OwnRule[],
  ): Result<DatedCalendar, readonly CalendarProblem[]>;
  /** The file of its calendar template, with the terms the body has changed. */
  calendarFile(entity: string, terms: readonly OwnTerm[]): { readonly name: string; readonly text: string };
  /** @param rules those the body has changed for the exercise of the step */
  redateStep(
    entity: string,
    step: DatedStep,
    dueOn: CivilDate,
    decidedAt: Instant,
    rules?: readonly OwnRule[],
  ): DatedStep;
  /** The step with what counts from a board's act dated from it. @param rules those the body has changed for the exercise of the step */
  datedFromAct(entity: string, step: DatedStep, actDate: CivilDate, rules: readonly OwnRule[]): DatedStep;
  /** Time of day at which the entity's notices leave. */
  noticeTime(entity: string): CivilTime;
  /** What documents print beside the entity's plan. */
  beside(entity: string): BesidePlan;
  /** What the entity has in common with others of its kind. */
  kindOf(entity: string): BodyKind;
  /** What the entity's documents consist of: its own outlines, and of the other kinds those that come with the program. */
  outlines(entity: string): readonly Located<DocumentOutline>[];
}

/** The rules of a body, and their file. */
export interface OwnRulesFile extends RulesFile {
  readonly name: string;
}

/** A body whose files are known to be without errors: they are not read before somebody asks for them. */
export interface KnownBody extends BodyFacts {
  readonly folder: string;
}

/**
 * Reads every data file below `seeds/`: `<body>/entity.yaml` with its plan and sources, `calendars/*.yaml`, `policies/*.yaml`;
 * calendars and policies the folder does not have are those that come with the program.
 * @param known bodies read when they are asked for, whatever `seeds` has under the name of their folders; one that names a calendar,
 *   a policy or an id that is not its own is read now
 * @returns the bodies, or every error of every file: also of a calendar or policy nobody has, of an id given twice, of a plan
 *   of somebody else
 */
export function loadBodies(seeds: string, known: readonly KnownBody[] = []): Result<Bodies, readonly SeedError[]> {
  const errors: SeedError[] = [];
  const keep: Keep = (read) => {
    if (read.ok) return [read.value];
    errors.push(...read.error);
    return [];
  };
  const templates = sharedFiles('calendars', seeds).map(loadTemplate);
  const policies = sharedFiles('policies', seeds).map(loadPolicy);
  const has = (all: readonly Result<Located<{ readonly id: string }>, unknown>[], id: string): boolean =>
    all.some((one) => one.ok && one.value.value.id === id);
  const outlines = sharedFiles('documents', seeds).map((file) => loadOutline(shortPath(file)));
  const sound = known.filter(({ template, policy }) => has(templates, template) && has(policies, policy));
  const elsewhere = new Set(known.map(({ folder }) => basename(folder)));
  const unsound = known.filter((body) => !sound.includes(body)).map(({ folder }) => folder);
  const folders = [...foldersIn(seeds).filter((folder) => !elsewhere.has(basename(folder))), ...unsound].sort();
  const found = folders.flatMap((folder) => foundIn(folder, keep));
  // Who has the same id as another is told in its own file.
  const taken = new Set(found.map(({ entity }) => entity.id));
  const later = sound.filter(({ id }) => !taken.has(id));
  const clashing = sound.filter(({ id }) => taken.has(id)).flatMap(({ folder }) => foundIn(folder, keep));
  const all = [...found, ...clashing].sort(byFolder);
  const shared = {
    templates: templates.flatMap(keep),
    policies: policies.flatMap(keep),
    outlines: outlines.flatMap(keep),
    kinds: keep(kindsIn(seeds)).flat(),
  };
  const named = {
    ...shared,
    templates: shared.templates.map(({ value }) => value),
    policies: shared.policies.map(({ value }) => value),
    whole: errors.length === 0,
  };
  errors.push(...danglingNames(seeds, all, named));
  const read = completed(all, keep);
  errors.push(
    ...read.flatMap(({ entity, outlines: own }) => danglingInOutlines(own, entity, everybodys(entity, shared))),
  );
  errors.push(...all.flatMap((one) => strangeMissions(one, kindOf(one.entity, shared)?.value)));
  const now = read.map((body) => ({ ...factsOf(body.entity), folder: body.folder, read: () => body }));
  if (errors.length > 0) return err(errors);
  const bodies = [...now, ...later.map(readLater)].sort(byFolder);
  return ok(bodiesOf(bodies, shared));
}

/** A body, and how to have what its files say. */
interface Readable extends KnownBody {
  read(): Body;
}

const byFolder = (one: { readonly folder: string }, other: { readonly folder: string }): number =>
  basename(one.folder) < basename(other.folder) ? -1 : 1;

const factsOf = ({ id, name, template, policy }: Entity): BodyFacts => ({ id, name, template, policy });

/** Read once, when it is asked for; what is wrong by then is told to who asks, each time, until it is put right. */
function readLater(known: KnownBody): Readable {
  let body: Body | undefined;
  return {
    ...known,
    read: () => {
      body ??= bodyNow(known);
      return body;
    },
  };
}

function bodyNow({ folder, id }: KnownBody): Body {
  const read = readBody(folder);
  if (!read.ok) throw new Error([bodyWords.changed(id), ...read.error.map(formatSeedError)].join('\n'));
  if (read.value.entity.id !== id) throw new Error(bodyWords.changed(id));
  return read.value;
}

function bodiesOf(found: readonly Readable[], shared: Shared): Bodies {
  const { templates, policies } = shared;
  // Their files may be gone later: of a body whose files are broken those that are good stand in a folder for a moment.
  const texts = new Map([...templates, ...policies].map(({ file }) => [file, readFileSync(file, 'utf8')]));
  const byId = new Map(found.map((body) => [body.id, body]));
  const entity = (id: string): Entity => named(found, id, 'ente').read().entity;
  const outlinesOf = (id: string): readonly Located<DocumentOutline>[] =>
    overlaid(named(found, id, 'ente').read().outlines, everybodys(entity(id), shared).map(inWordsOf(entity(id)))).map(
      (one) => fitted(one, entity(id)),
    );
  const templateOf = (id: string): Located<CalendarTemplate> => {
    const { template } = named(found, id, 'ente');
    const all = templates.map((one) => ({ ...one, id: one.value.id }));
    return named(all, template, 'calendario');
  };
  const policyFileOf = (id: string): Located<Policy> => {
    const all = policies.map((one) => ({ ...one, id: one.value.id }));
    return named(all, named(found, id, 'ente').policy, 'SMVP');
  };
  const inBody = (id: string, policy: Policy): Policy => {
    const parts = kindOf(entity(id), shared)?.value.inRules ?? {};
    return { ...policy, individual: policy.individual && rulesInBody(policy.individual, entity(id), parts) };
  };
  const policyOf = (id: string): Policy => inBody(id, policyFileOf(id).value);
  return {
    entities: found.map(({ read: _, ...facts }) => facts),
    entity,
    policyOf,
    rules: (id, own) => {
      const { file, value } = policyFileOf(id);
      const { at: _, ...notices } = entity(id).notices;
      const source = { policy: { ...value, notices }, text: texts.get(file) ?? '' };
      const changed = withOwnRules(source, notices, own);
      if (!changed.ok) return changed;
      const policy = inBody(id, changed.value.policy);
      const stray = strayRole(entity(id), policy, own);
      return stray === undefined ? ok({ ...changed.value, policy, name: `${value.id}.yaml` }) : err([stray]);
    },
    plan: (id, exercise) => {
      const plan = byId.get(id)?.read().plan;
      return plan?.exercise === exercise ? plan : undefined;
    },
    sources: (id) => byId.get(id)?.read().sources ?? [],
    body: (id) => {
      const { profile, followed } = named(found, id, 'ente').read().files;
      return { profile: { ...profile, missions: kindOf(entity(id), shared)?.value.missions.titles }, followed };
    },
    calendar: (id, exercise, postponed, terms = [], rules = []) => {
      const template = templateOf(id).value;
      const [stray] = strayTerms(template, terms);
      if (stray !== undefined) return err([{ code: 'unknown-step', path: [], message: ownTermWords.stray(stray) }]);
      return planCalendar(withOwnTerms(template, terms), {
        entity: entity(id),
        exercise,
        budgetTerm: postponed?.term,
        budgetNorm: postponed?.norm,
        drafted: outlinesOf(id).map(({ value }) => value.kind),
        evaluates: policyOf(id).individual !== undefined,
        notices: withOwnNotices(entity(id).notices, rules),
      });
    },
    calendarFile: (id, terms) => {
      const { file, value } = templateOf(id);
      return { name: `${value.id}.yaml`, text: templateText(texts.get(file) ?? '', withOwnTerms(value, terms)) };
    },
    redateStep: (id, step, dueOn, decidedAt, rules = []) =>
      redateStep(step, dueOn, {
        policy: withOwnNotices(entity(id).notices, rules),
        days: workingDays(entity(id).patronSaint),
        decidedOn: romeDate(decidedAt),
      }),
    datedFromAct: (id, step, actDate, rules) =>
      datedFromAct(step, actDate, {
        policy: withOwnNotices(entity(id).notices, rules),
        days: workingDays(entity(id).patronSaint),
      }),
    noticeTime: (id) => entity(id).notices.at,
    beside: (id) => named(found, id, 'ente').read().beside,
    kindOf: (id) => {
      const kind = kindOf(entity(id), shared);
      if (kind === undefined) throw new Error(`the kind of ${id} is not among the data files`);
      return kind.value;
    },
    outlines: outlinesOf,
  };
}

function named<T extends { readonly id: string }>(all: readonly T[], id: string, what: string): T {
  const found = all.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new Error(
    `${what} «${id}» non è tra i file dei dati; ci sono: ${all.map((one) => one.id).join(', ') || 'nessuno'}`,
  );
}
