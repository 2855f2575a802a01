import type { Child } from 'hono/jsx';

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

/** What a field tells assistive technology of its hint and its problem. */
export const fieldState = (id: string, hint: boolean, problem: string | undefined): Record<string, string> => {
  const described = [...(hint ? [`${id}-aiuto`] : []), ...(problem === undefined ? [] : [`${id}-errore`])];
  return {
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(problem === undefined ? {} : { 'aria-invalid': 'true' }),
  };
};
