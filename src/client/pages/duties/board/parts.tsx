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
