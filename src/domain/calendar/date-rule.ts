import { err, ok, type Result } from '../result.js';
import { addDays, civilDate, isValidDate, lastDateOfMonth } from './civil-date.js';
import { checkDay, MONTH_NAMES, parseMonth } from './months.js';
import type { CivilDate } from './types.js';
import { addWorkingDays, type WorkingDays } from './working-days.js';

/** Years before or after the exercise. */
export type YearOffset = -1 | 0 | 1;

/**
 * A date of a template, before the exercise is known:
 * - `31 ottobre Y-1`, `1° febbraio Y`, `fine febbraio Y` (the last day, 28 or 29);
 * - `15 giorni dopo l'apertura`, `10 giorni lavorativi dopo l'apertura`;
 * - `1 giorno dopo piano-approvazione`: after the deadline of another step.
 * `Y` is the exercise.
 */
export type DateRule =
  | { readonly kind: 'fixed'; readonly day: number | 'last'; readonly month: number; readonly year: YearOffset }
  | { readonly kind: 'after'; readonly amount: number; readonly unit: 'days' | 'working-days'; readonly step?: string };

/** The longest text a rule can reasonably be: a longer one is refused unread. */
const LONGEST = 120;

export function parseDateRule(text: string): Result<DateRule, string> {
  const rule = text.trim().replace(/\s+/g, ' ').replace(/’/g, "'");
  if (rule.length > LONGEST) return err('la data è troppo lunga per essere una data');
  const fixed = /^(\d{1,2}°?|fine) (\p{L}+) (Y(?:[+-]1)?)$/u.exec(rule);
  if (fixed !== null) return fixedRule(fixed[1] ?? '', fixed[2] ?? '', fixed[3] ?? '');
  const after = /^(\d{1,3}) giorn[oi]( lavorativ[oi])? dopo (l'apertura|[a-z0-9-]+)$/.exec(rule);
  if (after !== null) {
    const step = after[3] === "l'apertura" ? undefined : (after[3] ?? '');
    const unit = after[2] === undefined ? ('days' as const) : ('working-days' as const);
    return ok({ kind: 'after', amount: Number(after[1]), unit, step });
  }
  return err(
    `«${text}» non è una data del modello: si attende «31 ottobre Y-1», «fine febbraio Y», ` +
      "«15 giorni dopo l'apertura» o «10 giorni lavorativi dopo <attività>»",
  );
}

function fixedRule(dayText: string, monthText: string, yearText: string): Result<DateRule, string> {
  const month = parseMonth(monthText);
  if (!month.ok) return month;
  const year: YearOffset = yearText === 'Y-1' ? -1 : yearText === 'Y+1' ? 1 : 0;
  if (dayText === 'fine') return ok({ kind: 'fixed', day: 'last', month: month.value, year });
  const day = checkDay(Number.parseInt(dayText, 10), month.value);
  return day.ok ? ok({ kind: 'fixed', day: day.value, month: month.value, year }) : day;
}

export interface DateRuleContext {
  readonly exercise: number;
  readonly days: WorkingDays;
  /** The opening of the step the rule belongs to; unknown while the opening itself is resolved. */
  readonly opensOn?: CivilDate;
  /** The deadline of a step already dated. */
  readonly dueOf: (step: string) => CivilDate | undefined;
}

/** The day a rule means in one exercise. 29 February is refused in a year that has none: `fine febbraio` is always right. */
export function resolveDateRule(rule: DateRule, context: DateRuleContext): Result<CivilDate, string> {
  if (rule.kind === 'fixed') {
    const year = context.exercise + rule.year;
    if (rule.day === 'last') return ok(lastDateOfMonth(year, rule.month));
    if (isValidDate({ year, month: rule.month, day: rule.day })) return ok(civilDate(year, rule.month, rule.day));
    return err(`il ${rule.day} ${MONTH_NAMES[rule.month - 1]} ${year} non esiste: scrivere «fine febbraio»`);
  }
  const from = rule.step === undefined ? context.opensOn : context.dueOf(rule.step);
  if (from === undefined) return err(`manca la data da cui contare: ${rule.step ?? 'l’apertura'}`);
  return ok(rule.unit === 'days' ? addDays(from, rule.amount) : addWorkingDays(from, rule.amount, context.days));
}
