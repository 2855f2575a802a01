import type { FormulaRule } from '../../policy.js';
import type { Reading } from '../../targets/types.js';
import { italianPercent, withUnit } from '../format.js';
import { bandScore, type ExactBand, rangeProportional } from '../formulas/interval.js';
import { allOrNothing } from '../formulas/ratio.js';
import { compare, HUNDRED, multiply, type Rational, rational } from '../rational.js';
import type { TraceLine } from '../types.js';
import { figure } from './deadline.js';
import { withLines } from './due.js';
import { type Due, dueQuantity, dueShare, lastDay } from './elapsed.js';
import { measured } from './observed.js';
import { type Case, isNoFigure, type Judgement, noFigure } from './types.js';

/** Both ends are inside; at an interim checkpoint the lower end of a measure that accumulates is taken pro rata. */
export function judgeRange(reading: Reading & { kind: 'range' }, rule: FormulaRule, situation: Case): Judgement {
  const scaled = valueAndShare(reading, situation);
  if (isNoFigure(scaled)) return scaled;
  const { value, share, due } = scaled;
  // The lower end is reached along the year, the upper one stands whole until it is exceeded.
  const low = rational(reading.from);
  const [from, to] = [
    due.line === undefined ? low : dueQuantity(low, share, reading.unit).quantity,
    rational(reading.to),
  ];
  if (compare(from, to) > 0) return noFigure('doubtful', 'gli estremi dell’intervallo sono rovesciati');
  const met = compare(value, from) >= 0 && compare(value, to) <= 0;
  const working = (): string =>
    `${withUnit(value, reading.unit)} ${met ? 'dentro l’' : 'fuori dall’'}intervallo da ${withUnit(from, reading.unit)} a ${withUnit(to, reading.unit)}`;
  if (rule.formula !== 'range' && rule.formula !== 'range-proportional') {
    return noFigure('doubtful', `la formula «${rule.formula}» non si applica a un intervallo`);
  }
  const raw = rule.formula === 'range' ? allOrNothing(met) : rangeProportional(value, from, to);
  return withLines(figure(rule, raw, met, working), linesOf(due));
}

/** The score of the band the value falls in. */
export function judgeBands(reading: Reading & { kind: 'bands' }, rule: FormulaRule, situation: Case): Judgement {
  if (rule.formula !== 'bands') return noFigure('doubtful', `la formula «${rule.formula}» non si applica a fasce`);
  const scaled = valueAndShare(reading, situation);
  if (isNoFigure(scaled)) return scaled;
  const { value, share, due } = scaled;
  const bands = reading.bands.map(
    (band): ExactBand => ({
      fromInclusive: band.fromInclusive,
      toInclusive: band.toInclusive,
      score: rational(band.score),
      ...(band.from === undefined ? {} : { from: multiply(rational(band.from), share) }),
      ...(band.to === undefined ? {} : { to: multiply(rational(band.to), share) }),
    }),
  );
  const score = bandScore(value, bands);
  if (score === 'in-no-band') return noFigure('doubtful', 'il valore non cade in nessuna delle fasce del target');
  if (score === 'in-several-bands') return noFigure('doubtful', 'il valore cade in più fasce che si sovrappongono');
  const working = (): string => `${withUnit(value, reading.unit)} cade nella fascia che vale ${italianPercent(score)}`;
  return withLines(figure(rule, score, compare(score, HUNDRED) >= 0, working), linesOf(due));
}

interface Scaled {
  readonly value: Rational;
  readonly share: Rational;
  readonly due: Due;
}

function valueAndShare(
  reading: Reading & { kind: 'range' | 'bands' },
  situation: Case,
): Scaled | Extract<Judgement, { reason: string }> {
  const yearEnd = lastDay(situation.period.exercise);
  const value = measured(situation.actual, reading.unit, situation.period.at >= yearEnd);
  if (isNoFigure(value)) return value;
  const due = dueShare(situation, reading.accumulation, yearEnd);
  return isNoFigure(due) ? due : { value, share: due.share, due };
}

const linesOf = ({ line }: Due): readonly TraceLine[] => (line === undefined ? [] : [line]);
