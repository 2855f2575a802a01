import { type BodyKind, DUTIES, ROLE_OF_DUTY } from '../domain/body-kind.js';
import { formatItalian } from '../domain/calendar/civil-date.js';
import { type CalendarTemplate, type PlacedStep, placedSteps, revised } from '../domain/calendar/template.js';
import type { CivilDate, DatedCalendar, DatedStep } from '../domain/calendar/types.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import {
  type Entity,
  type EntityPerson,
  everHeldBy,
  knowsRole,
  OIV,
  officeOfRole,
  roleCalled,
} from '../domain/entity.js';
import { unknownRoles } from '../domain/individual/check-rules.js';
import { groupsWithin } from '../domain/individual/rules-in-body.js';
import type { Policy } from '../domain/policy.js';
import { kindWords as words } from '../words/kinds.js';
import type { Located, SeedError } from './read-yaml.js';

/** What a body's year is checked with, beside its own files. */
interface Course {
  readonly entity: Located<Entity>;
  readonly kind: BodyKind;
  readonly template: Located<CalendarTemplate>;
  readonly calendar: DatedCalendar;
  /** Its rules of measurement and evaluation. */
  readonly policy: Pick<Policy, 'id' | 'individual'>;
  /** The documents the body has, with their sections. */
  readonly documents: readonly DocumentOutline[];
  /** Documents the site has a place for. */
  readonly published: readonly string[];
}

/**
 * What in a body's files is sound by itself, and would still stop its year or leave it without anybody to do it: a document nobody can
 * write, a Relazione nobody validates, a step with nobody to prompt.
 * @returns each where it is written, with what to write
 */
export function courseProblems(course: Course): readonly SeedError[] {
  return [
    ...dutiesProblems(course),
    ...wholeProblems(course),
    ...rulesProblems(course),
    ...stepsOf(course).flatMap((at) => stepProblems(course, at)),
  ];
}

interface Placed extends PlacedStep {
  readonly dated: DatedStep | undefined;
  /** Steps that are done before it can open. */
  readonly before: ReadonlySet<string>;
}

function stepsOf({ template, calendar }: Course): readonly Placed[] {
  const placed = placedSteps(template.value).map((one) => revised(one, calendar.exercise));
  const waits = new Map(placed.map(({ step }) => [step.id, step.after]));
  const before = (id: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const look = (one: string): void => {
      for (const awaited of waits.get(one) ?? []) {
        if (found.has(awaited)) continue;
        found.add(awaited);
        look(awaited);
      }
    };
    look(id);
    return found;
  };
  return placed.map((one) => ({
    ...one,
    dated: calendar.steps.find(({ id }) => id === one.step.id),
    before: before(one.step.id),
  }));
}

const errorAt = (
  { file, lineOf }: Located<unknown>,
  path: readonly PropertyKey[],
  message: string,
  line = lineOf(path),
): SeedError => ({ file, line, field: path.map(String).join('.'), message });

/** The three roles every body has, each held by somebody. */
function dutiesProblems({ entity, kind }: Course): readonly SeedError[] {
  return DUTIES.flatMap((duty): readonly SeedError[] => {
    const role = ROLE_OF_DUTY[duty];
    const named = nameIn(entity.value, role);
    const at = entity.value.roles.findIndex(({ id }) => id === role);
    if (at === -1) return [errorAt(entity, ['roles'], words.noDuty(words.duties[duty], duty, kind.duties[duty]))];
    if (everHeldBy(entity.value, role).length === 0)
      return [errorAt(entity, ['roles', at, 'id'], words.nobodyServes(words.duties[duty], named))];
    if (duty === 'validator' && entity.value.roles[at]?.board === false)
      return [errorAt(entity, ['roles', at, 'id'], words.validatorNoBoard(named))];
    return [];
  });
}

/** The role as the body's own files call it. */
const nameIn = ({ called = {} }: Entity, role: string): string =>
  Object.entries(called).find(([, known]) => known === role)?.[0] ?? role;

function wholeProblems({ template, calendar }: Course): readonly SeedError[] {
  const has = (kind: DatedStep['kind'], document: string): boolean =>
    calendar.steps.some((step) => step.kind === kind && step.document === document);
  return [
    ...(has('approval', 'piano') ? [] : [errorAt(template, ['phases'], words.noPlan)]),
    ...(has('publication', 'relazione') ? [] : [errorAt(template, ['phases'], words.noRelazione)]),
  ];
}

/** Whoever has a part in the evaluation of somebody is there. */
function rulesProblems({ entity, policy: { id, individual } }: Course): readonly SeedError[] {
  if (individual === undefined) return [];
  const applied = { ...individual, groups: groupsWithin(individual, entity.value) };
  return unknownRoles(applied, (role) => knowsRole(entity.value, role)).map((role) =>
    errorAt(entity, ['roles'], words.rulesNameNobody(id, nameIn(entity.value, role))),
  );
}

function stepProblems(course: Course, placed: Placed): readonly SeedError[] {
  return [
    ...documentProblems(course, placed),
    ...promptProblems(course, placed),
    ...writerProblems(course, placed),
    ...fourEyesProblems(course, placed),
  ];
}

