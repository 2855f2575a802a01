import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { type Scope, USUAL_SCOPES } from '../domain/token.js';
import type { Db } from './database.js';
import type { Row } from './row.js';
import { daysFromNow, wallNow } from './wall-clock.js';

/** What another program may be, for whom, and until when. Dates are of the wall clock. */
export interface TokenRecord extends Omit<Row<'apiTokens'>, 'hash'> {
  /** What people call it by: the first digits of the hash of its secret. */
  readonly reference: string;
  readonly personName: string;
}

interface NewToken {
  readonly entity: string;
  readonly person: string;
  readonly title: string;
  /** `USUAL_SCOPES` unless said. */
  readonly scopes?: readonly Scope[];
  readonly issuedBy: string;
  readonly days: number;
}

export interface IssuedToken {
  readonly secret: string;
  readonly reference: string;
}

/** What every token begins with, so that one left in a file is found by who looks for it. */
const PREFIX = 'ciclo_';
const SECRET_BYTES = 32;
const REFERENCE_LENGTH = 12;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Issues a token; its secret is told this once, the register keeps its hash. That its person wants it is for the caller to know. */
export async function issueToken(db: Db, { days, scopes = USUAL_SCOPES, ...token }: NewToken): Promise<IssuedToken> {
  const secret = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const hash = hashOf(secret);
  await db
    .insertInto('apiTokens')
    .values({ ...token, scopes, hash, expiresAt: daysFromNow(days) })
    .execute();
  return { secret, reference: hash.slice(0, REFERENCE_LENGTH) };
}

/** The token a secret stands for; undefined when unknown, revoked or expired, or its person is no longer in service. */
export async function tokenOf(db: Db, secret: string): Promise<TokenRecord | undefined> {
  const row = await selectTokens(db)
    .where('t.hash', '=', hashOf(secret))
    .where('t.revokedAt', 'is', null)
    .where('t.expiresAt', '>', sql<Instant>`now()`)
    .where('p.active', '=', true)
    .executeTakeFirst();
  return row === undefined ? undefined : recordOf(row);
}

/** Every token ever issued in an entity, the latest first. */
export async function tokensOf(db: Db, entity: string): Promise<readonly TokenRecord[]> {
  const rows = await selectTokens(db)
    .where('t.entity', '=', entity)
    .orderBy('t.issuedAt', 'desc')
    .orderBy('t.hash')
    .execute();
  return rows.map(recordOf);
}

/** Takes a token back. @returns false when the entity has none of this reference that still stands */
export async function revokeToken(db: Db, entity: string, reference: string): Promise<boolean> {
  if (!/^[0-9a-f]{12}$/.test(reference)) return false;
  const rows = await db
    .updateTable('apiTokens')
    .set({ revokedAt: wallNow })
    .where('entity', '=', entity)
    .where('hash', 'like', `${reference}%`)
    .where('revokedAt', 'is', null)
    .returning('hash')
    .execute();
  return rows.length > 0;
}

const selectTokens = (db: Db) =>
  db
    .selectFrom('apiTokens as t')
    .innerJoin('people as p', (join) => join.onRef('p.entity', '=', 't.entity').onRef('p.id', '=', 't.person'))
    .select(['t.hash', 't.entity', 't.person', 'p.name as personName', 't.title', 't.scopes', 't.issuedBy'])
    .select(['t.issuedAt', 't.expiresAt', 't.revokedAt']);

function recordOf({ hash, ...row }: Omit<TokenRecord, 'reference'> & { readonly hash: string }): TokenRecord {
  return { reference: hash.slice(0, REFERENCE_LENGTH), ...row };
}
