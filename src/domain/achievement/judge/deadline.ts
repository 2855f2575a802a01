import { withArticle } from '../../article.js';
import { addDays, daysBetween, formatItalian } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../calendar/types.js';
import type { FormulaRule } from '../../policy.js';
import { fromInteger, rational } from '../../rational.js';
import { never } from '../../result.js';
import type { Reading } from '../../targets/types.js';
import { italianNumber } from '../format.js';
import { allOrNothing } from '../formulas/ratio.js';
import { degradingByDelay } from '../formulas/schedule.js';
import type { Actual } from '../types.js';
import { isFinal } from './elapsed.js';
import { type Case, type Figure, type Judgement, noFigure } from './types.js';

/** By a date: done in time, done late, not done though due, or nothing due yet. */
export function judgeByDate(reading: Reading & { kind: 'by-date' }, rule: FormulaRule, situation: Case): Judgement {
  const lastDayOnTime = reading.strict ? addDays(reading.by, -1) : reading.by;
  return judgeDone(situation.actual, lastDayOnTime, rule, situation);
}

/** A thing to be done by `deadline`, its last day on time. */
export function judgeDone(actual: Actual, deadline: CivilDate, rule: FormulaRule, situation: Case): Judgement {
  switch (actual.kind) {
    case 'date':
      // At an interim date what is done afterwards has not happened; the final collection looks at the whole delay.
      return actual.on <= situation.period.at || isFinal(situation.period)
        ? judgeDelay(actual.on, deadline, rule)
        : notDone(deadline, rule, situation);
    case 'not-yet':
      return notDone(deadline, rule, situation);
    case 'yes-no':
      return actual.value
        ? noFigure('doubtful', 'è detto che la cosa è fatta, ma non in quale data')
        : notDone(deadline, rule, situation);
    case 'number':
    case 'ratio':
      return noFigure('doubtful', 'il target chiede una data: il valore comunicato è un numero');
    case 'missing':
      return noFigure('missing', 'valore non comunicato');
    case 'not-assessable':
      return noFigure('not-assessable', `dichiarato non rilevabile: ${actual.reason}`);
    default:
      return never(actual);
  }
}

function judgeDelay(done: CivilDate, deadline: CivilDate, rule: FormulaRule): Judgement {
  const late = daysBetween(deadline, done);
  const met = late <= 0;
  const working = (): string =>
    met
      ? `${formatItalian(done)} entro ${withArticle('il', formatItalian(deadline))}`
      : `${formatItalian(done)} dopo ${withArticle('il', formatItalian(deadline))}: ${italianNumber(fromInteger(late))} ${late === 1 ? 'giorno' : 'giorni'} di ritardo`;
  switch (rule.formula) {
    case 'by-date':
    case 'within-period':
      return figure(rule, allOrNothing(met), met, working);
    case 'by-date-degrading':
    case 'within-period-degrading': {
      const points = rational(rule.formula === 'by-date-degrading' ? rule.pointsPerDay : rule.pointsPerUnit);
      return figure(rule, degradingByDelay(fromInteger(late), points), met, () =>
        met ? working() : `${working()} × ${italianNumber(points)} punti`,
      );
    }
    default:
      return noFigure('doubtful', `la formula «${rule.formula}» non si applica a una data`);
  }
}

function notDone(deadline: CivilDate, rule: FormulaRule, { period }: Case): Judgement {
  if (period.at < deadline) {
    return noFigure('not-yet', `non ancora scaduto: il termine è ${withArticle('il', formatItalian(deadline))}`);
  }
  if (!isTimeRule(rule)) return noFigure('doubtful', `la formula «${rule.formula}» non si applica a una data`);
  return figure(
    rule,
    allOrNothing(false),
    false,
    () =>
      `non realizzato ${withArticle('al', formatItalian(period.at))}; il termine era ${withArticle('il', formatItalian(deadline))}`,
  );
}

export function figure(rule: FormulaRule, raw: Figure['raw'], met: boolean, working: () => string): Figure {
  return { state: 'assessed', rule, raw, met, lines: () => [{ label: 'Calcolo', value: working() }] };
}

const isTimeRule = (rule: FormulaRule): boolean =>
  rule.formula.startsWith('by-date') || rule.formula.startsWith('within-period');
