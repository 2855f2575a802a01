import { planTroubleDigests, planTroubleNotices } from '../activities/trouble-notices.js';
import { deliverDue } from '../mail/deliver.js';
import { waitingNotices } from '../register/notices.js';
import type { ReminderDeps } from './reminders.js';

/** Writes to who is to mend what is stuck, once a week of what still is, and sends what has not left of it. */
export async function tellTroubles(
  { register: { db }, post, now }: Omit<ReminderDeps, 'log'>,
  signal?: AbortSignal,
): Promise<void> {
  await planTroubleNotices(db, post, now());
  await planTroubleDigests(db, post, now());
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
