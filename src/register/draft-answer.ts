/** The fields of one indicator as they were left, whatever is in them. */
export interface DraftAnswer {
  /** Which of the ways to answer was marked; empty when none was. */
  readonly choice: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Absent from drafts kept before it was asked. */
  readonly reachedOn?: string;
  readonly note: string;
  /** Absent from drafts kept before they were asked. */
  readonly cause?: string;
  readonly next?: string;
  readonly reason: string;
  /** Whether a value collected by itself was ticked as right; absent where none is asked about. */
  readonly collected?: boolean;
  /** Hashes of files already uploaded. */
  readonly evidence: readonly string[];
}
