import type { FormulaRule } from '../../policy.js';
import type { Reading } from '../../targets/types.js';
import { italianPercent, withUnit } from '../format.js';
import { bandScore, type ExactBand, rangeProportional } from '../formulas/interval.js';
import { allOrNothing } from '../formulas/ratio.js';
import { compare, HUNDRED, multiply, type Rational, rational } from '../rational.js';
import { figure } from './deadline.js';
import { type Due, dueShare, lastDay } from './elapsed.js';
import { measured } from './observed.js';
import { type Case, isNoFigure, type Judgement, noFigure } from './types.js';

/** Both ends are inside; at an interim checkpoint the ends of a measure that accumulates are taken pro rata. */
export function judgeRange(reading: Reading & { kind: 'range' }, rule: FormulaRule, situation: Case): Judgement {
  const scaled = valueAndShare(reading, situation);
  if (isNoFigure(scaled)) return scaled;
  const { value, share, due } = scaled;
  const [from, to] = [multiply(rational(reading.from), share), multiply(rational(reading.to), share)];
  if (compare(from, to) > 0) return noFigure('doubtful', 'gli estremi dell’intervallo sono rovesciati');
  const met = compare(value, from) >= 0 && compare(value, to) <= 0;
  const working = (): string =>
    `${withUnit(value, reading.unit)} ${met ? 'dentro l’' : 'fuori dall’'}intervallo da ${withUnit(from, reading.unit)} a ${withUnit(to, reading.unit)}`;
  if (rule.formula !== 'range' && rule.formula !== 'range-proportional') {
    return noFigure('doubtful', `la formula «${rule.formula}» non si applica a un intervallo`);
  }
  const raw = rule.formula === 'range' ? allOrNothing(met) : rangeProportional(value, from, to);
  return withLines(figure(rule, raw, met, working), due);
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
  return withLines(figure(rule, score, compare(score, HUNDRED) >= 0, working), due);
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

function withLines(judged: Judgement, { line }: Due): Judgement {
  if (judged.state !== 'assessed' || line === undefined) return judged;
  return { ...judged, lines: () => [line, ...judged.lines()] };
}
