import type { Insertable } from 'kysely';
import type { OwnRule } from '../domain/own-rules/piece.js';
import type { BodyTables } from './body-tables.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

/** Puts on record that a piece of the rules is another from an exercise on or, with nothing said, the file's own again; the same key twice is the same change. */
export async function addOwnRule(db: Db, change: Insertable<BodyTables['ownRules']>): Promise<void> {
  await db
    .insertInto('ownRules')
    .values(change)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/**
 * What a body has changed of its rules, the earliest exercise first.
 * @param exercise only what holds for it, said from it or from an earlier one on; absent: for whatever exercise
 */
export async function ownRulesOf(db: Db, entity: string, exercise?: number): Promise<readonly OwnRule[]> {
  let query = db
    .selectFrom('ownRules')
    .select(['piece', 'fromExercise', 'said', 'act'])
    .distinctOn(['fromExercise', 'piece'])
    .where('entity', '=', entity)
    .orderBy('fromExercise')
    .orderBy('piece')
    .orderBy('id', 'desc');
  if (exercise !== undefined) query = query.where('fromExercise', '<=', exercise);
  return (await query.execute()).flatMap(({ said, ...one }) => (said === null ? [] : [{ ...one, said }]));
}

/** A change of the rules as it was put on record. */
export type RuleChange = Row<'ownRules', (typeof RECORD)[number]>;

/** Every change of its rules that a body has put on record, the latest first. */
export async function ruleChangesOf(db: Db, entity: string): Promise<readonly RuleChange[]> {
  return await db.selectFrom('ownRules').select(RECORD).where('entity', '=', entity).orderBy('id', 'desc').execute();
}

const RECORD = ['piece', 'fromExercise', 'said', 'act', 'person', 'actingFor', 'at'] as const;
