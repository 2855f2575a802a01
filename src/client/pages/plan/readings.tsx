import { accumulationQuestion, askedReading } from '../../../domain/accumulation.js';
import { type Candidate, candidatesOf, remarksOn, type TargetOutcome } from '../../../domain/targets/outcome.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { Reading } from '../../../domain/targets/types.js';
import { readingWords as words } from '../../../words/readings.js';
import { AccumulationChoice, usualAnswer } from '../kit/parts/accumulation-choice.js';
import { type ExampleBasis, exampleQuestion } from '../kit/parts/reading-example.js';

/** Values of the radio buttons that are not the number of a reading. */
export const LEAVE = 'lascia';
export const REWRITE = 'riscrivi';

interface ReadingChoiceProps {
  /** Name of the radio buttons, unique in the page. */
  readonly name: string;
  readonly legend: string;
  readonly outcome: TargetOutcome;
  readonly chosen: string;
  /** Where the new text is written: a field of its own here, one of the page, or nowhere: the text is not to change. */
  readonly rewrite: { readonly name: string; readonly value: string } | 'elsewhere' | 'never';
  /** What it is called to choose none of them; absent where one must be chosen. */
  readonly leave?: string;
  /** To work an example out for each reading; absent where nothing is confirmed. */
  readonly basis?: ExampleBasis;
  /** Where it is said whether the measure grows along the year; absent where nothing is confirmed. */
  readonly accumulation?: { readonly name: string; readonly chosen: string; readonly problem?: string | undefined };
}

/** How a target is to be read: each reading by its sentence and an example, or the text written anew. */
export function ReadingChoice(props: ReadingChoiceProps) {
  const { name, legend, outcome, chosen, rewrite, leave, basis, accumulation } = props;
  const candidates = candidatesOf(outcome);
  const asking = basis === undefined ? undefined : candidates.find((one) => asks(one.reading, basis));
  return (
    <fieldset class="ciclo-reading" id={name}>
      <legend>{legend}</legend>
      <Remarks outcome={outcome} />
      {candidates.map((one, i) => (
        <Option
          name={name}
          value={String(i)}
          chosen={chosen}
          title={basis === undefined ? one.sentence : sentence(askedReading(one.reading, basis.policy))}
        >
          {basis !== undefined && <small>{exampleQuestion(one.reading, basis) ?? words.noExample}</small>}
        </Option>
      ))}
      {basis !== undefined && asking !== undefined && accumulation !== undefined && (
        <AccumulationChoice
          name={accumulation.name}
          legend={words.accumulation.question}
          chosen={accumulation.chosen || usualAnswer(asking.reading, basis.policy)}
          problem={accumulation.problem}
        />
      )}
      {leave !== undefined && <Option name={name} value={LEAVE} chosen={chosen} title={leave} />}
      {rewrite !== 'never' && <Option name={name} value={REWRITE} chosen={chosen} title={words.noneOfThese} />}
      {typeof rewrite === 'object' && (
        <div class="ciclo-form-field ciclo-fields">
          <label for={rewrite.name}>{words.rewrite}</label>
          <input id={rewrite.name} name={rewrite.name} type="text" value={rewrite.value} />
        </div>
      )}
    </fieldset>
  );
}

const asks = (reading: Reading, { policy }: ExampleBasis): boolean => accumulationQuestion(reading, policy).asked;

interface OptionProps {
  readonly name: string;
  readonly value: string;
  readonly chosen: string;
  readonly title: string;
  readonly children?: unknown;
}

function Option({ name, value, chosen, title, children }: OptionProps) {
  const id = `${name}-${value}`;
  const explained = children !== undefined && children !== false;
  return (
    <div class="form-check">
      <input
        type="radio"
        id={id}
        name={name}
        value={value}
        checked={chosen === value}
        aria-describedby={explained ? `${id}-esempio` : undefined}
      />
      <label for={id}>{title}</label>
      {explained && <span id={`${id}-esempio`}>{children}</span>}
    </div>
  );
}

function Remarks({ outcome }: { readonly outcome: TargetOutcome }) {
  const remarks = remarksOn(outcome).map((one) => one.message);
  if (remarks.length === 0) return null;
  const { evidence, doubts, notes } = words.proposed;
  const label = outcome.outcome === 'parsed' ? notes : outcome.outcome === 'proposed' ? evidence : doubts;
  return (
    <p>
      <small>{`${label}: ${remarks.join(' ')}`}</small>
    </p>
  );
}

/** The reading chosen among those proposed; undefined for any other answer. */
export function chosenReading(outcome: TargetOutcome, answer: string): Candidate | undefined {
  return /^\d{1,2}$/.test(answer) ? candidatesOf(outcome)[Number(answer)] : undefined;
}
