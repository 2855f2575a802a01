import { type Insertable, sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import { cycleKey } from '../domain/cycle-id.js';
import { type Delegated, type Delegation, delegatedOn, delegatedRole, isOf } from '../domain/delegation.js';
import { officeRole } from '../domain/entity.js';
import type { Capacity } from '../domain/who-acts.js';
import type { CheckpointRef } from './checkpoints.js';
import type { Db } from './database.js';
import type { DelegationTables } from './delegation-tables.js';
import { type Holders, holdersOn } from './holders.js';

/** A delegation that nobody has ended, as it is on record. */
export interface DelegationRecord extends Delegation {
  readonly id: number;
  readonly name: string;
}

/** Puts a delegation on record; the same key twice is the same delegation. */
export async function addDelegation(db: Db, delegation: Insertable<DelegationTables['delegations']>): Promise<void> {
  await db
    .insertInto('delegations')
    .values(delegation)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/** Ends a delegation; one that has ended stays as it ended. */
export async function endDelegation(db: Db, ending: Insertable<DelegationTables['delegationEndings']>): Promise<void> {
  await db
    .insertInto('delegationEndings')
    .values(ending)
    .onConflict((c) => c.column('delegation').doNothing())
    .execute();
}

/** The delegations of a checkpoint on a day that nobody has ended, the first recorded first. One query. */
export async function delegationsOf(
  db: Db,
  { cycle, checkpoint }: CheckpointRef,
  on: CivilDate,
): Promise<readonly DelegationRecord[]> {
  return (await standingDelegations(db, [cycle])).filter((one) => isOf(one, { checkpoint, on }));
}

/** Every delegation with its indicator as it was frozen, and its end where it has one. */
const delegatedIndicators = (db: Db) =>
  db
    .selectFrom('delegations as d')
    .innerJoin('checkpointIndicators as i', (join) =>
      join
        .onRef('i.cycle', '=', 'd.cycle')
        .onRef('i.checkpoint', '=', 'd.checkpoint')
        .onRef('i.indicator', '=', 'd.indicator'),
    )
    .leftJoin('delegationEndings as e', 'e.delegation', 'd.id');

async function standingDelegations(db: Db, cycles: readonly string[]) {
  const rows = await delegatedIndicators(db)
    .select(['d.id', 'd.cycle', 'd.indicator', 'd.delegator', 'd.delegate', 'd.checkpoint', 'd.until'])
    .select(['i.office', 'i.name'])
    .where('d.cycle', 'in', cycles)
    .where('e.delegation', 'is', null)
    .orderBy('d.id')
    .execute();
  return rows.map(({ office, ...one }) => ({ ...one, role: officeRole(office) }));
}

/**
 * The indicators of a checkpoint that are delegated on a day, with who gives their value. One query where nothing is delegated,
 * five where something is.
 * @param acting who is what that day, where that is known: one query then
 */
export async function delegatedAt(
  db: Db,
  ref: CheckpointRef,
  on: CivilDate,
  acting?: Holders,
): Promise<readonly Delegated<DelegationRecord>[]> {
  const delegations = await delegationsOf(db, ref, on);
  if (delegations.length === 0) return [];
  return delegatedOn(delegations, acting ?? (await holdersOn(db, cycleKey(ref.cycle).entity, on)));
}

/** The same at many checkpoints of one body, in their order. As many queries as for one. */
export async function delegatedAtEach(
  db: Db,
  entity: string,
  refs: readonly CheckpointRef[],
  on: CivilDate,
): Promise<readonly (readonly Delegated<DelegationRecord>[])[]> {
  const cycles = [...new Set(refs.map(({ cycle }) => cycle))];
  const standing = cycles.length === 0 ? [] : await standingDelegations(db, cycles);
  const each = refs.map(({ cycle, checkpoint }) =>
    standing.filter((one) => one.cycle === cycle && isOf(one, { checkpoint, on })),
  );
  if (each.every((delegations) => delegations.length === 0)) return each.map(() => []);
  const day = await holdersOn(db, entity, on);
  return each.map((delegations) => delegatedOn(delegations, day));
}

/** What somebody may act as on a day because it was delegated to them, of the indicators of a checkpoint. */
export async function delegatedCapacitiesOf(
  db: Db,
  ref: CheckpointRef,
  person: string,
  on: CivilDate,
): Promise<readonly Capacity[]> {
  return (await delegatedAt(db, ref, on))
    .filter(({ giver }) => giver === person)
    .map(({ indicator, delegator }) => ({ role: delegatedRole({ ...ref, indicator }), actingFor: delegator }));
}

/** A delegation, or its end, that nobody was told of. */
export interface UntoldDelegation {
  readonly id: number;
  readonly cycle: string;
  readonly checkpoint: string;
  readonly indicator: string;
  readonly name: string;
  readonly delegator: string;
  readonly delegate: string;
  readonly until: CivilDate | null;
  /** Who recorded it; who ended it. */
  readonly person: string;
  readonly endedBy: string | null;
  readonly entity: string;
  readonly entityName: string;
  readonly exercise: number;
  readonly simulated: boolean;
  readonly title: string;
  readonly dueOn: CivilDate;
}

/** Kind of the notices that tell of a delegation, and which one of it tells of, or of the end of which. */
export const DELEGATION_NOTICE = 'delegation';
const GIVEN = 'delega-';
const ENDED = 'fine-';
export const delegationOccasion = (id: number, ended: boolean): string => `${ended ? ENDED : GIVEN}${id}`;

/** What is to be told of delegations, the first recorded first; of one that ended before it was told, nothing. One query. */
export async function untoldDelegations(db: Db): Promise<readonly UntoldDelegation[]> {
  const told = (occasion: string) =>
    sql<boolean>`exists (select from notices n where n.cycle = d.cycle and n.kind = ${DELEGATION_NOTICE} and n.occasion = ${occasion}::text || d.id)`;
  const [given, ended] = [told(GIVEN), told(ENDED)];
  return await delegatedIndicators(db)
    .innerJoin('cycles as c', 'c.id', 'd.cycle')
    .innerJoin('entities as n', 'n.id', 'c.entity')
    .innerJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'd.cycle').onRef('s.id', '=', 'd.checkpoint'))
    .select([
      'd.id',
      'd.cycle',
      'd.checkpoint',
      'd.indicator',
      'd.delegator',
      'd.delegate',
      'd.until',
      'd.person',
      'i.name',
    ])
    .select([
      'e.person as endedBy',
      'c.entity',
      'n.name as entityName',
      'c.exercise',
      'c.simulated',
      's.title',
      's.dueOn',
    ])
    .where((q) =>
      q.or([
        q.and([q('e.delegation', 'is', null), q.not(given)]),
        q.and([q('e.delegation', 'is not', null), given, q.not(ended)]),
      ]),
    )
    .orderBy('d.id')
    .execute();
}
