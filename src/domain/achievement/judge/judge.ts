import type { FormulaRule, Policy } from '../../policy.js';
import { never } from '../../result.js';
import type { Reading } from '../../targets/types.js';
import { judgeBands } from './bands.js';
import { judgeByDate } from './deadline.js';
import { judgeThroughout, judgeYesNo } from './done.js';
import { firstDay } from './elapsed.js';
import { judgeRange } from './interval.js';
import { judgeLevel, judgeRelative } from './level.js';
import { withoutValue } from './observed.js';
import { type Case, type Judgement, noFigure } from './types.js';
import { judgeWithinPeriod } from './within-period.js';

/** The policy's formula for a reading; an exception given to the indicator comes first. */
export function ruleFor(reading: Reading, policy: Policy, exception: FormulaRule | undefined): FormulaRule {
  if (exception !== undefined) return exception;
  const { formulas } = policy;
  switch (reading.kind) {
    case 'threshold':
      return levelRule(reading.direction, policy);
    case 'range':
      return formulas.range;
    case 'bands':
      return formulas.bands;
    case 'by-date':
      return formulas.byDate;
    case 'within-period':
      return formulas.withinPeriod;
    case 'throughout':
      return formulas.throughout;
    case 'relative':
      return formulas.relative;
    case 'yes-no':
      return formulas.yesNo;
    default:
      return never(reading);
  }
}

const levelRule = (direction: 'more-is-better' | 'less-is-better', { formulas }: Policy): FormulaRule =>
  direction === 'more-is-better' ? formulas.increasing : formulas.decreasing;

/** The percentage a reading deserves in a case, exact and without cap, or why there is none. Pure; never throws on valid decimals. */
export function judge(reading: Reading, rule: FormulaRule, situation: Case): Judgement {
  const silent = withoutValue(situation.actual);
  if (silent !== undefined) return silent;
  if (situation.period.at < firstDay(situation.period.exercise)) {
    return noFigure('not-yet', 'l’esercizio non è ancora cominciato');
  }
  switch (reading.kind) {
    case 'threshold':
      return judgeLevel(reading, rule, situation);
    case 'range':
      return judgeRange(reading, rule, situation);
    case 'bands':
      return judgeBands(reading, rule, situation);
    case 'by-date':
      return judgeByDate(reading, rule, situation);
    case 'within-period':
      return judgeWithinPeriod(reading, rule, situation);
    case 'throughout':
      return judgeThroughout(reading, rule, situation);
    case 'relative':
      return judgeRelative(reading, rule, levelRule(reading.direction, situation.policy), situation);
    case 'yes-no':
      return judgeYesNo(reading, rule, situation);
    default:
      return never(reading);
  }
}
