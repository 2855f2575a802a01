import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { json } from './json.js';
import { seeingEveryBody } from './sight.js';
import type { Submission } from './submission.js';

/** Whose indicators a form may be about: those of the offices its officer answers for in their own right. */
interface ByMembership {
  readonly entity: string;
  readonly on: CivilDate;
  /** Offices of the indicators in the form. */
  readonly offices: readonly string[];
}

/** A checked form on its way into the register. */
export interface Arriving extends Submission {
  readonly key: string;
  /** Absent when the caller has made sure that the officer may. */
  readonly byMembership?: ByMembership;
}

/** `not-by-membership`: the officer may still be entitled otherwise. `not-taken`: the checkpoint is closed, or the key is used. */
export type Arrival = { readonly submission: number } | 'not-by-membership' | 'not-taken';

/** Forms in one statement, at most; and statements on their way at once. */
const MOST = 64;
const LANES = 3;

interface Waiting {
  readonly form: Arriving;
  readonly resolve: (arrival: Arrival) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Puts forms into the register, those that arrive together in one statement: a commit costs the same for one as for
 * many. Each is there whole or not at all, and has its receipt when it is on disk.
 */
export class Inbox {
  readonly #db: Db;
  #waiting: Waiting[] = [];
  #lanes = 0;
  #planned = false;

  constructor(db: Db) {
    this.#db = db;
  }

  take(form: Arriving): Promise<Arrival> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ form, resolve, reject });
      this.#plan();
    });
  }

  /** Waits for what the same turn of the event loop still brings. */
  #plan(): void {
    if (this.#planned || this.#lanes >= LANES) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      const batch = this.#next();
      if (batch.length === 0) return;
      this.#lanes++;
      // A batch is of several bodies, and the statement names entity and cycle of each form itself.
      void seeingEveryBody(() => this.#insert(batch)).finally(() => {
        this.#lanes--;
        if (this.#waiting.length > 0) this.#plan();
      });
      if (this.#waiting.length > 0) this.#plan();
    });
  }

  /** A key sent twice waits for its first: one statement could not tell them apart. */
  #next(): readonly Waiting[] {
    const share = Math.min(MOST, Math.max(1, Math.ceil(this.#waiting.length / (LANES - this.#lanes))));
    const keys = new Set<string>();
    const batch: Waiting[] = [];
    this.#waiting = this.#waiting.filter((one) => {
      if (batch.length >= share || keys.has(one.form.key)) return true;
      keys.add(one.form.key);
      batch.push(one);
      return false;
    });
    return batch;
  }

  async #insert(batch: readonly Waiting[]): Promise<void> {
    try {
      const arrivals = await insertForms(
        this.#db,
        batch.map(({ form }) => form),
      );
      for (const [i, { resolve }] of batch.entries()) resolve(arrivals[i] ?? 'not-taken');
    } catch (cause) {
      if (batch.length === 1 || !isOfData(cause)) {
        for (const { reject } of batch) reject(cause);
        return;
      }
      // One form that the register can not hold must not take the others with it.
      for (const one of batch) await this.#insert([one]);
    }
  }
}

/** A key for a form whose sender gave none. */
export const ownKey = (): string => `interna/${randomUUID()}`;

/**
 * Inserts forms in one statement. Keys must differ, and go in by their order: statements that meet at the same keys wait
 * for each other in one direction only.
 * @returns what became of each, in the same order
 */
async function insertForms(db: Db, forms: readonly Arriving[]): Promise<readonly Arrival[]> {
  const input = forms.map((form, n) => ({
    n,
    key: form.key,
    cycle: form.cycle,
    checkpoint: form.checkpoint,
    officer: form.officer,
    acting_for: form.actingFor ?? null,
    at: form.at,
    simulated: form.simulated,
    channel: form.channel,
    late_reason: form.lateReason ?? null,
    via: form.via?.channel ?? null,
    token: form.via?.channel === 'token' ? form.via.token : null,
    entity: form.byMembership?.entity ?? null,
    today: form.byMembership?.on ?? null,
    offices: form.byMembership?.offices ?? null,
    rows: form.rows.map((row) => ({
      indicator: row.indicator,
      actual: row.actual,
      note: row.note ?? null,
      cause: row.cause ?? null,
      next: row.next ?? null,
      evidence: row.evidence ?? [],
    })),
  }));
  // A substitution of the officer may pass an office on: who acts then, is not for this statement to say.
  const { rows } = await sql<{ n: number; submission: number | null; entitled: boolean }>`
    with form as materialized (
      select * from jsonb_to_recordset(${json(input)}::jsonb) as f(
        n integer, key text, cycle text, checkpoint text, officer text, acting_for text, at text, simulated boolean,
        channel text, late_reason text, via text, token text, entity text, today date, offices text[], rows jsonb)
    ), entitled as materialized (
      select f.n from form f
      where f.entity is null or (
        f.acting_for is null
        and exists (select from people p where p.entity = f.entity and p.id = f.officer and p.active)
        and not exists (
          select from substitutes s
          where s.entity = f.entity and s.absent = f.officer and s.from_date <= f.today and s.to_date >= f.today)
        and not exists (
          select from unnest(f.offices) as o(office)
          where not exists (
            select from memberships m
            where m.entity = f.entity and m.person = f.officer and m.office = o.office
              and m.from_date <= f.today and m.to_date >= f.today)))
    ), open as materialized (
      select f.n, k.simulated from form f
      join entitled e on e.n = f.n
      cross join lateral (
        select simulated from checkpoints c where c.cycle = f.cycle and c.id = f.checkpoint and c.state = 'collecting'
        for key share) k
    ), submission as (
      insert into submissions (key, cycle, checkpoint, officer, acting_for, at, simulated, channel, late_reason, via, token)
      select f.key, f.cycle, f.checkpoint, f.officer, f.acting_for, f.at, f.simulated or o.simulated, f.channel, f.late_reason,
        f.via, f.token
      from form f
      join open o on o.n = f.n
      order by f.key
      on conflict (key) do nothing
      returning id, key, cycle, checkpoint
    ), measured as (
      insert into measurements (submission, cycle, checkpoint, indicator, actual, note, cause, next, evidence)
      select s.id, s.cycle, s.checkpoint, r.indicator, r.actual, r.note, r.cause, r.next, r.evidence
      from submission s
      join form f on f.key = s.key
      cross join lateral rows from (
        jsonb_to_recordset(f.rows) as (indicator text, actual jsonb, note text, cause text, next text, evidence text[])
      ) with ordinality as r(indicator, actual, note, cause, next, evidence, n)
      order by s.id, r.n
    ), waiting as (
      insert into untaken (submission, cycle, checkpoint) select id, cycle, checkpoint from submission order by id
    )
    select f.n, s.id as submission, e.n is not null as entitled
    from form f
    left join submission s on s.key = f.key
    left join entitled e on e.n = f.n
    order by f.n`.execute(db);
  return rows.map(({ submission, entitled }) => {
    if (submission !== null) return { submission };
    return entitled ? 'not-taken' : 'not-by-membership';
  });
}

/** Whether PostgreSQL refused what was in a statement (classes 22 and 23), and not the statement for some other reason. */
const isOfData = (cause: unknown): boolean =>
  typeof cause === 'object' &&
  cause !== null &&
  'code' in cause &&
  typeof cause.code === 'string' &&
  /^2[23]/.test(cause.code);
