import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleKey } from '../domain/cycle-id.js';
import { individualOf } from '../domain/findings/walk.js';
import { never } from '../domain/result.js';
import type { ErasureOrder, Retained } from '../domain/retention.js';
import type { Db } from './database.js';
import { dropEnclosuresOf } from './enclosures.js';
import { eraseFile, eraseIndividual, eraseLogTexts, eraseMails, eraseSheets, eraseTexts } from './erasures.js';
import { eraseReasonsOnVoices, linesOnVoices, linesWithTexts, textsOf } from './personal.js';

/** What is past its term, and how it goes. */
interface OverTerm {
  readonly due: number;
  /** Answers how many things went. */
  erase(order: ErasureOrder): Promise<number>;
}

/**
 * What of a body is past its term.
 * @param until what was over by the end of this day: expired, sent, or of a cycle that had ended
 */
export async function overTerm(db: Db, entity: string, what: Retained, until: CivilDate): Promise<OverTerm> {
  switch (what) {
    case 'sessions':
      return await expired(db, until);
    case 'mail-texts': {
      const keys = await sentMails(db, entity, until);
      return { due: keys.length, erase: (order) => eraseMails(db, keys, order) };
    }
    case 'drafts': {
      const cycles = await endedCycles(db, entity, until);
      return await deletable(db, cycles);
    }
    case 'files': {
      const hashes = await filesOf(db, entity, await endedCycles(db, entity, until));
      return { due: hashes.length, erase: (order) => summed(hashes.map((hash) => () => eraseFile(db, hash, order))) };
    }
    case 'remarks': {
      const texts = await textsOf(db, await endedCycles(db, entity, until));
      const due = texts.reduce((sum, { keys }) => sum + keys.length, 0);
      return {
        due,
        erase: (order) =>
          summed(
            texts.map(
              ({ of, keys }) =>
                () =>
                  eraseTexts(db, of, keys, order),
            ),
          ),
      };
    }
    case 'log-texts': {
      const ids = await linesWithTexts(db, await endedCycles(db, entity, until));
      return { due: ids.length, erase: (order) => eraseLogTexts(db, ids, order) };
    }
    case 'public-voices':
      return await publicVoices(db, entity, until);
    case 'individual-results':
      return both(
        await individualResults(db, await endedCycles(db, entity, until)),
        await sheetsOver(db, await endedCycles(db, entity, until)),
      );
    default:
      return never(what);
  }
}

async function summed(works: readonly (() => Promise<number>)[]): Promise<number> {
  let sum = 0;
  for (const work of works) sum += await work();
  return sum;
}

/** Cycles of a body that had ended by the end of a day. */
async function endedCycles(db: Db, entity: string, until: CivilDate): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cycles')
    .select(['id', 'closedAt'])
    .where('entity', '=', entity)
    .where('status', 'in', ['closed', 'cancelled'])
    .execute();
  return rows.filter(({ closedAt }) => closedAt !== null && romeDate(closedAt) <= until).map((row) => row.id);
}

/** Of the whole installation: what lets nobody in any more. */
async function expired(db: Db, until: CivilDate): Promise<OverTerm> {
  const before = sql<boolean>`(expires_at at time zone 'Europe/Rome')::date <= ${until}::date`;
  const tables = ['sessions', 'signInLinks', 'tokenRequests'] as const;
  const counts = await Promise.all(
    tables.map((table) =>
      db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .where(before)
        .execute(),
    ),
  );
  return {
    due: counts.reduce((sum, [row]) => sum + (row?.n ?? 0), 0),
    erase: () =>
      summed(
        tables.map(
          (table) => async () => Number((await db.deleteFrom(table).where(before).executeTakeFirst()).numDeletedRows),
        ),
      ),
  };
}

async function deletable(db: Db, cycles: readonly string[]): Promise<OverTerm> {
  if (cycles.length === 0) return { due: 0, erase: async () => 0 };
  const tables = ['drafts', 'sectionTyping'] as const;
  const rows = await Promise.all(
    tables.map((table) => db.selectFrom(table).select('person').where('cycle', 'in', cycles).execute()),
  );
  const gone = async (table: (typeof tables)[number]): Promise<number> =>
    Number((await db.deleteFrom(table).where('cycle', 'in', cycles).executeTakeFirst()).numDeletedRows);
  const erase = async (): Promise<number> => {
    await dropEnclosuresOf(db, cycles);
    return await summed(tables.map((table) => () => gone(table)));
  };
  return { due: rows.flat().length, erase };
}

