import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, DatedCalendar, DatedStep, Instant, StepKind } from '../domain/calendar/types.js';
import type { DecisionOutcome } from '../domain/decision.js';
import type { Plan } from '../domain/plan.js';
import type { PlanVersionStatus } from '../domain/plan-work.js';
import type { Policy } from '../domain/policy.js';
import type { DecimalText, Reading } from '../domain/targets/types.js';
import type { Json, RecordedAt, Texts, Written } from './column-types.js';

export type CycleStatus = 'planned' | 'running' | 'closed' | 'cancelled';
export type StepStatus = 'waiting' | 'open' | 'late' | 'done' | 'cancelled' | 'deferred' | 'failed';

/** Cycles and their steps, what boards decide on them, and the documents they make. */
export interface CycleTables {
  cycles: {
    id: string;
    entity: string;
    exercise: number;
    template: string;
    templateVersion: string;
    calendar: Json<DatedCalendar>;
    /** Saved from a validated policy file when the cycle was planned, and never changed. */
    policy: Json<Policy>;
    /** Whether participants are told as a phase opens and has its result: not of cycles planned before there was such a mail. */
    tellsParticipants: Generated<boolean>;
    simulated: boolean;
    /** Of the simulated values, in a rehearsal. */
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
    /** As extended, if it was. */
    dueOn: CivilDate;
    opensAt: Instant;
    dueAt: Instant;
    status: Generated<StepStatus>;
    openedAt: Instant | null;
    completedAt: Instant | null;
    /** 1, and one more for each reopening. */
    run: Generated<number>;
    /** Round before its board: 0 until a document has come before it, and of what goes before none. */
    round: Generated<number>;
    /** Roles or people it waits for now. */
    waitingFor: Generated<Texts>;
    note: string | null;
    /** Why it does not go on, for who can mend it; null when nothing is wrong. */
    trouble: string | null;
    updatedAt: ColumnType<Instant, never, unknown>;
  };
  planVersions: {
    entity: string;
    exercise: number;
    /** 1 is the Piano as approved; each amendment adds one. */
    version: number;
    plan: Json<Plan>;
    /** Of the plan's canonical text. */
    hash: string;
    /** First day it is in force; null while a draft. */
    inForceFrom: CivilDate | null;
    /** The decision that approved or rejected it. */
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
  documents: {
    cycle: string;
    /** `piano`, `rpp`, `relazione`, `monitoraggio-1` */
    kind: string;
    version: number;
    /** SHA-256 of the bytes, hexadecimal. */
    hash: string;
    title: string;
    mime: string;
    bytes: Buffer;
    preparedBy: Generated<Texts>;
    /** It is written from. */
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
  decisions: Written<'decidedBy'> & {
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
    present: number | null;
    inFavour: number | null;
    against: number | null;
    abstained: number | null;
    documentHash: string | null;
    simulated: boolean;
  };
}
