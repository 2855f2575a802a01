import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Texts } from './column-types.js';

interface Said {
  id: GeneratedAlways<number>;
  key: string;
  cycle: string;
  text: string;
  /** Ids of the persons it calls by name. */
  mentions: Texts;
  person: string;
  actingFor: string | null;
  at: Instant;
  recordedAt: ColumnType<Instant, never, never>;
}

/** What colleagues say to each other about a step. */
export interface RemarkTables {
  stepRemarks: Said & { step: string; indicator: string | null };
  stepRemarkReplies: Said & { remark: number };
  stepRemarkClosings: {
    remark: number;
    cycle: string;
    person: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: ColumnType<Instant, never, never>;
  };
}