async function sentMails(db: Db, entity: string, until: CivilDate): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('notices as n')
    .innerJoin('cycles as c', 'c.id', 'n.cycle')
    .select(['n.key', 'n.sentAt', 'n.dueAt'])
    .where('c.entity', '=', entity)
    .where('n.state', 'in', ['sent', 'failed', 'withdrawn'])
    .where('n.toAddress', '<>', '')
    .execute();
  return rows.filter(({ sentAt, dueAt }) => romeDate(sentAt ?? dueAt) <= until).map((row) => row.key);
}

/** What came by the public form, as it came: what of it was feedback is on record among it, without anybody's data. */
async function publicVoices(db: Db, entity: string, until: CivilDate): Promise<OverTerm> {
  const rows = await db
    .selectFrom('publicVoices')
    .select(['id', 'cameAt'])
    .where('entity', '=', entity)
    .where('text', '<>', '')
    .execute();
  const ids = rows.filter(({ cameAt }) => romeDate(cameAt) <= until).map(({ id }) => id);
  const erase = async (order: ErasureOrder): Promise<number> => {
    if (ids.length === 0) return 0;
    const gone = await db.updateTable('publicVoices').set({ text: '' }).where('id', 'in', ids).executeTakeFirst();
    // Why one was refused may repeat what it said.
    await eraseReasonsOnVoices(db, entity, { ids });
    await eraseLogTexts(db, await linesOnVoices(db, entity, ids), order);
    return Number(gone.numUpdatedRows);
  };
  return { due: ids.length, erase };
}

/**
 * Hashes of files that a body has sent for some cycles alone, and keeps: the bytes are there, and it has not let them go. Files of
 * boards' acts are acts, and stay.
 */
async function filesOf(db: Db, entity: string, cycles: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`
    with used as (
      select m.hash, m.cycle,
        exists (select from evidence where evidence.hash = m.hash and octet_length(bytes) > 0)
          and not exists (select from released_files r where r.hash = m.hash and r.cycle = m.cycle) as kept
      from (select unnest(evidence) as hash, cycle from measurements where split_part(cycle, '/', 1) = ${entity}) m
      union all
      select hash, cycle, octet_length(bytes) > 0 from attachments where split_part(cycle, '/', 1) = ${entity}
    )
    select hash from used group by hash having bool_and(cycle = any(${[...cycles]})) and bool_or(kept)
      and not exists (select from acts where acts.hash = used.hash)
    order by hash`.execute(db);
  return rows.map((row) => row.hash);
}

const both = (one: OverTerm, other: OverTerm): OverTerm => ({
  due: one.due + other.due,
  erase: (order) => summed([() => one.erase(order), () => other.erase(order)]),
});

/** Sheets of evaluation: how many of a group were in each band stays. */
async function sheetsOver(db: Db, cycles: readonly string[]): Promise<OverTerm> {
  if (cycles.length === 0) return { due: 0, erase: async () => 0 };
  const rows = await db
    .selectFrom('sheets')
    .select('cycle')
    .where('cycle', 'in', cycles)
    .where('person', '<>', '')
    .execute();
  const held = [...new Set(rows.map(({ cycle }) => cycle))].sort();
  return { due: rows.length, erase: (order) => summed(held.map((cycle) => () => eraseSheets(db, cycle, order))) };
}

async function individualResults(db: Db, cycles: readonly string[]): Promise<OverTerm> {
  const found: {
    readonly cycle: string;
    readonly codes: readonly string[];
    readonly measured: number;
    readonly nodes: readonly string[];
  }[] = [];
  for (const cycle of cycles) {
    const { entity, exercise } = cycleKey(cycle);
    const versions = await db
      .selectFrom('planVersions')
      .select('plan')
      .where('entity', '=', entity)
      .where('exercise', '=', exercise)
      .execute();
    const codes = new Set(
      versions.flatMap(({ plan }) => individualOf(plan).flatMap((o) => o.node.indicators.map((i) => i.code))),
    );
    const { rows } = await sql<{ measured: number; nodes: readonly string[] }>`
      select
        (select count(*)::int from measurements
          where cycle = ${cycle} and indicator = any(${[...codes]}) and actual ->> 'kind' <> 'missing') as measured,
        (select coalesce(array_agg(distinct r ->> 'node'), '{}') from assessments, jsonb_array_elements(rollups) r
          where cycle = ${cycle} and r ->> 'node' like 'individual:%') as nodes`.execute(db);
    const [row] = rows;
    if (row !== undefined && row.measured + row.nodes.length > 0) found.push({ cycle, codes: [...codes], ...row });
  }
  return {
    due: found.reduce((sum, { measured, nodes }) => sum + measured + nodes.length, 0),
    erase: (order) =>
      summed(
        found.map(
          ({ cycle, ...what }) =>
            () =>
              eraseIndividual(db, cycle, what, order),
        ),
      ),
  };
}
