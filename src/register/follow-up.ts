import { sql } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import {
  dueWhileValid,
  type FollowedKind,
  type FollowedState,
  isOver,
  nextDue,
  STATES_OF,
  stateAsWritten,
} from '../domain/follow-up.js';
import type { Refusal } from '../domain/refusal.js';
import { err, ok, type Result } from '../domain/result.js';
import { followUpWords } from '../words/follow-up.js';
import { italianDay } from '../words/format.js';
import { refuseText } from './accept.js';
import type { Db } from './database.js';
import { titlesOf } from './people.js';
import type { Row } from './row.js';

const { refused } = followUpWords;

/** Who does something, for whom, and when in calendar time. */
export interface Doing {
  readonly actor: string;
  readonly actingFor?: string;
  readonly at: Instant;
  readonly simulated: boolean;
  /** The same request sent twice counts once. */
  readonly key?: string;
}

/** What is followed, as it stands. */
export interface FollowedRecord {
  readonly kind: FollowedKind;
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly source: string;
  readonly norm: string | null;
  /** Last day on which the norm was in force; null while it is. */
  readonly validTo: CivilDate | null;
  /** Verbatim from the document. */
  readonly stated: string;
  readonly statedOn: CivilDate | null;
  readonly everyMonths: number | null;
  /** Role or `ufficio:<id>`; null when nobody is named. */
  readonly owner: string | null;
  /** Null when nothing is due: never said, or over. */
  readonly dueOn: CivilDate | null;
  /** By when it was to be done as it was put on the list; null when nobody said. */
  readonly firstDue: CivilDate | null;
  /** Undefined when neither the document nor anybody since has said. */
  readonly state: FollowedState | undefined;
  readonly last?: {
    readonly note: string;
    readonly actor: string;
    readonly actingFor: string | null;
    readonly at: Instant;
  };
}

/** Everything an entity follows, in the order of its files. One query. */
export async function followedOf(db: Db, entity: string, kind?: FollowedKind): Promise<readonly FollowedRecord[]> {
  let query = selectFollowed(db).where('f.entity', '=', entity).where('f.current', '=', true);
  if (kind !== undefined) query = query.where('f.kind', '=', kind);
  return (await query.orderBy('f.ordinal').orderBy('f.id').execute()).map(recordOf);
}

/** One item, also one no longer current; undefined when there never was one. One query. */
export async function followedItem(
  db: Db,
  entity: string,
  kind: FollowedKind,
  id: string,
): Promise<(FollowedRecord & { readonly current: boolean }) | undefined> {
  const row = await selectFollowed(db)
    .where('f.entity', '=', entity)
    .where('f.kind', '=', kind)
    .where('f.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...recordOf(row), current: row.current };
}

/** A change of state on record. */
export type FollowUpRecord = Row<'followUps', (typeof FOLLOW_UP)[number]>;

const FOLLOW_UP = ['id', 'item', 'state', 'note', 'owner', 'dueOn', 'actor', 'actingFor', 'at'] as const;

/** The history of one item, the latest first. One indexed query. */
export async function followUpsOf(
  db: Db,
  entity: string,
  kind: FollowedKind,
  item: string,
): Promise<readonly FollowUpRecord[]> {
  return db
    .selectFrom('followUps')
    .select(FOLLOW_UP)
    .where('entity', '=', entity)
    .where('kind', '=', kind)
    .where('item', '=', item)
    .orderBy('id', 'desc')
    .execute();
}

interface FollowUp extends Doing {
  readonly entity: string;
  readonly kind: FollowedKind;
  readonly item: string;
  readonly state: FollowedState;
  readonly note?: string;
  /** Who answers from now on; absent: as before. */
  readonly owner?: string;
  /** When it is due next; absent: by its rhythm when it was settled, otherwise as before. */
  readonly dueOn?: CivilDate;
}

/**
 * Records how an obligation or action stands from now on. What it was stays on record. In the transaction of whoever calls.
 * @returns how it stands, or why not, each at its field; a refusal changes nothing
 */
export async function recordFollowUp(db: Db, change: FollowUp): Promise<Result<FollowedRecord, readonly Refusal[]>> {
  const item = await followedItem(db, change.entity, change.kind, change.item);
  if (item === undefined) return err([{ text: refused.noItem(change.item) }]);
  if (!item.current) return err([{ text: refused.gone(change.item) }]);
  const problem = await problemOf(db, change);
  if (problem !== undefined) return err([problem]);
  const today = romeDate(change.at);
  const dueOn =
    change.dueOn ??
    (change.state === 'fulfilled'
      ? nextDue(item.dueOn ?? undefined, item.everyMonths ?? undefined, today)
      : undefined) ??
    item.dueOn;
  await db
    .insertInto('followUps')
    .values({
      key: change.key ?? null,
      entity: change.entity,
      kind: change.kind,
      item: change.item,
      state: change.state,
      note: change.note?.trim() ?? '',
      owner: change.owner ?? item.owner,
      dueOn: isOver(change.state) ? null : dueOn,
      actor: change.actor,
      actingFor: change.actingFor ?? null,
      at: change.at,
      simulated: change.simulated,
    })
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  const after = await followedItem(db, change.entity, change.kind, change.item);
  return after === undefined ? err([{ text: refused.noItem(change.item) }]) : ok(after);
}

async function problemOf(db: Db, change: FollowUp): Promise<Refusal | undefined> {
  const allowed = STATES_OF[change.kind];
  if (!allowed.includes(change.state)) {
    const names = allowed.map((s) => followUpWords.state[s]);
    return { field: 'state', text: refused.wrongState(change.state, names) };
  }
  if (isOver(change.state) && (change.note ?? '').trim() === '') return { field: 'note', text: refused.noOutcome };
  const today = romeDate(change.at);
  if (change.dueOn !== undefined && change.dueOn < today)
    return { field: 'dueOn', text: refused.dueBefore(italianDay(change.dueOn), italianDay(today)) };
  if (change.owner !== undefined && !(await titlesOf(db, change.entity)).has(change.owner))
    return { field: 'owner', text: refused.noOwner(change.owner) };
  const unwritable = refuseText(change.note);
  return unwritable === undefined ? undefined : { field: 'note', text: unwritable };
}

const selectFollowed = (db: Db) =>
  db
    .selectFrom('followed as f')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('followUps as u')
          .select(['u.state', 'u.note', 'u.owner', 'u.dueOn', 'u.actor', 'u.actingFor', 'u.at'])
          .whereRef('u.entity', '=', 'f.entity')
          .whereRef('u.kind', '=', 'f.kind')
          .whereRef('u.item', '=', 'f.id')
          .orderBy('u.id', 'desc')
          .limit(1)
          .as('u'),
      (join) => join.onTrue(),
    )
    .select([
      'f.kind',
      'f.id',
      'f.heading',
      'f.text',
      'f.source',
      'f.norm',
      'f.validTo',
      'f.stated',
      'f.statedOn',
      'f.everyMonths',
    ])
    .select(['f.owner as firstOwner', 'f.dueOn as firstDue', 'f.current'])
    .select(['u.state', 'u.note', 'u.owner', 'u.dueOn', 'u.actor', 'u.actingFor', 'u.at']);

