import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { cycleKey } from '../domain/cycle-id.js';
import type { TroubleOf } from '../domain/trouble.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

/** What came of reading back what was published. */
type PublicationCheck = Omit<Row<'publicationChecks'>, 'id' | 'recordedAt'>;

/** A publication nobody has read back yet as it should be. */
export interface Unverified {
  /** Of the line of the log that says it was published. */
  readonly id: number;
  readonly cycle: string;
  readonly step: string;
  readonly hash: string;
  /** Why it was not, the last time. */
  readonly failure: string | null;
  /** Hours since it was put on record. */
  readonly old: number;
}

/**
 * The publications that are not verified, the first one first. One query over the lines that say what was published.
 * @param after the line of the log they come after, 0 for the first
 */
export async function unverifiedPublications(db: Db, most: number, after = 0): Promise<readonly Unverified[]> {
  const { rows } = await sql<Unverified>`
    select p.id, p.cycle, p.step, p.hash, last.failure, (extract(epoch from now() - p.recorded) / 3600)::float8 as old
    from (
      select cycle, coalesce(step, '') as step, detail ->> 'hash' as hash, max(id) as id, max(recorded_at) as recorded from log
      where action = 'document-published' and cycle is not null group by 1, 2, 3
    ) p
    left join lateral (
      select failure from publication_checks k where k.cycle = p.cycle and k.document_hash = p.hash order by k.id desc limit 1
    ) last on true
    where p.id > ${after} and not exists (
      select from publication_checks k where k.cycle = p.cycle and k.document_hash = p.hash and k.failure is null)
    order by p.id limit ${most}`.execute(db);
  return rows;
}

/** Puts on record what came of reading it back; the same failure again is not repeated. @returns whether it says something new */
export async function addPublicationCheck(db: Db, check: PublicationCheck): Promise<boolean> {
  const last = await db
    .selectFrom('publicationChecks')
    .select('failure')
    .where('cycle', '=', check.cycle)
    .where('documentHash', '=', check.documentHash)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last !== undefined && last.failure === check.failure) return false;
  await db.insertInto('publicationChecks').values(check).execute();
  return true;
}

/** When what the steps of a cycle published was found where it should be, by step; those it was not yet are left out. */
export async function verifiedOf(db: Db, cycle: string): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await sql<{ step: string; at: Instant }>`
    select coalesce(l.step, '') as step, min(k.at) as at
    from log l join publication_checks k
      on k.cycle = l.cycle and k.document_hash = l.detail ->> 'hash' and k.failure is null
    where l.action = 'document-published' and l.cycle = ${cycle}
      and l.id = (select max(id) from log o where o.action = l.action and o.cycle = l.cycle and o.step is not distinct from l.step)
    group by 1`.execute(db);
  return new Map(rows.map(({ step, at }) => [step, at]));
}

/** Hashes of the documents of a cycle that were found where they should be. */
export async function verifiedDocuments(db: Db, cycle: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('publicationChecks')
    .select('documentHash')
    .where('cycle', '=', cycle)
    .where('failure', 'is', null)
    .execute();
  return new Set(rows.map(({ documentHash }) => documentHash));
}

/**
 * Publications that were looked for and are not as they should be.
 * @param hours since they were put on record: a site that is copied elsewhere takes its time
 */
export async function failedPublications(
  db: Db,
  hours: number,
): Promise<readonly Omit<TroubleOf<'publication-unverified'>, 'kind'>[]> {
  const found = [];
  for (const { cycle, step, hash, failure, old } of await unverifiedPublications(db, 1_000)) {
    if (failure === null || old < hours) continue;
    const document = await db
      .selectFrom('documents')
      .select('title')
      .where('cycle', '=', cycle)
      .where('hash', '=', hash)
      .executeTakeFirst();
    found.push({ ...cycleKey(cycle), step, title: document?.title ?? hash, failure });
  }
  return found;
}
