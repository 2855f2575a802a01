import type { FormulaRule } from '../../policy.js';
import { add, compare, HUNDRED, isZero, ONE, type Rational, rational } from '../../rational.js';
import type { Band, Reading, Unit } from '../../targets/types.js';
import { italianNumber, italianPercent, withUnit } from '../format.js';
import { bandScore, type ExactBand } from '../formulas/interval.js';
import type { TraceLine } from '../types.js';
import { figure } from './deadline.js';
import { nothingDue, withLines } from './due.js';
import { dueQuantity, dueShare, isCounted, isWhole, lastDay } from './elapsed.js';
import { measured } from './observed.js';
import { type Case, isNoFigure, type Judgement, noFigure } from './types.js';

/**
 * The score of the band the value falls in. At an interim checkpoint the bands of a measure that accumulates begin where
 * the part due does, whole numbers of what is counted; where less is better they stand whole, as a ceiling does.
 */
export function judgeBands(reading: Reading & { kind: 'bands' }, rule: FormulaRule, situation: Case): Judgement {
  if (rule.formula !== 'bands') return noFigure('doubtful', `la formula «${rule.formula}» non si applica a fasce`);
  const yearEnd = lastDay(situation.period.exercise);
  const value = measured(situation.actual, reading.unit, situation.period.at >= yearEnd);
  if (isNoFigure(value)) return value;
  const due = dueShare(situation, reading.accumulation, yearEnd);
  if (isNoFigure(due)) return due;
  const full = reading.bands.map(exact);
  if (due.line === undefined) return scored(value, full, reading.unit, rule, []);
  if (fewerIsBetter(full)) return scored(value, full, reading.unit, rule, [due.line, WHOLE]);
  const { bands, line } = dueBands(full, due.share, value, reading.unit);
  if (value.n <= 0n && bands.some((band, i) => isLowered(band.from, full[i]?.from))) return nothingDue(situation);
  return scored(value, bands, reading.unit, rule, [due.line, line]);
}

function scored(
  value: Rational,
  bands: readonly ExactBand[],
  unit: Unit,
  rule: FormulaRule,
  lines: readonly TraceLine[],
): Judgement {
  const score = bandScore(value, bands);
  if (score === 'in-no-band') return noFigure('doubtful', 'il valore non cade in nessuna delle fasce del target');
  if (score === 'in-several-bands') return noFigure('doubtful', 'il valore cade in più fasce che si sovrappongono');
  const working = (): string => `${withUnit(value, unit)} cade nella fascia che vale ${italianPercent(score)}`;
  return withLines(figure(rule, score, compare(score, HUNDRED) >= 0, working), lines);
}

const exact = (band: Band): ExactBand => ({
  fromInclusive: band.fromInclusive,
  toInclusive: band.toInclusive,
  score: rational(band.score),
  from: band.from === undefined ? undefined : rational(band.from),
  to: band.to === undefined ? undefined : rational(band.to),
});

const WHOLE: TraceLine = {
  label: 'Target alla data',
  value: 'le fasce valgono per intero: un tetto annuale non si riduce con i giorni trascorsi',
};

/** Whether bands are worth less the higher the value, and are limits not to be exceeded. */
function fewerIsBetter(bands: readonly ExactBand[]): boolean {
  const scores = bands.toSorted((a, b) => order(a.from, b.from)).map((band) => band.score);
  return (
    scores.some((score, i) => compare(score, scores[i + 1] ?? score) > 0) &&
    scores.every((score, i) => compare(score, scores[i + 1] ?? score) >= 0)
  );
}

/** An open lower end comes before every number. */
function order(a: Rational | undefined, b: Rational | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a, b);
}

function dueBands(
  full: readonly ExactBand[],
  share: Rational,
  value: Rational,
  unit: Unit,
): { readonly bands: readonly ExactBand[]; readonly line: TraceLine } {
  const counts = isWhole(value) && isCounted(unit) && full.every((band) => wholeEnds(band));
  const ends = counts ? full.map(halfOpen) : full;
  const begins = ends.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const part = (end: Rational): Rational => dueQuantity(end, share, unit).quantity;
  // The end of the last band is no beginning of another: it holds whole until it is passed.
  const bands = ends.map((band) => ({
    ...band,
    from: band.from === undefined ? undefined : part(band.from),
    to: band.to === undefined || !begins.some((from) => compare(from, band.to ?? from) >= 0) ? band.to : part(band.to),
  }));
  const moved = begins
    .filter((from) => !isZero(from))
    .map((from) => `${italianNumber(from)} → ${italianNumber(part(from))}`);
  return {
    bands,
    line: {
      label: 'Target alla data',
      value: `le fasce cominciano alla quota dovuta: ${moved.join(', ')}${counts ? '; la quota di un conteggio è intera' : ''}`,
    },
  };
}

const wholeEnds = ({ from, to }: ExactBand): boolean => [from, to].every((end) => end === undefined || isWhole(end));

/** Of whole numbers `da 1 a 4` is from 1 to before 5: then bands that follow each other still do when they are reduced. */
const halfOpen = (band: ExactBand): ExactBand => ({
  ...band,
  fromInclusive: true,
  toInclusive: false,
  from: band.from === undefined || band.fromInclusive ? band.from : add(band.from, ONE),
  to: band.to === undefined || !band.toInclusive ? band.to : add(band.to, ONE),
});

const isLowered = (due: Rational | undefined, full: Rational | undefined): boolean =>
  due !== undefined && full !== undefined && isZero(due) && full.n > 0n;
