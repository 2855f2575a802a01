import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';

/** How somebody proved who they are. */
export type Means = 'mail' | 'oidc' | 'rehearsal';

const SECRET_BYTES = 32;
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A new sign-in link's secret; of it the register keeps the hash. Minutes and dates are of the wall clock. */
export async function issueSignInLink(db: Db, email: string, minutes: number): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await db
    .insertInto('signInLinks')
    .values({ hash: hashOf(secret), email: email.toLowerCase(), expiresAt: inMinutes(minutes) })
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
    .set({ usedAt: new Date() })
    .where('hash', '=', hashOf(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sql<Instant>`now()`)
    .returning('email')
    .executeTakeFirst();
  return row?.email;
}

/** Begins a session and answers its secret, for the cookie. */
export async function beginSession(db: Db, email: string, means: Means, hours: number): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await db
    .insertInto('sessions')
    .values({ hash: hashOf(secret), email: email.toLowerCase(), means, expiresAt: inMinutes(hours * 60) })
    .execute();
  return secret;
}

export interface Session {
  readonly email: string;
  readonly means: Means;
}

/** The session a cookie stands for; undefined when unknown, ended or expired. */
export async function sessionOf(db: Db, secret: string): Promise<Session | undefined> {
  return db
    .selectFrom('sessions')
    .select(['email', 'means'])
    .where('hash', '=', hashOf(secret))
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', sql<Instant>`now()`)
    .executeTakeFirst();
}

export async function endSession(db: Db, secret: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ endedAt: new Date() })
    .where('hash', '=', hashOf(secret))
    .where('endedAt', 'is', null)
    .execute();
}

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);
