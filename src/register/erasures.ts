import { sql } from 'kysely';
import type { ErasureOrder } from '../domain/retention.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

/** Columns whose texts may be erased, with what their rows are named by in a query of `t`. */
export const ERASABLE_TEXTS = {
  'measurements.note': 't.id',
  'measurements.cause': 't.id',
  'measurements.next': 't.id',
  'report_remarks.text': 't.id',
  'report_answers.text': 't.id',
  'returned_measurements.remark': 't.measurement',
  'corrective_actions.text': 't.id',
  'delay_reasons.reason': 't.id',
  'submissions.late_reason': 't.id',
  'collected_values.raw': 't.id',
  'section_remarks.text': 't.id',
  'section_remarks.answer': 't.id',
  'oiv_judgements.note': 't.id',
  'oiv_interviews.notes': 't.id',
  'oiv_remarks.text': 't.id',
  'oiv_answers.text': 't.remark',
  'step_remarks.text': 't.id',
  'act_corrections.reason': 't.id',
  'step_remark_replies.text': 't.id',
  'steps.note': "t.cycle || '/' || t.id",
  'steps.trouble': "t.cycle || '/' || t.id",
  'checkpoints.close_reason': "t.cycle || '/' || t.id",
  'cycles.note': 't.id',
} as const;
export type ErasableText = keyof typeof ERASABLE_TEXTS;

/** What stands in the place of an erased text. */
export const ERASED_TEXT = '[testo rimosso]';

/*
 * Each of these answers how many things were there to erase; done again it erases nothing more. What was erased, its hash
 * and why are in `erasures`, written by the database itself with the erasure.
 */

/** The bytes and the name of a file, wherever its body keeps it; evidence that another body keeps as well goes when that lets it go too. */
export const eraseFile = (db: Db, hash: string, order: ErasureOrder): Promise<number> =>
  counted(db, sql<Counted>`select erase_file(${hash}, ${orderOf(order)}) as n`);

export const eraseTexts = (db: Db, of: ErasableText, keys: readonly string[], order: ErasureOrder): Promise<number> =>
  counted(db, sql<Counted>`select erase_texts(${of}, ${[...keys]}, ${orderOf(order)}) as n`);

export const eraseLogTexts = (db: Db, ids: readonly number[], order: ErasureOrder): Promise<number> =>
  counted(db, sql<Counted>`select erase_log_texts(${[...ids]}, ${orderOf(order)}) as n`);

/** Text and address of mails; those that may still leave stay. */
export const eraseMails = (db: Db, keys: readonly string[], order: ErasureOrder): Promise<number> =>
  counted(db, sql<Counted>`select erase_mails(${[...keys]}, ${orderOf(order)}) as n`);

/**
 * Results of individual objectives, and the values they were computed from.
 * @param codes of their indicators
 * @param nodes of the roll-ups: `individual:…`
 */
export const eraseIndividual = (
  db: Db,
  cycle: string,
  { codes, nodes }: { readonly codes: readonly string[]; readonly nodes: readonly string[] },
  order: ErasureOrder,
): Promise<number> =>
  counted(db, sql<Counted>`select erase_individual(${cycle}, ${[...codes]}, ${[...nodes]}, ${orderOf(order)}) as n`);

/** Sheets of evaluation of a cycle: whose they were, what was said, judged and scored. */
export const eraseSheets = (db: Db, cycle: string, order: ErasureOrder): Promise<number> =>
  counted(db, sql<Counted>`select erase_sheets(${cycle}, ${orderOf(order)}) as n`);

interface Counted {
  readonly n: number;
}

async function counted(db: Db, query: ReturnType<typeof sql<Counted>>): Promise<number> {
  return (await query.execute(db)).rows[0]?.n ?? 0;
}

const orderOf = (order: ErasureOrder) => sql`${JSON.stringify(order)}::jsonb`;

/** An erasure on record. */
type ErasureRecord = Row<'erasures', (typeof COLUMNS)[number]>;

const COLUMNS = ['kind', 'place', 'hash', 'basis', 'reason', 'act', 'orderedBy'] as const;

/** Everything erased, the first one first. */
export async function erasuresOf(db: Db): Promise<readonly ErasureRecord[]> {
  return db.selectFrom('erasures').select(COLUMNS).orderBy('id').execute();
}
