import type { Client } from '@temporalio/client';
import { sql } from 'kysely';
import { type Clock, calendarInstant } from '../../src/domain/clock.js';
import type { Db } from '../../src/register/database.js';
import { taskQueue } from '../../src/workflows/ids.js';
import { arrivalsIn } from './facts.js';

/** What must hold, how many things were looked at, and those it does not hold of. */
export interface Invariant {
  readonly name: string;
  readonly looked: number;
  readonly broken: readonly string[];
}

/** Between a message's arrival and the record of it some work is done; calendar and wall are compared at this grain. */
const GRAIN_MS = 2_000;

/** What must hold when everything is over, whatever went wrong meanwhile. */
export async function invariantsOf(
  db: Db,
  client: Client,
  { space, clock, receipts, mailbox }: Run,
): Promise<readonly Invariant[]> {
  const list = async (query: ReturnType<typeof sql<{ line: string }>>): Promise<readonly string[]> =>
    (await query.execute(db)).rows.map(({ line }) => line);
  const count = async (table: string): Promise<number> =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)).rows[0]?.n ?? 0;

  const submitted = new Set(await list(sql`select id::text as line from submissions`));
  const submissions = submitted.size;
  const open: string[] = [];
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue(space)}'`;
  for await (const workflow of client.workflow.list({ query })) open.push(workflow.workflowId);
  const failed: string[] = [];
  const ended = `ExecutionStatus IN ('Failed', 'TimedOut', 'Terminated') AND TaskQueue = '${taskQueue(space)}'`;
  for await (const workflow of client.workflow.list({ query: ended })) failed.push(workflow.workflowId);
  return [
    {
      name: 'no receipt lost: every number a page gave is in the register',
      looked: receipts.size,
      broken: [...receipts].filter((id) => !submitted.has(id)),
    },
    {
      name: 'every form with a receipt was taken',
      looked: submissions,
      broken: await list(sql`select submission::text as line from untaken`),
    },
    {
      name: 'every form is in the log, once',
      looked: submissions,
      broken: await list(sql`
        select s.n || ' forms, ' || l.n || ' lines' as line
        from (select count(*) as n from submissions) s, (select count(*) as n from log where action = 'measurements-submitted') l
        where s.n <> l.n`),
    },
    {
      name: 'every decision is in the log, once',
      looked: await count('decisions'),
      broken: await list(sql`
        select d.step || ' ' || d.outcome || ': ' || d.n || ' decisions, ' || coalesce(l.n, 0) || ' lines' as line
        from (select step, outcome, count(*) as n from decisions group by step, outcome) d
        left join (select step, action, count(*) as n from log group by step, action) l
          on l.step = d.step and l.action in ('decision-' || d.outcome, 'validation-' || d.outcome, 'opinion-' || d.outcome)
        where d.n <> coalesce(l.n, 0)`),
    },
    {
      name: 'every step opened and completed once in the log',
      looked: await count('steps'),
      broken: await list(sql`
        select s.id || ': ' || a.action || ' ' || count(l.id) || ' times' as line
        from steps s cross join (values ('step-opened'), ('step-completed')) as a(action)
        left join log l on l.cycle = s.cycle and l.step = s.id and l.action = a.action
        group by s.id, a.action having count(l.id) <> 1`),
    },
    {
      name: 'every step is done and the cycle closed, in the register',
      looked: await count('steps'),
      broken: await list(sql`
        select id || ' ' || status as line from steps where status <> 'done'
        union all select id || ' ' || status from cycles where status <> 'closed'`),
    },
    {
      name: 'nothing runs any more, or failed, in Temporal',
      looked: await count('steps'),
      broken: [...open, ...failed],
    },
    {
      name: 'no mail forgotten: none planned, in hand or uncertain, and one given up is a trouble somebody sees',
      looked: await count('notices'),
      broken: await list(
        sql`select kind || ' ' || state || ' ' || key as line from notices where state not in ('sent', 'withdrawn')
          and not (state = 'failed' and exists (select from troubles t where t.kind = 'mail-refused' and t.ended_at is null
            and t.entity = split_part(cycle, '/', 1)))`,
      ),
    },
    ...(await mailsOnce(db, clock, mailbox)),
  ];
}

interface Run {
  readonly space: string;
  readonly clock: Clock;
  /** Numbers of receipts that pages showed. */
  readonly receipts: ReadonlySet<string>;
  readonly mailbox: string;
}

async function mailsOnce(db: Db, clock: Clock, mailbox: string): Promise<readonly Invariant[]> {
  const { rows } = await sql<{ messageId: string; key: string; sentAt: string }>`
    select coalesce(carried_by, message_id) as "messageId", key, sent_at as "sentAt" from notices where state = 'sent'`.execute(
    db,
  );
  const arrived = new Map<string, number[]>();
  for (const { id, at } of arrivalsIn(mailbox)) arrived.set(id, [...(arrived.get(id) ?? []), at]);
  const copies = rows.flatMap(({ messageId, key, sentAt }) => {
    const all = arrived.get(messageId) ?? [];
    const after = all.slice(1).filter((at) => calendarInstant(clock, at - GRAIN_MS) > sentAt);
    return after.length === 0 ? [] : [`${key}: again after it was recorded as sent`];
  });
  const missing = rows.filter(({ messageId }) => !arrived.has(messageId));
  return [
    { name: 'no mail twice after a recorded success', looked: rows.length, broken: copies },
    { name: 'every mail recorded as sent arrived', looked: rows.length, broken: missing.map(({ key }) => key) },
  ];
}
