import { type RawBuilder, sql } from 'kysely';

/**
 * The database's own clock, which every process of a body shares: what lasts a while is begun and judged by one clock, so that a
 * process whose clock is wrong ends nobody's session and sends no link that is dead already.
 */
export const wallNow: RawBuilder<Date> = sql<Date>`now()`;

/** So long from now by the database's clock. */
export const minutesFromNow = (minutes: number): RawBuilder<Date> =>
  sql<Date>`now() + make_interval(mins => ${minutes}::int)`;

export const hoursFromNow = (hours: number): RawBuilder<Date> => minutesFromNow(hours * 60);

export const daysFromNow = (days: number): RawBuilder<Date> => hoursFromNow(days * 24);
