import { accumulationQuestion, askedReading } from '../../../../domain/accumulation.js';
import { candidatesOf, remarksOn } from '../../../../domain/targets/outcome.js';
import { sentence } from '../../../../domain/targets/sentence.js';
import type { Candidate, Reading } from '../../../../domain/targets/types.js';
import { amendmentWords } from '../../../../words/amendment.js';
import { readingWords } from '../../../../words/readings.js';
import { AccumulationChoice, usualAnswer } from '../../kit/parts/accumulation-choice.js';
import { type ExampleScene, Examples, exampleQuestion } from '../../kit/parts/reading-example.js';
import { CONFIRM, fieldOf } from './fields.js';
import type { Confirming, ToConfirm } from './to-confirm.js';

const words = amendmentWords.readings;

interface ReadingsSectionProps {
  readonly confirming: Pick<Confirming, 'toConfirm' | 'ticked'>;
  readonly policy: ExampleScene['policy'];
  readonly exercise: number;
  readonly errorOf: (field: string) => string | undefined;
}

/** How new targets are read: the written ones with one tick for all, the others one by one. */
export function ReadingsSection(props: ReadingsSectionProps) {
  const { toConfirm, ticked } = props.confirming;
  const { errorOf } = props;
  if (toConfirm.length === 0) return null;
  const written = toConfirm.filter(({ outcome }) => outcome.outcome === 'parsed');
  const others = toConfirm.filter((one) => !written.includes(one));
  const unticked = errorOf(CONFIRM);
  return (
    <section aria-labelledby="letture">
      <h2 id="letture">{words.title}</h2>
      <p>{words.lead}</p>
      {written.length > 0 && (
        <div class="ciclo-field">
          <ul>
            {written.map((one) => (
              <Written {...props} one={one} />
            ))}
          </ul>
          {unticked !== undefined && <p class="ciclo-field-error">{unticked}</p>}
          <span class="ciclo-mark">
            <input type="checkbox" id={CONFIRM} name={CONFIRM} value="si" checked={ticked} />
            <label for={CONFIRM}>{words.all}</label>
          </span>
        </div>
      )}
      {others.map((one) => (
        <OneByOne {...props} one={one} />
      ))}
    </section>
  );
}

type OneProps = ReadingsSectionProps & { readonly one: ToConfirm };

const sceneOf = ({ policy, exercise, one }: OneProps): ExampleScene => ({
  policy,
  of: { indicator: one.code, exercise },
});

/** Without what is asked beside it. */
const shownSentence = (reading: Reading, { policy }: OneProps): string => sentence(askedReading(reading, policy));

function Written(props: OneProps) {
  const { code, outcome } = props.one;
  const [candidate] = candidatesOf(outcome);
  if (candidate === undefined) return null;
  return (
    <li>
      {`${code}, «${outcome.text}»: ${shownSentence(candidate.reading, props)}`}
      <small>
        <Examples reading={candidate.reading} scene={sceneOf(props)} />
      </small>
      <input type="hidden" name={fieldOf('reading', code)} value={candidate.sentence} />
      <AlongTheYear {...props} candidates={[candidate]} />
    </li>
  );
}

function OneByOne(props: OneProps) {
  const { code, outcome, chosen } = props.one;
  const candidates = candidatesOf(outcome);
  const name = fieldOf('reading', code);
  const error = props.errorOf(name);
  const { evidence, doubts } = readingWords.proposed;
  const why = remarksOn(outcome).map((one) => one.message);
  return (
    <fieldset class="ciclo-field ciclo-reading" id={name} tabindex={-1}>
      <legend>{words.choose(code, outcome.text)}</legend>
      {error !== undefined && <p class="ciclo-field-error">{error}</p>}
      {why.length > 0 && (
        <p>
          <small>{`${outcome.outcome === 'proposed' ? evidence : doubts}: ${why.join('; ')}`}</small>
        </p>
      )}
      {candidates.map((one, i) => (
        <div>
          <span class="ciclo-mark">
            <input
              type="radio"
              id={`${name}-${i}`}
              name={name}
              value={one.sentence}
              checked={one.sentence === chosen}
              aria-describedby={`${name}-${i}-esempio`}
            />
            <label for={`${name}-${i}`}>{`${words.confirm}${shownSentence(one.reading, props)}`}</label>
          </span>
          <small class="ciclo-later" id={`${name}-${i}-esempio`}>
            {exampleQuestion(one.reading, sceneOf(props)) ?? readingWords.noExample}
          </small>
        </div>
      ))}
      <AlongTheYear {...props} candidates={candidates} />
    </fieldset>
  );
}

function AlongTheYear(props: OneProps & { readonly candidates: readonly Candidate[] }) {
  const { one, policy, candidates, errorOf } = props;
  const asking = candidates.find(({ reading }) => accumulationQuestion(reading, policy).asked);
  if (asking === undefined) return null;
  const name = fieldOf('accumulation', one.code);
  return (
    <AccumulationChoice
      name={name}
      legend={readingWords.accumulation.question}
      chosen={one.said ?? usualAnswer(asking.reading, policy)}
      problem={errorOf(name)}
    />
  );
}
