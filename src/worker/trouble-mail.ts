import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { msOfInstant } from '../domain/clock.js';
import { deliverDue } from '../mail/deliver.js';
import { renderMessage } from '../mail/render.js';
import { nextAttempt } from '../mail/retry.js';
import { looseTroubleMails, planTroubleDigests, planTroubleNotices } from '../office/trouble-notices.js';
import { alone } from '../register/alone.js';
import { spaceOf } from '../register/database.js';
import { waitingNotices } from '../register/notices.js';
import { contactFor } from '../register/reading/contact.js';
import { markTold } from '../register/trouble-telling.js';
import type { ReminderDeps } from './reminder-deps.js';

type Told = Pick<ReminderDeps, 'post' | 'now'> & { readonly register: Pick<ReminderDeps['register'], 'db'> };

/** How far a mail that no ledger holds has come; `again` is absent when nothing more is to be done. */
interface Attempts {
  readonly made: number;
  readonly first: Instant;
  readonly again?: Instant;
}

/**
 * Writes to who is to mend what is stuck, once a week of what still is, and sends what has not left of it.
 * @returns one round at each call; it remembers what the server did not take yet, and when that goes again
 */
export function troubleTeller({ register: { db }, post, now }: Told): (signal?: AbortSignal) => Promise<void> {
  let attempts: ReadonlyMap<string, Attempts> = new Map();
  const loose = async (): Promise<void> => {
    attempts = await sendLoose({ register: { db }, post, now }, attempts);
  };
  return async (signal) => {
    await planTroubleNotices(db, post, now());
    await planTroubleDigests(db, post, now());
    await alone(db, 'mails about what is stuck', loose);
    const keys = await waitingNotices(db, ['troubles']);
    if (keys.length === 0) return;
    await deliverDue({
      db,
      transport: post.transport,
      from: post.from,
      wave: { keys },
      now,
      signal,
    });
  };
}

/**
 * Sends what no ledger can hold. A trouble is told once each of its mails is done with: taken, refused, without an answer, or
 * tried for as long as any other.
 * @returns how far those have come that are not
 */
async function sendLoose(
  { register: { db }, post, now }: Told,
  before: ReadonlyMap<string, Attempts>,
): Promise<ReadonlyMap<string, Attempts>> {
  const after = new Map<string, Attempts>();
  const [told, waiting] = [new Set<number>(), new Set<number>()];
  const mails = await looseTroubleMails(db, post, now());
  const space = mails.length === 0 ? '' : await spaceOf(db);
  for (const { to, message, troubles } of mails) {
    const messageId = `<${hashOf([space, to.id, ...troubles])}@${post.domain}>`;
    let standing = before.get(messageId) ?? { made: 0, first: now(), again: now() };
    if (standing.again !== undefined && standing.again <= now()) {
      const { outcome } = await post.transport.send({
        ...renderMessage(message, await contactFor(db, message.entity.id, romeDate(now()))),
        messageId,
        from: post.from,
        to: { name: to.name, address: to.email },
        date: msOfInstant(now()),
      });
      const [made, first] = [standing.made + 1, standing.first];
      const again = outcome === 'later' ? nextAttempt(now(), made, first) : undefined;
      standing = { made, first, again };
    }
    after.set(messageId, standing);
    for (const id of troubles) (standing.again === undefined ? told : waiting).add(id);
  }
  await markTold(
    db,
    [...told].filter((id) => !waiting.has(id)),
    now(),
  );
  return after;
}

/** The same for the same mail, whoever sends it: who gets it twice can see that it is one. */
const hashOf = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 40);
