import type { Instant } from '../../domain/calendar/types.js';

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

/** One line of the list. */
export interface MailSummary {
  /** Letters, digits, `-`, `_` and `.` only: it goes into addresses of pages. */
  readonly id: string;
  /** What its `Date` says; absent when it says nothing readable. */
  readonly at?: Instant;
  readonly from?: MailAddress;
  readonly to: readonly MailAddress[];
  readonly subject: string;
}

export interface MailAttachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

export interface MailMessage extends MailSummary {
  readonly html?: string;
  readonly text?: string;
  readonly attachments: readonly MailAttachment[];
}

export interface MailQuery {
  /** Part of a recipient's name or address, in any case; absent for all. */
  readonly recipient?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Where a rehearsal's mails end, to be read and nothing else. */
export interface Mailbox {
  /** The latest first, with how many match in all. */
  list(query: MailQuery): Promise<{ readonly total: number; readonly messages: readonly MailSummary[] }>;
  /** Undefined when there is no such message. */
  read(id: string): Promise<MailMessage | undefined>;
}
