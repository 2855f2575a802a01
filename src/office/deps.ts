import type { Logger } from 'pino';
import type { Invitations } from '../access/invitations.js';
import type { Instant } from '../domain/calendar/types.js';
import type { Clock } from '../domain/clock.js';
import type { Mailbox, MailTransport } from '../mail/transport.js';
import type { Connections } from '../platform/connections.js';
import type { SiteStore } from '../platform/site-stores/store.js';
import type { ClockGuard } from '../register/clock-guard.js';
import type { Register } from '../register/database.js';
import type { Bodies } from '../seeds/bodies.js';

/** How mail leaves this installation. */
export interface Post {
  readonly transport: MailTransport;
  readonly from: Mailbox;
  /** Right-hand side of the Message-IDs. */
  readonly domain: string;
  /** What links in mails begin with, without a slash at the end. */
  readonly consoleUrl: string;
  readonly clock: () => Clock;
}

/** What activities are made from: everything they touch comes in here, once, at the worker's start. */
export interface Deps {
  readonly register: Register;
  /** Entities, templates, policies and plans as data files. */
  readonly bodies: Bodies;
  readonly post: Post;
  /** The links by which mails let people in. */
  readonly invitations: Invitations;
  /** Where automatic sources read from; absent: nowhere. */
  readonly connections?: Connections;
  /** Folder of the static site of what is published. */
  readonly publicDir: string;
  /** Where that site is carried to be read; absent: it is read from the folder. */
  readonly siteStore?: SiteStore | undefined;
  /** Seed of a rehearsal's simulated values; absent in production. */
  readonly rehearsalSeed?: number;
  /** Holds what is of the law while nobody knows what time it is; absent where the calendar is no law's. */
  readonly guard?: ClockGuard;
  readonly log: Logger;
  /** What the calendar shows now. */
  now(): Instant;
}
