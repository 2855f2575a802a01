import { sql } from 'kysely';
import type { Actual } from '../../domain/achievement/types.js';
import type { Reading, Unit } from '../../domain/targets/types.js';
import type { Db } from '../database.js';
import { DECISION, type OwnReceipt } from './own-receipts.js';

/** A value as its receipt names it. */
interface ReceiptValue {
  readonly code: string;
  readonly name: string;
  readonly unit: Unit | null;
  readonly reading: Reading | null;
  readonly actual: Actual;
}

/** Something a person sent, recorded or concluded and somebody was not written to about: they themselves, or who had been asked too. */
export interface ReceiptToTell extends Omit<OwnReceipt, 'values'> {
  readonly cycle: string;
  /** Who is written to. */
  readonly person: string;
  /** Who did it, where that is somebody else; what they said of it, and what was recorded: `decision-approved`. */
  readonly by: {
    readonly person: string;
    readonly actingFor: string | null;
    readonly said: string | null;
    readonly action: string;
  } | null;
  /** Name of the body, as its mails carry it. */
  readonly name: string;
  readonly simulated: boolean;
  /** What the notice is known by. */
  readonly occasion: string;
  /** Of values, each in the order of the form. */
  readonly values: readonly ReceiptValue[] | null;
}

/** Kind of the notices that are receipts. */
export const RECEIPT_NOTICE = 'receipt';

/** How long after it was recorded something is still told of: a worker may have been away; what is older than the mail itself is not. */
const STILL_TOLD = '3 days';

/** What asks for a decision, and what asks for a step to be done or its document to be transmitted. */
const ASKED_TO_DECIDE = ['decision-request'];
const ASKED_TO_DO = ['step-opening', 'step-reminder', 'step-due-today', 'step-late', 'decision-result'];

/**
 * What persons have done of late without a receipt by mail, the first first: forms and sheets with values, decisions, conclusions,
 * transmissions. Not what another program sent, which has its answer, nor in cycles whose rules want no such mail. Of what ends what was
 * asked of others too, those who had been asked since it was last done are there beside who did it. One query.
 */
export async function receiptsToTell(db: Db, most: number): Promise<readonly ReceiptToTell[]> {
  const { rows } = await sql<ReceiptToTell>`
    select done.kind, done.number, c.entity, c.exercise, done.step, s.title, done.at, done.acting_for as "actingFor", done.values, done.by,
      done.cycle, done.person, e.name, c.simulated, done.occasion
    from (
      select 'values' as kind, m.id as number, m.cycle, m.checkpoint as step, m.at, m.acting_for, m.officer as person, 'r' || m.id as occasion,
        (select coalesce(jsonb_agg(jsonb_build_object('code', i.indicator, 'name', i.name, 'unit', i.unit, 'reading', i.reading, 'actual', v.actual) order by i.ordinal), '[]')
          from measurements v
          join checkpoint_indicators i on i.cycle = v.cycle and i.checkpoint = v.checkpoint and i.indicator = v.indicator
          where v.submission = m.id) as values, null::jsonb as by
      from submissions m
      where m.recorded_at > now() - ${STILL_TOLD}::interval and m.channel not in ('automatic', 'api')
      union all
      select case when l.action ~ ${DECISION} then 'decision' when l.action = 'step-completed' then 'completion' else 'transmission' end,
        null, l.cycle, l.step, l.at, told.acting_for, told.person, 'l' || l.id, null, told.by
      from log l
      cross join lateral (
        select l.actor as person, l.acting_for, null::jsonb as by
        union all
        (select distinct on (n.person) n.person, n.acting_for,
          jsonb_build_object('person', l.actor, 'actingFor', l.acting_for, 'said', coalesce(l.detail ->> 'reason', l.detail ->> 'remarks'), 'action', l.action)
        from notices n
        where n.cycle = l.cycle and n.step = l.step and n.person <> l.actor and n.state in ('sent', 'uncertain') and n.due_at <= l.at
          and n.message ->> 'kind' = any(case when l.action ~ ${DECISION} then ${ASKED_TO_DECIDE}::text[] else ${ASKED_TO_DO}::text[] end)
          and not exists (
            select from log d
            where d.cycle = l.cycle and d.step = l.step and d.id < l.id and d.at > n.due_at and (d.action ~ ${DECISION}) = (l.action ~ ${DECISION})
              and (d.action ~ ${DECISION} or d.action in ('step-completed', 'step-transmitted', 'step-resubmitted')))
          and exists (select from people a join cycles b on b.entity = a.entity where b.id = l.cycle and a.id = l.actor)
        order by n.person, n.due_at desc)
      ) told
      where l.recorded_at > now() - ${STILL_TOLD}::interval
        and (l.action ~ ${DECISION} or l.action in ('step-completed', 'step-transmitted', 'step-resubmitted'))
    ) done
    join cycles c on c.id = done.cycle
    join entities e on e.id = c.entity
    join steps s on s.cycle = done.cycle and s.id = done.step
    join people p on p.entity = c.entity and p.id = done.person and p.active
    where c.policy ->> 'receiptsByMail' is distinct from 'not-sent'
      and not exists (
        select from notices n
        where n.cycle = done.cycle and n.step = done.step and n.kind = ${RECEIPT_NOTICE} and n.occasion = done.occasion and n.person = done.person)
    order by done.at, done.occasion
    limit ${most}`.execute(db);
  return rows;
}
