import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { registerWords } from '../words/register.js';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';
import type { NoticeState, Tables } from './tables.js';

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
export const RESEND_UNCERTAIN_AFTER_HOURS = 1;

/** Where in the ledger notices about a body's accesses stand: they are about no step of its cycle. */
export const ACCESS_STEP = 'accessi';

/** What names one notice: the same one planned twice is one row. */
export interface NoticeName {
  readonly cycle: string;
  readonly step: string;
  /** Template of the message and reason of the notice: `step-reminder`. */
  readonly kind: string;
  /** Day it was planned for. */
  readonly on: CivilDate;
  readonly person: string;
  /** Tells apart two notices of the same kind on the same day: `r1`, `r2-giro-2`. */
  readonly occasion: string;
}

export interface NewNotice extends NoticeName {
  readonly actingFor?: string;
  readonly to: { readonly name: string; readonly address: string };
  /** Data of the message's template. */
  readonly message: object;
  readonly simulated: boolean;
  /** When it should leave. */
  readonly dueAt: Instant;
}

/** `ccms/2016/piano-approvazione/step-reminder/2016-01-20/segretario-generale/1` */
export const noticeKey = (n: NoticeName): string => `${n.cycle}/${n.step}/${n.kind}/${n.on}/${n.person}/${n.occasion}`;

/**
 * Puts notices in the ledger and answers their keys, in the order given. Idempotent: one already there stays as it is.
 * The Message-ID derives from the register and the key, so every attempt carries the same one.
 * @param domain right-hand side of the Message-IDs: `camera.example`
 */
export async function planNotices(db: Db, notices: readonly NewNotice[], domain: string): Promise<readonly string[]> {
  if (notices.length === 0) return [];
  const rows = notices.map((n) => ({ ...n, key: noticeKey(n) }));
  await db
    .insertInto('notices')
    .values(
      rows.map((n) => ({
        key: n.key,
        messageId: sql<string>`'<' || substr(encode(sha256(convert_to(current_schema() || ' ' || ${n.key}, 'UTF8')), 'hex'), 1, 40) || '@' || ${domain} || '>'`,
        cycle: n.cycle,
        step: n.step,
        kind: n.kind,
        person: n.person,
        actingFor: n.actingFor ?? null,
        onDate: n.on,
        occasion: n.occasion,
        toName: n.to.name,
        toAddress: n.to.address,
        message: json(n.message),
        simulated: n.simulated,
        dueAt: n.dueAt,
        nextAttemptAt: n.dueAt,
      })),
    )
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  return rows.map((n) => n.key);
}

/** Which notices are meant; an absent field does not limit. */
export interface NoticeFilter {
  readonly keys?: readonly string[];
  readonly cycle?: string;
  readonly step?: string;
}

