import { yearOf } from '../../../../domain/calendar/civil-date.js';
import type { TrendRow } from '../../../../register/reading/trend.js';
import { consoleWords } from '../../../../words/console.js';
import { italianPercent } from '../../../../words/format.js';
import type { Point } from '../charts/points.js';

/** Percentage points between the edges of a drawing, at least: less than a point must not look like a leap. */
export const LEAST_SPAN = 30;

/** Achievements over checkpoints and years, by indicator or node. */
export type Trends = ReadonlyMap<string, readonly Point[]>;

/**
 * The points of each indicator and node, oldest first: earlier exercises by their year, checkpoints of this one by day
 * and month. What had another name in another year is another measure.
 */
export function trendsOf(rows: readonly TrendRow[], exercise: number, notComputed: string): Trends {
  const names = new Map(rows.filter((r) => r.exercise === exercise).map((r) => [r.of, r.name]));
  const trends = new Map<string, Point[]>();
  for (const row of rows) {
    if (names.get(row.of) !== row.name) continue;
    const points = trends.get(row.of) ?? [];
    points.push({
      label: row.exercise === exercise ? dayAndMonth(row.to) : String(yearOf(row.to)),
      value: row.achievement === null ? undefined : Number(row.achievement),
      text: row.achievement === null ? notComputed : said(row.achievement, row.coverage),
    });
    trends.set(row.of, points);
  }
  return trends;
}

/** `95,60%, calcolato sull’83,00% del peso`: of all of the weight it need not be said. */
function said(achievement: string, coverage: string | null): string {
  const degree = italianPercent(achievement);
  if (coverage === null || Number(coverage) === 100) return degree;
  return `${degree}, ${consoleWords.scorecard.coverageOf(italianPercent(coverage))}`;
}

/** `30/04` */
const dayAndMonth = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}`;
