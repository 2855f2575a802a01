import { italianDay } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { dayFieldType, FormField, fieldState } from '../kit/parts/form-field.js';
import { cyclePath, WHAT_IF_PATH } from '../kit/paths.js';
import type { DatesPageProps, Supposed } from './asked-dates.js';

const words = planningWords.dates;

const problemOf = ({ problems }: Supposed, field: string): string | undefined =>
  problems.find((p) => p.field === field)?.text;

export function StepForm({ cycle, steps, asked, supposed }: DatesPageProps) {
  const movable = steps.filter((s) => s.status !== 'done' && s.status !== 'cancelled');
  return (
    <section class="ciclo-card" aria-labelledby="proroga">
      <h2 id="proroga">{words.stepTitle}</h2>
      <form class="ciclo-access ciclo-plan-form" method="get" action={cyclePath(cycle, WHAT_IF_PATH)}>
        <FormField id="attivita" label={words.step} problem={problemOf(supposed, 'attivita')}>
          <select id="attivita" name="attivita" {...fieldState('attivita', false, problemOf(supposed, 'attivita'))}>
            <option value="">{words.chooseStep}</option>
            {movable.map((one) => (
              <option value={one.id} selected={one.id === asked.step}>
                {`${one.planned.title} (${words.dueOn(italianDay(one.dueOn))})`}
              </option>
            ))}
          </select>
        </FormField>
        <DateField
          name="scadenza"
          label={words.due}
          value={asked.due ?? ''}
          problem={problemOf(supposed, 'scadenza')}
        />
        <Submit />
      </form>
    </section>
  );
}

export function BudgetForm({ cycle, asked, supposed }: DatesPageProps) {
  return (
    <section class="ciclo-card" aria-labelledby="bilancio">
      <h2 id="bilancio">{words.budgetTitle}</h2>
      <form class="ciclo-access ciclo-plan-form" method="get" action={cyclePath(cycle, WHAT_IF_PATH)}>
        <DateField
          name="preventivo"
          label={words.budget}
          value={asked.budget}
          problem={problemOf(supposed, 'preventivo')}
        />
        <Submit />
      </form>
    </section>
  );
}

const Submit = () => (
  <button type="submit" class="btn btn-primary">
    {planningWords.whatIf.compute}
  </button>
);

interface DateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
}

const DateField = ({ name, label, value, problem }: DateFieldProps) => (
  <FormField id={name} label={label} problem={problem}>
    <input id={name} name={name} type={dayFieldType(value)} value={value} {...fieldState(name, false, problem)} />
  </FormField>
);
