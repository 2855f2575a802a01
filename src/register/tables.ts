import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Actual, IndicatorAssessment, Rollup, TrafficLight } from '../domain/achievement/types.js';
import type { CivilDate, DatedCalendar, DatedStep, Instant, StepKind } from '../domain/calendar/types.js';
import type { DecisionOutcome } from '../domain/decision.js';
import type { Entity } from '../domain/entity.js';
import type { Plan } from '../domain/plan.js';
import type { PlanVersionStatus } from '../domain/plan-work.js';
import type { AppliedOverride, Override } from '../domain/scorecard/types.js';
import type { DecimalText, Reading, Unit } from '../domain/targets/types.js';
import type { Scope } from '../domain/token.js';
import type { Trouble, TroubleKind } from '../domain/trouble.js';
import type { LogChannel, ViaChannel } from '../domain/via.js';
import type { BoardTables } from './board-tables.js';
import type { BodyTables } from './body-tables.js';
import type { DraftAnswer } from './draft-answer.js';
import type { DraftingTables } from './drafting-tables.js';
import type { ProcessTables } from './process-tables.js';

/** Recorded by the database in wall time; read as an instant. */
type RecordedAt = ColumnType<Instant, never, never>;
/** A moment of the wall clock, `timestamptz`; written as a date, read as an instant. */
type WallTime = ColumnType<Instant, Date, Date>;
type Json<T> = ColumnType<T, string, string>;
/** A list of texts, `text[]`. */
type Texts = readonly string[];

export type Origin = 'file' | 'console';
export type CycleStatus = 'planned' | 'running' | 'closed' | 'cancelled';
export type StepStatus = 'waiting' | 'open' | 'late' | 'done' | 'cancelled' | 'deferred' | 'failed';
export type CheckpointState = 'collecting' | 'closed';
export type Channel = 'form' | 'sheet' | 'terminal' | 'api' | 'automatic' | 'rehearsal';
export type NoticeState = 'planned' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'withdrawn';

