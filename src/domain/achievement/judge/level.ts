import { withArticle } from '../../article.js';
import { formatItalian } from '../../calendar/civil-date.js';
import { termOf } from '../../measured/term.js';
import type { FormulaRule } from '../../policy.js';
import { isZero, type Rational, rational } from '../../rational.js';
import { never } from '../../result.js';
import type { Baseline, Reading } from '../../targets/types.js';
import { withUnit } from '../format.js';
import { relativeThreshold } from '../formulas/interval.js';
import type { TraceLine } from '../types.js';
import { judgeDue } from './due.js';
import { dueShare, isFinal, isWhole, lastDay } from './elapsed.js';
import { measured } from './observed.js';
import { judgeByTerm } from './term.js';
import type { ExactThreshold } from './threshold.js';
import { type Case, isNoFigure, type Judgement, noFigure } from './types.js';

/** A number to reach or not to exceed, all of it or the part due at the checkpoint. */
export function judgeLevel(reading: Reading & { kind: 'threshold' }, rule: FormulaRule, situation: Case): Judgement {
  const by = reading.by ?? lastDay(situation.period.exercise);
  const actual = measured(situation.actual, reading.unit, situation.period.at >= by);
  if (isNoFigure(actual)) return actual;
  const term = termOf(reading, situation.period.at);
  if (term !== undefined) return judgeByTerm(actual, reading, term, rule, situation);
  const due = dueShare(situation, reading.accumulation, by);
  if (isNoFigure(due)) return due;
  const judged = judgeDue(actual, exact(reading, rational(reading.value)), due, rule, situation);
  if (judged.state !== 'assessed') return judged;
  if (reading.by !== undefined && situation.period.at < reading.by && !judged.met && due.line === undefined) {
    return noFigure('not-yet', `non ancora scaduto: il termine è ${withArticle('il', formatItalian(reading.by))}`);
  }
  return judged;
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
  const start: TraceLine = { label: 'Valore di partenza', value: withUnit(baseline, reading.unit) };
  const judged = judgeDue(
    actual,
    { ...exact(reading, full), counted: reading.unit.kind === 'count' || isWhole(baseline) },
    due,
    rule.formula === 'relative-level' ? levelRule : rule,
    situation,
    baseline,
  );
  if (judged.state !== 'assessed') return judged;
  const resolved: TraceLine = { label: 'Target in valore', value: withUnit(full, reading.unit) };
  return { ...judged, lines: () => [start, resolved, ...judged.lines()] };
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

/** What a change is measured from, as people call it. */
export function baselineName(baseline: Baseline): string {
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
