import { sql } from 'kysely';
import type { CivilDate, DatedStep, StepKind } from '../../domain/calendar/types.js';
import type { Delegated } from '../../domain/delegation.js';
import { officeRole, STEERING } from '../../domain/entity.js';
import type { PlanVersionStatus } from '../../domain/plan-work.js';
import type { Capacity } from '../../domain/who-acts.js';
import type { Db } from '../database.js';
import { delegatedAtEach } from '../delegations.js';
import { indicatorsWithoutValue } from '../measurements.js';
import { capacitiesOf, type Person, titlesOf } from '../people.js';
import { awaitedSections } from './awaited-sections.js';
import { groupBy } from './group.js';
import { personNames } from './people.js';

/** Something that waits for one person today. */
export interface OwnTask {
  readonly entity: string;
  readonly entityName: string;
  readonly exercise: number;
  readonly step: string;
  readonly title: string;
  readonly dueOn: CivilDate;
  /** Titles of the roles and offices they act as, and for whom: somebody absent, or who has delegated something to them. */
  readonly as: readonly { readonly title: string; readonly actingFor?: string; readonly delegated?: boolean }[];
  /** At a checkpoint, indicators of theirs without a value that stands. */
  readonly missing?: number;
  /** Titles of the sections of a document that they own and that are not ready; the data others of theirs lack, each once. */
  readonly sections?: {
    readonly document: string;
    readonly titles: readonly string[];
    readonly needs: readonly string[];
  };
  /** Whether the step itself waits for them: else only their sections do. */
  readonly ofStep: boolean;
  /** Why the step does not go on, for who can mend it. */
  readonly trouble?: string;
}

interface OpenStep {
  readonly cycle: string;
  readonly exercise: number;
  readonly entityName: string;
  readonly id: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly dueOn: CivilDate;
  readonly planned: DatedStep;
  readonly trouble: string | null;
  /** Roles it waits for. */
  readonly waitingFor: readonly string[];
  /** Round that was rejected and that its preparers have not transmitted again; null when there is none. */
  readonly rejected: number | null;
  /** Whether a document is before its board. */
  readonly beforeBoard: boolean;
  /** What has become of the last version of its plan; null before there is one. */
  readonly lastVersion: PlanVersionStatus | null;
}

/** What waits for a person in their entity on a day, the most urgent first. */
export async function ownTasks(db: Db, person: Person, on: CivilDate): Promise<readonly OwnTask[]> {
  const capacities = await capacitiesOf(db, person.entity, person.id, on);
  const [steps, titles, missing, nameOf] = await Promise.all([
    openSteps(db, person.entity),
    titlesOf(db, person.entity),
    missingByOffice(db, person.entity),
    personNames(db, person.entity),
  ]);
  const written = await awaitedSections(db, steps.filter(isBeingWritten));
  const delegated = await delegatedMissing(db, person.entity, missing, on);
  return steps.flatMap((step): readonly OwnTask[] => {
    const lacking = missing.get(`${step.cycle}/${step.id}`);
    const ofTheirs = step.kind === 'checkpoint' && step.trouble === null;
    const passed = ofTheirs ? (delegated.get(`${step.cycle}/${step.id}`) ?? []) : [];
    const given = passed.filter(({ giver }) => giver === person.id);
    const asked = rolesAsked(step, lacking);
    // What a colleague gives in their place asks nothing of them.
    const owed = ({ role, actingFor }: Capacity): number =>
      (lacking?.get(role)?.length ?? 0) -
      passed.filter((one) => one.role === role && one.delegator === (actingFor ?? person.id)).length;
    const isAsked = (held: Capacity): boolean => asked.has(held.role) && (!ofTheirs || owed(held) > 0);
    const awaited = written.get(step);
    const theirs = (awaited?.sections ?? []).filter(({ owners }) =>
      capacities.some(({ role }) => owners.includes(role)),
    );
    const ofStep = given.length > 0 || capacities.some(isAsked);
    const writing = theirs.flatMap(({ owners }) => owners);
    const held = capacities.filter((one) => (ofStep ? isAsked(one) : writing.includes(one.role)));
    if (held.length + given.length === 0) return [];
    const count = held.reduce((sum, one) => sum + owed(one), given.length);
    return [
      {
        entity: person.entity,
        entityName: step.entityName,
        exercise: step.exercise,
        step: step.id,
        title: step.title,
        dueOn: step.dueOn,
        as: [...held.map((one) => actingAs(one, titles, nameOf)), ...delegatedBy(given, titles, nameOf)],
        sections:
          awaited === undefined || theirs.length === 0
            ? undefined
            : {
                document: awaited.document,
                titles: theirs.flatMap(({ title, needs }) => (needs === undefined ? [title] : [])),
                needs: [...new Set(theirs.flatMap(({ needs }) => needs ?? []))],
              },
        ofStep,
        trouble: step.trouble ?? undefined,
        missing: ofTheirs ? count : undefined,
      },
    ];
  });
}

function actingAs(
  { role, actingFor }: Capacity,
  titles: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): OwnTask['as'][number] {
  const title = titles.get(role) ?? role;
  return actingFor === undefined ? { title } : { title, actingFor: names.get(actingFor) ?? actingFor };
}

