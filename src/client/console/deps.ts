import type { Instant } from '../../domain/calendar/types.js';
import type { Log } from '../../platform/log.js';
import type { Mailbox } from '../../platform/mailbox.js';
import type { Register } from '../../register/database.js';

/** What the console is made from. */
export interface ConsoleDeps {
  readonly register: Register;
  /** The rehearsal's mailbox; absent where mail really leaves. */
  readonly mailbox?: Mailbox;
  /** What the calendar shows now. */
  readonly clock: () => Instant;
  readonly log: Pick<Log, 'line'>;
}
