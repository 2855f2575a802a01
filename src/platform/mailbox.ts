import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { Instant } from '../domain/calendar/types.js';
import { instantOfMs } from '../domain/clock.js';
import { isErrno } from './processes.js';

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

/** A message as a list shows it. */
export interface MailSummary {
  /** File name: letters, digits, `-` and `.`; later messages sort after earlier ones. */
  readonly id: string;
  /** What its `Date` says; absent when it says nothing readable. */
  readonly at?: Instant;
  readonly from?: MailAddress;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  readonly messageId?: string;
}

interface MailAttachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A whole message. */
export interface MailMessage extends MailSummary {
  readonly html?: string;
  readonly text?: string;
  readonly attachments: readonly MailAttachment[];
}

/** Which messages to list. */
interface MailQuery {
  /** Part of a recipient's name or address, in any case; absent for all. */
  readonly recipient?: string;
  readonly offset: number;
  readonly limit: number;
}

/** The messages the sink has kept, to be read and nothing else. */
export interface Mailbox {
  /** The latest first, with how many match in all. */
  list(query: MailQuery): Promise<{ readonly total: number; readonly messages: readonly MailSummary[] }>;
  /** Undefined when there is no such message. */
  read(id: string): Promise<MailMessage | undefined>;
}

const ID = /^[A-Za-z0-9-]+\.eml$/;
/** Headers come first; ours are far shorter than this. */
const HEAD_BYTES = 16_384;

/**
 * Opens the sink's folder; one not yet made is an empty mailbox. Messages never change, so each one's headers are read once:
 * a page of the list reads only the messages on it, a search by recipient also those not yet seen.
 */
export function openMailbox(dir: string): Mailbox {
  const seen = new Map<string, MailSummary>();

  const summaryOf = async (id: string): Promise<MailSummary> => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const summary = summarise(id, await simpleParser(await headOf(join(dir, id))));
    seen.set(id, summary);
    return summary;
  };

  return {
    list: async ({ recipient, offset, limit }) => {
      const ids = await idsIn(dir);
      if (recipient === undefined || recipient === '') {
        const page = ids.slice(offset, offset + limit);
        return { total: ids.length, messages: await Promise.all(page.map(summaryOf)) };
      }
      const wanted = recipient.toLowerCase();
      const matching: MailSummary[] = [];
      for (const id of ids) {
        const summary = await summaryOf(id);
        if (summary.to.some((to) => `${to.name ?? ''} ${to.address}`.toLowerCase().includes(wanted)))
          matching.push(summary);
      }
      return { total: matching.length, messages: matching.slice(offset, offset + limit) };
    },

    read: async (id) => {
      if (!ID.test(id)) return undefined;
      const raw = await readOrUndefined(join(dir, id));
      if (raw === undefined) return undefined;
      const mail = await simpleParser(raw);
      return {
        ...summarise(id, mail),
        html: mail.html === false ? undefined : mail.html,
        text: mail.text,
        attachments: mail.attachments.map((part) => ({
          name: part.filename ?? '',
          mime: part.contentType,
          bytes: part.content,
        })),
      };
    },
  };
}

/** The messages to exactly one address, the latest first; each is read only when it is come to. */
export async function* messagesTo(mailbox: Mailbox, address: string): AsyncGenerator<MailMessage> {
  const { messages } = await mailbox.list({ recipient: address, offset: 0, limit: Number.POSITIVE_INFINITY });
  for (const { id, to } of messages) {
    if (!to.some((recipient) => recipient.address === address)) continue;
    const message = await mailbox.read(id);
    if (message !== undefined) yield message;
  }
}

/** All messages in a folder, whole, the latest first: for tests and short mailboxes. */
export async function readMailbox(dir: string): Promise<readonly MailMessage[]> {
  const mailbox = openMailbox(dir);
  const messages = await Promise.all((await idsIn(dir)).map((id) => mailbox.read(id)));
  return messages.filter((message) => message !== undefined);
}

async function idsIn(dir: string): Promise<readonly string[]> {
  try {
    return (await readdir(dir))
      .filter((name) => ID.test(name))
      .sort()
      .reverse();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    const end = start.indexOf('\r\n\r\n');
    return end === -1 ? start : start.subarray(0, end + 4);
  } finally {
    await file.close();
  }
}

async function readOrUndefined(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function summarise(id: string, mail: ParsedMail): MailSummary {
  const from = addressesIn(mail.from)[0];
  return {
    id,
    at: mail.date === undefined || Number.isNaN(mail.date.getTime()) ? undefined : instantOfMs(mail.date.getTime()),
    from,
    to: addressesIn(mail.to),
    subject: mail.subject ?? '',
    messageId: mail.messageId,
  };
}

function addressesIn(field: AddressObject | readonly AddressObject[] | undefined): readonly MailAddress[] {
  const objects = field === undefined ? [] : 'value' in field ? [field] : field;
  return objects
    .flatMap((object) => object.value)
    .flatMap(({ name, address }) => (address === undefined ? [] : [name === '' ? { address } : { name, address }]));
}
