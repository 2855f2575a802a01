import type { CivilDate } from '../calendar/types.js';
import { compare, divide, exactText, fromInteger, HUNDRED, multiply, rational, rounded } from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/** What the result of a question is: a percent of who answered, or a mean on a scale. */
export const SURVEY_UNITS = ['percent', 'number'] as const;
export type SurveyUnit = (typeof SURVEY_UNITS)[number];

/** A question of a survey with its result. */
export interface SurveyQuestion {
  readonly number: number;
  readonly text: string;
  readonly unit: SurveyUnit;
  /** Ends of the scale; null for a percent. */
  readonly lowest: DecimalText | null;
  readonly highest: DecimalText | null;
  readonly result: DecimalText;
  /** How many answered this one; null: as many as the survey. */
  readonly answered: number | null;
}

/** What was asked, of whom, when, and how many answered. */
export interface Survey {
  readonly title: string;
  readonly askedOf: string;
  readonly method: string;
  readonly fromDay: CivilDate;
  readonly toDay: CivilDate;
  readonly asked: number;
  readonly answered: number;
}

/** Why a survey or a question cannot be so; each is said at the field of its name. */
export type SurveyFault =
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'not-over'; readonly on: CivilDate }
  | { readonly kind: 'nobody-asked' }
  | { readonly kind: 'more-than-asked'; readonly asked: number }
  | { readonly kind: 'more-than-answered'; readonly answered: number }
  | { readonly kind: 'no-scale' }
  | { readonly kind: 'scale-not-wanted' }
  | { readonly kind: 'scale-reversed' }
  | { readonly kind: 'outside'; readonly lowest: DecimalText; readonly highest: DecimalText };

/** Everything that cannot be so of a survey. @param today results are of a survey that is over */
export function faultsOfSurvey(survey: Survey, today: CivilDate): readonly SurveyFault[] {
  const faults: SurveyFault[] = [];
  if (survey.toDay < survey.fromDay) faults.push({ kind: 'ends-before-it-begins' });
  if (survey.toDay > today) faults.push({ kind: 'not-over', on: survey.toDay });
  if (survey.asked === 0) faults.push({ kind: 'nobody-asked' });
  if (survey.answered > survey.asked) faults.push({ kind: 'more-than-asked', asked: survey.asked });
  return faults;
}

/** Everything that cannot be so of a question. @param answered how many answered the survey */
export function faultsOfQuestion(question: SurveyQuestion, answered: number): readonly SurveyFault[] {
  const faults: SurveyFault[] = [];
  if (question.answered !== null && question.answered > answered) faults.push({ kind: 'more-than-answered', answered });
  const { lowest, highest } = question;
  if (question.unit === 'percent') {
    if (lowest !== null || highest !== null) faults.push({ kind: 'scale-not-wanted' });
    return [...faults, ...outside(question.result, '0', '100')];
  }
  if (lowest === null || highest === null) return [...faults, { kind: 'no-scale' }];
  if (compare(rational(lowest), rational(highest)) >= 0) return [...faults, { kind: 'scale-reversed' }];
  return [...faults, ...outside(question.result, lowest, highest)];
}

const outside = (result: DecimalText, lowest: DecimalText, highest: DecimalText): readonly SurveyFault[] =>
  compare(rational(result), rational(lowest)) < 0 || compare(rational(result), rational(highest)) > 0
    ? [{ kind: 'outside', lowest, highest }]
    : [];

/** Share of those asked who answered, percent to one decimal, half away from zero. */
export const responseRate = ({ asked, answered }: Pick<Survey, 'asked' | 'answered'>): DecimalText =>
  exactText(
    rounded(divide(multiply(fromInteger(answered), HUNDRED), fromInteger(asked)), { decimals: 1, mode: 'half-up' }),
  );

/**
 * Whether a survey says something of a period: it was over by its last day, and not before its first.
 * @returns undefined when it does, or which of the two is not so
 */
export function outsidePeriod(
  { toDay }: Pick<Survey, 'toDay'>,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): 'before' | 'after' | undefined {
  if (toDay < from) return 'before';
  return toDay > to ? 'after' : undefined;
}
