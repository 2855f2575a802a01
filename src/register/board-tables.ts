import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';

/** A file as it came, with who put it on record. */
interface KeptFile {
  hash: string;
  name: string;
  mime: string;
  bytes: Buffer;
  uploadedBy: string;
  actingFor: string | null;
  at: Instant;
  recordedAt: ColumnType<Instant, never, never>;
}

/** The tables of `014_boards.sql`. */
export interface BoardTables {
  acts: KeptFile & { decision: string };
  attachments: KeptFile & { cycle: string; step: string; run: number };
  delayReasons: {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    step: string;
    run: number;
    person: string;
    actingFor: string | null;
    reason: string;
    at: Instant;
    recordedAt: ColumnType<Instant, never, never>;
  };
}
