import type { Instant } from '../calendar/types.js';

/** What the register answers by itself of a requirement of the check-list. */
export const REGISTER_CHECKS = [
  'planOnTime',
  'planPublished',
  'amendments',
  'report',
  'sameBytes',
  'closed',
  'coverage',
  'byHand',
  'overrides',
  'real',
  'sources',
  'trace',
  'personal',
  'deviations',
  'plain',
] as const;
export type RegisterCheck = (typeof REGISTER_CHECKS)[number];

/** Something the OIV looks at before it validates a Relazione. */
export interface CheckRequirement {
  readonly id: string;
  /** `Conformità`, `Attendibilità`, `Comprensibilità` */
  readonly criterion: string;
  readonly question: string;
  readonly norm: string;
  /** What the register says of it; absent: only the OIV can. */
  readonly register?: RegisterCheck | undefined;
}

/** The list of a body: data, as its calendar and its policy. */
export interface Checklist {
  readonly version: string;
  /** How many indicators are proposed for a look at their sources. */
  readonly sample: number;
  readonly requirements: readonly CheckRequirement[];
}

/** How a requirement, or a figure that was looked at, holds. */
export const VERDICTS = ['met', 'partly', 'not-met'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the OIV says of a requirement, or of a figure: what it said before stays on record. */
export interface Judgement {
  /** Id of the requirement, or code of the indicator. */
  readonly of: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly actor: string;
  readonly at: Instant;
}

/** A requirement with what the OIV says of it now. */
export interface Judged {
  readonly requirement: CheckRequirement;
  readonly judgement: Judgement | undefined;
}

/**
 * The list with what the OIV says of each requirement.
 * @param judgements oldest first; the last one of each counts
 */
export const judgedOf = ({ requirements }: Checklist, judgements: readonly Judgement[]): readonly Judged[] =>
  requirements.map((requirement) => ({
    requirement,
    judgement: judgements.findLast(({ of }) => of === requirement.id),
  }));

/** What a verdict other than the best needs beside it. */
export const needsNote = (verdict: Verdict): boolean => verdict !== 'met';

/** What is left before a validation can be decided. */
export interface ToDo {
  /** Requirements nobody has judged. */
  readonly requirements: number;
  /** Whether no figure has been looked at, of those there are. */
  readonly figures: boolean;
}

/** @param sampled figures that were looked at; `there` those that could be */
export const toDoOf = (judged: readonly Judged[], sampled: number, there: number): ToDo => ({
  requirements: judged.filter(({ judgement }) => judgement === undefined).length,
  figures: there > 0 && sampled === 0,
});
