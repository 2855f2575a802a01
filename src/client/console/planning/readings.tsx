import { candidatesOf, remarksOn } from '../../../domain/targets/outcome.js';
import type { Candidate, TargetOutcome } from '../../../domain/targets/types.js';
import { planningWords } from '../../../words/planning.js';

const words = planningWords.readings;

/** Values of the radio buttons that are not the number of a reading. */
export const LEAVE = 'lascia';
export const REWRITE = 'riscrivi';

interface ReadingChoiceProps {
  /** Name of the radio buttons, unique in the page. */
  readonly name: string;
  readonly legend: string;
  readonly outcome: TargetOutcome;
  readonly chosen: string;
  /** Where the new text is written: a field of its own here, or one of the page. */
  readonly rewrite: { readonly name: string; readonly value: string } | 'elsewhere';
  /** Whether it may be left for later. */
  readonly leavable: boolean;
}

/** How a target is to be read: each reading by its sentence, or the text written anew. */
export function ReadingChoice({ name, legend, outcome, chosen, rewrite, leavable }: ReadingChoiceProps) {
  const doubts = remarksOn(outcome).map((one) => one.message);
  const options: readonly (readonly [string, string])[] = [
    ...candidatesOf(outcome).map((one, i): [string, string] => [String(i), one.sentence]),
    [REWRITE, words.noneOfThese],
    ...(leavable ? [[LEAVE, words.leave] as const] : []),
  ];
  return (
    <fieldset class="ciclo-reading" id={name}>
      <legend>{legend}</legend>
      {doubts.length > 0 && (
        <p>
          <small>{`${outcome.outcome === 'parsed' ? words.notes : words.doubts}: ${doubts.join('; ')}`}</small>
        </p>
      )}
      {options.map(([value, title]) => (
        <div class="form-check">
          <input type="radio" id={`${name}-${value}`} name={name} value={value} checked={chosen === value} />
          <label for={`${name}-${value}`}>{title}</label>
        </div>
      ))}
      {rewrite !== 'elsewhere' && (
        <div class="ciclo-form-field ciclo-fields">
          <label for={`${name}-testo`}>{words.rewrite}</label>
          <input id={`${name}-testo`} name={rewrite.name} type="text" value={rewrite.value} />
        </div>
      )}
    </fieldset>
  );
}

/** The reading chosen among those proposed; undefined for any other answer. */
export function chosenReading(outcome: TargetOutcome, answer: string): Candidate | undefined {
  return /^\d{1,2}$/.test(answer) ? candidatesOf(outcome)[Number(answer)] : undefined;
}
