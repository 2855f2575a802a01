import type { Plan } from '../plan.js';
import { add, divide, HUNDRED, isZero, multiply, type Rational, rational, roundedText, ZERO } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import { reconcile } from './reconcile.js';
import type { ProgrammeSpent } from './spent.js';

/** What an area was given, spent, and reached. Amounts in euro, shares percent. */
export interface AreaEfficiency {
  readonly area: string;
  readonly title: string;
  readonly planned: DecimalText;
  /** Of the programmes with spending on record. */
  readonly spent: DecimalText;
  /** Spent over planned, of the programmes that have both; absent where none has. */
  readonly share?: DecimalText;
  /** Achievement over that share; absent where one of the two is. */
  readonly index?: DecimalText;
  /** Programmes with money in the ledger, and how many of them have spending on record. */
  readonly programmes: number;
  readonly recorded: number;
}

const PERCENT = { decimals: 2, mode: 'half-up' } as const;

/**
 * Planned and spent by area, with the index of efficiency: what was reached over what was spent of the resources given. Only programmes
 * with both figures count in it: a programme that has not told its spending has not spent nothing.
 * @param achievementOf percent reached by an area; absent where it is not computed
 */
export function efficiencyOf(
  plan: Plan,
  spending: readonly ProgrammeSpent[],
  achievementOf: (area: string) => DecimalText | undefined,
): readonly AreaEfficiency[] {
  const spentOf = new Map(spending.map(({ programme, amount }) => [programme, rational(amount)]));
  const { programmes } = reconcile(plan);
  return plan.areas.map(({ code, title }) => {
    const mine = programmes.filter(({ area, ledger }) => area === code && !isZero(rational(ledger.all)));
    const both = mine.filter(({ programme }) => spentOf.has(programme));
    const planned = sum(mine.map(({ ledger }) => rational(ledger.all)));
    const given = sum(both.map(({ ledger }) => rational(ledger.all)));
    const spent = sum(both.map(({ programme }) => spentOf.get(programme) ?? ZERO));
    const share = isZero(given) ? undefined : multiply(divide(spent, given), HUNDRED);
    const reached = achievementOf(code);
    return {
      area: code,
      title,
      planned: roundedText(planned, PERCENT),
      spent: roundedText(spent, PERCENT),
      share: share === undefined ? undefined : roundedText(share, PERCENT),
      index:
        share === undefined || isZero(share) || reached === undefined
          ? undefined
          : roundedText(divide(rational(reached), share), PERCENT),
      programmes: mine.length,
      recorded: both.length,
    };
  });
}

/** What was spent of what was given, percent; undefined where nothing was. Amounts in euro. */
export function shareOf(spent: DecimalText, given: DecimalText): DecimalText | undefined {
  const whole = rational(given);
  return isZero(whole) ? undefined : roundedText(multiply(divide(rational(spent), whole), HUNDRED), PERCENT);
}

const sum = (amounts: readonly Rational[]): Rational => amounts.reduce(add, ZERO);
