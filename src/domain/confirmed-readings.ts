import type { Unconfirmed } from './achievement/assessment-input.js';
import { mapIndicators } from './amend-plan.js';
import { contextOf } from './findings/walk.js';
import type { Indicator, Plan, Target } from './plan.js';
import type { TargetContext, TargetOutcome } from './targets/outcome.js';
import { parseTarget } from './targets/parse.js';
import type { Reading } from './targets/types.js';

/**
 * A reading that a person confirmed, corrected or withdrew for a target of a plan already in force. It is of a text under
 * a name: where either changes, nothing has been said.
 */
export interface ConfirmedReading {
  readonly indicator: string;
  readonly name: string;
  /** Verbatim. */
  readonly target: string;
  /** Null: what had been confirmed was withdrawn. */
  readonly reading: Reading | null;
  readonly by: string;
  /**
   * Put on record after what it is held against (a version of the plan, what a checkpoint froze): then it counts over the
   * reading that stands there.
   */
  readonly later?: boolean;
}

/** The plan with what was said of its readings since it came into force; of one target the last counts. */
export function withConfirmed(plan: Plan, confirmed: readonly ConfirmedReading[]): Plan {
  if (confirmed.length === 0) return plan;
  const lastOf = lastReadings(confirmed);
  return mapIndicators(plan, (indicator) => {
    const target = targetOf(indicator, plan.exercise);
    if (target === undefined) return indicator;
    const one = lastOf({ indicator: indicator.code, name: indicator.name, target: target.text });
    if (one === undefined || (target.confirmed !== undefined && one.later !== true)) return indicator;
    return one.reading === null ? unsettled(indicator, target) : settled(indicator, target, one.reading, one.by);
  });
}

/** What was said last of a target under a name; undefined when nothing was. */
export function lastReadings(
  confirmed: readonly ConfirmedReading[],
): (of: Pick<ConfirmedReading, 'indicator' | 'name' | 'target'>) => ConfirmedReading | undefined {
  const found = new Map(confirmed.map((one) => [keyOf(one.indicator, one.name, one.target), one]));
  return ({ indicator, name, target }) => found.get(keyOf(indicator, name, target));
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

export const targetOf = (indicator: Indicator, year: number): Target | undefined =>
  indicator.targets.find((t) => t.year === year);

/** The indicator with a target's reading confirmed. */
export const settled = (indicator: Indicator, target: Target, reading: Reading, by: string): Indicator => ({
  ...indicator,
  targets: indicator.targets.map((t) => (t === target ? { ...t, confirmed: reading, confirmedBy: by } : t)),
});

/** The indicator with a target's confirmation taken back. */
export const unsettled = (indicator: Indicator, target: Target): Indicator => ({
  ...indicator,
  targets: indicator.targets.map((t) => {
    if (t !== target) return t;
    const { confirmed: _, confirmedBy: __, ...open } = t;
    return open;
  }),
});

/**
 * How a target is to be judged: as a person confirmed it. What nobody has confirmed is not judged, however plain it is;
 * what says nothing is not measurable, and waits for no confirmation.
 */
export function judgedAs(
  confirmed: Reading | undefined,
  text: string,
  context: TargetContext,
): Reading | TargetOutcome | Unconfirmed {
  if (confirmed !== undefined) return confirmed;
  const outcome = parseTarget(text, context);
  return outcome.outcome === 'not-measurable' ? outcome : { outcome: 'unconfirmed', text };
}

/** As `judgedAs`, of a plan's own target. */
export const judgedIn = (indicator: Indicator, year: number): ReturnType<typeof judgedAs> => {
  const target = targetOf(indicator, year);
  return judgedAs(target?.confirmed, target?.text.trim() ?? '', contextOf(indicator, year));
};

/**
 * The plan with the one reading of each target that nobody has confirmed taken for true, to try things on; and the
 * indicators of which it was.
 * @param only codes; absent: any
 */
export function withSupposed(
  plan: Plan,
  only?: ReadonlySet<string>,
): { readonly plan: Plan; readonly supposed: ReadonlySet<string> } {
  const supposed = new Set<string>();
  const changed = mapIndicators(plan, (indicator) => {
    const target = targetOf(indicator, plan.exercise);
    if (target === undefined || target.confirmed !== undefined || only?.has(indicator.code) === false) return indicator;
    const outcome = parseTarget(target.text, contextOf(indicator, plan.exercise));
    if (outcome.outcome !== 'parsed' && outcome.outcome !== 'proposed') return indicator;
    supposed.add(indicator.code);
    return settled(indicator, target, outcome.reading, SUPPOSED);
  });
  return { plan: changed, supposed };
}

const SUPPOSED = 'ipotesi';

/** A target that a checkpoint with results has asked for. */
export interface ComputedTarget extends Pick<ConfirmedReading, 'indicator' | 'name' | 'target'> {
  readonly checkpoint: string;
}

/** The checkpoint with results that has asked for a target, itself or the one its row repeats; undefined when none has. */
export function computedBy(computed: readonly ComputedTarget[], node: Indicator, exercise: number): string | undefined {
  return computed.findLast(
    (one) =>
      one.indicator === node.repeats ||
      (one.indicator === node.code && one.name === node.name && one.target === (targetOf(node, exercise)?.text ?? '')),
  )?.checkpoint;
}
