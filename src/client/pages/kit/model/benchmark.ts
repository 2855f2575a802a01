import { printedNumber } from '../../../../domain/findings/number.js';
import type { BodyProfile } from '../../../../domain/follow-up.js';
import type { Indicator, Plan } from '../../../../domain/plan.js';
import { compare } from '../../../../domain/rational.js';
import type { SeriesRow, SeriesTable } from '../../../../domain/series.js';

/** The row of a series that observes what an indicator measures. */
interface Observed {
  readonly table: SeriesTable;
  readonly row: SeriesRow;
}

/** How the body stands beside the benchmark; undefined when nothing says which way is better, or a figure is missing. */
export type Standing = 'better' | 'worse' | 'same' | undefined;

export interface Comparison extends Observed {
  readonly indicator: Indicator;
  /** The latest year both have. */
  readonly year: number;
  readonly own: string;
  readonly other: string;
  readonly standing: Standing;
  /** What the other is called. */
  readonly with: string;
}

/** The series an indicator names, `quality/101`, wherever among the chapters it stands. */
export function seriesOf(profile: BodyProfile | undefined, indicator: Indicator): Observed | undefined {
  const [tableId, rowId] = indicator.history?.split('/') ?? [];
  const table = profile?.chapters.flatMap((c) => c.tables).find((t) => t.id === tableId);
  const row = table?.rows.find((r) => r.id === rowId);
  return table === undefined || row === undefined ? undefined : { table, row };
}

/** The indicators of a scorecard whose series also observes the benchmark, with both figures of the latest common year. */
export function comparisons(
  tree: Pick<Plan, 'areas'>,
  profile: BodyProfile | undefined,
  entity: string,
): readonly Comparison[] {
  const indicators = tree.areas.flatMap((a) => a.objectives.flatMap((o) => o.programmes.flatMap((p) => p.indicators)));
  return indicators.flatMap((indicator) => {
    const observed = seriesOf(profile, indicator);
    if (observed === undefined) return [];
    const { table, row } = observed;
    const { benchmark } = table;
    if (benchmark === undefined) return [];
    const cell = (subject: string, year: number): string | undefined =>
      row.cells[table.columns.findIndex((c) => c.subject === subject && c.year === year)];
    const years = table.columns.filter((c) => c.subject === benchmark.subject).map((c) => c.year);
    const year = years
      .filter((y) => (cell(entity, y) ?? '') !== '' && (cell(benchmark.subject, y) ?? '') !== '')
      .sort((a, b) => b - a)[0];
    if (year === undefined) return [];
    const [own = '', other = ''] = [cell(entity, year), cell(benchmark.subject, year)];
    return [
      { indicator, table, row, year, own, other, standing: standingOf(own, other, row.better), with: benchmark.title },
    ];
  });
}

function standingOf(own: string, other: string, better: SeriesRow['better']): Standing {
  const [mine, theirs] = [printedNumber(own)?.value, printedNumber(other)?.value];
  if (mine === undefined || theirs === undefined || better === undefined) return undefined;
  const difference = compare(mine, theirs);
  if (difference === 0) return 'same';
  return difference > 0 === (better === 'more') ? 'better' : 'worse';
}
