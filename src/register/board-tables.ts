import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';

/** A file as it came, with who put it on record. */
export interface KeptFile {
  hash: string;
  name: string;
  mime: string;
  bytes: Buffer;
  uploadedBy: string;
  actingFor: string | null;
  at: Instant;
  recordedAt: ColumnType<Instant, never, never>;
}

/** The tables of `014_boards.sql`, of `040_hearings.sql`, of `051_enclosures.sql` and of the corrected acts of `078`. */
export interface BoardTables {
  hearings: {
    cycle: string;
    step: string;
    round: number;
    documentHash: string;
    planVersion: number | null;
    reason: string | null;
    cameAt: Instant;
    decision: ColumnType<string | null, undefined, string>;
    resubmittedAt: ColumnType<Instant | null, undefined, Instant>;
    revision: ColumnType<string | null, undefined, string | null>;
    recordedAt: ColumnType<Instant, never, never>;
  };
  acts: KeptFile & { decision: string };
  actCorrections: {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    decision: string;
    actNumber: string;
    actDate: CivilDate;
    reason: string;
    person: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: ColumnType<Instant, never, never>;
  };
  attachments: KeptFile & { cycle: string; step: string; run: number };
  reportRemarks: {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    checkpoint: string;
    documentHash: string;
    board: string;
    decision: string | null;
    text: string;
    person: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: ColumnType<Instant, never, never>;
  };
  reportAnswers: {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    remark: number;
    text: string;
    person: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: ColumnType<Instant, never, never>;
  };
  delayNoticeActs: {
    key: string;
    cycle: string;
    step: string;
    version: number;
    documentHash: string;
    what: 'signed' | 'sent';
    person: string;
    actingFor: string | null;
    onDate: CivilDate;
    protocol: string | null;
    way: string | null;
    at: Instant;
    recordedAt: ColumnType<Instant, never, never>;
  };
  enclosures: {
    key: string;
    ordinal: number;
    cycle: string;
    step: string;
    run: number;
    kind: 'act' | 'attachment' | 'delay-reason';
    hash: string | null;
    name: string | null;
    mime: string | null;
    bytes: Buffer | null;
    reason: string | null;
    byPerson: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: ColumnType<Instant, never, never>;
  };
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
