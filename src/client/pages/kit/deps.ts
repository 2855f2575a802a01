import type { MiddlewareHandler } from 'hono';
import type { Invitations } from '../../../access/invitations.js';
import type { OidcSignIn } from '../../../access/oidc.js';
import type { Actions } from '../../../acts/actions.js';
import type { Instant } from '../../../domain/calendar/types.js';
import type { Mailbox as Address, MailTransport } from '../../../mail/transport.js';
import type { Log } from '../../../platform/log.js';
import type { Mailbox } from '../../../platform/mailbox.js';
import type { Register } from '../../../register/database.js';
import type { Bodies } from '../../../seeds/bodies.js';
import type { LimitTable } from './limits.js';

/** What the console is made from. */
export interface ConsoleDeps {
  readonly register: Register;
  /** What people do to a cycle through the pages. */
  readonly actions: Actions;
  /** Reads the links by which mails let people in. */
  readonly invitations: Invitations;
  /** How sign-in links leave. */
  readonly post: { readonly transport: MailTransport; readonly from: Address };
  /** How people reach the console, without a slash at the end. */
  readonly consoleUrl: string;
  /** Whether who has not signed in may read, and sign in as anybody of the cast: only in a rehearsal. */
  readonly rehearsal: boolean;
  /** How people sign in; by mailed link alone unless said. */
  readonly signIn?: { readonly mail: boolean; readonly oidc?: OidcSignIn };
  /** Proxies of ours before the console; none unless said. */
  readonly proxies?: number;
  /** Watches every request before anything else; nothing does unless said. */
  readonly watching?: readonly MiddlewareHandler[];
  /** How often links and calls may be asked for; `LIMITS` unless said. */
  readonly limits?: LimitTable;
  /** Milliseconds a page waits for an answer of the register; `SOMEBODY_WAITS_MS` unless said. */
  readonly patienceMs?: number;
  /** The rehearsal's mailbox; absent where mail really leaves. */
  readonly mailbox?: Mailbox;
  /** Whether mails stay on this machine, for want of a mail server. */
  readonly mailStays?: boolean;
  /** The folder they stay in, where who looks at the console sits at this machine. */
  readonly mailFolder?: string;
  /** Milliseconds that requests for a sign-in link wait, at least and at most; `LINK_PAUSE_MS` unless said. */
  readonly linkPauseMs?: readonly [number, number];
  /** Plans a calendar from the data files, to suppose another; absent where there are none. */
  readonly calendarOf?: Bodies['calendar'];
  /** The data files of the bodies: what documents print beside what is on record. */
  readonly bodies: Bodies;
  /** Whether the Temporal server answers; absent where the console does not know one. */
  readonly reachesTemporal?: () => Promise<boolean>;
  /** What the calendar shows now. */
  readonly clock: () => Instant;
  readonly log: Pick<Log, 'line'>;
}

/** Whether who has no session can have a link mailed; else the body's own service lets people in. */
export const signsInByMail = ({ signIn }: Pick<ConsoleDeps, 'signIn'>): boolean => signIn?.mail ?? true;
