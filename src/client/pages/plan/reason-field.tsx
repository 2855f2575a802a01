import { planningWords } from '../../../words/planning.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';

const { form } = planningWords;

interface ReasonFieldProps {
  /** Where a page has several forms each has an id of its own. */
  readonly id?: string;
  readonly value: string;
  readonly problem: string | undefined;
}

/** Why the plan is changed: every form of the editor asks it. */
export function ReasonField({ id = 'motivo', value, problem }: ReasonFieldProps) {
  return (
    <FormField id={id} label={form.reason} hint={form.reasonHint} problem={problem}>
      <input id={id} name="motivo" type="text" required value={value} {...fieldState(id, true, problem)} />
    </FormField>
  );
}
