import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Trouble, TroubleKind } from '../domain/trouble.js';
import type { LogChannel } from '../domain/via.js';
import type { BoardTables } from './board-tables.js';
import type { BodyTables } from './body-tables.js';
import type { CheckpointTables } from './checkpoint-tables.js';
import type { Json, RecordedAt, Written } from './column-types.js';
import type { CycleTables } from './cycle-tables.js';
import type { DelegationTables } from './delegation-tables.js';
import type { DraftingTables } from './drafting-tables.js';
import type { IndividualTables } from './individual-tables.js';
import type { OivTables } from './oiv-tables.js';
import type { PeopleTables } from './people-tables.js';
import type { ProcessTables } from './process-tables.js';
import type { RemarkTables } from './remark-tables.js';
import type { ProposalTables, ResourceTables } from './resource-tables.js';
import type { RewardTables } from './reward-tables.js';
import type { VoiceTables } from './voice-tables.js';

export type NoticeState = 'planned' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'withdrawn';

/** The rows of the register as kysely sees them: the SQL in `migrations/` is what is true; columns in camelCase. */
export interface Tables
  extends BoardTables,
    BodyTables,
    CheckpointTables,
    CycleTables,
    DelegationTables,
    DraftingTables,
    IndividualTables,
    PeopleTables,
    ProcessTables,
    ProposalTables,
    ResourceTables,
    RemarkTables,
    RewardTables,
    OivTables,
    VoiceTables {
  notices: {
    key: string;
    messageId: string;
    /** Message-ID of the mail it left in, where that is not its own. */
    carriedBy: string | null;
    cycle: string;
    step: string;
    kind: string;
    person: string;
    actingFor: string | null;
    onDate: CivilDate;
    occasion: Generated<string>;
    toName: string;
    toAddress: string;
    message: JSONColumnType<object>;
    simulated: boolean;
    dueAt: Instant;
    state: Generated<NoticeState>;
    attempts: Generated<number>;
    doubts: Generated<number>;
    firstAttemptAt: Instant | null;
    nextAttemptAt: Instant | null;
    lastError: string | null;
    claim: string | null;
    claimedUntil: ColumnType<Instant | null, never, unknown>;
    sentAt: Instant | null;
    response: string | null;
    recordedAt: RecordedAt;
  };
  mailReports: {
    key: string;
    notice: string;
    recipient: string;
    outcome: 'failed' | 'delayed';
    status: string | null;
    reason: string;
    at: Instant;
    recordedAt: RecordedAt;
  };
  erasures: {
    id: GeneratedAlways<number>;
    kind: 'file' | 'mail' | 'text' | 'individual-result';
    place: string;
    hash: string;
    basis: 'retention' | 'wrong-upload' | 'request';
    reason: string;
    act: string | null;
    orderedBy: string;
    at: Instant;
    recordedAt: RecordedAt;
  };
  mailSettlements: Written<'byPerson'> & {
    key: string;
    notice: string;
    verdict: 'arrived' | 'send-again';
  };
  troubles: {
    id: GeneratedAlways<number>;
    kind: TroubleKind;
    entity: string | null;
    subject: string;
    since: Instant;
    lastSeen: Instant;
    attempts: number | null;
    reason: string;
    detail: Json<Trouble>;
    endedAt: Instant | null;
    endedHow: 'gone' | 'mended' | null;
    toldAt: Instant | null;
    recordedAt: RecordedAt;
  };
  workers: { name: string; seenAt: ColumnType<Instant, never, unknown> };
  payloadKey: { one: Generated<boolean>; key: Buffer; madeAt: RecordedAt };
  log: Written & {
    id: GeneratedAlways<number>;
    key: string | null;
    action: string;
    subject: string;
    cycle: string | null;
    step: string | null;
    detail: JSONColumnType<object>;
    channel: Generated<LogChannel>;
    /** Reference of the token, where it came by one. */
    token: string | null;
  };
}
