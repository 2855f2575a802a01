import { formatItalian, parseCivilDate } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { refuseForm } from '../domain/measured/refuse-actual.js';
import type { Policy } from '../domain/policy.js';
import type { Refusal } from '../domain/refusal.js';
import { checkOverrides } from '../domain/scorecard/overrides.js';
import type { Override } from '../domain/scorecard/types.js';
import { overrideWords as words } from '../words/overrides.js';
import { refuseText } from './accept.js';
import type { NewOverride, NewWithdrawal, OverrideAct } from './override-acts.js';

/**
 * What stands against an override, field by field; nothing wrong is an empty list.
 * @param known codes of the plan in force
 */
export function refuseOverride(order: NewOverride, known: ReadonlySet<string>, policy: Policy): readonly Refusal[] {
  return [...refuseEffect(order, known, policy), ...refuseAct(order)];
}

/** As `refuseOverride`, for what takes one out of force. */
export function refuseWithdrawal(order: NewWithdrawal): readonly Refusal[] {
  const blank = (['decidedBy', 'reason', 'actNumber'] as const).filter((field) => order[field].trim() === '');
  return [...blank.map((field) => ({ field, text: WITHDRAWAL[field] })), ...refuseAct(order)];
}

function refuseEffect(order: NewOverride, known: ReadonlySet<string>, policy: Policy): readonly Refusal[] {
  const { indicator, decidedBy: by, reason, actNumber: act, actDate: on } = order;
  const why = { indicator, by, on, reason, act };
  const override: Override =
    order.kind === 'forced' ? { kind: 'forced', value: order.value, ...why } : { kind: 'neutralised', ...why };
  const found = checkOverrides([override], known, policy).map((p) => ({ field: FIELDS[p.field], text: p.message }));
  if (order.kind === 'neutralised') return found;
  // What is not a number the register keeps is said once, not also as out of bounds.
  const form = refuseForm({ kind: 'number', value: order.value });
  return form === undefined ? found : [...found.filter((p) => p.field !== 'value'), { field: 'value', text: form }];
}

/** How what is checked is called where it is asked; of the indicator no field asks. */
const FIELDS = {
  indicator: undefined,
  by: 'decidedBy',
  reason: 'reason',
  act: 'actNumber',
  value: 'value',
} as const;

const WITHDRAWAL = {
  decidedBy: words.refused.withdrawal.by,
  reason: words.refused.withdrawal.reason,
  actNumber: words.refused.withdrawal.act,
} as const;

function refuseAct(act: OverrideAct): readonly Refusal[] {
  const texts = (['decidedBy', 'reason', 'actNumber'] as const).flatMap((field) => {
    const text = refuseText(act[field]);
    return text === undefined ? [] : [{ field, text }];
  });
  const date = refuseActDate(act.actDate, romeDate(act.at));
  return date === undefined ? texts : [...texts, { field: 'actDate', text: date }];
}

function refuseActDate(day: CivilDate, today: CivilDate): string | undefined {
  const date = parseCivilDate(day);
  if (!date.ok) return date.error;
  return day > today ? words.refused.actFuture(formatItalian(day), formatItalian(today)) : undefined;
}
