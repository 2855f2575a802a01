import { type Insertable, type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import type { RemarkTables } from './remark-tables.js';

export type StepReply = Pick<
  Selectable<RemarkTables['stepRemarkReplies']>,
  'id' | 'text' | 'mentions' | 'person' | 'actingFor' | 'at'
>;

/** A remark on a step with its replies, and who closed it. */
export interface StepRemark extends StepReply {
  readonly cycle: string;
  readonly step: string;
  readonly indicator: string | null;
  readonly replies: readonly StepReply[];
  readonly closed: { readonly person: string; readonly at: Instant } | undefined;
}

/** Puts a remark on record; the same key twice is the same remark. */
export async function addStepRemark(db: Db, remark: Insertable<RemarkTables['stepRemarks']>): Promise<void> {
  await db
    .insertInto('stepRemarks')
    .values(remark)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/** Puts a reply on record; the same key twice is the same reply. */
export async function addStepReply(db: Db, reply: Insertable<RemarkTables['stepRemarkReplies']>): Promise<void> {
  await db
    .insertInto('stepRemarkReplies')
    .values(reply)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/** Closes a remark. Whether it was open. */
export async function closeStepRemark(
  db: Db,
  closing: Insertable<RemarkTables['stepRemarkClosings']>,
): Promise<boolean> {
  const done = await db
    .insertInto('stepRemarkClosings')
    .values(closing)
    .onConflict((c) => c.column('remark').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Which remarks of a cycle are meant; an absent field does not limit. */
interface StepRemarkFilter {
  readonly step?: string;
  readonly indicator?: string;
  readonly id?: number;
}

/** Remarks of a cycle with their replies, the first one first. Three queries, one when there are none. */
export async function stepRemarksOf(
  db: Db,
  cycle: string,
  { step, indicator, id }: StepRemarkFilter,
): Promise<readonly StepRemark[]> {
  let query = db
    .selectFrom('stepRemarks')
    .select([...SAID, 'cycle', 'step', 'indicator'])
    .where('cycle', '=', cycle)
    .orderBy('id');
  if (step !== undefined) query = query.where('step', '=', step);
  if (indicator !== undefined) query = query.where('indicator', '=', indicator);
  if (id !== undefined) query = query.where('id', '=', id);
  const remarks = await query.execute();
  const ids = remarks.map((one) => one.id);
  if (ids.length === 0) return [];
  const replies = await db
    .selectFrom('stepRemarkReplies')
    .select([...SAID, 'remark'])
    .where('remark', 'in', ids)
    .orderBy('id')
    .execute();
  const closings = await db
    .selectFrom('stepRemarkClosings')
    .select(['remark', 'person', 'at'])
    .where('remark', 'in', ids)
    .execute();
  return remarks.map((one) => ({
    ...one,
    replies: replies.filter(({ remark }) => remark === one.id),
    closed: closings.find(({ remark }) => remark === one.id),
  }));
}

const SAID = ['id', 'text', 'mentions', 'person', 'actingFor', 'at'] as const;

/** Something said about a step that nobody was written to about. */
export interface UntoldSaying {
  /** `o12` a remark, `r7` a reply to one. */
  readonly occasion: string;
  readonly cycle: string;
  readonly entity: string;
  readonly exercise: number;
  readonly name: string;
  readonly simulated: boolean;
  readonly step: string;
  readonly title: string;
  readonly remark: number;
  readonly indicator: string | null;
  readonly office: string | null;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly person: string;
  /** Who else has spoken in the thread before. */
  readonly before: readonly string[];
}

/**
 * What was said of late about steps of running cycles, in threads that are open, and no notice tells of, the first first. One query.
 * @param kind of the notices
 */
export async function untoldSayings(db: Db, kind: string, most: number): Promise<readonly UntoldSaying[]> {
  const { rows } = await sql<UntoldSaying>`
    select said.occasion, o.cycle, c.entity, c.exercise, e.name, c.simulated, o.step, s.title, o.id as remark, o.indicator,
      (select i.office from checkpoint_indicators i
        where i.cycle = o.cycle and i.checkpoint = o.step and i.indicator = o.indicator) as office,
      said.text, said.mentions, said.person,
      array(select distinct b.person from (
        select o.person where said.reply is not null
        union all select r.person from step_remark_replies r where r.remark = o.id and r.id < said.reply) b) as before
    from (
      select 'o' || id as occasion, id as remark, null::bigint as reply, text, mentions, person, recorded_at from step_remarks
      union all
      select 'r' || id, remark, id, text, mentions, person, recorded_at from step_remark_replies
    ) said
    join step_remarks o on o.id = said.remark
    join cycles c on c.id = o.cycle
    join entities e on e.id = c.entity
    join steps s on s.cycle = o.cycle and s.id = o.step
    where c.status = 'running'
      and said.recorded_at > now() - interval '3 days'
      and not exists (select from step_remark_closings k where k.remark = o.id)
      and not exists (
        select from notices n where n.cycle = o.cycle and n.step = o.step and n.kind = ${kind} and n.occasion = said.occasion)
    order by said.recorded_at, said.occasion
    limit ${most}`.execute(db);
  return rows;
}
