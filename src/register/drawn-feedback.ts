import type { Instant } from '../domain/calendar/types.js';
import type { FeedbackItem } from '../domain/voices/strategic-feedback.js';
import type { Db } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** The step that draws a feedback up, and which time it runs. */
interface Drawing {
  readonly cycle: string;
  readonly step: string;
  readonly run: number;
}

/** Keeps the items as they are when their step ends: once for each time it runs. */
export async function keepDrawn(
  db: Db,
  drawing: Drawing,
  items: readonly FeedbackItem[],
  drawnAt: Instant,
): Promise<void> {
  await db
    .insertInto('drawnFeedback')
    .values({ ...drawing, items: json(items), drawnAt })
    .onConflict((c) => c.doNothing())
    .execute();
}

/**
 * The feedback of a cycle as it was when its step ended, and when that was; undefined while the step goes on, and where it ended before
 * anything was kept.
 */
export async function drawnOf(db: Db, cycle: string): Promise<Row<'drawnFeedback', 'items' | 'drawnAt'> | undefined> {
  return await db
    .selectFrom('drawnFeedback as d')
    .innerJoin('steps as s', (j) =>
      j.onRef('s.cycle', '=', 'd.cycle').onRef('s.id', '=', 'd.step').onRef('s.run', '=', 'd.run'),
    )
    .select(['d.items', 'd.drawnAt'])
    .where('d.cycle', '=', cycle)
    .where('s.status', '=', 'done')
    .executeTakeFirst();
}