function documentProblems(course: Course, { step, at, before }: Placed): readonly SeedError[] {
  const { template, calendar, documents, published, entity } = course;
  const errors: SeedError[] = [];
  const say = (field: string, message: string): void => void errors.push(errorAt(template, at(field), message));
  const reports = calendar.steps.filter(({ kind }) => kind === 'checkpoint').map(({ id }) => id);
  const known = [...documents.map(({ kind }) => kind), ...(step.kind === 'approval' ? reports : [])];
  const named: readonly (readonly [string, string | undefined])[] = [
    ['document', step.document],
    ['prepares', step.prepares],
  ];
  for (const [field, document] of named)
    if (document !== undefined && !known.includes(document)) say(field, words.unknownDocument(document, known));
  if (errors.length > 0) return errors;
  const { document } = step;
  if (step.kind === 'amendment' && document !== undefined && document !== 'piano')
    say('document', words.onlyPlan(document));
  if (step.kind !== 'publication' || document === undefined) return errors;
  if (!published.includes(document)) say('document', words.unpublished(document, published));
  const approvals = calendar.steps.filter(
    (one) => one.kind === 'approval' && one.document === document && before.has(one.id),
  );
  if (approvals.length === 0) say('after', words.notApproved(document));
  else if (document === 'relazione' && !approvals.some(({ board }) => board === OIV))
    say('after', words.notValidated(nameIn(entity.value, OIV)));
  return errors;
}

/** On the day it is due somebody holds a role that is prompted, and who records what a board decides is there. */
function promptProblems({ entity, template }: Course, { step, at, dated }: Placed): readonly SeedError[] {
  if (dated === undefined) return [];
  const on = dated.dueOn;
  const errors: SeedError[] = [];
  if (!dated.owners.some((role) => isHeld(entity.value, role, on)))
    errors.push(errorAt(template, at('owners'), words.nobodyPrompted(step.id, step.owners, formatItalian(on))));
  const { recorder } = dated;
  if (recorder !== undefined && !isHeld(entity.value, recorder, on))
    errors.push(
      errorAt(template, at('board'), words.nobodyRecords(step.id, nameIn(entity.value, recorder), formatItalian(on))),
    );
  return errors;
}

/** What must be written before a step can go on, is somebody's to write on the day it is due. */
function writerProblems({ entity, template, documents }: Course, { step, at, dated }: Placed): readonly SeedError[] {
  const document = step.prepares ?? step.document;
  const outline = documents.find(({ kind }) => kind === document);
  if (dated === undefined || outline === undefined) return [];
  const field = step.prepares === undefined ? 'document' : 'prepares';
  return sectionsToWrite(outline)
    .filter(({ owners }) => !owners.some((role) => isHeld(entity.value, role, dated.dueOn)))
    .map(({ title, owners }) =>
      errorAt(
        template,
        at(field),
        words.nobodyWrites(
          step.id,
          title,
          owners.map((role) => nameIn(entity.value, role)),
          formatItalian(dated.dueOn),
        ),
      ),
    );
}

const sectionsToWrite = ({ sections }: DocumentOutline) =>
  sections.filter(({ required, content }) => required && content.kind === 'written');

/**
 * Of those who could record a decision somebody has had no hand in the document: each part of it that one person alone can do is theirs,
 * and where it is no draft whoever owns the step has prepared it.
 */
function fourEyesProblems({ entity, template, documents }: Course, { at, dated }: Placed): readonly SeedError[] {
  const { recorder, kind, dueOn: on } = dated ?? {};
  if (dated === undefined || recorder === undefined || on === undefined || kind !== 'approval') return [];
  const holders = (roles: readonly string[]) => holdersOn(entity.value, roles, on);
  const owners = holders(dated.owners.filter((role) => role !== dated.board));
  const outline = documents.find((one) => one.kind === dated.document);
  const parts = outline === undefined ? [] : [owners, ...sectionsToWrite(outline).map((one) => holders(one.owners))];
  const prepare = new Set(outline === undefined ? owners : parts.filter(({ length }) => length === 1).flat());
  const record = holders([recorder]);
  if (record.length === 0 || record.some((person) => !prepare.has(person))) return [];
  const names = record.map(({ name }) => name);
  return [errorAt(template, at('board'), words.sameEyes(dated.id, nameIn(entity.value, recorder), names))];
}

const isHeld = (entity: Entity, role: string, on: CivilDate): boolean => holdersOn(entity, [role], on).length > 0;

/** Who holds one of some roles, or answers for one of some offices, on a day. */
function holdersOn(entity: Entity, roles: readonly string[], on: CivilDate): readonly EntityPerson[] {
  const offices = roles.flatMap((role) => officeOfRole(role) ?? []);
  const known = roles.map((role) => roleCalled(entity, role));
  return entity.people.filter(
    (person) =>
      person.offices.some((office) => offices.includes(office)) ||
      person.holds.some(({ role, from, to }) => known.includes(role) && (from ?? on) <= on && on <= (to ?? on)),
  );
}
