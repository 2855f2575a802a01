import { sql } from 'kysely';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { err, ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { followUpWords } from '../words/follow-up.js';
import { euro, italianDay, italianNumber } from '../words/format.js';
import { refuseText } from './accept.js';
import { type Db, inTransaction } from './database.js';
import type { Doing } from './follow-up.js';
import { appendLog } from './log.js';

const { refused } = followUpWords;

/** What a programme has spent of its resources up to a day, in euro. */
export interface SpendingRecord {
  readonly programme: string;
  readonly amount: DecimalText;
  readonly upTo: CivilDate;
  readonly note: string;
  readonly actor: string;
}

/** The latest figure of each programme of an exercise. One indexed query. */
export async function spendingOf(db: Db, entity: string, exercise: number): Promise<readonly SpendingRecord[]> {
  return db
    .selectFrom('spending')
    .distinctOn('programme')
    .select(['programme', 'amount', 'upTo', 'note', 'actor'])
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .orderBy('programme')
    .orderBy('id', 'desc')
    .execute();
}

/**
 * Puts on record what a programme has spent since the beginning of the exercise. An earlier figure stays on record.
 * @param spent amount in euro, `1250.00`; the programme must be in a plan of the exercise
 */
export async function recordSpending(
  db: Db,
  spent: Doing & {
    readonly entity: string;
    readonly exercise: number;
    readonly programme: string;
    readonly amount: DecimalText;
    readonly upTo: CivilDate;
    readonly note?: string;
  },
): Promise<Result<void, string>> {
  const today = romeDate(spent.at);
  if (spent.amount.startsWith('-')) return err(refused.negative(italianNumber(spent.amount, 2)));
  if (spent.upTo > today) return err(refused.spentLater(italianDay(spent.upTo), italianDay(today)));
  const unreadable = refuseText(spent.note);
  if (unreadable !== undefined) return err(unreadable);
  const known = await db
    .selectFrom('planVersions')
    .select('version')
    .where('entity', '=', spent.entity)
    .where('exercise', '=', spent.exercise)
    .where(
      sql<boolean>`jsonb_path_exists(plan, '$.sheets[*] ? (@.programme == $code)', ${JSON.stringify({ code: spent.programme })}::jsonb)`,
    )
    .limit(1)
    .executeTakeFirst();
  if (known === undefined) return err(refused.noProgramme(spent.programme));
  await inTransaction(db, async (tx) => {
    const inserted = await tx
      .insertInto('spending')
      .values({
        key: spent.key ?? null,
        entity: spent.entity,
        exercise: spent.exercise,
        programme: spent.programme,
        amount: spent.amount,
        upTo: spent.upTo,
        note: spent.note?.trim() ?? '',
        actor: spent.actor,
        actingFor: spent.actingFor ?? null,
        at: spent.at,
        simulated: spent.simulated,
      })
      .onConflict((c) => c.column('key').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return;
    await appendLog(tx, {
      at: spent.at,
      actor: spent.actor,
      actingFor: spent.actingFor,
      action: 'spending-recorded',
      subject: spent.programme,
      cycle: `${spent.entity}/${spent.exercise}`,
      detail: { reason: `${euro(spent.amount)} ${withArticle('al', italianDay(spent.upTo))}` },
    });
  });
  return ok(undefined);
}
