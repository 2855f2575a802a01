import { createHash } from 'node:crypto';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { err, ok, type Result } from '../domain/result.js';
import type { ReportedMail } from '../register/mail-reports.js';

/** Why a mail says nothing about the delivery of another: a holiday reply, a receipt of good delivery, anything else. */
type NoReport = 'not-a-report' | 'nothing-failed' | 'no-message-id';

const LONGEST_REASON = 500;

/**
 * Reads a report of delivery: RFC 3464 as mail servers send it, or the *ricevute* of certified mail (PEC, D.M. 2/11/2005,
 * annex: `daticert.xml`), of which only the failures and delays count.
 * @param raw the mail as the mailbox or the mail server's pipe gives it
 */
export async function readDeliveryReport(raw: Buffer): Promise<Result<readonly ReportedMail[], NoReport>> {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipImageLinks: true });
  const found = certified(mail) ?? statusOf(mail);
  if (found === undefined) return err('not-a-report');
  if (found.length === 0) return err('nothing-failed');
  const messageIds = messageIdsIn(raw, mail);
  if (messageIds.length === 0) return err('no-message-id');
  const report = createHash('sha256').update(raw).digest('hex');
  return ok(
    found.map((one) => ({
      ...one,
      key: createHash('sha256').update(`${report} ${one.recipient}`).digest('hex'),
      messageIds,
    })),
  );
}

type Found = Omit<ReportedMail, 'key' | 'messageIds'>;

/** The fields of `message/delivery-status`, a group for each recipient after the first one about the report itself. */
function statusOf(mail: ParsedMail): readonly Found[] | undefined {
  const status = mail.attachments.find((part) => part.contentType === 'message/delivery-status');
  if (status === undefined) return undefined;
  const groups = status.content
    .toString('utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(fieldsIn);
  return groups.flatMap((fields): readonly Found[] => {
    const recipient = afterType(fields.get('final-recipient') ?? fields.get('original-recipient'));
    const action = (fields.get('action') ?? '').toLowerCase();
    const outcome = action === 'failed' || action === 'delayed' ? action : undefined;
    if (recipient === undefined || outcome === undefined) return [];
    const code = /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
    const reason = oneLine(afterType(fields.get('diagnostic-code')) ?? fields.get('status') ?? action);
    return [{ recipient, outcome, reason, status: code }];
  });
}

function fieldsIn(group: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** `rfc822; anna@ente.example` → `anna@ente.example` */
function afterType(field: string | undefined): string | undefined {
  const value = field?.slice(field.indexOf(';') + 1).trim();
  return value === undefined || value === '' ? undefined : oneLine(value.replace(/^<(.*)>$/, '$1'));
}

/** Kinds of certified receipts that say a mail was not, or is not yet, delivered. */
const NOT_DELIVERED: Readonly<Record<string, Found['outcome']>> = {
  'non-accettazione': 'failed',
  'errore-consegna': 'failed',
  'rilevazione-virus': 'failed',
  'preavviso-errore-consegna': 'delayed',
};

function certified(mail: ParsedMail): readonly Found[] | undefined {
  const kind = header(mail, 'x-ricevuta')?.toLowerCase();
  const data = mail.attachments.find((part) => part.filename?.toLowerCase() === 'daticert.xml');
  if (kind === undefined || data === undefined) return undefined;
  const outcome = NOT_DELIVERED[kind];
  if (outcome === undefined) return [];
  const xml = data.content.toString('utf8');
  const recipient = element(xml, 'consegna') ?? element(xml, 'destinatari');
  if (recipient === undefined) return [];
  return [{ recipient, outcome, reason: oneLine(element(xml, 'errore-esteso') ?? mail.subject ?? kind) }];
}

/** Text of the first element of a name; these files are flat and made by a program. */
function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]{1,2000})</${name}>`).exec(xml)?.[1]?.trim();
  return text === undefined || text === '' ? undefined : oneLine(unescaped(text));
}

const unescaped = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );

function header(mail: ParsedMail, name: string): string | undefined {
  const value = mail.headers.get(name);
  return typeof value === 'string' ? value.trim() : undefined;
}

/** Every Message-ID in the report, wherever its server put the mail it is about: whole, headers only, or referred to. */
function messageIdsIn(raw: Buffer, mail: ParsedMail): readonly string[] {
  const texts = [
    raw.toString('latin1'),
    ...mail.attachments.map((part: Attachment) => part.content.toString('latin1')),
  ].map((text) => unescaped(text.replace(/\r?\n[ \t]+/g, ' ')));
  const own = mail.messageId;
  const ids = texts.flatMap((text) => text.match(/<[^\s<>@]{1,200}@[^\s<>@]{1,200}>/g) ?? []);
  return [...new Set(ids)].filter((id) => id !== own).slice(0, 200);
}

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, LONGEST_REASON);
