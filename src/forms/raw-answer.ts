/** An answer as typed in the fields of a form, of a sheet or of a call; absent fields are `''`. */
export interface RawAnswer {
  readonly mode: AnswerMode;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  /** The day on which the target was reached, where it has a term of its own. */
  readonly reachedOn: string;
  readonly note: string;
  /** Why it can not be measured. */
  readonly reason: string;
}

/** How an officer answers; `''` when nothing was chosen: then what was written tells. */
export type AnswerMode = 'value' | 'unchanged' | 'not-assessable' | '';
