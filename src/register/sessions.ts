import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { hoursFromNow, minutesFromNow, wallNow } from './wall-clock.js';

/** How somebody proved who they are. */
export type SignInMeans = 'mail' | 'oidc' | 'rehearsal';

const SECRET_BYTES = 32;
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A new sign-in link's secret; of it the register keeps the hash. Minutes and dates are of the wall clock. */
export async function issueSignInLink(db: Db, email: string, minutes: number): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await db
    .insertInto('signInLinks')
    .values({ hash: hashOf(secret), email: email.toLowerCase(), expiresAt: minutesFromNow(minutes) })
    .execute();
  return secret;
}

/** The address a sign-in link stands for while it can still be used; undefined when unknown, used or expired. */
export async function readSignInLink(db: Db, secret: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('signInLinks')
    .select('email')
    .where('hash', '=', hashOf(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sql<Instant>`now()`)
    .executeTakeFirst();
  return row?.email;
}

/** Uses a sign-in link up and answers its address; undefined when it can not be used, or somebody was quicker. */
export async function useSignInLink(db: Db, secret: string): Promise<string | undefined> {
  const row = await db
    .updateTable('signInLinks')
    .set({ usedAt: wallNow })
    .where('hash', '=', hashOf(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sql<Instant>`now()`)
    .returning('email')
    .executeTakeFirst();
  return row?.email;
}

/** Begins a session and answers its secret, for the cookie. */
export async function beginSession(db: Db, email: string, means: SignInMeans, hours: number): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await db
    .insertInto('sessions')
    .values({ hash: hashOf(secret), email: email.toLowerCase(), means, expiresAt: hoursFromNow(hours) })
    .execute();
  return secret;
}

export interface Session {
  readonly email: string;
  readonly means: SignInMeans;
}

/** How long a link lasts, in minutes of the wall clock. */
export const LINK_MINUTES = 15;

/** Minutes after which a session nobody uses is over. */
export const IDLE_MINUTES = 60;

/** A session is standing until it is ended, has lasted, or has not been used for too long. */
const standing = sql<boolean>`ended_at is null and expires_at > now()
  and seen_at > now() - make_interval(mins => ${sql.lit(IDLE_MINUTES)})`;

/**
 * The session a cookie stands for; undefined when unknown, ended or expired.
 * @param used whether somebody is using it now: what a page asks for by itself keeps no session alive
 */
export async function sessionOf(db: Db, secret: string, used = true): Promise<Session | undefined> {
  const hash = hashOf(secret);
  const found = await db
    .selectFrom('sessions')
    .select(['email', 'means', sql<boolean>`seen_at < now() - interval '1 minute'`.as('seenLongAgo')])
    .where('hash', '=', hash)
    .where(standing)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  if (used && found.seenLongAgo)
    await db.updateTable('sessions').set({ seenAt: wallNow }).where('hash', '=', hash).execute();
  return { email: found.email, means: found.means };
}

/** A session of somebody of a body, as who administers sees it. Moments are of the wall clock. */
export interface SessionRecord {
  /** What people call it by: the first digits of the hash of its secret. */
  readonly reference: string;
  /** Id of the person in the body. */
  readonly person: string;
  readonly personName: string;
  readonly means: SignInMeans;
  readonly beganAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
}

const REFERENCE_LENGTH = 12;
const reference = sql<string>`left(sessions.hash, ${sql.lit(REFERENCE_LENGTH)})`;

/** The standing sessions of who is in service of a body, the one used last first. */
export async function sessionsOf(db: Db, entity: string): Promise<readonly SessionRecord[]> {
  return db
    .selectFrom('sessions')
    .innerJoin('people', (join) => join.on(sql`lower(people.email)`, '=', sql.ref('sessions.email')))
    .select(['people.id as person', 'people.name as personName', 'sessions.means'])
    .select(['sessions.beganAt', 'sessions.seenAt', 'sessions.expiresAt', reference.as('reference')])
    .where('people.entity', '=', entity)
    .where('people.active', '=', true)
    .where(standing)
    .orderBy('sessions.seenAt', 'desc')
    .orderBy('reference')
    .execute();
}

/** Ends somebody's session. @returns false when none of this reference stands */
export async function endSessionNamed(db: Db, name: string): Promise<boolean> {
  const rows = await db
    .updateTable('sessions')
    .set({ endedAt: wallNow })
    .where(reference, '=', name)
    .where(standing)
    .returning('hash')
    .execute();
  return rows.length > 0;
}

export async function endSession(db: Db, secret: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ endedAt: wallNow })
    .where('hash', '=', hashOf(secret))
    .where('endedAt', 'is', null)
    .execute();
}
