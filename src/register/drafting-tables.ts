import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import type { SectionState } from '../domain/drafting/section.js';
import type { KeptFile } from './board-tables.js';
import type { RecordedAt, Written } from './column-types.js';

type Once<T> = ColumnType<T | null, undefined, T>;

/** The tables of `041_drafting.sql` and `053_outline_adoptions.sql`. */
export interface DraftingTables {
  outlinesOnFile: {
    entity: string;
    document: string;
    outline: ColumnType<DocumentOutline, string, string>;
    recordedAt: RecordedAt;
  };
  outlineAdoptions: Written<'byPerson'> & {
    id: GeneratedAlways<number>;
    cycle: string;
    document: string;
    outline: ColumnType<DocumentOutline, string, never>;
    /** Of the body's own act. */
    actNumber: string;
    actDate: CivilDate;
  };
  documentDrafts: {
    cycle: string;
    document: string;
    /** The one it began with: as read, the one last adopted. */
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
    /** Null: it came from the body's files. */
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
  sectionRemarks: Written<'byPerson'> & {
    id: GeneratedAlways<number>;
    key: string | null;
    cycle: string;
    document: string;
    section: string | null;
    text: string;
    origin: 'colleague' | 'board';
    round: number;
    answer: Once<string>;
    answeredBy: Once<string>;
    answeredAt: Once<Instant>;
    closedBy: Once<string>;
    closedAt: Once<Instant>;
  };
  draftFiles: KeptFile & { cycle: string };
  sectionFigures: {
    cycle: string;
    document: string;
    /** Its short name in the text: `![…](figura:3fa9c1d2b0)`. */
    id: string;
    hash: string;
    /** Pixels. */
    width: number;
    height: number;
    recordedAt: RecordedAt;
  };
  standIns: Written<'byPerson'> & {
    id: GeneratedAlways<number>;
    cycle: string;
    document: string;
    hash: string;
    withdrawnBy: Once<string>;
    withdrawnAt: Once<Instant>;
  };
  transmissions: Written<'byPerson'> & {
    cycle: string;
    step: string;
    round: number;
    document: string;
    /** What changed since the round before, as they say. */
    note: string | null;
    unchangedReason: string | null;
    /** SHA-256 of what it said, hexadecimal. */
    contentHash: string;
    /** JSON of the sections, whose SHA-256 is `contentHash`; null where the body's own file stands in for them. */
    content: string | null;
    /** Version of the plan it was written from; null where there was none. */
    planVersion: number | null;
  };
}
