import { termOf } from '../../../../domain/measured/term.js';
import { expected } from '../../../../forms/answer.js';
import type { FormRow } from '../../../../forms/form.js';
import { italianDay } from '../../../../words/format.js';
import { type Choice, officerWords as words } from '../../../../words/officer.js';
import type { FieldError, FieldName } from './answers.js';
import type { OfficerPageData } from './page-data.js';
import { valueText } from './parts.js';
import { fieldOf } from './posted.js';
import { choicesOf, hasFraction, type Typed } from './typed.js';

export interface FieldsProps {
  readonly data: OfficerPageData;
  readonly row: FormRow;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** What the ids of the card's elements begin with. */
  readonly id: string;
}

/** Id of the element an error of a field leads to. */
export const fieldId = (id: string, field: FieldName): string => `${id}-${field}`;

/** Fields that are not the answer itself. */
const BESIDES: readonly FieldName[] = ['note', 'files', 'cause', 'next'];

/** The ways to answer for one indicator, each with the fields it needs. */
export function AnswerFields({ data, row, typed, errors, id }: FieldsProps) {
  const wrong = errors.filter((e) => !BESIDES.includes(e.field));
  const name = fieldOf('choice', row.code);
  const choices = choicesOf(row);
  return (
    <fieldset class="ciclo-answer" aria-describedby={wrong.length > 0 ? `${id}-errori` : undefined}>
      <legend class="visually-hidden">{`${words.choice.legend}: ${row.code}`}</legend>
      <Problems errors={wrong} id={`${id}-errori`} />
      {choices.map((choice, index) => (
        <div class={`ciclo-choice ciclo-choice-${choice}`}>
          <span class="ciclo-mark">
            <input
              type="radio"
              id={index === 0 ? fieldId(id, 'choice') : `${id}-${choice}`}
              name={name}
              value={choice}
              checked={typed.choice === choice}
            />
            <label for={index === 0 ? fieldId(id, 'choice') : `${id}-${choice}`}>{choiceLabel(row, choice)}</label>
          </span>
          {choice === 'value' && <ValueFields {...{ data, row, typed, errors, id }} />}
          {choice === 'not-assessable' && <ReasonField {...{ data, row, typed, errors, id }} />}
        </div>
      ))}
    </fieldset>
  );
}

function choiceLabel(row: FormRow, choice: Choice): string {
  if (choice === 'unchanged') {
    const value = row.unchanged === undefined ? '' : valueText(row.unchanged, row);
    return row.provisional ? words.choice.confirmed(value) : words.choice.unchanged(value);
  }
  if (choice === '') return '';
  return choice === 'value' && row.entry.kind === 'date' ? words.choice.date : words.choice[choice];
}

function ValueFields(props: FieldsProps) {
  const { row, typed, errors, id } = props;
  const fraction = <FractionFields {...props} />;
  const single = <SingleField {...props} />;
  const reached = <ReachedField {...props} />;
  switch (row.entry.kind) {
    case 'ratio':
      return (
        <div class="ciclo-value">
          {fraction}
          <span class="ciclo-or">{words.fields.orPercent}</span>
          {single}
          {reached}
        </div>
      );
    case 'percent': {
      const used = [typed.numerator, typed.denominator].some((text) => text !== '');
      return (
        <div class="ciclo-value">
          {single}
          <details open={used || errors.some((e) => e.field === 'numerator')} data-keep={`${id}-frazione`}>
            <summary>{words.fields.orFraction}</summary>
            {fraction}
          </details>
          {reached}
        </div>
      );
    }
    default:
      return (
        <div class="ciclo-value">
          {single}
          {reached}
        </div>
      );
  }
}

/** Which keyboard a telephone shows. One with digits alone would have no sign, no slash, no letters. */
const KEYBOARD: Partial<Readonly<Record<FormRow['entry']['kind'], 'decimal' | 'numeric'>>> = {
  percent: 'decimal',
  ratio: 'decimal',
  count: 'numeric',
  hours: 'decimal',
  months: 'decimal',
  score: 'decimal',
};

