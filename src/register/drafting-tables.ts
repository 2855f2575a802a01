import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import type { SectionState } from '../domain/drafting/section.js';
import type { KeptFile } from './board-tables.js';

type RecordedAt = ColumnType<Instant, never, never>;
type Once<T> = ColumnType<T | null, undefined, T>;

/** The tables of `041_drafting.sql` and `053_outline_adoptions.sql`. */
export interface DraftingTables {
  outlinesOnFile: {
    entity: string;
    document: string;
    outline: ColumnType<DocumentOutline, string, string>;
    recordedAt: RecordedAt;
  };
  outlineAdoptions: {
    id: GeneratedAlways<number>;
    cycle: string;
    document: string;
    outline: ColumnType<DocumentOutline, string, never>;
    actNumber: string;
    actDate: CivilDate;
    byPerson: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: RecordedAt;
  };
  documentDrafts: {
    cycle: string;
    document: string;
    outline: ColumnType<DocumentOutline, string, never>;
    beganAt: Instant;
    recordedAt: RecordedAt;
  };
  sections: {
    cycle: string;
    document: string;
    section: string;
    text: string;
    state: SectionState;
    revision: number;
    writtenBy: string | null;
    actingFor: string | null;
    writtenAt: Instant | null;
  };
  sectionVersions: {
    cycle: string;
    document: string;
    section: string;
    revision: number;
    text: string;
    writtenBy: string | null;
    actingFor: string | null;
    writtenAt: Instant;
    recordedAt: RecordedAt;
  };
  sectionTyping: {
    cycle: string;
    document: string;
    section: string;
    person: string;
    text: string;
    revision: number;
    typedAt: Instant;
  };
  sectionPresence: {
    cycle: string;
    document: string;
    section: string;
    person: string;
    seenAt: ColumnType<Instant, unknown, unknown>;
  };
  sectionRemarks: {
    id: GeneratedAlways<number>;
    key: string | null;
    cycle: string;
    document: string;
    section: string | null;
    text: string;
    byPerson: string;
    actingFor: string | null;
    at: Instant;
    origin: 'colleague' | 'board';
    round: number;
    answer: Once<string>;
    answeredBy: Once<string>;
    answeredAt: Once<Instant>;
    closedBy: Once<string>;
    closedAt: Once<Instant>;
    recordedAt: RecordedAt;
  };
  draftFiles: KeptFile & { cycle: string };
  sectionFigures: {
    cycle: string;
    document: string;
    id: string;
    hash: string;
    width: number;
    height: number;
    recordedAt: RecordedAt;
  };
  standIns: {
    id: GeneratedAlways<number>;
    cycle: string;
    document: string;
    hash: string;
    byPerson: string;
    actingFor: string | null;
    at: Instant;
    withdrawnBy: Once<string>;
    withdrawnAt: Once<Instant>;
    recordedAt: RecordedAt;
  };
  transmissions: {
    cycle: string;
    step: string;
    round: number;
    document: string;
    byPerson: string;
    actingFor: string | null;
    at: Instant;
    note: string | null;
    unchangedReason: string | null;
    contentHash: string;
    content: string | null;
    planVersion: number | null;
    recordedAt: RecordedAt;
  };
}
