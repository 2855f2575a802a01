import { deliverDue } from '../mail/deliver.js';
import { ACCESS_STEP } from '../register/notices.js';
import { isNoticeDue } from '../register/reading/notices.js';
import type { ReminderDeps } from './reminder-deps.js';

/** Sends what is due of the notices about tokens: no workflow waits for them. One query when there are none. */
export async function sendTokenNotices(
  { register: { db }, post, now }: Pick<ReminderDeps, 'register' | 'post' | 'now'>,
  signal?: AbortSignal,
): Promise<void> {
  if (!(await isNoticeDue(db, ACCESS_STEP, now()))) return;
  await deliverDue({
    db,
    transport: post.transport,
    from: post.from,
    wave: { step: ACCESS_STEP },
    now,
    signal,
  });
}
