import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { entityOf, subjectOf, type Trouble, type TroubleKind } from '../domain/trouble.js';
import type { Found } from '../domain/troubles-of.js';
import { troubleReason } from '../words/troubles.js';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** A trouble as it is on record. */
export type TroubleRecord = Row<'troubles', (typeof COLUMNS)[number]>;

const COLUMNS = [
  'id',
  'kind',
  'entity',
  'since',
  'lastSeen',
  'attempts',
  'reason',
  'detail',
  'endedAt',
  'endedHow',
] as const;

/** `gone`: the watch found it no longer; `mended`: who mended it said so. */
type TroubleEnd = 'gone' | 'mended';

/** Puts a trouble on record, or says that it is still there. Idempotent: one that lasts keeps its beginning. */
export async function recordTrouble(db: Db, trouble: Trouble, at: Instant): Promise<void> {
  await db
    .insertInto('troubles')
    .values({
      kind: trouble.kind,
      entity: entityOf(trouble) ?? null,
      subject: subjectOf(trouble),
      since: ('since' in trouble ? trouble.since : undefined) ?? at,
      lastSeen: at,
      attempts: 'attempts' in trouble ? trouble.attempts : null,
      reason: troubleReason(trouble),
      detail: json(trouble),
    })
    .onConflict((c) =>
      c
        .expression(sql`kind, coalesce(entity, ''), subject`)
        .where('endedAt', 'is', null)
        .doUpdateSet((e) => ({
          since: sql<Instant>`least(troubles.since, excluded.since)`,
          lastSeen: sql<Instant>`greatest(troubles.last_seen, excluded.last_seen)`,
          attempts: e.ref('excluded.attempts'),
          reason: e.ref('excluded.reason'),
          detail: sql<string>`excluded.detail`,
        })),
    )
    .execute();
}

/** Ends a trouble, if it is on record: what is compared is what names it. Idempotent. */
export async function endTrouble(db: Db, trouble: Trouble, at: Instant, how: TroubleEnd = 'mended'): Promise<void> {
  const entity = entityOf(trouble);
  await db
    .updateTable('troubles')
    .set({ endedAt: at, endedHow: how })
    .where('endedAt', 'is', null)
    .where('kind', '=', trouble.kind)
    .where('subject', '=', subjectOf(trouble))
    .where((e) => (entity === undefined ? e('entity', 'is', null) : e('entity', '=', entity)))
    .execute();
}

/** Minutes after which a machine that doubted its clock, and has not said so again, is not there any more. */
const DOUBT_LASTS_MIN = 15;

/**
 * Ends the doubts about clocks of machines that are gone, or are called otherwise now: each says so every minute. Seen in
 * time to come, it was by a clock that has been put right since.
 */
export async function endSilentDoubts(db: Db, at: Instant): Promise<void> {
  const lasts = sql`make_interval(mins => ${DOUBT_LASTS_MIN})`;
  await db
    .updateTable('troubles')
    .set({ endedAt: at, endedHow: 'gone' })
    .where('endedAt', 'is', null)
    .where('kind', '=', 'clock-doubted')
    .where(sql<boolean>`last_seen::timestamptz not between now() - ${lasts} and now() + ${lasts}`)
    .execute();
}

/** Brings the record up to what was found: new ones begin, those no longer there end. One transaction. */
export async function keepTroubles(db: Db, { kinds, troubles, unseen }: Found, at: Instant): Promise<void> {
  if (kinds.length === 0) return;
  await inTransaction(db, async (tx) => {
    for (const trouble of troubles) await recordTrouble(tx, trouble, at);
    const there = troubles.map((trouble) => `${trouble.kind} ${entityOf(trouble) ?? ''} ${subjectOf(trouble)}`);
    await tx
      .updateTable('troubles')
      .set({ endedAt: at, endedHow: 'gone' })
      .where('endedAt', 'is', null)
      .where('kind', 'in', [...kinds])
      .where(sql<boolean>`not (subject = any(${[...unseen]}::text[]))`)
      .where(sql<boolean>`not (kind || ' ' || coalesce(entity, '') || ' ' || subject = any(${there}::text[]))`)
      .execute();
  });
}

/** Whose troubles are meant: a body's, the installation's own, or all there are. */
type TroubleScope = { readonly entity: string } | 'installation' | 'all';

/** What is there now, the longest first. */
export async function openTroubles(db: Db, scope: TroubleScope): Promise<readonly TroubleRecord[]> {
  return await troublesWithin(db, scope).where('endedAt', 'is', null).orderBy('since').orderBy('id').execute();
}

/** What ended since an instant, the latest first. */
export async function endedTroubles(
  db: Db,
  scope: TroubleScope,
  since: Instant,
  limit = 20,
): Promise<readonly TroubleRecord[]> {
  return await troublesWithin(db, scope)
    .where('endedAt', '>=', since)
    .orderBy('endedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** How many are there now, by kind. */
export async function countTroubles(db: Db, scope: TroubleScope): Promise<ReadonlyMap<TroubleKind, number>> {
  const rows = await db
    .selectFrom(troublesWithin(db, scope).where('endedAt', 'is', null).as('t'))
    .select((e) => ['kind', e.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return new Map(rows.map((row) => [row.kind, row.count]));
}

/** Every trouble of a scope, for queries to narrow. */
export function troublesWithin(db: Db, scope: TroubleScope) {
  const query = db.selectFrom('troubles').select(COLUMNS);
  if (scope === 'all') return query;
  return scope === 'installation' ? query.where('entity', 'is', null) : query.where('entity', '=', scope.entity);
}
