import type { ColumnType } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';

/** Recorded by the database in wall time; read as an instant. */
export type RecordedAt = ColumnType<Instant, never, never>;
/** Who put a row on record, in whose place, and when in calendar time. `Who` is the column that names them. */
export type Written<Who extends string = 'actor'> = Record<Who, string> & {
  actingFor: string | null;
  at: Instant;
  recordedAt: RecordedAt;
};
/** A moment of the wall clock, `timestamptz`; written as a date, read as an instant. */
export type WallTime = ColumnType<Instant, Date, Date>;
/** Written as text: see `json`. */
export type Json<T> = ColumnType<T, string, string>;
/** A list of texts, `text[]`. */
export type Texts = readonly string[];
/** Where a row about people comes from. */
export type Origin = 'file' | 'console';
