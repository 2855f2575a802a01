export const say = (line: string): void => void process.stdout.write(`  ${line}\n`);

export const row = (what: string, figure: string): void => say(`${what.padEnd(48)} ${figure}`);

/** Of times already sorted, in milliseconds with one decimal. */
export const percentile = (sorted: readonly number[], p: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? Number.NaN).toFixed(1);

/** Does the work for each item, so many at a time, in order of start. */
export async function inFlight<T>(lanes: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items].values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