/** The rows of the register as kysely sees them: the SQL in `migrations/` is what is true; columns in camelCase. */
export interface Tables extends BoardTables, BodyTables, DraftingTables, ProcessTables {
  entities: { id: string; name: string; seat: string; data: Json<Entity>; recordedAt: RecordedAt };
  offices: { entity: string; id: string; title: string };
  roles: { entity: string; id: string; title: string; board: boolean; recordedBy: string | null; external: boolean };
  people: {
    entity: string;
    id: string;
    name: string;
    email: string;
    manager: string | null;
    active: Generated<boolean>;
  };
  /** Open ends are `-infinity` and `infinity`. */
  holdings: { entity: string; person: string; role: string; fromDate: string; toDate: string; origin: Origin };
  memberships: { entity: string; person: string; office: string; fromDate: string; toDate: string; origin: Origin };
  substitutes: {
    id: GeneratedAlways<number>;
    entity: string;
    absent: string;
    substitute: string;
    fromDate: CivilDate;
    toDate: CivilDate;
    scope: Texts | null;
    reason: Generated<string>;
    origin: Origin;
    recordedAt: RecordedAt;
  };
  invitations: {
    id: string;
    cycle: string;
    step: string;
    entity: string;
    person: string;
    actingFor: string | null;
    issuedAt: Instant;
    expiresAt: Instant;
    recordedAt: RecordedAt;
  };
  revokedInvitations: { invitation: string; revokedBy: string; reason: string; at: Instant; recordedAt: RecordedAt };
  signInLinks: {
    hash: string;
    email: string;
    requestedAt: RecordedAt;
    expiresAt: WallTime;
    usedAt: WallTime | null;
  };
  sessions: {
    hash: string;
    email: string;
    means: 'mail' | 'oidc' | 'rehearsal';
    beganAt: RecordedAt;
    expiresAt: WallTime;
    endedAt: WallTime | null;
  };
  apiTokens: {
    hash: string;
    entity: string;
    person: string;
    title: string;
    scopes: Generated<readonly Scope[]>;
    issuedBy: string;
    issuedAt: RecordedAt;
    expiresAt: WallTime;
    revokedAt: WallTime | null;
  };
  tokenRequests: {
    /** Of the secret in the mailed link. */
    hash: string;
    entity: string;
    person: string;
    title: string;
    scopes: readonly Scope[];
    days: number;
    requestedBy: string;
    requestedAt: RecordedAt;
    expiresAt: WallTime;
    answeredAt: WallTime | null;
  };
  cycles: {
    id: string;
    entity: string;
    exercise: number;
    template: string;
    templateVersion: string;
    calendar: Json<DatedCalendar>;
    policy: JSONColumnType<object>;
    simulated: boolean;
    seed: number | null;
    status: Generated<CycleStatus>;
    openedAt: Instant | null;
    closedAt: Instant | null;
    note: string | null;
    recordedAt: RecordedAt;
  };
  clock: {
    singleton: Generated<boolean>;
    originMs: number;
    startMs: number;
    speed: number;
    lastSeen: Instant | null;
    updatedAt: ColumnType<Instant, never, unknown>;
  };
  steps: {
    cycle: string;
    id: string;
    ordinal: number;
    phase: string;
    kind: StepKind;
    title: string;
    planned: Json<DatedStep>;
    opensOn: CivilDate;
    dueOn: CivilDate;
    opensAt: Instant;
    dueAt: Instant;
    status: Generated<StepStatus>;
    openedAt: Instant | null;
    completedAt: Instant | null;
    run: Generated<number>;
    round: Generated<number>;
    waitingFor: Generated<Texts>;
    note: string | null;
    trouble: string | null;
    updatedAt: ColumnType<Instant, never, unknown>;
  };
  planVersions: {
    entity: string;
    exercise: number;
    version: number;
    plan: Json<Plan>;
    hash: string;
    inForceFrom: CivilDate | null;
    decisionKey: string | null;
    status: PlanVersionStatus;
    recordedAt: RecordedAt;
  };
  indicators: {
    entity: string;
    exercise: number;
    version: number;
    place: string;
    code: string;
    ordinal: number;
    name: string;
    area: string | null;
    objective: string | null;
    programme: string | null;
    perspective: string | null;
    office: string;
    missioneProgramma: string | null;
    weight: DecimalText | null;
  };
  targets: {
    entity: string;
    exercise: number;
    version: number;
    place: string;
    code: string;
    year: number;
    text: string;
    reading: Json<Reading> | null;
    confirmedBy: string | null;
  };
  checkpoints: {
    cycle: string;
    id: string;
    ordinal: number;
    periodFrom: CivilDate;
    periodTo: CivilDate;
    planVersion: number;
    planHash: string;
    simulated: boolean;
    state: Generated<CheckpointState>;
    openedAt: Instant;
    closedAt: Instant | null;
    closedBy: string | null;
    closeReason: string | null;
    recordedAt: RecordedAt;
  };
  checkpointIndicators: {
    cycle: string;
    checkpoint: string;
    indicator: string;
    ordinal: number;
    name: string;
    office: string;
    unit: Json<Unit> | null;
    target: string;
    reading: Json<Reading> | null;
    weight: DecimalText | null;
  };
  /** A view: what was frozen, with the readings confirmed since. */
  askedIndicators: Tables['checkpointIndicators'];
  confirmedReadings: {
    id: GeneratedAlways<number>;
    cycle: string;
    indicator: string;
    name: string;
    target: string;
    /** JSON null: withdrawn. */
    reading: Json<Reading | null>;
    confirmedBy: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: ColumnType<Instant, Instant, never>;
  };
  submissions: {
    id: GeneratedAlways<number>;
    key: string | null;
    cycle: string;
    checkpoint: string;
    officer: string;
    actingFor: string | null;
    at: Instant;
    simulated: boolean;
    channel: Channel;
    lateReason: string | null;
    via: ViaChannel | null;
    token: string | null;
    recordedAt: RecordedAt;
  };
  measurements: {
    id: GeneratedAlways<number>;
    submission: number;
    cycle: string;
    checkpoint: string;
    indicator: string;
    actual: Json<Actual>;
    note: string | null;
    evidence: Generated<Texts>;
  };
  returnedMeasurements: {
    measurement: number;
    returnedBy: string;
    actingFor: string | null;
    remark: string;
    at: Instant;
    recordedAt: RecordedAt;
  };
  untaken: { submission: number; cycle: string; checkpoint: string };
  collectedValues: {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    checkpoint: string;
    indicator: string;
    source: string;
    sourceTitle: string;
    outcome: 'read' | 'failed';
    value: Json<Actual> | null;
    raw: string | null;
    reason: string | null;
    toConfirm: boolean;
    at: Instant;
    recordedAt: RecordedAt;
  };
  evidence: {
    hash: string;
    name: string;
    mime: string;
    bytes: Buffer;
    uploadedBy: string;
    at: Instant;
    recordedAt: RecordedAt;
  };
  /** `actingFor` is empty when the officer answers in their own right. */
  drafts: {
    cycle: string;
    checkpoint: string;
    person: string;
    actingFor: string;
    answers: Json<Readonly<Record<string, DraftAnswer>>>;
    lateReason: string;
    savedAt: Instant;
  };
  correctiveActions: {
    id: GeneratedAlways<number>;
    key: string | null;
    cycle: string;
    checkpoint: string;
    indicator: string;
    officer: string;
    actingFor: string | null;
    text: string;
    at: Instant;
    simulated: boolean;
    recordedAt: RecordedAt;
  };
  assessments: {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    checkpoint: string;
    planVersion: number;
    policyVersion: string;
    simulated: boolean;
    indicators: Json<readonly IndicatorAssessment[]>;
    rollups: Json<readonly Rollup[]>;
    overrides: ColumnType<readonly AppliedOverride[], string | undefined, never>;
    at: Instant;
    recordedAt: RecordedAt;
  };
  indicatorResults: {
    assessment: number;
    indicator: string;
    state: IndicatorAssessment['state'];
    achievement: DecimalText | null;
    light: TrafficLight;
  };
  rollupResults: {
    assessment: number;
    path: readonly number[];
    node: string;
    title: string;
    weight: DecimalText;
    achievement: DecimalText | null;
    coverage: DecimalText;
    worst: DecimalText;
    best: DecimalText;
    light: TrafficLight;
  };
  overrides: {
    id: GeneratedAlways<number>;
    key: string | null;
    cycle: string;
    indicator: string;
    kind: Override['kind'] | 'withdrawn';
    value: DecimalText | null;
    withdraws: number | null;
    decidedBy: string;
    reason: string;
    actNumber: string;
    actDate: CivilDate;
    recordedBy: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: RecordedAt;
  };
  documents: {
    cycle: string;
    kind: string;
    version: number;
    hash: string;
    title: string;
    mime: string;
    bytes: Buffer;
    preparedBy: Generated<Texts>;
    planVersion: number | null;
    simulated: boolean;
    frozenAt: Instant;
    recordedAt: RecordedAt;
  };
  documentForms: {
    /** Hash of the snapshot. */
    document: string;
    form: 'html' | 'pdf' | 'xlsx' | 'csv';
    mime: string;
    bytes: Buffer;
    madeAt: RecordedAt;
  };
  decisions: {
    id: GeneratedAlways<number>;
    key: string;
    cycle: string;
    step: string;
    round: number;
    board: string;
    outcome: DecisionOutcome;
    actNumber: string | null;
    actDate: CivilDate | null;
    remarks: string | null;
    deferredTo: CivilDate | null;
    decidedBy: string;
    actingFor: string | null;
    present: number | null;
    inFavour: number | null;
    against: number | null;
    abstained: number | null;
    documentHash: string | null;
    simulated: boolean;
    at: Instant;
    recordedAt: RecordedAt;
  };
  notices: {
    key: string;
    messageId: string;
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
  mailSettlements: {
    key: string;
    notice: string;
    verdict: 'arrived' | 'send-again';
    byPerson: string;
    actingFor: string | null;
    at: Instant;
    recordedAt: RecordedAt;
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
  log: {
    id: GeneratedAlways<number>;
    key: string | null;
    at: Instant;
    actor: string;
    actingFor: string | null;
    action: string;
    subject: string;
    cycle: string | null;
    step: string | null;
    detail: JSONColumnType<object>;
    channel: Generated<LogChannel>;
    token: string | null;
    recordedAt: RecordedAt;
  };
}
