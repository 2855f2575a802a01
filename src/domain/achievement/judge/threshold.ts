import type { FormulaRule } from '../../policy.js';
import { compare, HUNDRED, multiply, type Rational, rational, smaller } from '../../rational.js';
import { never } from '../../result.js';
import type { Operator, Unit } from '../../targets/types.js';
import { italianNumber, italianPercent, withUnit } from '../format.js';
import { titleAt } from '../formula-titles.js';
import {
  allOrNothing,
  decreasingRatio,
  decreasingSymmetric,
  floorAtPercent,
  increasingRatio,
  linearBetween,
  onSteps,
  type RawScore,
} from '../formulas/ratio.js';
import { justBelowHundred } from '../rounding.js';
import { dueQuantity, isWhole } from './elapsed.js';
import { type Case, type Figure, type Judgement, type NoFigure, noFigure } from './types.js';

/** A threshold with exact numbers, already reduced to what is due at the checkpoint. */
export interface ExactThreshold {
  readonly operator: Operator;
  readonly target: Rational;
  readonly direction: 'more-is-better' | 'less-is-better';
  readonly unit: Unit;
  /** Share of the full target that `target` is; an absolute floor is reduced by the same share. */
  readonly share: Rational;
}

/** `≥` with "less is better" promises two opposite things: a person has to say which. */
export function contradictory(operator: Operator, direction: ExactThreshold['direction']): boolean {
  return direction === 'more-is-better' ? operator.startsWith('<') : operator.startsWith('>');
}

const isStrict = (operator: Operator): boolean => operator === '>' || operator === '<';

/** Whether the promise was kept. `=` is kept also by doing better: its direction says what better is. */
export function isMet(
  actual: Rational,
  t: Pick<ExactThreshold, 'operator' | 'target' | 'direction'>,
  policy: Case['policy'],
): boolean {
  const side = compare(actual, t.target) * (t.direction === 'more-is-better' ? 1 : -1);
  return isStrict(t.operator) && policy.strictEquality === 'just-below' ? side > 0 : side >= 0;
}

export function judgeThreshold(
  actual: Rational,
  t: ExactThreshold,
  rule: FormulaRule,
  policy: Case['policy'],
): Judgement {
  if (contradictory(t.operator, t.direction)) {
    return noFigure('doubtful', 'il verso della misura e il segno del target si contraddicono: serve una conferma');
  }
  const met = isMet(actual, t, policy);
  const scored = scoreThreshold(actual, t, rule, met, policy);
  if (scored === undefined) return noFigure('doubtful', `la formula «${rule.formula}» non si applica a questo target`);
  if ('reason' in scored) return scored;
  const { raw, working } = scored;
  const named = titleAt(rule, t.target);
  return {
    state: 'assessed',
    rule: rule.formula === 'decreasing-ratio' && t.target.n < 0n ? { formula: 'decreasing-symmetric' } : rule,
    named,
    raw,
    met,
    lines: () => [{ label: 'Calcolo', value: working() }],
  };
}

interface Scored {
  readonly raw: Figure['raw'];
  readonly working: () => string;
}

