import type { ScoreTrace } from '../../domain/individual/score.js';
import type { Db } from '../database.js';

/** The last score of each sheet with its trace, by number of the sheet; none for what is not evaluated. One query. */
export async function lastTraces(db: Db, sheets: readonly number[]): Promise<ReadonlyMap<number, ScoreTrace>> {
  if (sheets.length === 0) return new Map();
  const rows = await db
    .selectFrom('sheetScores as c')
    .innerJoin('sheetPassages as p', 'p.id', 'c.sheetPassage')
    .distinctOn('p.sheet')
    .select(['p.sheet', 'c.trace'])
    .where('p.sheet', 'in', [...sheets])
    .orderBy('p.sheet')
    .orderBy('p.id', 'desc')
    .execute();
  return new Map(rows.map(({ sheet, trace }) => [sheet, trace]));
}
