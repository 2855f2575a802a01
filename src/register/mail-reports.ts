import { type SqlBool, sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { instantOfMs, msOfInstant } from '../domain/clock.js';
import { err, ok, type Result } from '../domain/result.js';
import type { TroubleOf } from '../domain/trouble.js';
import type { Facts } from '../domain/trouble-facts.js';
import type { Db } from './database.js';

/** What a mail server says became of a mail of ours for one recipient. */
export interface ReportedMail {
  /** The same report read twice has the same key. */
  readonly key: string;
  /** Message-IDs the report names, with angle brackets: ours is among them. */
  readonly messageIds: readonly string[];
  readonly recipient: string;
  /** `failed`: it will not arrive; `delayed`: the server goes on trying. */
  readonly outcome: 'failed' | 'delayed';
  /** RFC 3463: `5.1.1`. */
  readonly status?: string;
  /** The server's own words, on one line. */
  readonly reason: string;
}

/** `recorded`: new; `again`: it was there; `unknown`: no mail of this register is named in it. */
export type ReportReceipt = 'recorded' | 'again' | 'unknown';

/** Puts a report on record beside the notices it is about: all that left in that mail. Idempotent. */
export async function recordMailReport(db: Db, report: ReportedMail, at: Instant): Promise<ReportReceipt> {
  if (report.messageIds.length === 0) return 'unknown';
  const ids = [...report.messageIds];
  const notices = await db
    .selectFrom('notices')
    .select('key')
    .where((e) => e.or([e.and([e('messageId', 'in', ids), e('carriedBy', 'is', null)]), e('carriedBy', 'in', ids)]))
    .orderBy('key')
    .execute();
  if (notices.length === 0) return 'unknown';
  const { key, recipient, outcome, reason } = report;
  const status = report.status ?? null;
  const rows = notices.map((notice) => ({ key, notice: notice.key, recipient, outcome, status, reason, at }));
  const inserted = await db
    .insertInto('mailReports')
    .values(rows)
    .onConflict((c) => c.columns(['key', 'notice']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 0n ? 'again' : 'recorded';
}

/** A mail that waits for somebody's word: nothing more is tried with it. */
export interface UnsettledMail {
  readonly key: string;
  readonly cycle: string;
  readonly exercise: number;
  readonly step: string;
  readonly kind: string;
  readonly person: string;
  readonly toName: string;
  readonly toAddress: string;
  /** Where it would go today; null when the person is no longer in service. */
  readonly addressNow: string | null;
  readonly dueAt: Instant;
  /** `failed`: refused, or given up; `uncertain`: nobody knows whether the server took it; `reported`: taken, and not delivered. */
  readonly trouble: 'failed' | 'uncertain' | 'reported';
  readonly reason: string | null;
}

/** The mails of an entity that wait for somebody's word, the latest due first. */
export async function unsettledMails(db: Db, entity: string): Promise<readonly UnsettledMail[]> {
  return selectUnsettled(db).where('c.entity', '=', entity).orderBy('n.dueAt', 'desc').orderBy('n.key').execute();
}

/** How many they are. */
export async function countUnsettledMails(db: Db, entity: string): Promise<number> {
  const row = await db
    .selectFrom(selectUnsettled(db).where('c.entity', '=', entity).as('u'))
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Mails that are stuck, body by body: those that wait for somebody's word, and those that are due for long and still here. */
export async function stuckMails(
  db: Db,
  now: Instant,
  unsentAfterHours: number,
): Promise<Extract<Facts, { about: 'mails' }>['mails']> {
  const { rows } = await sql<Omit<OfMails, 'failure'> & { kind: OfMails['kind']; failure: string | null }>`
    select c.entity, stuck.kind, count(*)::int as mails, min(stuck.due_at) as since,
      (array_agg(stuck.reason order by stuck.due_at desc) filter (where stuck.reason is not null))[1] as failure
    from (
      select u.cycle, u.due_at, u.reason, case u.trouble when 'uncertain' then 'mail-uncertain' else 'mail-refused' end as kind
      from (${selectUnsettled(db)}) u
      union all
      select n.cycle, n.due_at, n.last_error, 'mail-unsent'
      from notices n
      where (n.state = 'planned' or (n.state = 'uncertain' and n.next_attempt_at is not null))
        and n.due_at <= ${earlier(now, unsentAfterHours)}
        -- A rehearsal's day is over before a mail has had its time: it is the wall's that counts as well.
        and n.recorded_at <= now() - make_interval(hours => ${unsentAfterHours})
    ) stuck
    join cycles c on c.id = stuck.cycle
    group by c.entity, stuck.kind order by c.entity, stuck.kind`.execute(db);
  return rows.map(({ failure, ...row }) => ({ ...row, failure: failure ?? undefined }));
}

type OfMails = TroubleOf<'mail-refused' | 'mail-uncertain' | 'mail-unsent'>;

const earlier = (now: Instant, hours: number): Instant => instantOfMs(msOfInstant(now) - hours * 3_600_000);

function selectUnsettled(db: Db) {
  const report = db
    .selectFrom('mailReports as r')
    .select(['r.notice', 'r.reason'])
    .distinctOn('r.notice')
    .where('r.outcome', '=', 'failed')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('mailSettlements as s')
            .select('s.key')
            .whereRef('s.notice', '=', 'r.notice')
            .whereRef('s.recordedAt', '>=', 'r.recordedAt'),
        ),
      ),
    )
    .orderBy('r.notice')
    .orderBy('r.recordedAt', 'desc')
    .as('r');
  return db
    .selectFrom('notices as n')
    .innerJoin('cycles as c', 'c.id', 'n.cycle')
    .leftJoin(report, (join) => join.onRef('r.notice', '=', 'n.key'))
    .leftJoin('people as p', (join) =>
      join.onRef('p.entity', '=', 'c.entity').onRef('p.id', '=', 'n.person').on('p.active', '=', true),
    )
    .select(['n.key', 'n.cycle', 'c.exercise', 'n.step', 'n.kind', 'n.person', 'n.toName', 'n.toAddress', 'n.dueAt'])
    .select(['p.email as addressNow'])
    .select(
      sql<UnsettledMail['trouble']>`case when n.state in ('failed', 'uncertain') then n.state else 'reported' end`.as(
        'trouble',
      ),
    )
    .select((e) => e.fn.coalesce('r.reason', 'n.lastError').as('reason'))
    .where((e) =>
      e.or([
        e('n.state', '=', 'failed'),
        e.and([e('n.state', '=', 'uncertain'), e('n.nextAttemptAt', 'is', null)]),
        e.and([e('n.state', '=', 'sent'), e('r.notice', 'is not', null)]),
      ]),
    );
}

/** Somebody's word on a mail. */
interface Settlement {
  readonly entity: string;
  readonly notice: string;
  readonly verdict: 'arrived' | 'send-again';
  readonly person: string;
  readonly actingFor?: string | undefined;
  readonly at: Instant;
}

/** `settled`: nobody waits for a word on it any more; `no-address`: its person is no longer in service. */
type SettlementRefusal = 'settled' | 'no-address';

/**
 * Records somebody's word on a mail, in the transaction of whoever calls. Sent again, it goes to the address its person has
 * now; one that is on record as sent stays so, and a copy of it goes under a name of its own.
 * @returns the mail as it was
 */
export async function settleMail(tx: Db, word: Settlement): Promise<Result<UnsettledMail, SettlementRefusal>> {
  await tx.selectFrom('notices').select('key').where('key', '=', word.notice).forUpdate().execute();
  const mail = await selectUnsettled(tx)
    .where('c.entity', '=', word.entity)
    .where('n.key', '=', word.notice)
    .executeTakeFirst();
  if (mail === undefined) return err('settled');
  if (word.verdict === 'send-again' && mail.addressNow === null) return err('no-address');
  const { ordinal } = await tx
    .selectFrom('mailSettlements')
    .select((e) => e(e.fn.countAll<number>(), '+', 1).as('ordinal'))
    .where('notice', '=', word.notice)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('mailSettlements')
    .values({
      key: `${word.notice}/${ordinal}`,
      notice: word.notice,
      verdict: word.verdict,
      byPerson: word.person,
      actingFor: word.actingFor ?? null,
      at: word.at,
    })
    .execute();
  if (word.verdict === 'send-again') await sendAgain(tx, mail, word.at, ordinal);
  else if (mail.trouble !== 'reported') await asArrived(tx, word);
  return ok(mail);
}

async function asArrived(tx: Db, { notice, at }: Settlement): Promise<void> {
  await tx
    .updateTable('notices')
    .set({ state: 'sent', sentAt: at, nextAttemptAt: null })
    .where('key', '=', notice)
    .execute();
}

async function sendAgain(tx: Db, mail: UnsettledMail, at: Instant, ordinal: number): Promise<void> {
  const address = mail.addressNow ?? mail.toAddress;
  if (mail.trouble !== 'reported') {
    await tx
      .updateTable('notices')
      .set({
        state: 'planned',
        toAddress: address,
        nextAttemptAt: at,
        doubts: 0,
        attempts: 0,
        firstAttemptAt: null,
        carriedBy: null,
      })
      .where('key', '=', mail.key)
      .execute();
    return;
  }
  const copy = `${mail.key}/copia-${ordinal}`;
  await sql`
    insert into notices (key, message_id, cycle, step, kind, person, acting_for, on_date, occasion, to_name, to_address,
      message, simulated, due_at, next_attempt_at)
    select ${copy},
      '<' || substr(encode(sha256(convert_to(current_schema() || ' ' || ${copy}, 'UTF8')), 'hex'), 1, 40) || substr(message_id, strpos(message_id, '@')),
      cycle, step, kind, person, acting_for, on_date, occasion || '/copia-' || ${String(ordinal)}, to_name, ${address},
      message, simulated, ${at}::text, ${at}::text
    from notices where key = ${mail.key}`.execute(tx);
}

/** Keys of the mails somebody asked to send again and that have not left. */
export async function mailsToSendAgain(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('mailSettlements as s')
    .innerJoin('notices as n', (join) =>
      join.on((e) =>
        e.or([e('n.key', '=', e.ref('s.notice')), sql<SqlBool>`starts_with(n.key, s.notice || '/copia-')`]),
      ),
    )
    .select('n.key')
    .distinct()
    .where('s.verdict', '=', 'send-again')
    .where('n.state', 'in', ['planned', 'sending', 'uncertain'])
    .orderBy('n.key')
    .execute();
  return rows.map((row) => row.key);
}
