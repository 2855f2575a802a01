import type { FormulaRule } from '../../policy.js';
import { compare, isZero, rational } from '../../rational.js';
import type { Reading } from '../../targets/types.js';
import { withUnit } from '../format.js';
import { rangeProportional } from '../formulas/interval.js';
import { allOrNothing } from '../formulas/ratio.js';
import { figure } from './deadline.js';
import { nothingDue, withLines } from './due.js';
import { dueQuantity, dueShare, lastDay } from './elapsed.js';
import { measured } from './observed.js';
import { type Case, isNoFigure, type Judgement, noFigure } from './types.js';

/** Both ends are inside; at an interim checkpoint the lower end of a measure that accumulates is taken pro rata. */
export function judgeRange(reading: Reading & { kind: 'range' }, rule: FormulaRule, situation: Case): Judgement {
  const yearEnd = lastDay(situation.period.exercise);
  const value = measured(situation.actual, reading.unit, situation.period.at >= yearEnd);
  if (isNoFigure(value)) return value;
  const due = dueShare(situation, reading.accumulation, yearEnd);
  if (isNoFigure(due)) return due;
  // The lower end is reached along the year, the upper one stands whole until it is exceeded.
  const [low, to] = [rational(reading.from), rational(reading.to)];
  const part = due.line === undefined ? undefined : dueQuantity(low, due.share, reading.unit);
  const from = part?.quantity ?? low;
  if (part !== undefined && isZero(from) && low.n > 0n && value.n <= 0n) return nothingDue(situation);
  if (compare(from, to) > 0) return noFigure('doubtful', 'gli estremi dell’intervallo sono rovesciati');
  const met = compare(value, from) >= 0 && compare(value, to) <= 0;
  const working = (): string =>
    `${withUnit(value, reading.unit)} ${met ? 'dentro l’' : 'fuori dall’'}intervallo da ${withUnit(from, reading.unit)} a ${withUnit(to, reading.unit)}`;
  if (rule.formula !== 'range' && rule.formula !== 'range-proportional') {
    return noFigure('doubtful', `la formula «${rule.formula}» non si applica a un intervallo`);
  }
  const raw = rule.formula === 'range' ? allOrNothing(met) : rangeProportional(value, from, to);
  const lines = [due.line, part?.line].filter((line) => line !== undefined);
  return withLines(figure(rule, raw, met, working), lines);
}
