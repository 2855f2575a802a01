import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { type SeriesValue, withValues } from '../domain/context/series-years.js';
import type { BodyProfile } from '../domain/follow-up.js';
import type { Series, SeriesTable } from '../domain/series.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** Where a value came from, and who answers for it. */
interface Given {
  readonly id: number;
  /** What was odd about it and somebody said to be right. */
  readonly odd: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly at: Instant;
}

/** A value of a series on record. */
export interface SeriesValueRecord extends SeriesValue, Given {
  readonly series: string;
  readonly origin: 'form' | 'sheet' | 'source';
}

/** Every value put on record for a body's series, oldest first. One indexed query. @param series one of them alone */
export async function seriesValues(db: Db, entity: string, series?: string): Promise<readonly SeriesValueRecord[]> {
  let query = db
    .selectFrom('seriesValues')
    .select(['id', 'series', 'row', 'subject', 'year', 'printed', 'odd', 'origin', 'source', 'note'])
    .select(['actor', 'actingFor', 'at'])
    .where('entity', '=', entity);
  if (series !== undefined) query = query.where('series', '=', series);
  return await query.orderBy('id').execute();
}

/** Where new values come from. */
interface NewValues extends Omit<Doing, 'key'> {
  readonly entity: string;
  readonly note: string | undefined;
  /** Name of the file, or of the automatic source. */
  readonly source: string | undefined;
}

/** Puts values of a series on record; what was there stays. */
export async function addSeriesValues(
  db: Db,
  {
    actingFor,
    note,
    source,
    ...from
  }: NewValues & { readonly series: string; readonly origin: SeriesValueRecord['origin'] },
  values: readonly (SeriesValue & { readonly odd: string | undefined })[],
): Promise<void> {
  if (values.length === 0) return;
  const all = { ...from, actingFor: actingFor ?? null, note: note ?? null, source: source ?? null };
  await db
    .insertInto('seriesValues')
    .values(values.map(({ odd, ...value }) => ({ ...all, ...value, odd: odd ?? null })))
    .execute();
}

/** A body's profile with the years its officers added to the series. One query. */
export async function profileToday(db: Db, entity: string): Promise<BodyProfile | undefined> {
  const row = await db
    .selectFrom('bodyProfiles as p')
    .select('p.data')
    .select(
      sql<readonly (SeriesValue & { readonly series: string })[]>`coalesce((
        select jsonb_agg(jsonb_build_object(
          'series', v.series, 'row', v.row, 'subject', v.subject, 'year', v.year, 'printed', v.printed) order by v.id)
        from series_values v where v.entity = p.entity), '[]')`.as('values'),
    )
    .where('p.entity', '=', entity)
    .executeTakeFirst();
  if (row === undefined || row.values.length === 0) return row?.data;
  const chapters = row.data.chapters.map((chapter) => ({
    ...chapter,
    tables: withAll(chapter.tables, row.values),
  }));
  return { ...row.data, chapters };
}

/** Each table with its values. */
const withAll = (
  tables: readonly SeriesTable[],
  values: readonly (SeriesValue & { readonly series: string })[],
): readonly SeriesTable[] =>
  tables.map((table) =>
    withValues(
      table,
      values.filter(({ series }) => series === table.id),
    ),
  );

/** The series of a body's files with the years its officers added. One query. */
export async function seriesToday(db: Db, entity: string, series: Series): Promise<Series> {
  const values = await seriesValues(db, entity);
  if (values.length === 0) return series;
  return { ...series, tables: withAll(series.tables, values) };
}

/** An amount of an account on record; null where it was taken back. */
export interface AmountRecord extends Given {
  readonly year: number;
  readonly account: string;
  readonly amount: DecimalText | null;
  readonly origin: 'form' | 'sheet';
}

/** Every amount put on record for a body, oldest first. One indexed query. */
export async function accountAmounts(db: Db, entity: string): Promise<readonly AmountRecord[]> {
  return await db
    .selectFrom('accountAmounts')
    .select(['id', 'year', 'account', 'amount', 'odd', 'origin', 'source', 'note', 'actor', 'actingFor', 'at'])
    .where('entity', '=', entity)
    .orderBy('id')
    .execute();
}

/** Puts amounts of a year on record; what was there stays. */
export async function addAccountAmounts(
  db: Db,
  { actingFor, note, source, ...from }: NewValues & { readonly year: number; readonly origin: AmountRecord['origin'] },
  amounts: readonly {
    readonly account: string;
    readonly amount: DecimalText | null;
    readonly odd: string | undefined;
  }[],
): Promise<void> {
  if (amounts.length === 0) return;
  const all = { ...from, actingFor: actingFor ?? null, note: note ?? null, source: source ?? null };
  await db
    .insertInto('accountAmounts')
    .values(amounts.map(({ odd, ...one }) => ({ ...all, ...one, odd: odd ?? null })))
    .execute();
}

/** The amounts of a year that count: the last of each account, without those taken back. @param records oldest first */
export function amountsOf(records: readonly AmountRecord[], year: number): ReadonlyMap<string, DecimalText> {
  const last = new Map(records.filter((one) => one.year === year).map((one) => [one.account, one.amount]));
  return new Map([...last].flatMap(([account, amount]) => (amount === null ? [] : [[account, amount] as const])));
}
