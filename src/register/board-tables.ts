import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { RecordedAt, Written } from './column-types.js';

/** A file as it came, with who put it on record. */
export type KeptFile = Written<'uploadedBy'> & {
  hash: string;
  name: string;
  mime: string;
  bytes: Buffer;
};

/** The tables of `014_boards.sql`, of `040_hearings.sql`, of `051_enclosures.sql`, of `083_withdrawn_proposals.sql` and of the corrected acts of `078`. */
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
    withdrawnAt: ColumnType<Instant | null, undefined, Instant>;
    recordedAt: RecordedAt;
  };
  acts: KeptFile & { decision: string };
  actCorrections: Written<'person'> & {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    decision: string;
    actNumber: string;
    actDate: CivilDate;
    reason: string;
  };
  attachments: KeptFile & { cycle: string; step: string; run: number };
  reportRemarks: Written<'person'> & {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    checkpoint: string;
    documentHash: string;
    board: string;
    decision: string | null;
    text: string;
  };
  reportAnswers: Written<'person'> & {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    remark: number;
    text: string;
  };
  delayNoticeActs: Written<'person'> & {
    key: string;
    cycle: string;
    step: string;
    version: number;
    documentHash: string;
    what: 'signed' | 'sent';
    onDate: CivilDate;
    protocol: string | null;
    way: string | null;
  };
  enclosures: Written<'byPerson'> & {
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
  };
  delayReasons: Written<'person'> & {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    step: string;
    run: number;
    reason: string;
  };
}