function scoreThreshold(
  actual: Rational,
  t: ExactThreshold,
  rule: FormulaRule,
  met: boolean,
  policy: Case['policy'],
): Scored | NoFigure | undefined {
  const a = (): string => withUnit(actual, t.unit);
  const more = t.direction === 'more-is-better';
  switch (rule.formula) {
    case 'increasing-ratio':
    case 'decreasing-ratio':
    case 'decreasing-symmetric': {
      if (more !== (rule.formula === 'increasing-ratio')) return undefined;
      const working = (): string => ratioWorking(rule.formula, actual, t.target);
      return settled(ratio(rule.formula, actual, t.target), met, t.operator, policy, working);
    }
    case 'steps': {
      if (more !== (rule.of === 'increasing-ratio')) return undefined;
      const base = settle(ratio(rule.of, actual, t.target), met, t.operator, policy);
      if (typeof base === 'object' && 'reason' in base) return base;
      const steps = rule.steps.map((s) => ({ from: rational(s.from), score: rational(s.score) }));
      const last = steps.at(-1);
      const raw = base === 'unbounded' ? (last?.score ?? HUNDRED) : onSteps(base, steps);
      return {
        raw,
        working: () => `${ratioWorking(rule.of, actual, t.target)}; il gradino in cui cade vale ${italianPercent(raw)}`,
      };
    }
    case 'linear': {
      const floor =
        rule.floorValue === undefined
          ? floorAtPercent(t.target, rational(rule.floorPercent ?? '0'))
          : dueFloor(rational(rule.floorValue), t);
      if (compare(floor, t.target) * (more ? 1 : -1) > 0) {
        return noFigure('doubtful', 'la soglia minima sta dalla parte sbagliata del target');
      }
      const working = (): string =>
        `(${a()} − ${withUnit(floor, t.unit)}) ÷ (${withUnit(t.target, t.unit)} − ${withUnit(floor, t.unit)}) × 100`;
      return settled(linearBetween(actual, t.target, floor), met, t.operator, policy, working);
    }
    case 'all-or-nothing':
      return { raw: allOrNothing(met), working: () => `${a()} ${met ? 'raggiunge' : 'non raggiunge'} il target` };
    case 'by-date':
    case 'by-date-degrading':
    case 'within-period':
    case 'within-period-degrading':
    case 'range':
    case 'range-proportional':
    case 'relative-level':
    case 'relative-progress':
    case 'throughout':
    case 'yes-no':
    case 'bands':
      return undefined;
    default:
      return never(rule);
  }
}

/** A floor is due as the target is: of things counted a whole number. */
const dueFloor = (floor: Rational, { share, unit }: ExactThreshold): Rational =>
  dueQuantity(floor, share, unit, isWhole(floor)).quantity;

function ratio(
  formula: 'increasing-ratio' | 'decreasing-ratio' | 'decreasing-symmetric',
  actual: Rational,
  target: Rational,
): RawScore {
  switch (formula) {
    case 'increasing-ratio':
      return increasingRatio(actual, target);
    case 'decreasing-ratio':
      return decreasingRatio(actual, target);
    case 'decreasing-symmetric':
      return decreasingSymmetric(actual, target);
    default:
      return never(formula);
  }
}

/**
 * Applies the two rules a ratio can not decide alone: what a target of zero gives, and that a strict sign keeps an
 * unmet promise under 100. Values that approach a strict target from below are held there too, so that more is never less.
 */
function settle(raw: RawScore, met: boolean, operator: Operator, policy: Case['policy']): Figure['raw'] | NoFigure {
  if (raw === 'unbounded') return raw;
  if (raw === 'undefined-at-zero') {
    return policy.targetZero === 'all-or-nothing'
      ? allOrNothing(met)
      : noFigure('not-assessable', 'il target è zero: le regole non prevedono un rapporto');
  }
  return met || !isStrict(operator) ? raw : smaller(raw, justBelowHundred(policy.rounding.decimals));
}

/** `settle`, with the working saying where a strict sign held the figure. */
export function settled(
  score: RawScore,
  met: boolean,
  operator: Operator,
  policy: Case['policy'],
  working: () => string,
): Scored | NoFigure {
  const raw = settle(score, met, operator, policy);
  if (typeof raw === 'object' && 'reason' in raw) return raw;
  const held = typeof score === 'object' && typeof raw === 'object' && compare(score, raw) !== 0;
  if (!held) return { raw, working };
  const limit = justBelowHundred(policy.rounding.decimals);
  return {
    raw,
    working: () => `${working()}; il segno è stretto e il target non è raggiunto: al massimo ${italianPercent(limit)}`,
  };
}

function ratioWorking(formula: FormulaRule['formula'], actual: Rational, target: Rational): string {
  const [a, t] = [italianNumber(actual), italianNumber(target)];
  if (target.n === 0n) return `target zero: ${a} a confronto con 0`;
  if (target.n < 0n) {
    return formula === 'increasing-ratio'
      ? `(1 + (${a} − (${t})) ÷ ${italianNumber(multiply(target, { n: -1n, d: 1n }))}) × 100`
      : `${a} ÷ (${t}) × 100`;
  }
  if (formula === 'increasing-ratio') return `${a} ÷ ${t} × 100`;
  if (formula === 'decreasing-symmetric') return `(2 × ${t} − ${a}) ÷ ${t} × 100`;
  return actual.n <= 0n ? `${a}: non resta nulla da ridurre` : `${t} ÷ ${a} × 100`;
}
