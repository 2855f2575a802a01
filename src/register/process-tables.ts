import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { BodyFacts } from '../domain/entity.js';
import type { RecordedAt } from './column-types.js';

/** Of an act nobody has carried out at once. */
type AwaitedState = 'waiting' | 'recorded' | 'refused' | 'given-up';

/** The tables of `028_awaited_acts.sql`, `029_good_files.sql` and `052_publication_checks.sql`. */
export interface ProcessTables {
  awaitedActs: {
    id: string;
    secret: string;
    cycle: string;
    step: string | null;
    workflow: string;
    run: string | null;
    act: string;
    command: ColumnType<object | null, string, string | null>;
    person: string;
    askedAt: Instant;
    state: ColumnType<AwaitedState, never, AwaitedState>;
    refusal: ColumnType<string | null, never, string | null>;
    recordedAt: ColumnType<Instant, never, Instant>;
    settledAt: ColumnType<Instant | null, never, unknown>;
    failure: ColumnType<string | null, never, string | null>;
  };
  publicationChecks: {
    id: GeneratedAlways<number>;
    cycle: string;
    documentHash: string;
    /** From where it was read: the body's public address, or the folder of its site. */
    way: 'address' | 'files';
    /** Empty for the folder. */
    address: string;
    /** Why it is not as it should be, in Italian; null where it is. */
    failure: string | null;
    at: Instant;
    recordedAt: RecordedAt;
  };
  goodUnits: {
    unit: string;
    /** SHA-256 over paths and contents. */
    hash: string;
    /** Of the program that read them. */
    reader: string;
    /** Of a body; null of a file that many share. */
    facts: ColumnType<BodyFacts | null, string, string>;
    saved: ColumnType<boolean, boolean, boolean>;
    recordedAt: ColumnType<Instant, never, unknown>;
  };
  goodFiles: { unit: string; path: string; bytes: Buffer; recordedAt: RecordedAt };
}
