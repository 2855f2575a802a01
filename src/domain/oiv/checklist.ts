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

/** Whether a requirement holds, as far as the register knows. */
export type RegisterSays = 'yes' | 'no' | 'not-known';

/** What the register answers, and from what. */
export interface Answered {
  readonly answer: RegisterSays;
  readonly evidence: string;
}

/** Something the OIV looks at before it validates a Relazione. */
interface CheckRequirement {
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

/** A requirement with what the register answers and what the OIV says of it, now. */
export interface Judged extends Answered {
  readonly requirement: CheckRequirement;
  readonly judgement: Judgement | undefined;
}

/**
 * The list with what the register answers and the OIV says of each requirement.
 * @param judgements oldest first; the last one of each counts
 */
export const judgedOf = (
  { requirements }: Checklist,
  judgements: readonly Judgement[],
  answers: readonly (Answered & { readonly id: RegisterCheck })[],
): readonly Judged[] =>
  requirements.map((requirement) => {
    const said = answers.find(({ id }) => id === requirement.register);
    return {
      requirement,
      judgement: judgements.findLast(({ of }) => of === requirement.id),
      answer: said?.answer ?? 'not-known',
      evidence: said?.evidence ?? '',
    };
  });

/** Whether a verdict says the opposite of what the register answers. */
export const contradicts = (verdict: Verdict, answer: RegisterSays): boolean =>
  (verdict === 'met' && answer === 'no') || (verdict === 'not-met' && answer === 'yes');

/** Whether a verdict says why: one other than the best, and one the register does not bear out. */
export const needsNote = (verdict: Verdict, answer: RegisterSays): boolean =>
  verdict !== 'met' || contradicts(verdict, answer);

/** What is left before a validation can be decided. */
export interface ToDo {
  /** Requirements nobody has judged. */
  readonly requirements: number;
  /** Requirements judged against what the register answers today, without saying why. */
  readonly unexplained: number;
  /** Whether no figure has been looked at, of those there are. */
  readonly figures: boolean;
}

/** @param sampled figures that were looked at; `there` those that could be */
export const toDoOf = (judged: readonly Judged[], sampled: number, there: number): ToDo => ({
  requirements: judged.filter(({ judgement }) => judgement === undefined).length,
  unexplained: judged.filter(
    ({ judgement, answer }) =>
      judgement !== undefined && judgement.note === '' && contradicts(judgement.verdict, answer),
  ).length,
  figures: there > 0 && sampled === 0,
});
