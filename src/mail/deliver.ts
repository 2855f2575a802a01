import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { msOfInstant } from '../domain/clock.js';
import type { Contact } from '../domain/contact.js';
import { never } from '../domain/result.js';
import type { Db } from '../register/database.js';
import {
  type ClaimedNotice,
  claimNotices,
  extendClaim,
  markNotices,
  type NoticeOutcome,
  resendAt,
} from '../register/notice-claims.js';
import { countNotices, type NoticeFilter } from '../register/notices.js';
import { contactFor } from '../register/reading/contact.js';
import type { StepPrompt } from './letters/steps-together.js';
import type { Message } from './message.js';
import { type RenderedMail, renderMessage, renderTogether } from './render.js';
import { nextAttempt } from './retry.js';
import { threadsOf } from './thread.js';
import type { Mailbox, MailTransport, SendOutcome } from './transport.js';

export interface Delivery {
  readonly db: Db;
  readonly transport: MailTransport;
  readonly from: Mailbox;
  /** Which notices of the ledger; `{}` for whatever is due. */
  readonly wave: NoticeFilter;
  /** What the calendar shows now. */
  now(): Instant;
  /** Called every few seconds with how many have gone so far. */
  heartbeat?(sent: number): void;
  /** When it fires, what has not been handed over stays planned and the rest is written down. */
  readonly signal?: AbortSignal;
}

interface DeliveryReport {
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
  /** To be tried again: not taken by the server now, uncertain the first time, or in another sender's hands. */
  readonly waiting: number;
  /** When to try what waits, in calendar time; absent when nothing waits. */
  readonly nextAttemptAt?: Instant;
}

/** Prompts about a step: those that ask one person on one day leave as one mail. */
const PROMPTS: readonly StepPrompt['kind'][] = ['step-opening', 'step-reminder', 'step-due-today', 'step-late'];

/** Mails claimed at a time: what a crash can leave uncertain is at most two of these. */
const BATCH = 20;
/** Batches in progress at once, so that connections do not idle while one is written down. */
const LANES = 2;
const LEASE_SECONDS = 60;
const HEARTBEAT_MS = 5_000;

/**
 * Sends what is due of a wave, through all the transport's connections. The ledger is written before and after each
 * batch, so a second call, or one after a crash, goes on exactly where the first stopped. A server that is down ends the
 * wave: what is left stays planned.
 */
export async function deliverDue(delivery: Delivery): Promise<DeliveryReport> {
  const tally = { sent: 0, failed: 0, uncertain: 0 };
  const contacts = new Map<string, Promise<Contact | undefined>>();
  const run: Run = {
    claim: randomUUID(),
    stopped: false,
    contactOf: (entity) => {
      const found = contacts.get(entity) ?? contactFor(delivery.db, entity, romeDate(delivery.now()));
      contacts.set(entity, found);
      return found;
    },
  };
  const pulse = setInterval(() => {
    delivery.heartbeat?.(tally.sent);
    // A renewal that does not get through is no harm by itself: the next write says so.
    extendClaim(delivery.db, run.claim, LEASE_SECONDS).catch(() => undefined);
  }, HEARTBEAT_MS);
  try {
    await Promise.all(Array.from({ length: lanesFor(delivery.wave) }, () => lane(delivery, run, tally)));
  } finally {
    clearInterval(pulse);
  }
  const { waiting, nextAttemptAt } = await countNotices(delivery.db, delivery.wave);
  return { ...tally, waiting, nextAttemptAt };
}

/** No more lanes than there may be batches. */
const lanesFor = ({ keys }: NoticeFilter): number =>
  keys === undefined ? LANES : Math.min(LANES, Math.ceil(keys.length / BATCH));

interface Run {
  readonly claim: string;
  stopped: boolean;
  /** Whom a body's mails say to ask; asked of the register once. */
  contactOf(entity: string): Promise<Contact | undefined>;
}

async function lane(
  delivery: Delivery,
  run: Run,
  tally: { sent: number; failed: number; uncertain: number },
): Promise<void> {
  while (!run.stopped && delivery.signal?.aborted !== true) {
    const batch = await claimNotices(delivery.db, {
      claim: run.claim,
      filter: delivery.wave,
      now: delivery.now(),
      leaseSeconds: LEASE_SECONDS,
      limit: BATCH,
      together: PROMPTS,
    });
    if (batch.length === 0) return;
    const outcomes = (await Promise.all(mailsOf(batch).map((notices) => attempt(delivery, run, notices)))).flat();
    await markNotices(delivery.db, run.claim, outcomes);
    for (const { outcome } of outcomes) {
      if (outcome === 'sent' || outcome === 'failed' || outcome === 'uncertain') tally[outcome] += 1;
    }
    // It was the last: what is left is in other hands.
    if (batch.length < BATCH) return;
  }
}

