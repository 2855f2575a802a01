import type { Insertable, Selectable } from 'kysely';
import type { BoardTables } from './board-tables.js';
import type { Db } from './database.js';

type RemarkRow = Omit<Selectable<BoardTables['reportRemarks']>, 'recordedAt' | 'key'>;
type ReportAnswer = Pick<Selectable<BoardTables['reportAnswers']>, 'text' | 'person' | 'actingFor' | 'at'>;

/** What a board or the OIV remarks on the report of a checkpoint, with what was answered. */
export interface ReportRemark extends RemarkRow {
  readonly answers: readonly ReportAnswer[];
}

/** Puts a remark on record; the same key twice is the same remark. @returns its number, undefined when it was there */
export async function addReportRemark(
  db: Db,
  remark: Insertable<BoardTables['reportRemarks']>,
): Promise<number | undefined> {
  const added = await db
    .insertInto('reportRemarks')
    .values(remark)
    .onConflict((c) => c.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id;
}

/** Puts an answer on record; the same key twice is the same answer. */
export async function addReportAnswer(db: Db, answer: Insertable<BoardTables['reportAnswers']>): Promise<void> {
  await db
    .insertInto('reportAnswers')
    .values(answer)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/** Remarks on the reports of a cycle, the first one first. Two queries. @param checkpoint absent: on all its reports */
export async function reportRemarksOf(db: Db, cycle: string, checkpoint?: string): Promise<readonly ReportRemark[]> {
  let query = db.selectFrom('reportRemarks').select(REMARK).where('cycle', '=', cycle).orderBy('id');
  if (checkpoint !== undefined) query = query.where('checkpoint', '=', checkpoint);
  const remarks = await query.execute();
  if (remarks.length === 0) return [];
  const answers = await db
    .selectFrom('reportAnswers')
    .select(['remark', 'text', 'person', 'actingFor', 'at'])
    .where('cycle', '=', cycle)
    .orderBy('id')
    .execute();
  return remarks.map((remark) => ({ ...remark, answers: answers.filter((one) => one.remark === remark.id) }));
}

const REMARK = [
  'id',
  'cycle',
  'checkpoint',
  'documentHash',
  'board',
  'decision',
  'text',
  'person',
  'actingFor',
  'at',
] as const;
