import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import type { CheckpointRef, LaterIndicator } from './checkpoints.js';
import type { Db } from './database.js';

/** What a checkpoint does not ask yet, with the one that will. */
export interface LaterAsked extends LaterIndicator {
  /** Null where no later checkpoint of the cycle does. */
  readonly askedAt: { readonly title: string; readonly dueOn: CivilDate } | null;
}

/**
 * What a checkpoint does not ask yet, in the plan's order, with the first checkpoint after it whose day comes after the value is
 * known. One query.
 * @param offices of some offices only
 */
export async function laterIndicators(
  db: Db,
  ref: CheckpointRef,
  offices?: readonly string[],
): Promise<readonly LaterAsked[]> {
  if (offices?.length === 0) return [];
  let query = db
    .selectFrom('laterIndicators as l')
    .innerJoin('checkpoints as k', (join) => join.onRef('k.cycle', '=', 'l.cycle').onRef('k.id', '=', 'l.checkpoint'))
    .select(['l.indicator', 'l.name', 'l.office', 'l.target', 'l.knownFrom'])
    .select(
      sql<LaterAsked['askedAt']>`(
        select jsonb_build_object('title', s.title, 'dueOn', s.due_on)
        from steps s
        where s.cycle = l.cycle and (s.planned -> 'checkpoint' ->> 'ordinal')::int > k.ordinal
          and (s.planned -> 'checkpoint' ->> 'final' = 'true' or s.due_on >= l.known_from)
        order by (s.planned -> 'checkpoint' ->> 'ordinal')::int limit 1)`.as('askedAt'),
    )
    .where('l.cycle', '=', ref.cycle)
    .where('l.checkpoint', '=', ref.checkpoint)
    .orderBy('l.ordinal');
  if (offices !== undefined) query = query.where('l.office', 'in', [...offices]);
  return query.execute();
}
