import type { Policy } from '../policy.js';
import { compare, parseRational, rational } from '../rational.js';
import { italianDecimal } from '../targets/numbers.js';
import type { Override, OverrideProblem } from './types.js';

/**
 * What stands against a list of overrides: an unknown indicator, two on the same one, who, why or act left blank, a
 * forced value that is not a number within the policy's floor and cap. Nothing wrong is an empty list.
 */
export function checkOverrides(
  overrides: readonly Override[],
  known: ReadonlySet<string>,
  policy: Pick<Policy, 'floor' | 'cap'>,
): readonly OverrideProblem[] {
  return overrides.flatMap((override, i) => {
    const problems: OverrideProblem[] = [];
    const say = (field: OverrideProblem['field'], message: string): void =>
      void problems.push({ indicator: override.indicator, field, message });
    if (!known.has(override.indicator)) say('indicator', `l’indicatore ${override.indicator} non è nel Piano`);
    if (overrides.findIndex((other) => other.indicator === override.indicator) !== i) {
      say('indicator', `l’indicatore ${override.indicator} ha già una forzatura`);
    }
    if (override.by.trim() === '') say('by', 'manca chi ha deciso la forzatura');
    if (override.reason.trim() === '') say('reason', 'manca il motivo della forzatura');
    if (override.act.trim() === '') say('act', 'manca l’atto che dispone la forzatura');
    if (override.kind === 'forced') checkValue(override.value, policy, (message) => say('value', message));
    return problems;
  });
}

function checkValue(
  value: string,
  { floor, cap }: Pick<Policy, 'floor' | 'cap'>,
  say: (message: string) => void,
): void {
  const parsed = parseRational(value);
  if (!parsed.ok) {
    say(parsed.error);
  } else if (compare(parsed.value, rational(floor)) < 0 || compare(parsed.value, rational(cap)) > 0) {
    say(`il valore forzato deve stare fra ${italianDecimal(floor)}% e ${italianDecimal(cap)}%`);
  }
}
