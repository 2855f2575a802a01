import { type Amendment, amendPlan, NO_AMENDMENT, nextCode, readAmended } from '../../../../domain/amend-plan.js';
import { same } from '../../../../domain/findings/number.js';
import type { Indicator, Plan } from '../../../../domain/plan.js';
import { indicatorLists } from '../../../../domain/plan-lists.js';
import type { Policy } from '../../../../domain/policy.js';
import { canonical } from '../../../../domain/targets/numbers.js';
import type { DecimalText } from '../../../../domain/targets/types.js';
import { refuseText } from '../../../../register/accept.js';
import { amendmentWords } from '../../../../words/amendment.js';
import { textIn } from '../officer/posted.js';
import { FIELD, type FieldError, fieldOf } from './fields.js';
import { type Confirming, confirmingIn, readingsIn, supposedIn } from './to-confirm.js';

const words = amendmentWords;

/** An indicator in the form: one of the plan, or a new one under a programme. */
export interface Row {
  readonly code: string;
  /** As it is in force; absent for a new one. */
  readonly indicator?: Indicator;
  /** Programme of a new one. */
  readonly programme?: string;
  readonly weighs: boolean;
  readonly target: string;
  readonly weight: string;
  readonly remove: boolean;
  readonly name: string;
  readonly office: string;
}

/** A proposal as it was typed, with what it makes of the plan. */
export interface Typed {
  readonly rows: readonly Row[];
  readonly resum: boolean;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly confirming: Confirming;
  /** The amended plan with the readings confirmed; absent when something typed cannot be read. */
  readonly plan?: Plan;
  /** The same with the one reading of what is not confirmed yet, to show what it would do. */
  readonly supposed?: Plan;
}

const LONGEST = 2_000;

/** What can be amended by form: indicators of the scorecard and of the sheets that do not repeat another. */
export function amendable(plan: Plan): readonly { readonly indicator: Indicator; readonly list: string }[] {
  return [...indicatorLists(plan)]
    .filter(([list]) => !list.startsWith('individual:'))
    .flatMap(([list, indicators]) => indicators.map((indicator) => ({ indicator, list })))
    .filter(({ indicator }) => indicator.repeats === undefined);
}

/** The rows of a form that has just been opened. */
export function chosenRows(plan: Plan, codes: readonly string[], programmes: readonly string[]): readonly Row[] {
  const chosen = new Set(codes);
  const existing = amendable(plan)
    .filter(({ indicator }) => chosen.has(indicator.code))
    .map(({ indicator, list }) => rowOf(plan, indicator, list.startsWith('scorecard:')));
  const known = new Set(indicatorLists(plan).keys());
  const fresh = [...new Set(programmes)]
    .filter((programme) => known.has(`scorecard:${programme}`))
    .map((programme) => newRow(plan, programme));
  return [...existing, ...fresh];
}

function rowOf(plan: Plan, indicator: Indicator, weighs: boolean): Row {
  return {
    code: indicator.code,
    indicator,
    weighs,
    target: targetOf(plan, indicator),
    weight: (indicator.weight ?? '').replace('.', ','),
    remove: false,
    name: indicator.name,
    office: indicator.office,
  };
}

function newRow(plan: Plan, programme: string): Row {
  const first = indicatorLists(plan).get(`scorecard:${programme}`)?.[0];
  const empty = { weighs: true, target: '', weight: '', remove: false, name: '' };
  return { ...empty, code: nextCode(plan, programme), programme, office: first?.office ?? '' };
}

export const targetOf = (plan: Plan, indicator: Indicator): string =>
  indicator.targets.find((t) => t.year === plan.exercise)?.text ?? '';

