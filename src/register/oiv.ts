import type { CivilDate } from '../domain/calendar/types.js';
import type { Judgement, Verdict } from '../domain/oiv/checklist.js';
import type { About, Interview, OivRemark } from '../domain/oiv/remarks.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

type Kind = 'requirement' | 'figure';

/** What the OIV judged in a cycle, of requirements or of figures, oldest first. One indexed query. */
export async function judgementsOf(db: Db, cycle: string, kind: Kind): Promise<readonly Judgement[]> {
  return await db
    .selectFrom('oivJudgements')
    .select(['subject as of', 'verdict', 'note', 'actor', 'at'])
    .where('cycle', '=', cycle)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
}

interface NewJudgement extends Omit<Doing, 'key'> {
  readonly cycle: string;
  readonly kind: Kind;
  readonly subject: string;
  readonly verdict: Verdict;
  readonly note: string;
}

/** Puts a judgement on record; the one before stays. */
export async function addJudgement(db: Db, { actingFor, ...judgement }: NewJudgement): Promise<void> {
  await db
    .insertInto('oivJudgements')
    .values({ ...judgement, actingFor: actingFor ?? null })
    .execute();
}

/** The meetings of the OIV with the offices in a cycle, in the order they were put on record. */
export async function interviewsOf(db: Db, cycle: string): Promise<readonly Interview[]> {
  return await db
    .selectFrom('oivInterviews')
    .select(['id', 'heldOn', 'office', 'notes', 'actor'])
    .where('cycle', '=', cycle)
    .orderBy('id')
    .execute();
}

interface NewInterview extends Omit<Doing, 'key'> {
  readonly cycle: string;
  readonly heldOn: CivilDate;
  readonly office: string;
  readonly notes: string;
}

/** Puts a meeting on record, with what was noted. */
export async function addInterview(db: Db, { actingFor, ...interview }: NewInterview): Promise<void> {
  await db
    .insertInto('oivInterviews')
    .values({ ...interview, actingFor: actingFor ?? null })
    .execute();
}

/** The remarks of the OIV in a cycle with their answers, in the order they were made. One query. */
export async function oivRemarksOf(db: Db, cycle: string): Promise<readonly OivRemark[]> {
  const rows = await db
    .selectFrom('oivRemarks as r')
    .leftJoin('oivAnswers as a', 'a.remark', 'r.id')
    .select(['r.id', 'r.about', 'r.text', 'r.actor', 'r.at'])
    .select(['a.text as answer', 'a.actor as answeredBy', 'a.at as answeredAt'])
    .where('r.cycle', '=', cycle)
    .orderBy('r.id')
    .execute();
  return rows.map(({ answer, answeredBy, answeredAt, ...remark }) => ({
    ...remark,
    answer:
      answer === null || answeredBy === null || answeredAt === null
        ? undefined
        : { text: answer, actor: answeredBy, at: answeredAt },
  }));
}

interface NewOivRemark extends Omit<Doing, 'key'> {
  readonly cycle: string;
  readonly about: About;
  readonly text: string;
}

/** Puts a remark on record. @returns its number */
export async function addOivRemark(db: Db, { actingFor, ...remark }: NewOivRemark): Promise<number> {
  const { id } = await db
    .insertInto('oivRemarks')
    .values({ ...remark, actingFor: actingFor ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

interface NewOivAnswer extends Omit<Doing, 'key' | 'simulated'> {
  readonly remark: number;
  readonly text: string;
}

/** Answers a remark that has no answer. Whether it was so. */
export async function addOivAnswer(db: Db, { actingFor, ...answer }: NewOivAnswer): Promise<boolean> {
  const added = await db
    .insertInto('oivAnswers')
    .values({ ...answer, actingFor: actingFor ?? null })
    .onConflict((c) => c.column('remark').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
