import type { Option } from '../../../../acts/act.js';
import { groupBy } from '../../../../register/reading/group.js';
import { FieldGroup } from './form-field.js';

interface FigureFieldsProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  readonly options: readonly Option[];
  /** What stands in them, by row. */
  readonly written: ReadonlyMap<string, string>;
}

/** A value for each of many rows, under their headings; the first field is where a problem leads. */
export function FigureFields({ id, name, label, hint, problem, options, written }: FigureFieldsProps) {
  const first = options[0]?.value;
  return (
    <FieldGroup {...{ id, label, hint, problem }} class="ciclo-year-values">
      {[...groupBy(options, ({ group }) => group ?? '')].map(([group, rows]) => (
        <>
          {group !== '' && <p class="ciclo-year-group">{group}</p>}
          {rows.map((row) => {
            const own = row.value === first ? id : `${id}-${row.value}`;
            return (
              <div class="ciclo-year-value">
                <label for={own}>
                  {row.title}
                  {row.hint !== undefined && <small>{` ${row.hint}`}</small>}
                </label>
                <input
                  type="text"
                  id={own}
                  name={`${name}.${row.value}`}
                  value={written.get(row.value) ?? ''}
                  inputmode="decimal"
                  autocomplete="off"
                />
              </div>
            );
          })}
        </>
      ))}
    </FieldGroup>
  );
}

/** `riga=valore`, one a line, as fields keep it. */
export const figuresIn = (written: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    written
      .flatMap((one) => one.split('\n'))
      .filter((one) => one.includes('='))
      .map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const),
  );