function SingleField({ data, row, typed, errors, id }: FieldsProps) {
  const wrong = errors.some((e) => e.field === 'value');
  const { kind } = row.entry;
  const { reading } = row;
  const { from, to } = data.form.period;
  const span = reading !== undefined && 'accumulation' in reading ? reading.accumulation : undefined;
  return (
    <span class="ciclo-single">
      <span class="ciclo-with-unit">
        <input
          type="text"
          class={`ciclo-input ${kind === 'open' ? 'ciclo-input-wide' : ''}`}
          id={fieldId(id, 'value')}
          name={fieldOf('value', row.code)}
          value={typed.value}
          inputmode={row.entry.kind === 'count' && !row.entry.whole ? 'decimal' : KEYBOARD[kind]}
          autocomplete="off"
          aria-label={words.fields.value(row.code)}
          aria-describedby={[`${id}-aiuto`, ...(wrong ? [`${id}-errori`] : [])].join(' ')}
          aria-invalid={wrong ? 'true' : undefined}
        />
        {row.unit !== undefined && kind !== 'date' && <span class="ciclo-unit">{row.unitText}</span>}
      </span>
      <small id={`${id}-aiuto`}>
        {words.fields.hint(expected(row, data.form))}
        {span !== undefined && ` ${words.fields.span[span](italianDay(from), italianDay(to))}`}
      </small>
    </span>
  );
}

function FractionFields({ row, typed, errors, id }: FieldsProps) {
  if (!hasFraction(row.entry)) return null;
  const wrong = errors.some((e) => e.field === 'numerator') ? 'true' : undefined;
  const described = wrong === undefined ? undefined : `${id}-errori`;
  const field = (which: 'numerator' | 'denominator') => (
    <span class="ciclo-part">
      <label for={`${id}-${which}`}>{words.fields[which]}</label>
      <input
        type="text"
        class="ciclo-input"
        id={`${id}-${which}`}
        name={fieldOf(which, row.code)}
        value={typed[which]}
        inputmode="decimal"
        autocomplete="off"
        aria-describedby={described}
        aria-invalid={wrong}
      />
    </span>
  );
  return (
    <span class="ciclo-fraction">
      {field('numerator')}
      <span class="ciclo-over">{words.fields.over}</span>
      {field('denominator')}
    </span>
  );
}

/** The day on which a target with a term of its own was reached: asked once the term is over. */
function ReachedField({ data, row, typed, errors, id }: FieldsProps) {
  const term = termOf(row.reading, data.form.period.to);
  if (term === undefined) return null;
  const wrong = errors.some((e) => e.field === 'reachedOn');
  return (
    <span class="ciclo-single">
      <label for={fieldId(id, 'reachedOn')}>{words.fields.reachedOn}</label>
      <input
        type="text"
        class="ciclo-input"
        id={fieldId(id, 'reachedOn')}
        name={fieldOf('reachedOn', row.code)}
        value={typed.reachedOn}
        autocomplete="off"
        aria-describedby={[`${id}-termine`, ...(wrong ? [`${id}-errori`] : [])].join(' ')}
        aria-invalid={wrong ? 'true' : undefined}
      />
      <small id={`${id}-termine`}>{words.fields.reachedHint(italianDay(term))}</small>
    </span>
  );
}

function ReasonField({ row, typed, errors, id }: FieldsProps) {
  const wrong = errors.some((e) => e.field === 'reason');
  return (
    <span class="ciclo-reason">
      <label for={fieldId(id, 'reason')}>{words.fields.reason}</label>
      <textarea
        class="ciclo-input"
        id={fieldId(id, 'reason')}
        name={fieldOf('reason', row.code)}
        rows={2}
        placeholder=" "
        aria-describedby={[`${id}-motivo`, ...(wrong ? [`${id}-errori`] : [])].join(' ')}
        aria-invalid={wrong ? 'true' : undefined}
      >
        {typed.reason}
      </textarea>
      <small id={`${id}-motivo`}>{words.fields.reasonHint}</small>
    </span>
  );
}

/** What is wrong with a field, above it. */
export function Problems({ errors, id }: { errors: readonly FieldError[]; id: string }) {
  if (errors.length === 0) return null;
  return (
    <div class="ciclo-field-error" id={id}>
      {errors.map((e) => (
        <p>
          <span class="visually-hidden">Errore: </span>
          {e.message}
        </p>
      ))}
    </div>
  );
}
