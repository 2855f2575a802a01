import type { Child } from 'hono/jsx';
import { accumulationQuestion } from '../../../../domain/accumulation.js';
import type { Policy } from '../../../../domain/policy.js';
import type { Accumulation, Reading } from '../../../../domain/targets/types.js';
import { readingWords } from '../../../../words/readings.js';

const words = readingWords.accumulation;

interface AccumulationChoiceProps {
  /** Name of the radio buttons, unique in the page. */
  readonly name: string;
  readonly legend: string;
  readonly chosen: string;
  /** When the heading above already says what is asked. */
  readonly quiet?: boolean;
  readonly problem?: string | undefined;
  /** One more answer, below the two. */
  readonly children?: Child;
}

/** Whether a measure grows along the year, or is a level at any date. */
export function AccumulationChoice({ name, legend, chosen, quiet, problem, children }: AccumulationChoiceProps) {
  return (
    <fieldset class="ciclo-accumulation" id={name}>
      <legend class={quiet === true ? 'visually-hidden' : undefined}>{legend}</legend>
      {problem !== undefined && <p class="ciclo-field-error">{problem}</p>}
      {(['accumulates', 'level'] as const).map((value) => (
        <span class="form-check">
          <input type="radio" id={`${name}-${value}`} name={name} value={value} checked={chosen === value} />
          <label for={`${name}-${value}`}>{quiet === true ? words.short[value] : words.long[value]}</label>
        </span>
      ))}
      {children}
    </fieldset>
  );
}

/** What is chosen before anybody chooses: what the rules take where nobody says. */
export function usualAnswer(reading: Reading, policy: Policy): string {
  const question = accumulationQuestion(reading, policy);
  return question.asked ? (question.usual ?? '') : '';
}

/** The answer that was sent; undefined for any other text. */
export const accumulationIn = (answer: string): Accumulation | undefined =>
  answer === 'accumulates' || answer === 'level' ? answer : undefined;
