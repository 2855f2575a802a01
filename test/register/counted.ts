import type { Db } from '../../src/register/database.js';

/** A register, and how much it has been asked through it since it was opened. */
export interface Counted {
  readonly db: Db;
  queries(): number;
  /** That came back. */
  rows(): number;
  /** Queries that some work sends, with what comes of it. */
  during<T>(work: () => Promise<T>): Promise<{ readonly found: T; readonly queries: number }>;
}

/** The same register, with every query counted. */
export function counted(db: Db): Counted {
  let [queries, rows] = [0, 0];
  return {
    db: db.withPlugin({
      // Once per query sent; `transformQuery` is also called for the queries inside one.
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        queries += 1;
        rows += result.rows.length;
        return result;
      },
    }),
    queries: () => queries,
    rows: () => rows,
    during: async (work) => {
      const before = queries;
      const found = await work();
      return { found, queries: queries - before };
    },
  };
}