type FollowedRow = Awaited<ReturnType<ReturnType<typeof selectFollowed>['execute']>>[number];

function recordOf(row: FollowedRow): FollowedRecord {
  const { firstOwner, firstDue, current: _current, state, note, owner, dueOn, actor, actingFor, at, ...item } = row;
  const followed = state !== null && actor !== null && at !== null;
  return {
    ...item,
    owner: followed ? owner : firstOwner,
    firstDue,
    dueOn: dueWhileValid(followed ? dueOn : firstDue, item.validTo),
    state: followed ? state : item.kind === 'obligation' ? stateAsWritten(item.stated) : 'planned',
    last: followed ? { note: note ?? '', actor, actingFor, at } : undefined,
  };
}

/** What a stakeholder told the body, and what context analyses made of it. */
export interface FeedbackRecord {
  readonly id: number;
  readonly stakeholder: string;
  readonly channel: string;
  readonly receivedOn: CivilDate;
  readonly text: string;
  readonly actor: string;
  readonly at: Instant;
  readonly uses: readonly {
    readonly exercise: number;
    readonly outcome: string;
    readonly actor: string;
    readonly at: Instant;
  }[];
}

/** The feedback of an entity's stakeholders, the latest first, at most `limit`. One query. */
export async function feedbackOf(db: Db, entity: string, limit = 200): Promise<readonly FeedbackRecord[]> {
  return db
    .selectFrom('feedback as f')
    .select(['f.id', 'f.stakeholder', 'f.channel', 'f.receivedOn', 'f.text', 'f.actor', 'f.at'])
    .select(
      sql<FeedbackRecord['uses']>`coalesce((
        select jsonb_agg(jsonb_build_object('exercise', u.exercise, 'outcome', u.outcome, 'actor', u.actor, 'at', u.at) order by u.exercise)
        from considerations u where u.entity = f.entity and u.item = 'feedback:' || f.id), '[]')`.as('uses'),
    )
    .where('f.entity', '=', entity)
    .orderBy('f.receivedOn', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .execute();
}

interface NewFeedback extends Doing {
  readonly entity: string;
  readonly stakeholder: string;
  readonly channel: string;
  readonly receivedOn: CivilDate;
  readonly text: string;
}

/** Puts on record what a stakeholder said. @returns its number */
export async function addFeedback(db: Db, { actingFor, ...feedback }: NewFeedback): Promise<number> {
  const { id } = await db
    .insertInto('feedback')
    .values({ ...feedback, actingFor: actingFor ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
