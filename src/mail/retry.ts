import type { Instant } from '../domain/calendar/types.js';
import { instantOfMs, msOfInstant } from '../domain/clock.js';

/** Calendar minutes between one attempt and the next; the last goes on. Greylisting servers ask for a few minutes. */
const MINUTES = [1, 5, 10, 15, 30, 60] as const;

/** As mail servers do (RFC 5321, 4.5.4.1: at least 4 to 5 days). */
const GIVE_UP_AFTER_DAYS = 5;

/** In a rehearsal five days pass in a second: giving up also takes this many attempts. */
const GIVE_UP_AFTER_ATTEMPTS = 12;

/**
 * When a mail the server did not take goes again, in calendar time; undefined when it is time to give up.
 * @param attempts those made, this one included
 */
export function nextAttempt(now: Instant, attempts: number, firstAttemptAt: Instant): Instant | undefined {
  const elapsed = msOfInstant(now) - msOfInstant(firstAttemptAt);
  if (elapsed >= GIVE_UP_AFTER_DAYS * 86_400_000 && attempts >= GIVE_UP_AFTER_ATTEMPTS) return undefined;
  const minutes = MINUTES[Math.min(attempts, MINUTES.length) - 1] ?? MINUTES[0];
  return instantOfMs(msOfInstant(now) + minutes * 60_000);
}
