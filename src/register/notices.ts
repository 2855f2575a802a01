import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';
import type { NoticeState, Tables } from './tables.js';

/** Where in the ledger notices about a body's accesses stand: they are about no step of its cycle. */
export const ACCESS_STEP = 'accessi';

/** What names one notice: the same one planned twice is one row. */
interface NoticeName {
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

/** How many notices are in each state, and what is still to be tried without a person. */
interface NoticeCount {
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
    .where(meantBy(filter))
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

export type NoticeRecord = Row<'notices', (typeof RECORD)[number]>;

const RECORD = [
  ...(['key', 'messageId', 'cycle', 'step', 'kind', 'person', 'actingFor', 'toName', 'toAddress', 'dueAt'] as const),
  ...(['state', 'attempts', 'sentAt', 'lastError'] as const),
] as const;

/** The ledger, the latest due first. */
export async function noticesOf(db: Db, filter: NoticeFilter, limit = 1000): Promise<readonly NoticeRecord[]> {
  return db
    .selectFrom('notices')
    .select(RECORD)
    .where(meantBy(filter))
    .orderBy('dueAt', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute();
}

export function meantBy(filter: NoticeFilter): (e: ExpressionBuilder<Tables, 'notices'>) => ReturnType<typeof e.and> {
  return (e) =>
    e.and([
      ...(filter.keys === undefined ? [] : [sql<SqlBool>`key = any(${[...filter.keys]})`]),
      ...(filter.cycle === undefined ? [] : [e('cycle', '=', filter.cycle)]),
      ...(filter.step === undefined ? [] : [e('step', '=', filter.step)]),
    ]);
}
