import { type SqlBool, sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { registerWords } from '../words/register.js';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';
import { meantBy, type NoticeFilter } from './notices.js';
import { oneAfterAnother } from './one-after-another.js';

/*
 * The ledger of notices: planned → sending → sent | uncertain | failed; a planned one can be withdrawn.
 *
 * `sent` is final, held by a trigger. `uncertain` is a mail of which nobody knows whether the server took it: the
 * connection dropped after the data, or the process died between handing it over and writing that down. A notice lost may
 * cost an office a legal deadline, one received twice costs a few seconds: so an uncertain notice is sent again, once, an
 * hour later, with the same Message-ID, by which mail servers and clients recognise the copy. When the second attempt
 * ends in doubt too, nothing is tried any more without a person (`settleMail`).
 *
 * Retries are counted in calendar time, like every date of the cycle; claims are held by a living process and expire in
 * wall time.
 */

/** Calendar hours after which an uncertain notice is sent again. */
const RESEND_UNCERTAIN_AFTER_HOURS = 1;

interface Claim {
  /** A new one for every attempt at a wave (`randomUUID`). */
  readonly claim: string;
  readonly filter: NoticeFilter;
  /** Calendar now: notices due later stay. */
  readonly now: Instant;
  /** Wall seconds within which the claimant says how it went. */
  readonly leaseSeconds: number;
  readonly limit: number;
  /** Kinds of which those to one person about one cycle, planned for one day, are taken together, whatever the filter and the limit. */
  readonly together?: readonly string[];
}

/** A notice in the hands of one sender. */
export interface ClaimedNotice {
  readonly key: string;
  readonly messageId: string;
  readonly kind: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly message: object;
  readonly simulated: boolean;
  /** Including this one. */
  readonly attempts: number;
  readonly doubts: number;
  readonly firstAttemptAt: Instant;
}

/**
 * Takes up to `limit` due notices for sending; rows another sender holds are skipped, not waited for.
 * What a dead sender left in the air is first moved to `uncertain`.
 */
export async function claimNotices(db: Db, claim: Claim): Promise<readonly ClaimedNotice[]> {
  const together = [...(claim.together ?? [])];
  return inTransaction(db, async (tx) => {
    // Two at once would each hold some of what goes to one person together, and skip what the other holds.
    await oneAfterAnother(tx, 'notices taken for sending');
    await settleAbandoned(tx, claim.now);
    return tx
      .with('mine', (w) =>
        w
          .selectFrom('notices')
          .select(['key', 'kind', 'cycle', 'person', 'actingFor', 'onDate'])
          .where('state', 'in', ['planned', 'uncertain'])
          .where('nextAttemptAt', '<=', claim.now)
          .where(meantBy(claim.filter))
          .orderBy('nextAttemptAt')
          .orderBy('key')
          .limit(claim.limit)
          .forUpdate()
          .skipLocked(),
      )
      .with('due', (w) =>
        w
          .selectFrom('notices as n')
          .select('n.key')
          .where('n.state', 'in', ['planned', 'uncertain'])
          .where('n.nextAttemptAt', '<=', claim.now)
          .where(
            sql<SqlBool>`(n.key in (select key from mine) or n.kind = any(${together}) and n.doubts = 0 and exists (
              select 1 from mine m where m.kind = any(${together}) and m.cycle = n.cycle and m.person = n.person
                and m.acting_for is not distinct from n.acting_for and m.on_date = n.on_date))`,
          )
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('notices as n')
      .from('due')
      .whereRef('n.key', '=', 'due.key')
      .set((e) => ({
        state: 'sending' as const,
        claim: claim.claim,
        claimedUntil: sql`now() + make_interval(secs => ${claim.leaseSeconds})`,
        attempts: e('n.attempts', '+', 1),
        firstAttemptAt: e.fn.coalesce('n.firstAttemptAt', e.val(claim.now)),
      }))
      .returning([
        'n.key',
        'n.messageId',
        'n.kind',
        'n.toName',
        'n.toAddress',
        'n.message',
        'n.simulated',
        'n.attempts',
        'n.doubts',
      ])
      .returning((e) => e.ref('n.firstAttemptAt').$notNull().as('firstAttemptAt'))
      .execute();
  });
}

/** Since when the mail that is due first has not been taken for sending; undefined when none waits. */
export async function dueMailSince(db: Db, now: Instant): Promise<Instant | undefined> {
  const first = await db
    .selectFrom('notices')
    .select('nextAttemptAt')
    .where('state', 'in', ['planned', 'uncertain'])
    .where('nextAttemptAt', '<=', now)
    .orderBy('nextAttemptAt')
    .limit(1)
    .executeTakeFirst();
  return first?.nextAttemptAt ?? undefined;
}

/** How sending one claimed notice went. */
export type NoticeOutcome =
  | {
      readonly key: string;
      readonly outcome: 'sent';
      readonly at: Instant;
      readonly response: string;
      /** Message-ID of the mail it left in: its own, or that of the first of several. */
      readonly carriedBy: string;
    }
  | { readonly key: string; readonly outcome: 'failed'; readonly error: string }
  /** The server did not take it: it goes again at `nextAttemptAt`. */
  | { readonly key: string; readonly outcome: 'later'; readonly error: string; readonly nextAttemptAt: Instant }
  /** `nextAttemptAt` null: nothing more without a person. */
  | {
      readonly key: string;
      readonly outcome: 'uncertain';
      readonly error: string;
      readonly carriedBy: string;
      readonly nextAttemptAt: Instant | null;
    }
  /** It was never handed over: the attempt does not count. */
  | { readonly key: string; readonly outcome: 'released' };

/**
 * Writes how sending went. Acceptance by the server is believed whoever reports it, also when the claim has expired;
 * anything else only from the sender that holds the claim.
 */
export async function markNotices(db: Db, claim: string, outcomes: readonly NoticeOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = json([...outcomes].sort((a, b) => (a.key < b.key ? -1 : 1)));
  await sql`
    update notices n set
      state = case o.outcome when 'later' then 'planned' when 'released' then case when n.doubts > 0 then 'uncertain' else 'planned' end else o.outcome end,
      claim = null,
      claimed_until = null,
      attempts = n.attempts - case when o.outcome = 'released' then 1 else 0 end,
      doubts = n.doubts + case when o.outcome = 'uncertain' then 1 else 0 end,
      next_attempt_at = case when o.outcome = 'released' then n.next_attempt_at else o."nextAttemptAt" end,
      last_error = case when o.outcome in ('sent', 'released') then n.last_error else o.error end,
      sent_at = o.at,
      response = coalesce(o.response, n.response),
      carried_by = case when o.outcome in ('sent', 'uncertain') then nullif(o."carriedBy", n.message_id) else n.carried_by end
    from jsonb_to_recordset(${rows}::jsonb) as o(key text, outcome text, at text, response text, error text, "nextAttemptAt" text, "carriedBy" text)
    where n.key = o.key and n.state <> 'sent' and (o.outcome = 'sent' or n.claim = ${claim})`.execute(db);
}

/** Says that the sender is alive: its claims hold for as many wall seconds from now. */
export async function extendClaim(db: Db, claim: string, leaseSeconds: number): Promise<void> {
  await db
    .updateTable('notices')
    .set({ claimedUntil: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where('state', '=', 'sending')
    .where('claim', '=', claim)
    .execute();
}

/** Moves what senders that died left in the air to `uncertain`, to be sent again by the policy above. */
export async function settleAbandoned(db: Db, now: Instant): Promise<number> {
  const result = await sql`
    update notices set
      state = 'uncertain', claim = null, claimed_until = null,
      doubts = doubts + 1,
      next_attempt_at = case when doubts = 0 then ${resendAt(now)} end,
      last_error = ${registerWords.senderDied}
    where state = 'sending' and claimed_until < now()`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}

/** When an uncertain notice goes again, in calendar time. */
export function resendAt(now: Instant): Instant {
  return `${new Date(Date.parse(now) + RESEND_UNCERTAIN_AFTER_HOURS * 3_600_000).toISOString().slice(0, 19)}Z` as Instant;
}
