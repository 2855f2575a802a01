import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import type { StepStatus } from '../cycle-tables.js';
import type { Db } from '../database.js';
import { LOG_RECORD, type LogRecord } from '../log.js';
import { forReader, type LogReader, readableBy } from '../log-reader.js';

/** What is looked for in a body: every word, in any order. */
export interface Looking {
  readonly entity: string;
  /** As `wordsIn` leaves them; none finds nothing. */
  readonly words: readonly string[];
  readonly today: CivilDate;
  /** Whether who looks may see everybody's individual results: without it objectives of single persons are not found. */
  readonly individual: boolean;
  /** How many of each kind are wanted. */
  readonly limit: number;
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly inService: boolean;
  /** Roles held and offices answered for that day. */
  readonly titles: readonly string[];
  /** Ids of those offices. */
  readonly offices: readonly string[];
}

export interface FoundIndicator {
  readonly exercise: number;
  readonly code: string;
  readonly name: string;
  readonly office: string | null;
}

export interface FoundStep {
  readonly exercise: number;
  readonly id: string;
  readonly title: string;
  readonly status: StepStatus;
  readonly dueOn: CivilDate;
}

export interface FoundDocument {
  readonly exercise: number;
  readonly title: string;
  readonly version: number;
  readonly frozenAt: Instant;
  readonly hash: string;
}

/** What was found, the latest exercise first; one more of a kind than was wanted where there are more. */
export interface Found {
  readonly people: readonly FoundPerson[];
  readonly indicators: readonly FoundIndicator[];
  readonly steps: readonly FoundStep[];
  readonly documents: readonly FoundDocument[];
}

/** People, indicators of the plans pages speak of, steps and deposited documents of a body. Four queries. */
export async function foundIn(db: Db, looking: Looking): Promise<Found> {
  if (looking.words.length === 0) return { people: [], indicators: [], steps: [], documents: [] };
  const [people, indicators, steps, documents] = await Promise.all([
    foundPeople(db, looking),
    foundIndicators(db, looking),
    foundSteps(db, looking),
    foundDocuments(db, looking),
  ]);
  return { people, indicators, steps, documents };
}

async function foundPeople(db: Db, { entity, words, today, limit }: Looking): Promise<readonly FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`
    select p.id, p.name, p.active as "inService", held.titles, held.offices
    from people p
    cross join lateral (
      select
        coalesce(array_agg(h.title order by h.title), '{}') as titles,
        coalesce(array_agg(h.office order by h.office) filter (where h.office is not null), '{}') as offices
      from (
        select r.title, null::text as office
        from holdings t join roles r on r.entity = t.entity and r.id = t.role
        where t.entity = p.entity and t.person = p.id and ${today} between t.from_date and t.to_date
        union
        select o.title, o.id
        from memberships m join offices o on o.entity = m.entity and o.id = m.office
        where m.entity = p.entity and m.person = p.id and ${today} between m.from_date and m.to_date
      ) h
    ) held
    where p.entity = ${entity}
      and ${says(sql`p.name || ' ' || array_to_string(held.titles, ' ')`, words)}
    order by p.active desc, p.name
    limit ${limit + 1}`.execute(db);
  return rows;
}

async function foundIndicators(
  db: Db,
  { entity, words, individual, limit }: Looking,
): Promise<readonly FoundIndicator[]> {
  const { rows } = await sql<FoundIndicator>`
    with shown as (
      select distinct on (exercise) exercise, version
      from plan_versions
      where entity = ${entity} and status <> 'rejected'
      order by exercise, (status = 'in-force') desc, version desc
    ), seen as (
      select distinct on (i.exercise, i.code) i.exercise, i.code, i.name, i.ordinal, o.title as office
      from indicators i
      join shown s on s.exercise = i.exercise and s.version = i.version
      left join offices o on o.entity = i.entity and o.id = i.office
      where i.entity = ${entity} and (${individual} or i.place not like 'individual:%')
      order by i.exercise, i.code, i.ordinal
    )
    select exercise, code, name, office
    from seen
    where ${says(sql`code || ' ' || name`, words)}
    order by exercise desc, ordinal
    limit ${limit + 1}`.execute(db);
  return rows;
}

async function foundSteps(db: Db, { entity, words, limit }: Looking): Promise<readonly FoundStep[]> {
  return await db
    .selectFrom('steps as s')
    .innerJoin('cycles as c', 'c.id', 's.cycle')
    .select(['c.exercise', 's.id', 's.title', 's.status', 's.dueOn'])
    .where('c.entity', '=', entity)
    .where(says(sql`s.title`, words))
    .orderBy('c.exercise', 'desc')
    .orderBy('s.ordinal')
    .limit(limit + 1)
    .execute();
}

async function foundDocuments(db: Db, { entity, words, limit }: Looking): Promise<readonly FoundDocument[]> {
  return await db
    .selectFrom('documents as d')
    .innerJoin('cycles as c', 'c.id', 'd.cycle')
    .select(['c.exercise', 'd.title', 'd.version', 'd.frozenAt', 'd.hash'])
    .where('c.entity', '=', entity)
    .where(says(sql`d.title`, words))
    .orderBy('c.exercise', 'desc')
    .orderBy('d.frozenAt', 'desc')
    .orderBy('d.hash')
    .limit(limit + 1)
    .execute();
}

/** What somebody who may read the log of a cycle looks for in it. */
interface LookingInLog {
  readonly words: readonly string[];
  /** For each word, the actions whose sentence has it. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  readonly limit: number;
}

/**
 * Lines of a cycle's log that may say all the words, the latest first, as their reader may see them. What is struck out for
 * the reader may have been what was found: whoever shows a line looks again in what it says. One query.
 */
export async function linesSaying(
  db: Db,
  reader: LogReader,
  { words, actions, limit }: LookingInLog,
): Promise<readonly LogRecord[]> {
  if (words.length === 0) return [];
  const written = sql`concat_ws(' ', log.subject, log.detail::text, s.title, p.name, f.name, log.actor)`;
  const lines = await db
    .selectFrom('log')
    .leftJoin('cycles as c', 'c.id', 'log.cycle')
    .leftJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'log.cycle').onRef('s.id', '=', 'log.step'))
    .leftJoin('people as p', (join) => join.onRef('p.entity', '=', 'c.entity').onRef('p.id', '=', 'log.actor'))
    .leftJoin('people as f', (join) => join.onRef('f.entity', '=', 'c.entity').onRef('f.id', '=', 'log.actingFor'))
    .select(LOG_RECORD.map((column) => `log.${column}` as const))
    .where('log.id', 'in', db.selectFrom('log').select('id').where(readableBy(reader)))
    .where((e) =>
      e.and(
        words.map((word) => {
          const own = actions.get(word) ?? [];
          return e.or([says(written, [word]), ...(own.length === 0 ? [] : [e('log.action', 'in', [...own])])]);
        }),
      ),
    )
    .orderBy('log.id', 'desc')
    .limit(limit)
    .execute();
  return lines.map((line) => forReader(line, reader));
}

/** Whether a text says all the words, accents and case ignored. */
function says(text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<SqlBool> {
  const each = words.map((word) => sql<SqlBool>`strpos(${plainSql(text)}, ${word}) > 0`);
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}

/** The same folding as `plainText` of the domain. */
const plainSql = (text: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`replace(lower(regexp_replace(normalize((${text})::text, NFD), '[\\u0300-\\u036f]', '', 'g')), '’', '''')`;
