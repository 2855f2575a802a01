import type { Instant } from '../domain/calendar/types.js';
import { deliverDue } from '../mail/deliver.js';
import { ACCESS_STEP } from '../register/notices.js';
import type { ReminderDeps } from './reminder-deps.js';

/** Sends what is due of the notices about tokens: no workflow waits for them. One query when there are none. */
export async function sendTokenNotices(
  { register: { db }, post, now }: Omit<ReminderDeps, 'log'>,
  signal?: AbortSignal,
): Promise<void> {
  if (!(await areDue(db, now()))) return;
  await deliverDue({
    db,
    transport: post.transport,
    from: post.from,
    wave: { step: ACCESS_STEP },
    now,
    ...(signal === undefined ? {} : { signal }),
  });
}

async function areDue(db: ReminderDeps['register']['db'], now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('notices')
    .select('key')
    .where('state', 'in', ['planned', 'uncertain'])
    .where('nextAttemptAt', '<=', now)
    .where('step', '=', ACCESS_STEP)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
