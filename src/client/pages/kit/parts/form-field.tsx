import type { Child } from 'hono/jsx';
import { parseCivilDate } from '../../../../domain/calendar/civil-date.js';

interface FormFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was written. */
  readonly problem?: string | undefined;
  readonly children?: Child;
}

/** A label over its field, with what helps to fill it in and what is wrong with it. */
export function FormField({ id, label, hint, problem, children }: FormFieldProps) {
  return (
    <div class="ciclo-form-field">
      <label for={id}>{label}</label>
      {children}
      {hint !== undefined && <small id={`${id}-aiuto`}>{hint}</small>}
      {problem !== undefined && (
        <strong class="ciclo-form-problem" id={`${id}-errore`}>
          {problem}
        </strong>
      )}
    </div>
  );
}

interface FieldGroupProps extends FormFieldProps {
  readonly class?: string;
}

/** Several fields under one legend, with what helps to fill them in and what is wrong with them; the first has the id. */
export function FieldGroup({ id, label, hint, problem, children, class: look = 'ciclo-form-field' }: FieldGroupProps) {
  return (
    <fieldset class={look} {...fieldState(id, hint !== undefined, problem)}>
      <legend>{label}</legend>
      {hint !== undefined && <small id={`${id}-aiuto`}>{hint}</small>}
      {problem !== undefined && (
        <strong class="ciclo-form-problem" id={`${id}-errore`}>
          {problem}
        </strong>
      )}
      {children}
    </fieldset>
  );
}

/** What a field tells assistive technology of its hint and its problem. */
export const fieldState = (id: string, hint: boolean, problem: string | undefined) => {
  const described = [...(hint ? [`${id}-aiuto`] : []), ...(problem === undefined ? [] : [`${id}-errore`])];
  return {
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
  };
};

/** Type of the field of a day: a browser's calendar forgets what it can not show, which stays to be corrected. */
export const dayFieldType = (value: string): 'date' | 'text' =>
  value === '' || parseCivilDate(value).ok ? 'date' : 'text';