/** Reads a posted proposal against the plan in force; everything that will not do is named. */
export function readProposal(data: FormData, plan: Plan, by: string, policy: Policy): Typed {
  const codes = data.getAll(FIELD.pick).filter((code) => typeof code === 'string');
  const programmes = data.getAll(FIELD.add).filter((code) => typeof code === 'string');
  const rows = chosenRows(plan, codes, programmes).map((row) => typedRow(data, row));
  const errors: FieldError[] = [];
  const resum = data.has(FIELD.resum);
  const reason = textIn(data, FIELD.reason).trim();
  const unwritable = reason.length > LONGEST ? words.errors.reason : refuseText(reason);
  if (unwritable !== undefined) errors.push({ field: FIELD.reason, message: unwritable });
  const amendment = amendmentOf(plan, rows, resum, errors);
  const amended = amendPlan(plan, amendment, by);
  if (!amended.ok) errors.push(...amended.error.map((message) => ({ field: FIELD.reason, message })));
  if (!amended.ok || errors.length > 0) return { rows, resum, reason, errors, confirming: NOTHING };

  const changed = new Set([...amendment.targets.keys(), ...amendment.added.map((a) => a.indicator.code)]);
  const confirming = confirmingIn(data, readAmended(amended.value, changed), policy);
  errors.push(...confirming.errors);
  const settled = amendPlan(plan, { ...amendment, readings: readingsIn(confirming) }, by);
  const supposed = amendPlan(plan, { ...amendment, readings: supposedIn(confirming) }, by);
  if (!settled.ok || !supposed.ok) return { rows, resum, reason, errors, confirming };
  return { rows, resum, reason, errors, confirming, plan: settled.value, supposed: supposed.value };
}

const NOTHING: Confirming = { toConfirm: [], ticked: false, errors: [] };

function typedRow(data: FormData, row: Row): Row {
  const text = (field: 'target' | 'weight' | 'name' | 'office', otherwise: string): string =>
    data.has(fieldOf(field, row.code)) ? textIn(data, fieldOf(field, row.code)).trim() : otherwise;
  return {
    ...row,
    target: text('target', row.target),
    weight: text('weight', row.weight),
    name: text('name', row.name),
    office: text('office', row.office),
    remove: data.has(fieldOf('remove', row.code)),
  };
}

function amendmentOf(plan: Plan, rows: readonly Row[], resum: boolean, errors: FieldError[]): Amendment {
  const targets = new Map<string, string>();
  const weights = new Map<string, DecimalText>();
  const removed = new Set<string>();
  const added: Amendment['added'][number][] = [];
  for (const row of rows) {
    const { code, indicator } = row;
    if (row.remove) {
      if (indicator !== undefined) removed.add(code);
      continue;
    }
    const fail = (field: keyof typeof FIELD, message: string): undefined => {
      errors.push({ field: fieldOf(field, code), message });
      return undefined;
    };
    for (const field of ['target', 'name'] as const) {
      const refusal = row[field].length > LONGEST ? words.errors.target(code) : refuseText(row[field]);
      if (refusal !== undefined) fail(field, refusal);
    }
    if (row.target === '') fail('target', words.errors.target(code));
    const weight =
      row.weight === '' ? undefined : (weightIn(row.weight) ?? fail('weight', words.errors.weight(code, row.weight)));
    if (indicator !== undefined) {
      if (row.target !== targetOf(plan, indicator)) targets.set(code, row.target);
      if (row.weighs && weight !== undefined && !sameWeight(weight, indicator.weight)) weights.set(code, weight);
      if (row.weighs && indicator.weight !== undefined && row.weight === '') {
        fail('weight', words.errors.weight(code, ''));
      }
      continue;
    }
    if (row.name === '') fail('name', words.errors.newField(words.form.name.toLowerCase()));
    if (row.office === '') fail('office', words.errors.newField(words.form.office.toLowerCase()));
    if (row.weight === '') fail('weight', words.errors.newField(words.form.weight.toLowerCase()));
    if (row.programme === undefined || weight === undefined) continue;
    const perspective = programmePerspective(plan, row.programme);
    added.push({
      programme: row.programme,
      indicator: {
        code,
        name: row.name,
        office: row.office,
        weight,
        targets: [{ year: plan.exercise, text: row.target }],
        source: words.title,
        ...(perspective === undefined ? {} : { perspective }),
      },
    });
  }
  return { ...NO_AMENDMENT, targets, weights, removed, added, resum };
}

/** `6.00` in the plan and `6` typed are one weight. */
const sameWeight = (typed: DecimalText, there: DecimalText | undefined): boolean =>
  there !== undefined && same(typed, there);

const programmePerspective = (plan: Plan, programme: string): string | undefined =>
  plan.areas
    .flatMap((area) => area.objectives.flatMap((objective) => objective.programmes))
    .find((p) => p.code === programme)?.perspective;

/** `2,5`, `2.5%`: a percentage between 0 and 100. */
function weightIn(text: string): DecimalText | undefined {
  const written = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text);
  if (written === null) return undefined;
  const value = canonical(`${written[1]}.${written[2] ?? '0'}`);
  return Number(value) > 100 ? undefined : value;
}
