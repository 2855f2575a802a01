import { type SqlBool, sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import { registerWords } from '../words/register.js';
import type { Db } from './database.js';
import { meantBy, type NoticeFilter } from './notices.js';

/**
 * Takes back notices that have not left and no longer need to. Those in the air or sent are not touched.
 * @param before only those planned for a day before this one
 */
export async function withdrawNotices(
  db: Db,
  filter: NoticeFilter,
  reason: string,
  before?: CivilDate,
): Promise<number> {
  const result = await db
    .updateTable('notices')
    .set(withdrawn(reason))
    .where('state', 'in', ['planned', 'uncertain'])
    .where(meantBy(filter))
    .where((e) => (before === undefined ? e.lit(true) : e('onDate', '<', before)))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** A mail in doubt is not said to have stayed: it may be there. */
const withdrawn = (reason: string) => ({
  state: 'withdrawn' as const,
  lastError: sql<string>`${reason}::text || case when doubts > 0 then ${registerWords.mayHaveLeft} else '' end`,
  nextAttemptAt: null,
});

/** Kinds of messages that ask something: once the step has ended they serve nobody. What tells how it ended still must leave. */
const PROMPTS = [
  'step-opening',
  'step-reminder',
  'step-due-today',
  'step-late',
  'draft-sections',
  'step-trouble',
  'escalation',
  'checkpoint-request',
  'decision-request',
  'value-returned',
  'reminder-by-hand',
];

/**
 * Takes back the prompts that have not left of steps that are over: the activity that would have sent them may have been
 * cancelled between two attempts.
 * @returns how many
 */
export async function withdrawEnded(db: Db, reason: string): Promise<number> {
  const result = await db
    .updateTable('notices as n')
    .from('steps as s')
    .whereRef('s.cycle', '=', 'n.cycle')
    .whereRef('s.id', '=', 'n.step')
    .where('s.status', 'in', ['done', 'cancelled'])
    .where('n.state', 'in', ['planned', 'uncertain'])
    .where('n.nextAttemptAt', 'is not', null)
    .where('n.kind', 'in', PROMPTS)
    // What somebody asked to send again leaves, whatever its step has become.
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('mailSettlements as m')
            .select('m.key')
            .where(sql<SqlBool>`n.key = m.notice or starts_with(n.key, m.notice || '/copia-')`),
        ),
      ),
    )
    .set(withdrawn(reason))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
