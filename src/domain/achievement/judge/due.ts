import { withArticle } from '../../article.js';
import { formatItalian } from '../../calendar/civil-date.js';
import type { FormulaRule } from '../../policy.js';
import { divide, HUNDRED, isZero, multiply, ONE, type Rational, smaller } from '../../rational.js';
import { italianNumber, withUnit } from '../format.js';
import { shareOfChange } from '../formulas/interval.js';
import type { TraceLine } from '../types.js';
import { figure } from './deadline.js';
import { ceilingLine, type Due, dueQuantity } from './elapsed.js';
import { contradictory, type ExactThreshold, isMet, judgeThreshold, settled } from './threshold.js';
import { type Case, type Judgement, noFigure } from './types.js';

type Whole = Omit<ExactThreshold, 'share'> & { readonly counted?: boolean };

/**
 * A value against the part of a target that is due. What is to be reached is due by the days elapsed, whole numbers of what
 * is counted; what is not to be exceeded stands whole until it is exceeded, and before the end earns no more than 100.
 * @param t with the whole target; `counted` where it is computed from a count and may itself be none
 * @param baseline of a change, for the formula that looks at the share made of it
 */
export function judgeDue(
  actual: Rational,
  t: Whole,
  due: Due,
  rule: FormulaRule,
  situation: Case,
  baseline?: Rational,
): Judgement {
  const against = (target: Rational, share: Rational): Judgement =>
    rule.formula === 'relative-progress' && baseline !== undefined
      ? judgeProgress(actual, multiply(baseline, share), { ...t, target }, rule, situation)
      : judgeThreshold(actual, { ...t, target, share }, rule, situation.policy);
  const { line } = due;
  if (line === undefined) return against(t.target, ONE);
  if (t.direction === 'less-is-better')
    return withLines(provisional(against(t.target, ONE)), [line, ceilingLine(t.target, t.unit)]);
  const { quantity, line: dueLine } = dueQuantity(t.target, due.share, t.unit, t.counted);
  if (isZero(quantity) && t.target.n > 0n) {
    if (actual.n <= 0n) return nothingDue(situation);
    const ahead = figure(rule, HUNDRED, true, () => `${withUnit(actual, t.unit)} quando nulla è ancora dovuto`);
    return withLines(ahead, [line, dueLine]);
  }
  const share = isZero(t.target) ? due.share : divide(quantity, t.target);
  return withLines(against(quantity, share), [line, dueLine]);
}

/** Nothing was to be reached yet, and nothing was. */
export function nothingDue({ period }: Case): Judgement {
  return noFigure(
    'not-yet',
    `nulla è ancora dovuto: ${withArticle('al', formatItalian(period.at))} la quota del target è meno di uno`,
  );
}

/** Before the end a ceiling that holds may still be broken: it is kept, and no more than that. */
const provisional = (judged: Judgement): Judgement =>
  judged.state === 'assessed' && judged.met
    ? { ...judged, raw: judged.raw === 'unbounded' ? HUNDRED : smaller(judged.raw, HUNDRED) }
    : judged;

/** A judgement with what it rests on written before its working. */
export const withLines = (judged: Judgement, lines: readonly TraceLine[]): Judgement =>
  judged.state === 'assessed' ? { ...judged, lines: () => [...lines, ...judged.lines()] } : judged;

function judgeProgress(
  actual: Rational,
  baseline: Rational,
  t: Pick<ExactThreshold, 'operator' | 'direction' | 'target'>,
  rule: FormulaRule,
  { policy }: Pick<Case, 'policy'>,
): Judgement {
  if (contradictory(t.operator, t.direction)) {
    return noFigure('doubtful', 'il verso della misura e il segno del target si contraddicono: serve una conferma');
  }
  const met = isMet(actual, t, policy);
  const share = shareOfChange(actual, baseline, t.target);
  const [a, b, goal] = [actual, baseline, t.target].map(italianNumber);
  const none = share === 'no-change';
  const scored = settled(none ? 'undefined-at-zero' : share, met, t.operator, policy, () =>
    none ? `nessuna variazione promessa: ${a} a confronto con ${goal}` : `(${a} − ${b}) ÷ (${goal} − ${b}) × 100`,
  );
  return 'reason' in scored ? scored : figure(rule, scored.raw, met, scored.working);
}
