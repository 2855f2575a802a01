import type { Instant } from '../calendar/types.js';

/** How far a requirement is applied, from nothing on. */
interface Degree {
  readonly id: string;
  readonly title: string;
  /** Whether something is left to do. */
  readonly gap: boolean;
}

/** Something the norms or the guidelines ask of the performance cycle. */
interface Requirement {
  readonly id: string;
  readonly area: string;
  readonly text: string;
  readonly norm: string;
  /** What shows that it is applied. */
  readonly evidence: string;
}

/** The model by which a body looks at its own cycle. */
export interface Questionnaire {
  readonly version: string;
  readonly source: string;
  /** From the least applied to the most. */
  readonly degrees: readonly Degree[];
  readonly requirements: readonly Requirement[];
}

/** Somebody's answer for an exercise. */
export interface CheckUpAnswer {
  readonly requirement: string;
  readonly exercise: number;
  readonly degree: string;
  readonly evidence: string | null;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly at: Instant;
}

/** How an answer stands beside the one of the exercise before. */
export type Change = 'better' | 'worse' | 'same';

/** A requirement with what is answered of it. */
export interface Checked {
  readonly requirement: Requirement;
  readonly answer: CheckUpAnswer | undefined;
  readonly degree: Degree | undefined;
  /** The answer of the last exercise before that has one, with its degree. */
  readonly before: CheckUpAnswer | undefined;
  readonly beforeDegree: Degree | undefined;
  readonly change: Change | undefined;
  /** Answered, and not wholly applied. */
  readonly gap: boolean;
}

/**
 * The check-up of an exercise beside the one before.
 * @param answers of any exercise, oldest first; the last of each requirement and exercise counts
 */
export function checkUpOf(
  { requirements, degrees }: Questionnaire,
  answers: readonly CheckUpAnswer[],
  exercise: number,
): readonly Checked[] {
  return requirements.map((requirement) => {
    const own = answers.filter((one) => one.requirement === requirement.id);
    const answer = own.findLast((one) => one.exercise === exercise);
    const earlier = Math.max(...own.map((one) => one.exercise).filter((year) => year < exercise));
    const before = own.findLast((one) => one.exercise === earlier);
    const degree = degrees.find(({ id }) => id === answer?.degree);
    const beforeDegree = degrees.find(({ id }) => id === before?.degree);
    return {
      requirement,
      answer,
      degree,
      before,
      beforeDegree,
      change: degree && beforeDegree && changeOf(degrees.indexOf(degree) - degrees.indexOf(beforeDegree)),
      gap: degree?.gap ?? false,
    };
  });
}

const changeOf = (steps: number): Change => (steps > 0 ? 'better' : steps < 0 ? 'worse' : 'same');

/** How many requirements stand at each degree, the unanswered last. */
export function countsOf(
  checked: readonly Checked[],
  degrees: readonly Degree[],
): readonly { readonly degree: Degree | undefined; readonly count: number }[] {
  const count = (of: Degree | undefined) => ({
    degree: of,
    count: checked.filter(({ degree }) => degree === of).length,
  });
  return [...degrees.map(count), count(undefined)];
}