/** Those who have delegated something to them, each once. */
function delegatedBy(
  given: readonly Delegated[],
  titles: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): OwnTask['as'] {
  const each = new Map(given.map((one) => [`${one.role} ${one.delegator}`, one]));
  return [...each.values()].map(({ role, delegator }) => ({
    title: titles.get(role) ?? role,
    actingFor: names.get(delegator) ?? delegator,
    delegated: true,
  }));
}

/**
 * Whom a step waits for: what does not go on, who can mend it; at a checkpoint the offices that owe values; before a board its
 * secretary, or who must revise. The window for amendments asks nothing by itself: a draft that was begun does, and a proposal.
 */
function rolesAsked(step: OpenStep, lacking: Missing | undefined): ReadonlySet<string> {
  const { owners, recorder } = step.planned;
  if (step.trouble !== null) return new Set([STEERING]);
  switch (step.kind) {
    case 'checkpoint':
      return new Set(lacking?.keys());
    case 'approval':
      return new Set(isWithPreparers(step) || recorder === undefined ? owners : [recorder]);
    case 'amendment':
      if (step.beforeBoard) return new Set(recorder === undefined ? [] : [recorder]);
      return new Set(step.lastVersion === 'draft' ? owners : []);
    case 'task':
    case 'publication':
      return new Set(owners);
  }
}

/** Whether what it is about is still being written: a document is, until it is before its board. */
const isBeingWritten = (step: OpenStep): boolean =>
  step.kind === 'task' || (step.kind === 'approval' && isWithPreparers(step));

/** Whether its document is with who prepares it: rejected, or not transmitted yet. */
const isWithPreparers = ({ rejected, planned, waitingFor }: OpenStep): boolean =>
  rejected !== null || (planned.transmits === true && !waitingFor.some((role) => role === planned.board));

async function openSteps(db: Db, entity: string): Promise<readonly OpenStep[]> {
  return db
    .selectFrom('steps as s')
    .innerJoin('cycles as c', 'c.id', 's.cycle')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .select(['s.cycle', 's.id', 's.title', 's.kind', 's.dueOn', 's.planned', 's.trouble', 's.waitingFor'])
    .select(['c.exercise', 'e.name as entityName'])
    .select((eb) =>
      eb
        .selectFrom('hearings as h')
        .innerJoin('decisions as d', 'd.key', 'h.decision')
        .select('h.round')
        .whereRef('h.cycle', '=', 's.cycle')
        .whereRef('h.step', '=', 's.id')
        .where('d.outcome', '=', 'rejected')
        .where('h.resubmittedAt', 'is', null)
        .orderBy('h.round', 'desc')
        .limit(1)
        .as('rejected'),
    )
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('hearings as h')
            .select('h.round')
            .whereRef('h.cycle', '=', 's.cycle')
            .whereRef('h.step', '=', 's.id')
            .where('h.decision', 'is', null),
        )
        .$castTo<boolean>()
        .as('beforeBoard'),
    )
    .select((eb) =>
      eb
        .selectFrom('planVersions as v')
        .select('v.status')
        .whereRef('v.entity', '=', 'c.entity')
        .whereRef('v.exercise', '=', 'c.exercise')
        .orderBy('v.version', 'desc')
        .limit(1)
        .as('lastVersion'),
    )
    .where('c.entity', '=', entity)
    .where('s.status', 'in', ['open', 'late', 'failed'])
    .orderBy('s.dueOn')
    .orderBy('s.ordinal')
    .execute();
}

/** Indicators without a value that stands, by office as `ufficio:<id>`. */
type Missing = ReadonlyMap<string, readonly string[]>;

/** What is delegated of indicators without a value, by checkpoint as `ccms/2016/monitoraggio-1`. */
async function delegatedMissing(
  db: Db,
  entity: string,
  missing: ReadonlyMap<string, Missing>,
  on: CivilDate,
): Promise<ReadonlyMap<string, readonly Delegated[]>> {
  const checkpoints = [...missing.keys()].map((key) => {
    const end = key.lastIndexOf('/');
    return { cycle: key.slice(0, end), checkpoint: key.slice(end + 1) };
  });
  const delegated = await delegatedAtEach(db, entity, checkpoints, on);
  return new Map(
    [...missing].map(([key, offices], i) => {
      const lacking = new Set([...offices.values()].flat());
      return [key, (delegated[i] ?? []).filter(({ indicator }) => lacking.has(indicator))];
    }),
  );
}

/** Indicators without a value that stands at open checkpoints, by checkpoint. */
async function missingByOffice(db: Db, entity: string): Promise<ReadonlyMap<string, Missing>> {
  const rows = await indicatorsWithoutValue(db)
    .innerJoin('checkpoints as k', (join) => join.onRef('k.cycle', '=', 'i.cycle').onRef('k.id', '=', 'i.checkpoint'))
    .innerJoin('cycles as c', 'c.id', 'k.cycle')
    .select(['k.cycle', 'k.id', 'i.office'])
    .select(sql<readonly string[]>`array_agg(i.indicator)`.as('indicators'))
    .where('c.entity', '=', entity)
    .where('k.state', '=', 'collecting')
    .groupBy(['k.cycle', 'k.id', 'i.office'])
    .execute();
  return new Map(
    [...groupBy(rows, ({ cycle, id }) => `${cycle}/${id}`)].map(([key, offices]) => [
      key,
      new Map(offices.map(({ office, indicators }) => [officeRole(office), indicators])),
    ]),
  );
}
