import type { Instant } from '../../domain/calendar/types.js';
import { frozenIndicators } from '../checkpoints.js';
import type { Db } from '../database.js';
import { missingIndicators } from '../measurements.js';
import { gridCheckpoints } from './grid-rows.js';
import { groupBy } from './group.js';

/** Where the checkpoint that collects stands, for who steers the cycle. */
export interface CheckpointNow {
  readonly step: string;
  readonly title: string;
  /** Values it asks for. */
  readonly asked: number;
  /** Offices with values missing, and how many; the most first. */
  readonly missing: readonly { readonly office: string; readonly values: number }[];
  /** Values sent back that nobody has corrected yet. */
  readonly returned: number;
  /** What was done in the cycle since an instant, by action of the log; the most frequent first. */
  readonly lately: readonly { readonly action: string; readonly times: number }[];
}

/** The checkpoint of a cycle that collects; undefined when none does. Four queries, one when there is none. */
export async function checkpointNow(db: Db, cycle: string, since: Instant): Promise<CheckpointNow | undefined> {
  const open = (await gridCheckpoints(db, cycle)).findLast(({ state }) => state === 'collecting');
  if (open === undefined) return undefined;
  const ref = { cycle, checkpoint: open.id };
  const [asked, missing, lately] = await Promise.all([
    frozenIndicators(db, ref),
    missingIndicators(db, ref),
    db
      .selectFrom('log')
      .select((e) => ['action', e.fn.countAll<number>().as('times')])
      .where('cycle', '=', cycle)
      .where('at', '>=', since)
      .groupBy('action')
      .orderBy('times', 'desc')
      .orderBy('action')
      .execute(),
  ]);
  const offices = [...groupBy(missing, ({ office }) => office)].map(([office, ones]) => ({
    office,
    values: ones.length,
  }));
  return {
    step: open.id,
    title: open.title,
    asked: asked.length,
    missing: offices.toSorted((a, b) => b.values - a.values),
    returned: missing.filter(({ remark }) => remark !== null).length,
    lately: lately.map(({ action, times }) => ({ action, times: Number(times) })),
  };
}
