import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../domain/calendar/types.js';
import { type Db, inTransaction } from './database.js';

/** Whose calendar a secret address opens. */
interface CalendarFeed {
  readonly entity: string;
  readonly person: string;
  readonly issuedAt: Instant;
}

/**
 * Gives a person a new secret address; the one before opens nothing any more.
 * @returns the secret, which is nowhere else: only its hash is kept
 */
export async function issueFeed(db: Db, feed: CalendarFeed): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  await inTransaction(db, async (tx) => {
    await revokeFeed(tx, feed, feed.issuedAt);
    await tx
      .insertInto('calendarFeeds')
      .values({ ...feed, hash: hashOf(secret), revokedAt: null })
      .execute();
  });
  return secret;
}

/** Shuts a person's address, if there is one. */
export async function revokeFeed(db: Db, of: Pick<CalendarFeed, 'entity' | 'person'>, at: Instant): Promise<void> {
  await db
    .updateTable('calendarFeeds')
    .set({ revokedAt: at })
    .where('entity', '=', of.entity)
    .where('person', '=', of.person)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Whose calendar a secret opens; undefined for one unknown or revoked, or of who is no longer in service. One indexed query. */
export async function feedBySecret(db: Db, secret: string): Promise<CalendarFeed | undefined> {
  return db
    .selectFrom('calendarFeeds as feed')
    .innerJoin('people', (join) =>
      join.onRef('people.entity', '=', 'feed.entity').onRef('people.id', '=', 'feed.person'),
    )
    .select(['feed.entity', 'feed.person', 'feed.issuedAt'])
    .where('feed.hash', '=', hashOf(secret))
    .where('feed.revokedAt', 'is', null)
    .where('people.active', '=', true)
    .executeTakeFirst();
}

/** The address a person has now, without its secret. One indexed query. */
export async function feedOf(db: Db, entity: string, person: string): Promise<CalendarFeed | undefined> {
  return db
    .selectFrom('calendarFeeds')
    .select(['entity', 'person', 'issuedAt'])
    .where('entity', '=', entity)
    .where('person', '=', person)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
