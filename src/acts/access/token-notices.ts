import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import type { TokenNotice } from '../../mail/message.js';
import type { BodyCycle } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import { ACCESS_STEP, planNotices } from '../../register/notices.js';
import type { Person } from '../../register/people.js';

/** Where tokens are dealt with, and as when. */
export interface TokenDesk {
  readonly db: Db;
  /** What the calendar shows now. */
  readonly now: Instant;
  readonly consoleUrl: string;
  /** Right-hand side of the Message-IDs. */
  readonly domain: string;
}

type Told = Pick<TokenNotice, 'moment' | 'title' | 'scopes' | 'requestedBy' | 'days' | 'reference' | 'link'>;

/** Puts a notice in the ledger: whoever has a worker at work sends it within a minute. */
export async function tellOfToken(
  { db, now, domain }: TokenDesk,
  cycle: BodyCycle,
  person: Person,
  told: Told,
  occasion: string,
  on = romeDate(now),
): Promise<void> {
  const message: TokenNotice = {
    kind: 'token',
    entity: { id: person.entity, name: cycle.entityName },
    exercise: cycle.exercise,
    recipient: person.name,
    simulated: cycle.simulated,
    at: now,
    ...told,
  };
  const notice = {
    cycle: cycle.id,
    step: ACCESS_STEP,
    kind: message.kind,
    on,
    person: person.id,
    occasion,
    to: { name: person.name, address: person.email },
    message,
    simulated: cycle.simulated,
    dueAt: now,
  };
  await planNotices(db, [notice], domain);
}

/** Where tokens are told of. */
export const docs = ({ consoleUrl }: TokenDesk): string => `${consoleUrl}/api/v1/documentazione`;