export interface Claim {
  /** A new one for every attempt at a wave (`randomUUID`). */
  readonly claim: string;
  readonly filter: NoticeFilter;
  /** Calendar now: notices due later stay. */
  readonly now: Instant;
  /** Wall seconds within which the claimant says how it went. */
  readonly leaseSeconds: number;
  readonly limit: number;
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
  return inTransaction(db, async (tx) => {
    await settleAbandoned(tx, claim.now);
    return tx
      .with('due', (w) =>
        w
          .selectFrom('notices')
          .select('key')
          .where('state', 'in', ['planned', 'uncertain'])
          .where('nextAttemptAt', '<=', claim.now)
          .where(within(claim.filter))
          .orderBy('nextAttemptAt')
          .orderBy('key')
          .limit(claim.limit)
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

/** How sending one claimed notice went. */
export type NoticeOutcome =
  | { readonly key: string; readonly outcome: 'sent'; readonly at: Instant; readonly response: string }
  | { readonly key: string; readonly outcome: 'failed'; readonly error: string }
  /** The server did not take it: it goes again at `nextAttemptAt`. */
  | { readonly key: string; readonly outcome: 'later'; readonly error: string; readonly nextAttemptAt: Instant }
  /** `nextAttemptAt` null: nothing more without a person. */
  | {
      readonly key: string;
      readonly outcome: 'uncertain';
      readonly error: string;
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
      response = coalesce(o.response, n.response)
    from jsonb_to_recordset(${rows}::jsonb) as o(key text, outcome text, at text, response text, error text, "nextAttemptAt" text)
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

/**
 * Takes back notices that have not left and no longer need to. Those in the air or sent are not touched.
 * @param before only those planned for a day before this one
 */
export async function withdrawNotices(
  db: Db,
  filter: NoticeFilter,
  reason: string,
  before?: CivilDate,
): Promise<number> {
  const result = await db
    .updateTable('notices')
    .set({ state: 'withdrawn', lastError: reason, nextAttemptAt: null })
    .where('state', 'in', ['planned', 'uncertain'])
    .where(within(filter))
    .where((e) => (before === undefined ? e.lit(true) : e('onDate', '<', before)))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Kinds of messages that ask something: once the step has ended they serve nobody. What tells how it ended still must leave. */
const PROMPTS = [
  'step-opening',
  'step-reminder',
  'step-due-today',
  'step-late',
  'step-trouble',
  'draft-sections',
  'escalation',
  'checkpoint-request',
  'decision-request',
  'value-returned',
];

/**
 * Takes back the prompts that have not left of steps that are over: the activity that would have sent them may have been
 * cancelled between two attempts.
 * @returns how many
 */
export async function withdrawEnded(db: Db, reason: string): Promise<number> {
  const result = await db
    .updateTable('notices as n')
    .from('steps as s')
    .whereRef('s.cycle', '=', 'n.cycle')
    .whereRef('s.id', '=', 'n.step')
    .where('s.status', 'in', ['done', 'cancelled'])
    .where('n.state', 'in', ['planned', 'uncertain'])
    .where('n.nextAttemptAt', 'is not', null)
    .where('n.kind', 'in', PROMPTS)
    // What somebody asked to send again leaves, whatever its step has become.
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('mailSettlements as m')
            .select('m.key')
            .where(sql<SqlBool>`n.key = m.notice or starts_with(n.key, m.notice || '/copia-')`),
        ),
      ),
    )
    .set({ state: 'withdrawn', lastError: reason, nextAttemptAt: null })
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** How many notices are in each state, and what is still to be tried without a person. */
export interface NoticeCount {
  readonly states: Readonly<Record<NoticeState, number>>;
  /** Planned, in a sender's hands, or uncertain and to be sent again. */
  readonly waiting: number;
  /** When the first of them is due; absent when all that wait are in a sender's hands. */
  readonly nextAttemptAt?: Instant;
}

export async function countNotices(db: Db, filter: NoticeFilter = {}): Promise<NoticeCount> {
  const rows = await db
    .selectFrom('notices')
    .select((e) => [
      'state',
      e.fn.countAll<number>().as('count'),
      e.fn.count<number>('nextAttemptAt').as('toTry'),
      e.fn.min('nextAttemptAt').as('next'),
    ])
    .where(within(filter))
    .groupBy('state')
    .execute();
  const states: Record<NoticeState, number> = {
    planned: 0,
    sending: 0,
    sent: 0,
    uncertain: 0,
    failed: 0,
    withdrawn: 0,
  };
  for (const row of rows) states[row.state] = row.count;
  const pending = rows.filter((row) => row.state === 'planned' || row.state === 'uncertain');
  const waiting = states.sending + pending.reduce((sum, row) => sum + row.toTry, 0);
  const next = pending.flatMap((row) => (row.next === null ? [] : [row.next])).sort()[0];
  return next === undefined ? { states, waiting } : { states, waiting, nextAttemptAt: next };
}

/** Keys of the notices of some kinds that have not left. */
export async function waitingNotices(db: Db, kinds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('notices')
    .select('key')
    .where('kind', 'in', [...kinds])
    .where('state', 'in', ['planned', 'uncertain'])
    .where('nextAttemptAt', 'is not', null)
    .execute();
  return rows.map((row) => row.key);
}

export interface NoticeRecord {
  readonly key: string;
  readonly messageId: string;
  readonly cycle: string;
  readonly step: string;
  readonly kind: string;
  readonly person: string;
  readonly actingFor: string | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly dueAt: Instant;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly sentAt: Instant | null;
  readonly lastError: string | null;
}

/** The ledger, the latest due first. */
export async function noticesOf(db: Db, filter: NoticeFilter, limit = 1000): Promise<readonly NoticeRecord[]> {
  return db
    .selectFrom('notices')
    .select([
      'key',
      'messageId',
      'cycle',
      'step',
      'kind',
      'person',
      'actingFor',
      'toName',
      'toAddress',
      'dueAt',
      'state',
    ])
    .select(['attempts', 'sentAt', 'lastError'])
    .where(within(filter))
    .orderBy('dueAt', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute();
}

function within(filter: NoticeFilter): (e: ExpressionBuilder<Tables, 'notices'>) => ReturnType<typeof e.and> {
  return (e) =>
    e.and([
      ...(filter.keys === undefined ? [] : [sql<SqlBool>`key = any(${[...filter.keys]})`]),
      ...(filter.cycle === undefined ? [] : [e('cycle', '=', filter.cycle)]),
      ...(filter.step === undefined ? [] : [e('step', '=', filter.step)]),
    ]);
}
