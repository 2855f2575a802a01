import type { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import { mailWords } from '../words/mail.js';
import { type DueDate, dueIcs } from './due-ics.js';
import { headerAddress, headerText } from './header.js';
import type { RenderedMail } from './render.js';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A mail with its envelope: always one recipient. */
export interface OutgoingMail extends RenderedMail {
  /** With its angle brackets. */
  readonly messageId: string;
  /** What the mail goes on from, each with its angle brackets: mail programs show them together. */
  readonly references?: readonly string[];
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** Milliseconds since the epoch, for the `Date` header. */
  readonly date: number;
}

/**
 * How handing one mail to the server ended.
 * - `accepted`: the server took it upon itself.
 * - `refused`: it will not take this mail, however often it is asked (5xx).
 * - `later`: it did not take it now (4xx, greylisting, no connection). `scope` tells whether it is this mail or the
 *   server: then the others fare no better.
 * - `uncertain`: everything was handed over and no answer came.
 */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly response: string }
  | { readonly outcome: 'refused'; readonly error: string }
  | { readonly outcome: 'later'; readonly scope: 'mail' | 'server'; readonly error: string }
  | { readonly outcome: 'uncertain'; readonly error: string };

export interface MailTransport {
  /** Hands one mail over. Never throws for what the server or the network does. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Mails in the air at once. */
  readonly connections: number;
  close(): void;
}

interface TransportOptions {
  /**
   * `smtp://user:password@host:port`, `smtps://…`. To any server not on this machine mails travel encrypted or not at
   * all, unless the address itself says `?requireTLS=false`.
   */
  readonly url: string;
  readonly connections?: number;
  /** Longest silence of the server before the mail is given up as uncertain, or tried later if it was not handed over. */
  readonly timeoutMs?: number;
}

/** Whether a mail server's address is the machine's own: what is handed to it crosses no network. */
export function isOnThisMachine(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Opens a pool of connections to the mail server; none is made before the first mail. */
export function openTransport({ url, connections = 5, timeoutMs = 120_000 }: TransportOptions): MailTransport {
  const mailer = nodemailer.createTransport({
    url,
    requireTLS: !isOnThisMachine(url),
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    connectionTimeout: Math.min(timeoutMs, 30_000),
    greetingTimeout: Math.min(timeoutMs, 30_000),
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // How far each mail in the air got, by its Message-ID.
  const bodies = new Map<string, Readable>();
  mailer.use('stream', (mail, done) => {
    const { message } = mail;
    const read = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const body = read(options);
      bodies.set(mail.data.messageId ?? '', body);
      return body;
    };
    done();
  });
  return {
    connections,
    close: () => mailer.close(),
    send: async (mail) => {
      try {
        const info = await mailer.sendMail(compose(mail));
        return { outcome: 'accepted', response: String(info.response) };
      } catch (cause) {
        // Once the whole body has left our hands the server may have it, whatever became of the connection.
        return classify(cause, bodies.get(mail.messageId)?.readableEnded === true);
      } finally {
        bodies.delete(mail.messageId);
      }
    },
  };
}

function compose(mail: OutgoingMail): Parameters<ReturnType<typeof nodemailer.createTransport>['sendMail']>[0] {
  const from = { name: headerText(mail.from.name), address: headerAddress(mail.from.address) };
  const to = { name: headerText(mail.to.name), address: headerAddress(mail.to.address) };
  return {
    from,
    to,
    replyTo:
      mail.replyTo === undefined
        ? undefined
        : { name: headerText(mail.replyTo.name), address: headerAddress(mail.replyTo.address) },
    envelope: { from: from.address, to: [to.address] },
    messageId: mail.messageId,
    references: mail.references === undefined ? undefined : [...mail.references],
    date: new Date(mail.date),
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    // Holiday replies would go nowhere; reports of mails that could not be delivered (NDR, DR) must come back.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply, RN, NRN' },
    attachments: attachmentsOf(mail, from),
  };
}

function attachmentsOf({ due, sheet }: OutgoingMail, from: Mailbox) {
  return [
    ...(due === undefined
      ? []
      : [
          {
            filename: mailWords.calendarFile,
            content: calendarOf(due, from),
            contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          },
        ]),
    ...(sheet === undefined ? [] : [{ filename: sheet.name, content: sheet.bytes, contentType: sheet.type }]),
  ];
}

/** Calendar files written last, by what they say: all who are asked the same have the same one. */
const calendars = new Map<string, string>();
const MOST_CALENDARS = 200;

function calendarOf(due: readonly DueDate[], from: Mailbox): string {
  const says = JSON.stringify([due, from]);
  const written = calendars.get(says) ?? dueIcs(due, from);
  if (calendars.size >= MOST_CALENDARS) calendars.clear();
  calendars.set(says, written);
  return written;
}

/** Errors about this mail itself; with any other the server or the network is at fault. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM', 'EFILEACCESS', 'EURLACCESS']);

function classify(cause: unknown, handedOver: boolean): SendOutcome {
  const error = cause instanceof Error ? cause.message : String(cause);
  const code = textField(cause, 'code');
  const command = textField(cause, 'command');
  const reply = numberField(cause, 'responseCode');
  if (cause instanceof Error && cause.name === 'MailRefused') return { outcome: 'refused', error };
  if (reply === undefined) {
    if (handedOver) return { outcome: 'uncertain', error };
    return ABOUT_THE_MAIL.has(code) ? { outcome: 'refused', error } : { outcome: 'later', scope: 'server', error };
  }
  // 421: the server is going away; 503: it lost the thread. Neither is about the mail.
  if (reply === 421 || reply === 503 || !ABOUT_THE_MAIL.has(code)) return { outcome: 'later', scope: 'server', error };
  if (reply < 500) return { outcome: 'later', scope: 'mail', error };
  // A sender the server does not want is our configuration, except for a mail too large for it (552).
  if (command === 'MAIL FROM' && reply !== 552) return { outcome: 'later', scope: 'server', error };
  return { outcome: 'refused', error };
}

function textField(from: unknown, name: string): string {
  const value = field(from, name);
  return typeof value === 'string' ? value : '';
}

function numberField(from: unknown, name: string): number | undefined {
  const value = field(from, name);
  return typeof value === 'number' ? value : undefined;
}

const field = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
