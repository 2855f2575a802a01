import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { BodyFacts } from '../domain/entity.js';
import type { RecordedAt } from './column-types.js';

/** Of an act nobody has carried out at once. */
export type AwaitedState = 'waiting' | 'recorded' | 'refused' | 'given-up';

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
    way: 'address' | 'files';
    address: string;
    failure: string | null;
    at: Instant;
    recordedAt: RecordedAt;
  };
  goodUnits: {
    unit: string;
    hash: string;
    reader: string;
    facts: ColumnType<BodyFacts | null, string, string>;
    saved: ColumnType<boolean, boolean, boolean>;
    recordedAt: ColumnType<Instant, never, unknown>;
  };
  goodFiles: { unit: string; path: string; bytes: Buffer; recordedAt: ColumnType<Instant, never, never> };
}