type OneMail = readonly [ClaimedNotice, ...ClaimedNotice[]];

/** The notices of one mail each: what asks one person about several steps is one mail, unless one of them may have left before. */
function mailsOf(batch: readonly ClaimedNotice[]): readonly OneMail[] {
  const mails = new Map<string, [ClaimedNotice, ...ClaimedNotice[]]>();
  for (const notice of batch) {
    // The ledger holds what `planNotices` was given: the data of a message.
    const { kind, entity, exercise, recipient, actingFor = '', byHand } = notice.message as Partial<Message>;
    // What somebody says of their own stays a mail of its own.
    const joins = PROMPTS.some((one) => one === kind) && byHand === undefined && notice.doubts === 0;
    const mail = joins ? [entity?.id, exercise, notice.toAddress, recipient, actingFor].join('\n') : notice.key;
    const there = mails.get(mail);
    if (there === undefined) mails.set(mail, [notice]);
    else there.push(notice);
  }
  return [...mails.values()];
}

async function attempt(delivery: Delivery, run: Run, notices: OneMail): Promise<readonly NoticeOutcome[]> {
  const all = (outcome: (notice: ClaimedNotice) => NoticeOutcome): readonly NoticeOutcome[] => notices.map(outcome);
  const [first] = notices;
  const { entity } = first.message as Partial<Message>;
  const contact = entity && (await run.contactOf(entity.id));
  if (run.stopped || delivery.signal?.aborted === true) return all(({ key }) => ({ key, outcome: 'released' }));
  let mail: RenderedMail;
  try {
    mail = written(notices, contact);
  } catch (cause) {
    // One that cannot be written keeps none of the others from being sent.
    if (notices.length > 1)
      return (await Promise.all(notices.map((notice) => attempt(delivery, run, [notice])))).flat();
    // What cannot be written cannot be written later either, and must not hold back the others of its batch.
    const error = cause instanceof Error ? cause.message : String(cause);
    return all(({ key }) => ({ key, outcome: 'failed', error }));
  }
  const outcome = await delivery.transport.send({
    ...mail,
    messageId: first.messageId,
    references: threadsOf(notices),
    from: delivery.from,
    to: { name: first.toName, address: first.toAddress },
    date: msOfInstant(delivery.now()),
  });
  if (outcome.outcome === 'later' && outcome.scope === 'server') run.stopped = true;
  return all((notice) => outcomeOf(notice, first.messageId, outcome, delivery.now()));
}

/** The mail of one notice, or of several prompts. */
function written([first, ...others]: OneMail, contact: Contact | undefined): RenderedMail {
  if (others.length === 0) return renderMessage(first.message as Message, contact);
  // Only prompts are put together: see `mailsOf`.
  const [one, ...rest] = [first, ...others].map(({ message }) => message as StepPrompt);
  if (one === undefined) throw new Error('a mail of no notice');
  return renderTogether([one, ...rest], contact);
}

function outcomeOf(notice: ClaimedNotice, carriedBy: string, outcome: SendOutcome, now: Instant): NoticeOutcome {
  const { key } = notice;
  switch (outcome.outcome) {
    case 'accepted':
      return { key, outcome: 'sent', at: now, response: outcome.response, carriedBy };
    case 'refused':
      return { key, outcome: 'failed', error: outcome.error };
    case 'uncertain':
      return {
        key,
        outcome: 'uncertain',
        error: outcome.error,
        carriedBy,
        nextAttemptAt: notice.doubts === 0 ? resendAt(now) : null,
      };
    case 'later': {
      const nextAttemptAt = nextAttempt(now, notice.attempts, notice.firstAttemptAt);
      if (nextAttemptAt === undefined)
        return {
          key,
          outcome: 'failed',
          error: `nessuna consegna dopo ${notice.attempts} tentativi: ${outcome.error}`,
        };
      return { key, outcome: 'later', error: outcome.error, nextAttemptAt };
    }
    default:
      return never(outcome);
  }
}
