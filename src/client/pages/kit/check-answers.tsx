import { type AnyAct, type CheckedFact, type Checks, type FieldWords, wordsOf } from '../../../acts/act.js';
import type { Field } from '../../../acts/field.js';
import { pageWords } from '../../../acts/words.js';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import { never } from '../../../domain/result.js';
import { italianDay } from '../../../words/format.js';
import { Fact } from './parts/fact.js';

/** Field of the buttons under what was read again: to do it, or to go back to the form. */
export const CHECKED = 'controllato';
export const CONFIRMED = 'si';
export const TO_CHANGE = 'no';

interface CheckAnswersProps {
  readonly act: AnyAct;
  readonly subject: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  readonly facts: readonly CheckedFact[];
  /** Every field of the form as it was sent, its hidden ones too. */
  readonly posted: readonly (readonly [name: string, written: string])[];
  readonly action: string;
}

/** What was understood of a form whose act nothing takes back, before it is done: it is confirmed, or changed. */
export function CheckAnswers({ act, subject, values, facts, posted, action }: CheckAnswersProps) {
  const checks: Checks<unknown> | undefined = act.checks;
  if (checks === undefined) throw new Error(`${act.verb} is done without being read again`);
  const { lead, submit } = checks;
  const all = [...facts, ...answersOf(act, checks, subject, values)];
  return (
    <>
      <p class="lead">{typeof lead === 'string' ? lead : lead(subject)}</p>
      <dl class="ciclo-facts ciclo-check">
        {all.map(({ label, value }) => (
          <Fact label={label}>{typeof value === 'string' ? value : <List of={value} />}</Fact>
        ))}
      </dl>
      <form method="post" action={action}>
        {posted.map(([name, written]) => (
          <input type="hidden" name={name} value={written} />
        ))}
        <div class="ciclo-buttons">
          <button type="submit" class="btn btn-primary" name={CHECKED} value={CONFIRMED}>
            {submit}
          </button>
          <button type="submit" class="btn btn-outline-primary" name={CHECKED} value={TO_CHANGE}>
            {pageWords.check.change}
          </button>
        </div>
      </form>
    </>
  );
}

const List = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map((one) => (
      <li>{one}</li>
    ))}
  </ul>
);

/** What was answered, field by field, as it was understood; what was left empty is not there. */
function answersOf(
  act: AnyAct,
  { without = [], called }: Checks<unknown>,
  subject: unknown,
  values: Readonly<Record<string, unknown>>,
): readonly CheckedFact[] {
  const here = called?.(subject) ?? {};
  return Object.entries<Field<unknown>>(act.fields)
    .filter(([name]) => !without.includes(name))
    .flatMap(([name, field]) => {
      const words = { ...wordsOf(act, name), ...here[name] };
      const value = spoken(field, words, values[name]);
      return value === undefined || value.length === 0 ? [] : [{ label: words.label, value }];
    });
}

function spoken({ control }: Field<unknown>, words: FieldWords, value: unknown): CheckedFact['value'] | undefined {
  if (value === undefined || value === null) return undefined;
  const titled = (one: unknown): string => words.options?.[String(one)] ?? String(one);
  switch (control.kind) {
    case 'line':
    case 'lines':
      return String(value);
    case 'day': {
      const day = parseCivilDate(String(value));
      return day.ok ? italianDay(day.value) : String(value);
    }
    case 'one-of':
      return titled(value);
    case 'any-of':
      return [value].flat().map(titled);
    case 'yes-no':
      return value === true ? pageWords.check.yes : undefined;
    case 'each':
      return value instanceof Map ? [...value].map(([of, one]) => `${String(of)}: ${String(one)}`) : undefined;
    case 'counts':
      return Object.entries(value).map(([part, count]) => `${words.parts?.[part]?.label ?? part}: ${String(count)}`);
    case 'files':
      return Array.isArray(value) ? value.map((file: { readonly name: string }) => file.name) : undefined;
    default:
      return never(control);
  }
}
