import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { CONFIRM_HOURS } from '../domain/token.js';
import { type Db, inTransaction } from './database.js';
import type { Row } from './row.js';
import { type IssuedToken, issueToken } from './tokens.js';
import { hoursFromNow, wallNow } from './wall-clock.js';

/** A token asked for somebody else, who has not confirmed it: nothing can be done with it. Dates are of the wall clock. */
export interface TokenRequest extends Omit<Row<'tokenRequests'>, 'hash' | 'answeredAt'> {
  readonly personName: string;
}

type NewTokenRequest = Pick<TokenRequest, 'entity' | 'person' | 'title' | 'scopes' | 'days' | 'requestedBy'>;

const SECRET_BYTES = 32;
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Asks for a token. @returns the secret of the link to confirm it, for its person's mailbox only */
export async function requestToken(db: Db, request: NewTokenRequest): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await db
    .insertInto('tokenRequests')
    .values({ ...request, hash: hashOf(secret), expiresAt: hoursFromNow(CONFIRM_HOURS) })
    .execute();
  return secret;
}

/** What a link asks to confirm; undefined when it is unknown, used or expired, or its person is no longer in service. */
export async function tokenRequestOf(db: Db, secret: string): Promise<TokenRequest | undefined> {
  return outstanding(db).where('r.hash', '=', hashOf(secret)).executeTakeFirst();
}

/** The requests of an entity that wait for their person, the latest first. */
export async function tokenRequestsOf(db: Db, entity: string): Promise<readonly TokenRequest[]> {
  return outstanding(db).where('r.entity', '=', entity).orderBy('r.requestedAt', 'desc').orderBy('r.hash').execute();
}

/** Confirms a request and issues its token; undefined when it can not be confirmed, or somebody was quicker. */
export async function confirmToken(
  db: Db,
  secret: string,
): Promise<{ readonly request: TokenRequest; readonly token: IssuedToken } | undefined> {
  return inTransaction(db, async (tx) => {
    const request = await tokenRequestOf(tx, secret);
    if (request === undefined) return undefined;
    const taken = await tx
      .updateTable('tokenRequests')
      .set({ answeredAt: wallNow })
      .where('hash', '=', hashOf(secret))
      .where('answeredAt', 'is', null)
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) return undefined;
    const { entity, person, title, scopes, days, requestedBy } = request;
    return { request, token: await issueToken(tx, { entity, person, title, scopes, days, issuedBy: requestedBy }) };
  });
}

const outstanding = (db: Db) =>
  db
    .selectFrom('tokenRequests as r')
    .innerJoin('people as p', (join) => join.onRef('p.entity', '=', 'r.entity').onRef('p.id', '=', 'r.person'))
    .select(['r.entity', 'r.person', 'p.name as personName', 'r.title', 'r.scopes', 'r.days', 'r.requestedBy'])
    .select(['r.requestedAt', 'r.expiresAt'])
    .where('r.answeredAt', 'is', null)
    .where('r.expiresAt', '>', sql<Instant>`now()`)
    .where('p.active', '=', true);
