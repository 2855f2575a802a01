interface FilterChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** What no choice is called. */
  readonly all: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, title: string])[];
}

/** One choice of a page's filters; the empty one is no limit. */
export function FilterChoice({ id, name, label, all, chosen, options }: FilterChoiceProps) {
  return (
    <div class="ciclo-filter">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        <option value="">{all}</option>
        {options.map(([value, title]) => (
          <option value={value} selected={value === chosen}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
