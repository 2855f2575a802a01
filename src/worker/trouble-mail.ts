import { randomUUID } from 'node:crypto';
import { looseTroubleMails, planTroubleDigests, planTroubleNotices } from '../activities/trouble-notices.js';
import { msOfInstant } from '../domain/clock.js';
import { deliverDue } from '../mail/deliver.js';
import { renderMessage } from '../mail/render.js';
import { waitingNotices } from '../register/notices.js';
import { markTold } from '../register/trouble-telling.js';
import type { ReminderDeps } from './reminders.js';

/** Sends what no ledger can hold. What the server took is told; what it did not is tried at the next round. */
async function sendLoose({ register: { db }, post, now }: Told): Promise<void> {
  for (const { to, message, troubles } of await looseTroubleMails(db, post, now())) {
    const { outcome } = await post.transport.send({
      ...renderMessage(message),
      messageId: `<${randomUUID()}@${post.domain}>`,
      from: post.from,
      to: { name: to.name, address: to.email },
      date: msOfInstant(now()),
    });
    if (outcome === 'accepted') await markTold(db, troubles, now());
  }
}

type Told = Pick<ReminderDeps, 'post' | 'now'> & { readonly register: Pick<ReminderDeps['register'], 'db'> };

/** Writes to who is to mend what is stuck, once a week of what still is, and sends what has not left of it. */
export async function tellTroubles({ register: { db }, post, now }: Told, signal?: AbortSignal): Promise<void> {
  await planTroubleNotices(db, post, now());
  await planTroubleDigests(db, post, now());
  await sendLoose({ register: { db }, post, now });
  const keys = await waitingNotices(db, ['troubles']);
  if (keys.length === 0) return;
  await deliverDue({
    db,
    transport: post.transport,
    from: post.from,
    wave: { keys },
    now,
    ...(signal === undefined ? {} : { signal }),
  });
}
