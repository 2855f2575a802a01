import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { type NewFile, type StepRun, saveAct, saveAttachment } from './acts.js';
import type { Db } from './database.js';
import { addDelayReason } from './delays.js';
import { documentHash } from './documents.js';

/** What comes with an act: a file of a board's act, a file of a task, why a step is late. */
export type Enclosed =
  | { readonly kind: 'act' | 'attachment'; readonly file: Pick<NewFile, 'name' | 'mime' | 'bytes'> }
  | { readonly kind: 'delay-reason'; readonly reason: string };

/** What comes with one act, with who sends it and where the act belongs. */
interface Enclosing extends StepRun {
  /** Key of the act. */
  readonly key: string;
  readonly person: string;
  readonly actingFor: string | undefined;
  readonly at: Instant;
  readonly enclosed: readonly Enclosed[];
}

/** Lets what comes with an act wait for it. Idempotent: an act sent twice has sent it once. */
export async function holdEnclosures(db: Db, enclosing: Enclosing): Promise<void> {
  const { key, cycle, step, run, person, actingFor, at, enclosed } = enclosing;
  if (enclosed.length === 0) return;
  await db
    .insertInto('enclosures')
    .values(
      enclosed.map((one, ordinal) => ({
        key,
        ordinal,
        cycle,
        step,
        run,
        kind: one.kind,
        byPerson: person,
        actingFor: actingFor ?? null,
        at,
        ...contentOf(one),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
}

function contentOf(one: Enclosed) {
  if (one.kind === 'delay-reason') return { reason: one.reason, hash: null, name: null, mime: null, bytes: null };
  const { name, mime, bytes } = one.file;
  return { reason: null, hash: documentHash(bytes), name, mime, bytes: Buffer.from(bytes) };
}

/**
 * Puts what came with an act where it belongs, in the transaction that records the act.
 * @returns the reasons of a delay among it, which are not in the log yet
 */
export async function keepEnclosures(tx: Db, key: string): Promise<readonly string[]> {
  const rows = await tx.deleteFrom('enclosures').where('key', '=', key).returningAll().execute();
  const reasons: string[] = [];
  for (const row of rows.sort((a, b) => a.ordinal - b.ordinal)) {
    const { cycle, step, run, at, kind, name, mime, bytes, reason, byPerson } = row;
    const actingFor = row.actingFor ?? undefined;
    if (kind === 'delay-reason') {
      const added = await addDelayReason(tx, {
        cycle,
        step,
        run,
        key,
        person: byPerson,
        actingFor,
        reason: reason ?? '',
        at,
      });
      if (added) reasons.push(reason ?? '');
      continue;
    }
    if (name === null || mime === null || bytes === null) throw new Error(`enclosure ${key}/${row.ordinal} is no file`);
    const file = { name, mime, bytes, uploadedBy: byPerson, actingFor, at };
    if (kind === 'act') await saveAct(tx, key, file);
    else await saveAttachment(tx, { cycle, step, run }, file);
  }
  return reasons;
}

/** The files that wait under a key, as they came. */
export async function enclosedFiles(db: Db, key: string): Promise<readonly Pick<NewFile, 'name' | 'mime' | 'bytes'>[]> {
  const rows = await db.selectFrom('enclosures').selectAll().where('key', '=', key).orderBy('ordinal').execute();
  return rows.flatMap(({ name, mime, bytes }) =>
    name === null || mime === null || bytes === null ? [] : [{ name, mime, bytes: new Uint8Array(bytes) }],
  );
}

/** Lets go of what came with an act that was refused. */
export async function dropEnclosures(db: Db, key: string): Promise<void> {
  await db.deleteFrom('enclosures').where('key', '=', key).execute();
}

/** Days by the wall clock after which nobody waits for the act any more; a worker away for as long comes back to a Ciclo mended by hand. */
const KEPT_DAYS = 30;

/**
 * Lets go of what came with acts of which nothing was heard, and that nobody awaits. What waits for a cycle that has not begun is awaited.
 * @returns how many files and reasons
 */
export async function dropForgottenEnclosures(db: Db): Promise<number> {
  const gone = await db
    .deleteFrom('enclosures')
    .where(sql<boolean>`recorded_at < now() - make_interval(days => ${KEPT_DAYS}::int)`)
    .where((e) => e.exists(e.selectFrom('steps as s').select('s.id').whereRef('s.cycle', '=', 'enclosures.cycle')))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('awaitedActs as a')
            .select('a.id')
            .where('a.state', '=', 'waiting')
            .where(sql<boolean>`a.command ->> 'key' = enclosures.key`),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Lets go of what came with acts that are not on record, in some cycles. */
export async function dropEnclosuresOf(db: Db, cycles: readonly string[]): Promise<void> {
  await db
    .deleteFrom('enclosures')
    .where('cycle', 'in', [...cycles])
    .execute();
}

/** Lets go of what a person sent with acts that are not on record, also for cycles that have not begun. @returns how much */
export async function dropEnclosuresBy(db: Db, entity: string, person: string): Promise<number> {
  const gone = await db
    .deleteFrom('enclosures')
    .where(sql<boolean>`split_part(cycle, '/', 1) = ${entity}`)
    .where('byPerson', '=', person)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
