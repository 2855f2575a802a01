import { withArticle } from '../../article.js';
import { formatItalian } from '../../calendar/civil-date.js';
import type { FormulaRule } from '../../policy.js';
import { compare, HUNDRED, rational } from '../../rational.js';
import type { Reading } from '../../targets/types.js';
import { italianPercent } from '../format.js';
import { allOrNothing } from '../formulas/ratio.js';
import { figure } from './deadline.js';
import { isFinal } from './elapsed.js';
import { shareOf } from './observed.js';
import { type Case, isNoFigure, type Judgement, noFigure } from './types.js';

/** Kept throughout a period: yes or no, or the share of it that was covered. */
export function judgeThroughout(
  reading: Reading & { kind: 'throughout' },
  rule: FormulaRule,
  situation: Case,
): Judgement {
  const { actual, period } = situation;
  if (period.at < reading.from) {
    return noFigure('not-yet', `il periodo comincia ${withArticle('il', formatItalian(reading.from))}`);
  }
  const soFar = (): string => (period.at < reading.to ? `, fino ${withArticle('al', formatItalian(period.at))}` : '');
  if (actual.kind === 'yes-no') {
    const kept = actual.value;
    return figure(rule, allOrNothing(kept), kept, () => `${kept ? 'garantito' : 'non garantito'}${soFar()}`);
  }
  if (actual.kind === 'number' || actual.kind === 'ratio') {
    const covered = actual.kind === 'number' ? rational(actual.value) : shareOf(actual, HUNDRED);
    if (isNoFigure(covered)) return covered;
    return figure(
      rule,
      covered,
      compare(covered, HUNDRED) >= 0,
      () => `${italianPercent(covered)} del periodo${soFar()}`,
    );
  }
  if (actual.kind === 'not-yet' && period.at < reading.to) {
    return noFigure('not-yet', `il periodo finisce ${withArticle('il', formatItalian(reading.to))}`);
  }
  return noFigure('doubtful', 'il target chiede se la cosa è stata garantita per tutto il periodo: rispondere sì o no');
}

/** Done or not done. What was to be done and is not, before the end of the year, is not due yet. */
export function judgeYesNo(reading: Reading & { kind: 'yes-no' }, rule: FormulaRule, situation: Case): Judgement {
  const { actual, period } = situation;
  const answer =
    actual.kind === 'date'
      ? actual.on <= period.at || isFinal(period)
      : actual.kind === 'yes-no'
        ? actual.value
        : undefined;
  if (actual.kind === 'not-yet' || (answer === false && reading.expected)) {
    if (!isFinal(period)) return noFigure('not-yet', 'non ancora realizzato: c’è tempo fino alla fine dell’esercizio');
  }
  const value = actual.kind === 'not-yet' ? false : answer;
  if (value === undefined) return noFigure('doubtful', 'il target chiede un sì o un no');
  const met = value === reading.expected;
  return figure(rule, allOrNothing(met), met, () => (value ? 'sì, realizzato' : 'no, non realizzato'));
}
