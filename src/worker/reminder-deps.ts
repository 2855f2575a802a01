import type { Logger } from 'pino';
import type { Invitations } from '../access/invitations.js';
import type { Instant } from '../domain/calendar/types.js';
import type { MailHours } from '../domain/follow-up.js';
import type { Mailbox, MailTransport } from '../mail/transport.js';
import type { ClockGuard } from '../register/clock-guard.js';
import type { Register } from '../register/database.js';

/** What the reminders are made from. */
export interface ReminderDeps {
  readonly register: Register;
  readonly post: {
    readonly transport: MailTransport;
    readonly from: Mailbox;
    readonly domain: string;
    readonly consoleUrl: string;
  };
  readonly invitations: Pick<Invitations, 'links'>;
  readonly log: Logger;
  /** What the calendar shows now. */
  now(): Instant;
  /** Which hours mails may leave in; absent: those that are open. */
  readonly hours?: MailHours;
  /** Absent where the calendar is no law's: in a rehearsal. */
  readonly guard?: ClockGuard;
}
