import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { BodyProfile, FollowedKind, FollowedState } from '../domain/follow-up.js';
import type { DecimalText } from '../domain/targets/types.js';

type RecordedAt = ColumnType<Instant, never, never>;

/** Who wrote a row, for whom, and when in calendar time. */
interface Written {
  actor: string;
  actingFor: string | null;
  at: Instant;
  recordedAt: RecordedAt;
}

/** The tables of `015_body.sql`. */
export interface BodyTables {
  bodyProfiles: { entity: string; data: ColumnType<BodyProfile, string, string>; recordedAt: RecordedAt };
  followed: {
    entity: string;
    kind: FollowedKind;
    id: string;
    ordinal: number;
    heading: string;
    text: string;
    source: string;
    norm: string | null;
    stated: string;
    statedOn: CivilDate | null;
    owner: string | null;
    everyMonths: number | null;
    dueOn: CivilDate | null;
    origin: 'file' | 'console';
    current: Generated<boolean>;
  };
  followUps: Written & {
    id: GeneratedAlways<number>;
    key: string | null;
    entity: string;
    kind: FollowedKind;
    item: string;
    state: FollowedState;
    note: string;
    owner: string | null;
    dueOn: CivilDate | null;
    simulated: boolean;
  };
  feedback: Written & {
    id: GeneratedAlways<number>;
    key: string | null;
    entity: string;
    stakeholder: string;
    channel: string;
    receivedOn: CivilDate;
    text: string;
    simulated: boolean;
  };
  spending: Written & {
    id: GeneratedAlways<number>;
    key: string | null;
    entity: string;
    exercise: number;
    programme: string;
    amount: DecimalText;
    upTo: CivilDate;
    note: string;
    simulated: boolean;
  };
  calendarFeeds: {
    hash: string;
    entity: string;
    person: string;
    issuedAt: Instant;
    revokedAt: Instant | null;
    recordedAt: RecordedAt;
  };
}
