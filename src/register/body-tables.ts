import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { OwnTerm } from '../domain/calendar/own-terms.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { FactorKind, FactorStanding } from '../domain/context/factors.js';
import type { BodyProfile, FollowedKind, FollowedState } from '../domain/follow-up.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { RecordedAt, Written } from './column-types.js';

/** The tables of `015_body.sql`, `043_context.sql`, `044_accounts_and_check_up.sql`, `082_own_terms.sql` and `087_own_rules.sql`. */
export interface BodyTables {
  ownRules: Written<'person'> & {
    id: GeneratedAlways<number>;
    key: string;
    entity: string;
    piece: string;
    fromExercise: number;
    said: string | null;
    act: string | null;
  };
  ownTerms: Written<'person'> & {
    id: GeneratedAlways<number>;
    key: string;
    entity: string;
    step: string;
    fromExercise: number;
    due: string | null;
    citation: string | null;
    force: OwnTerm['force'] | null;
  };
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
    validTo: CivilDate | null;
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
    /** Line of the ledger; null: the programme as a whole. */
    line: string | null;
    import: number | null;
  };
  contextFactors: Written & {
    id: GeneratedAlways<number>;
    first: number | null;
    entity: string;
    exercise: number;
    kind: FactorKind;
    text: string;
    ordinal: number;
    standing: FactorStanding;
    reason: string | null;
    simulated: boolean;
  };
  seriesValues: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    series: string;
    row: string;
    subject: string;
    year: number;
    printed: string;
    odd: string | null;
    origin: 'form' | 'sheet' | 'source';
    source: string | null;
    note: string | null;
    simulated: boolean;
  };
  accountAmounts: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    year: number;
    account: string;
    amount: DecimalText | null;
    odd: string | null;
    origin: 'form' | 'sheet';
    source: string | null;
    note: string | null;
    simulated: boolean;
  };
  checkUpAnswers: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    exercise: number;
    requirement: string;
    degree: string;
    evidence: string | null;
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
