export interface CheckpointProgress {
  readonly expected: number;
  readonly missing: number;
  /** Forms this very call took from the inbox. */
  readonly taken?: number;
  /** At the opening: automatic sources of the body. Absent: not counted. */
  readonly sources?: number;
}

/** Whether a checkpoint is closed; by itself it does not close while a value is missing. */
export interface CheckpointClosure extends CheckpointProgress {
  readonly closed: boolean;
}

export interface CheckpointOutcome {
  /** Percent with two decimals, or undefined when nothing could be assessed. */
  readonly achievement?: string;
  readonly coverage: string;
  readonly red: readonly string[];
}

export interface CollectionOutcome {
  /** How many sources the body has. */
  readonly sources: number;
  readonly read: number;
  readonly failed: number;
}
