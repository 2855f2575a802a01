import { formatItalian } from '../../calendar/civil-date.js';
import type { FormulaRule } from '../../policy.js';
import { never } from '../../result.js';
import type { Baseline, Reading } from '../../targets/types.js';
import { italianNumber, withUnit } from '../format.js';
import { relativeThreshold, shareOfChange } from '../formulas/interval.js';
import { isZero, multiply, type Rational, rational } from '../rational.js';
import type { TraceLine } from '../types.js';
import { figure } from './deadline.js';
import { type Due, dueShare, isFinal, lastDay } from './elapsed.js';
import { measured } from './observed.js';
import { contradictory, type ExactThreshold, isMet, judgeThreshold, settled } from './threshold.js';
import { type Case, isNoFigure, type Judgement, noFigure } from './types.js';

/** A number to reach or not to exceed, all of it or the part due at the checkpoint. */
export function judgeLevel(reading: Reading & { kind: 'threshold' }, rule: FormulaRule, situation: Case): Judgement {
  const by = reading.by ?? lastDay(situation.period.exercise);
  const actual = measured(situation.actual, reading.unit, situation.period.at >= by);
  if (isNoFigure(actual)) return actual;
  const due = dueShare(situation, reading.accumulation, by);
  if (isNoFigure(due)) return due;
  const full = rational(reading.value);
  const target = { ...exact(reading, multiply(full, due.share)), share: due.share };
  const judged = judgeThreshold(actual, target, rule, situation.policy);
  if (judged.state !== 'assessed') return judged;
  if (reading.by !== undefined && situation.period.at < reading.by && !judged.met && due.line === undefined) {
    return noFigure('not-yet', `non ancora scaduto: il termine è il ${formatItalian(reading.by)}`);
  }
  return withDue(judged, due, target, full);
}

/** A change against a baseline: the threshold it comes to, or the share of the change that was made. */
export function judgeRelative(
  reading: Reading & { kind: 'relative' },
  rule: FormulaRule,
  levelRule: FormulaRule,
  situation: Case,
): Judgement {
  const actual = measured(situation.actual, reading.unit, isFinal(situation.period));
  if (isNoFigure(actual)) return actual;
  if (situation.baseline === undefined) {
    return noFigure('missing', `manca il valore di partenza: ${baselineName(reading.baseline)}`);
  }
  const baseline = rational(situation.baseline);
  const [change, asPercent] = [rational(reading.change), reading.changeUnit === 'percent'];
  if (asPercent && isZero(baseline) && !isZero(change)) {
    return noFigure('not-assessable', 'il valore di partenza è zero: una variazione percentuale non esiste');
  }
  const due = dueShare(situation, reading.accumulation, lastDay(situation.period.exercise));
  if (isNoFigure(due)) return due;
  const full = relativeThreshold(baseline, change, asPercent);
  const target = { ...exact(reading, multiply(full, due.share)), share: due.share };
  const start: TraceLine = { label: 'Valore di partenza', value: withUnit(baseline, reading.unit) };
  const judged =
    rule.formula === 'relative-progress'
      ? judgeProgress(actual, multiply(baseline, due.share), target, rule, situation)
      : judgeThreshold(actual, target, rule.formula === 'relative-level' ? levelRule : rule, situation.policy);
  if (judged.state !== 'assessed') return judged;
  const shown = withDue(judged, due, target, full);
  const resolved: TraceLine = { label: 'Target in valore', value: withUnit(full, reading.unit) };
  return { ...shown, lines: () => [start, resolved, ...shown.lines()] };
}

function judgeProgress(
  actual: Rational,
  baseline: Rational,
  t: ExactThreshold,
  rule: FormulaRule,
  { policy }: Case,
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

const exact = (
  reading: Pick<ExactThreshold, 'operator' | 'direction' | 'unit'>,
  target: Rational,
): Omit<ExactThreshold, 'share'> => ({
  operator: reading.operator,
  direction: reading.direction,
  unit: reading.unit,
  target,
});

function withDue(
  judged: Extract<Judgement, { state: 'assessed' }>,
  due: Due,
  t: ExactThreshold,
  full: Rational,
): typeof judged {
  const { line } = due;
  if (line === undefined) return judged;
  const dueLine = (): TraceLine => ({
    label: 'Target alla data',
    value: `${withUnit(full, t.unit)} × ${italianNumber({ n: due.share.n, d: 1n })}/${italianNumber({ n: due.share.d, d: 1n })} = ${withUnit(t.target, t.unit)}`,
  });
  return { ...judged, lines: () => [line, dueLine(), ...judged.lines()] };
}

function baselineName(baseline: Baseline): string {
  switch (baseline.kind) {
    case 'year':
      return `il valore del ${baseline.year}`;
    case 'previous-target':
      return 'il target dell’anno precedente';
    case 'named':
      return baseline.what;
    case 'unknown':
      return 'il target non dice rispetto a che cosa';
    default:
      return never(baseline);
  }
}
