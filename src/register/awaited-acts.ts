import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Facts } from '../domain/trouble-facts.js';
import { type Db, inTransaction } from './database.js';
import { dropEnclosures } from './enclosures.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** An act as it is sent to a workflow. */
export interface SentAct {
  /** What it is sent under: 64 hexadecimal digits, the same for the same act of the same form. */
  readonly id: string;
  readonly workflow: string;
  /** First run of the workflow meant; null: whichever runs. */
  readonly run: string | null;
  /** Name of the update: `extend`. */
  readonly act: string;
  readonly command: object;
}

/** An act nobody has carried out yet, with who asked for it. */
export interface NewAwaitedAct extends SentAct {
  /** `ccms/2016` */
  readonly cycle: string;
  readonly step: string | undefined;
  readonly person: string;
  readonly askedAt: Instant;
}

/** What became of an act. */
export type ActOutcome =
  | { readonly state: 'recorded' }
  | { readonly state: 'refused'; readonly refusal: string }
  /** By an act of somebody: it is not sent again. */
  | { readonly state: 'given-up' };

/** An act as the page tells it; what was asked is gone once it is settled. */
export type AwaitedAct = Row<'awaitedActs', (typeof COLUMNS)[number]>;

const COLUMNS = [
  'id',
  'cycle',
  'step',
  'workflow',
  'run',
  'act',
  'command',
  'person',
  'askedAt',
  'state',
  'refusal',
] as const;

/** Remembers an act until it is known what became of it. @returns the secret of its address, the same for the same act */
export async function awaitAct(db: Db, { step, command, ...act }: NewAwaitedAct): Promise<string> {
  await db
    .insertInto('awaitedActs')
    .values({ ...act, secret: randomBytes(24).toString('base64url'), step: step ?? null, command: json(command) })
    // Asked again after a refusal it is looked at anew, as it is asked now: of the run that is there now.
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet((e) => ({
          state: 'waiting' as const,
          refusal: null,
          command: e.ref('excluded.command'),
          run: e.ref('excluded.run'),
          askedAt: e.ref('excluded.askedAt'),
          recordedAt: e.ref('excluded.recordedAt'),
          settledAt: null,
          failure: null,
        }))
        .where('awaitedActs.state', 'in', ['refused', 'given-up']),
    )
    .execute();
  const { secret } = await db
    .selectFrom('awaitedActs')
    .select('secret')
    .where('id', '=', act.id)
    .executeTakeFirstOrThrow();
  return secret;
}

/** The act whose address has this secret. */
export async function awaitedAct(db: Db, secret: string): Promise<AwaitedAct | undefined> {
  return await awaited(db).where('secret', '=', secret).executeTakeFirst();
}

/**
 * The acts of which nobody knows yet what became, the oldest first, at most `limit`.
 * @param after id of the act after which to go on, whatever became of that one
 */
export async function actsInWaiting(db: Db, limit: number, after?: string): Promise<readonly AwaitedAct[]> {
  return await awaited(db)
    .where('state', '=', 'waiting')
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(recorded_at, id) > (select recorded_at, id from awaited_acts where id = ${after})`),
    )
    .orderBy('recordedAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

const awaited = (db: Db) => db.selectFrom('awaitedActs').select(COLUMNS);

/**
 * Writes what became of an act, and forgets what it said: that is where it was recorded. What came with an act that was not is let go.
 * The first to know is believed.
 * @returns whether it was waiting until now
 */
export async function settleAct(db: Db, id: string, outcome: ActOutcome): Promise<boolean> {
  return await inTransaction(db, async (tx) => {
    const asked = await tx
      .selectFrom('awaitedActs')
      .select('command')
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .forUpdate()
      .executeTakeFirst();
    if (asked === undefined) return false;
    const key: unknown = asked.command && Reflect.get(asked.command, 'key');
    if (outcome.state !== 'recorded' && typeof key === 'string') await dropEnclosures(tx, key);
    await tx
      .updateTable('awaitedActs')
      .set({
        state: outcome.state,
        refusal: outcome.state === 'refused' ? outcome.refusal : null,
        command: null,
        settledAt: sql`now()`,
      })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/** An act of a body that waits to be carried out, by its id. */
export async function actInWaiting(db: Db, entity: string, id: string): Promise<AwaitedAct | undefined> {
  return await awaited(db)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('cycle', 'like', `${entity}/%`)
    .executeTakeFirst();
}

/** Ids of the acts of a body that wait to be carried out, the oldest first. */
export async function waitingOf(db: Db, entity: string): Promise<readonly string[]> {
  const rows = await awaited(db)
    .where('state', '=', 'waiting')
    .where('cycle', 'like', `${entity}/%`)
    .orderBy('recordedAt')
    .execute();
  return rows.map(({ id }) => id);
}

/** Remembers what sending an act failed with, where that says nothing of the act. */
export async function noteFailure(db: Db, id: string, failure: string): Promise<void> {
  await db.updateTable('awaitedActs').set({ failure }).where('id', '=', id).where('state', '=', 'waiting').execute();
}

/** The acts that have waited for so many hours by the wall clock, the oldest first. */
export async function actsWaitingFor(
  db: Db,
  hours: number,
): Promise<Extract<Facts, { readonly about: 'acts' }>['acts']> {
  const rows = await db
    .selectFrom('awaitedActs as a')
    .innerJoin('cycles as c', 'c.id', 'a.cycle')
    .select(['a.id', 'a.act', 'a.step', 'a.askedAt as since', 'a.failure', 'c.entity', 'c.exercise'])
    .where('a.state', '=', 'waiting')
    .where(sql<boolean>`a.recorded_at <= now() - make_interval(hours => ${hours}::int)`)
    .orderBy('a.recordedAt')
    .execute();
  return rows.map(({ step, failure, ...act }) => {
    const of = step === null ? act : { ...act, step };
    return failure === null ? of : { ...of, failure };
  });
}
