import type { Actual } from '../domain/achievement/types.js';
import type { Instant } from '../domain/calendar/types.js';
import type { Via } from '../domain/via.js';
import type { Channel } from './checkpoint-tables.js';
import type { CheckpointRef } from './checkpoints.js';
import type { NewEvidence } from './evidence.js';

export interface MeasurementRow {
  readonly indicator: string;
  readonly actual: Actual;
  readonly note?: string;
  /** Of a value far from its target: why, and what is to be done next. */
  readonly cause?: string;
  readonly next?: string;
  /** Hashes of files in the register's evidence. */
  readonly evidence?: readonly string[];
}

/** An officer's form. */
export interface Submission extends CheckpointRef {
  /** Given by the caller so that the same form sent twice counts once. */
  readonly key?: string;
  readonly officer: string;
  readonly actingFor?: string;
  readonly at: Instant;
  /** Whether these values are; in a simulated checkpoint all are. */
  readonly simulated: boolean;
  readonly channel: Channel;
  readonly lateReason?: string;
  /** By which way it came; by which it is coming, unless said. */
  readonly via?: Via;
  readonly rows: readonly MeasurementRow[];
  /** Files attached with it: on record with its values, or not at all. */
  readonly files?: readonly NewEvidence[];
}
