import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Forecast } from '../domain/achievement/forecast.js';
import type { Actual, IndicatorAssessment, Rollup, TrafficLight } from '../domain/achievement/types.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { AppliedOverride, Override } from '../domain/scorecard/types.js';
import type { DecimalText, Reading, Unit } from '../domain/targets/types.js';
import type { ViaChannel } from '../domain/via.js';
import type { KeptFile } from './board-tables.js';
import type { Json, RecordedAt, Texts, Written } from './column-types.js';
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
    /** Verbatim. */
    target: string;
    /** From when its value can be known. */
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
  submissions: Written<'officer'> & {
    id: GeneratedAlways<number>;
    key: string | null;
    cycle: string;
    checkpoint: string;
    simulated: boolean;
    channel: Channel;
    lateReason: string | null;
    via: ViaChannel | null;
    token: string | null;
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
  returnedMeasurements: Written<'returnedBy'> & {
    measurement: number;
    remark: string;
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
  evidence: Omit<KeptFile, 'actingFor'>;
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
  correctiveActions: Written<'officer'> & {
    id: GeneratedAlways<number>;
    key: string | null;
    cycle: string;
    checkpoint: string;
    indicator: string;
    text: string;
    simulated: boolean;
  };
  assessments: {
    id: GeneratedAlways<number>;
    /** One computation: `ccms/2016/monitoraggio-1/1`; computing again gets another key. */
    key: string;
    cycle: string;
    checkpoint: string;
    planVersion: number;
    policyVersion: string;
    simulated: boolean;
    indicators: Json<readonly IndicatorAssessment[]>;
    rollups: Json<readonly Rollup[]>;
    /** Those at work in the rollups, each beside what was computed without it. */
    overrides: ColumnType<readonly AppliedOverride[], string | undefined, never>;
    /** What interim values are on course for at the end of the year; none of final ones. */
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
  overrides: Written<'recordedBy'> & {
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
  };
}
