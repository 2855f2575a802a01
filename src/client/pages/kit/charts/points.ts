/** A value of a series: its label (year, date), the figure for drawing, and as a reader sees it. */
export interface Point {
  readonly label: string;
  /** Only for drawing: figures are compared as decimals elsewhere. Undefined where nothing was observed. */
  readonly value: number | undefined;
  readonly text: string;
}

/** `2012: 60,42; 2013: 69,65; 2014: 48,05` */
export const pointsText = (points: readonly Point[]): string => points.map((p) => `${p.label}: ${p.text}`).join('; ');

/**
 * Least and greatest of what is drawn, apart also when they are the same.
 * @param atLeast how far apart at least: a smaller change must not look like a leap
 */
export function extentOf(
  series: readonly (readonly Point[])[],
  atLeast = 0,
): { readonly low: number; readonly high: number } {
  const values = series.flat().flatMap((p) => (p.value === undefined ? [] : [p.value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const least = Math.max(atLeast, low === high ? Math.max(2, Math.abs(low) * 0.2) : 0);
  const room = Math.max(0, (least - (high - low)) / 2);
  return { low: low - room, high: high + room };
}

/** Whether there is a line to draw: one value alone is not one. */
export const hasLine = (points: readonly Point[]): boolean => points.filter((p) => p.value !== undefined).length > 1;

/** Runs of points that follow one another without a gap, with their place on the axis. */
export function runsOf(
  points: readonly Point[],
): readonly (readonly { readonly index: number; readonly value: number }[])[] {
  const runs: { index: number; value: number }[][] = [[]];
  points.forEach(({ value }, index) => {
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push({ index, value });
  });
  return runs.filter((run) => run.length > 0);
}
