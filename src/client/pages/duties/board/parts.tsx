import type { Child } from 'hono/jsx';
import { KEY } from '../../kit/act-form.js';

/** Says to who does not see the colour that what follows is an error. */
export const ErrorMark = () => <span class="visually-hidden">Errore: </span>;

/** A field with its label, its hint and what is wrong with it. */
export function TextField(props: {
  id: string;
  label: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  numeric?: boolean;
  rows?: number;
  /** A figure, a date, a number of an act. */
  narrow?: boolean;
  required?: boolean;
}) {
  const { id, label, value, hint, error } = props;
  const described = [...(hint === undefined ? [] : [`${id}-aiuto`]), ...(error === undefined ? [] : [`${id}-errore`])];
  const common = {
    id,
    name: id,
    class: props.narrow === true ? 'ciclo-input ciclo-input-narrow' : 'ciclo-input',
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-required': props.required === true ? ('true' as const) : undefined,
  };
  return (
    <div class="ciclo-field">
      <label for={id}>{label}</label>
      {hint !== undefined && <small id={`${id}-aiuto`}>{hint}</small>}
      {error !== undefined && (
        <p class="ciclo-field-error" id={`${id}-errore`}>
          <ErrorMark />
          {error}
        </p>
      )}
      {props.rows === undefined ? (
        <input
          {...common}
          type="text"
          value={value}
          autocomplete="off"
          inputmode={props.numeric === true ? ('numeric' as const) : undefined}
        />
      ) : (
        <textarea {...common} rows={props.rows}>
          {value}
        </textarea>
      )}
    </div>
  );
}

interface DutyFormProps {
  readonly action: string;
  /** Key of this sending: the same twice is done once. */
  readonly id: string;
  /** What its button says; and, of what takes a while, what it says meanwhile. */
  readonly submit: string;
  readonly sending?: string;
  /** Not what the page is for. */
  readonly beside?: true;
  readonly children: Child;
}

/** What is written on the page of a duty and sent with its files. */
export const DutyForm = ({ action, id, submit, sending, beside, children }: DutyFormProps) => (
  <form
    class="ciclo-form"
    method="post"
    action={action}
    enctype="multipart/form-data"
    novalidate
    data-sending={sending}
  >
    <input type="hidden" name={KEY} value={id} />
    {children}
    <div class="ciclo-buttons">
      <button type="submit" class={`btn ${beside === true ? 'btn-outline-primary' : 'btn-primary'}`}>
        {submit}
      </button>
    </div>
  </form>
);
