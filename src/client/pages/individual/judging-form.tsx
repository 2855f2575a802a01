import { fieldFor } from '../../../acts/field.js';
import type { SheetSubject } from '../../../acts/individual/a-sheet.js';
import { evaluateSheet } from '../../../acts/individual/evaluate.js';
import type { Shown } from '../../../acts/show.js';
import { type Judged, judgedOf } from '../../../domain/individual/judged.js';
import type { Judgement, ScaleStep } from '../../../domain/individual/types.js';
import { evaluationWords } from '../../../words/evaluation.js';
import { evaluationPageWords } from '../../../words/evaluation-pages.js';
import { italianNumber } from '../../../words/format.js';
import { ActForm, fieldId, type Refused } from '../kit/act-form.js';
import { FieldGroup, FormField, fieldState } from '../kit/parts/form-field.js';

const words = evaluationPageWords.judging;
const JUDGEMENTS = ['behaviours', 'objectives', 'sentences'] as const;

interface JudgingFormProps {
  readonly of: Shown;
  readonly action: string;
  readonly subject: SheetSubject;
  readonly refused: Refused | undefined;
  /** What the person said of themselves, where who judges may read it. */
  readonly own: readonly Judgement[];
  /** What was judged before; a decision begins with nothing, and changes some of it. */
  readonly before: readonly Judgement[];
}

/** The form of an act that judges: for each behaviour the steps of the scale with what they mean, and a sentence. */
export function JudgingForm({ of, action, subject, refused, own, before }: JudgingFormProps) {
  const asked = judgedOf(subject);
  const first = (name: (typeof JUDGEMENTS)[number], named: string): string | undefined =>
    asked.find(({ steps }) => (name === 'objectives') === (steps === undefined) || name === 'sentences')?.of === named
      ? fieldId(of.act, name)
      : undefined;
  return (
    <ActForm
      {...{ of, action, refused }}
      without={JUDGEMENTS}
      before={asked.map((one) => (
        <JudgedRow
          {...{ one, refused }}
          scale={scaleOf(subject, one.of)}
          descriptor={descriptorOf(subject, one.of)}
          own={own.find((said) => said.of === one.of)}
          before={before.find((said) => said.of === one.of)}
          anchors={{
            value: first(one.steps === undefined ? 'objectives' : 'behaviours', one.of),
            sentence: first('sentences', one.of),
          }}
        />
      ))}
    />
  );
}

const scaleOf = ({ group, rules }: SheetSubject, behaviour: string): readonly ScaleStep[] =>
  dictionaryOf({ group, rules }, behaviour)?.scale ?? [];

const descriptorOf = ({ group, rules }: SheetSubject, behaviour: string): string | undefined =>
  dictionaryOf({ group, rules }, behaviour)?.behaviours.find(({ id }) => id === behaviour)?.descriptor;

const dictionaryOf = ({ group, rules }: Pick<SheetSubject, 'group' | 'rules'>, behaviour: string) =>
  rules.dictionaries.find(
    ({ id, behaviours }) =>
      behaviours.some((one) => one.id === behaviour) &&
      group.parts.some((part) => part.kind === 'behaviours' && part.dictionary === id),
  );

interface JudgedRowProps {
  readonly one: Judged;
  readonly scale: readonly ScaleStep[];
  readonly descriptor: string | undefined;
  readonly refused: Refused | undefined;
  readonly own: Judgement | undefined;
  readonly before: Judgement | undefined;
  /** Where the lines of the summary lead. */
  readonly anchors: { readonly value: string | undefined; readonly sentence: string | undefined };
}

function JudgedRow({ one, scale, descriptor, refused, own, before, anchors }: JudgedRowProps) {
  const { of, title, steps, optional } = one;
  const [field, ownWords] =
    steps === undefined
      ? (['objectives', evaluateSheet.words.fields.objectives] as const)
      : (['behaviours', evaluateSheet.words.fields.behaviours] as const);
  const name = `${ownWords.page}.${of}`;
  const sentenceName = `${evaluateSheet.words.fields.sentences.page}.${of}`;
  const writtenIn = (page: string): string | undefined =>
    refused
      ?.written(page)
      .find((line) => line.startsWith(`${of}=`))
      ?.slice(of.length + 1);
  const value = refused === undefined ? before?.value : writtenIn(ownWords.page);
  const sentence =
    (refused === undefined ? before?.sentence : writtenIn(evaluateSheet.words.fields.sentences.page)) ?? '';
  const problem = (named: string): string | undefined =>
    refused?.refusals.find((refusal) => refusal.field === fieldFor(named, of))?.text;
  const id = anchors.value ?? `${name}-grado`;
  const sentenceId = anchors.sentence ?? `${sentenceName}-frase`;
  const said = own && words.ownSaid(stepTitle(scale, own.value), own.sentence);
  return (
    <section class="ciclo-judged" aria-label={title}>
      {steps === undefined ? (
        <FormField
          id={id}
          label={optional ? words.objectiveOptional(title) : words.objective(title)}
          hint={evaluateSheet.words.fields.objectives.hint}
          problem={problem(field)}
        >
          <input
            type="text"
            inputmode="decimal"
            id={id}
            name={name}
            value={value ?? ''}
            {...fieldState(id, true, problem(field))}
          />
        </FormField>
      ) : (
        <FieldGroup id={`${id}-gruppo`} label={title} hint={descriptor} problem={problem(field)}>
          {scale.map((step, at) => (
            <label class="ciclo-step-of-scale">
              <input
                type="radio"
                id={at === 0 ? id : undefined}
                name={name}
                value={step.id}
                checked={value === step.id}
              />{' '}
              <strong>{step.title}</strong> <span>{`${step.descriptor} (${italianNumber(step.score)})`}</span>
            </label>
          ))}
        </FieldGroup>
      )}
      {said !== undefined && <p class="ciclo-own-said">{said}</p>}
      <FormField id={sentenceId} label={words.sentence(title)} problem={problem('sentences')}>
        <textarea id={sentenceId} name={sentenceName} rows={2} {...fieldState(sentenceId, false, problem('sentences'))}>
          {sentence}
        </textarea>
      </FormField>
    </section>
  );
}

/** How a judgement is called: a step of the scale, or a percentage. */
export const stepTitle = (scale: readonly ScaleStep[], value: string): string =>
  scale.find(({ id }) => id === value)?.title ?? (value === '' ? evaluationWords.unjudged : `${italianNumber(value)}%`);
