import { type Analysis, analysisOf } from '../domain/finance/analysis.js';
import type { Db } from '../register/database.js';
import { accountAmounts, amountsOf, profileToday } from '../register/series-values.js';
import { analysisWords } from '../words/context.js';

/** The financial analyses of a body, the last year first: of every year that has an amount, entered or in its series. */
export async function analysesOf(db: Db, entity: string): Promise<readonly Analysis[]> {
  const [profile, records] = await Promise.all([profileToday(db, entity), accountAmounts(db, entity)]);
  const definitions = profile?.finance;
  if (definitions === undefined) return [];
  const tables = profile?.chapters.flatMap((chapter) => chapter.tables) ?? [];
  const named = [...definitions.accounts, ...definitions.indices].flatMap(({ series }) => series?.table ?? []);
  const printed = tables
    .filter(({ id }) => named.includes(id))
    .flatMap(({ columns }) => columns.map(({ year }) => year));
  const years = [...new Set([...printed, ...records.map(({ year }) => year)])].sort((a, b) => b - a);
  return years.map((year) =>
    analysisOf(definitions, { entity, year, entered: amountsOf(records, year), tables }, analysisWords),
  );
}
