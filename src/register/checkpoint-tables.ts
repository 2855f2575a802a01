import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Forecast } from '../domain/achievement/forecast.js';
import type { Actual, IndicatorAssessment, Rollup, TrafficLight } from '../domain/achievement/types.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { AppliedOverride, Override } from '../domain/scorecard/types.js';
import type { DecimalText, Reading, Unit } from '../domain/targets/types.js';
import type { ViaChannel } from '../domain/via.js';
import type { Json, RecordedAt, Texts } from './column-types.js';
import type { DraftAnswer } from './draft-answer.js';

export type CheckpointState = 'collecting' | 'closed';
export type Channel = 'form' | 'sheet' | 'terminal' | 'api' | 'automatic' | 'rehearsal';

/** What checkpoints ask, what comes, and what is computed from it. */
export interface CheckpointTables {
  checkpoints: {
    cycle: string;
    id: string;
    ordinal: number;
    /** Whether it asks for the final values of the year. */
    final: Generated<boolean>;
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
  /** What a checkpoint does not ask yet: its value is known later. */
  laterIndicators: {
    cycle: string;
    checkpoint: string;
    indicator: string;
    ordinal: number;
    name: string;
    office: string;
    target: string;
    knownFrom: CivilDate;
  };
  /** A view: what was frozen, with the readings confirmed since. */
  askedIndicators: CheckpointTables['checkpointIndicators'];
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
    /** Why the value is far from its target, and what is to be done next. */
    cause: Generated<string | null>;
    next: Generated<string | null>;
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
  /** What each sender called a file. */
  evidenceNames: {
    id: GeneratedAlways<number>;
    hash: string;
    entity: string;
    sender: string;
    name: string;
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
    forecasts: ColumnType<readonly Forecast[], string | undefined, never>;
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
    /** Only where the kind is `forced`. */
    value: DecimalText | null;
    /** The row that this one takes out of force. */
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
}
